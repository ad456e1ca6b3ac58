import assert from 'node:assert/strict';
import fc from 'fast-check';
import { globProblem } from '../../../../src/core/outcomes/globs';
import { compileGlobs } from '../../../../src/core/work/glob';
import { toIgnoreGlob } from '../../../../src/core/migration/globs';
import { readTodoSettings } from '../../../../src/core/migration/settings';

const SETTINGS = '.vscode/settings.json';

function read(settings: object | string, path = SETTINGS) {
  return readTodoSettings([
    { path, text: typeof settings === 'string' ? settings : JSON.stringify(settings) },
  ]);
}

describe('settings of other tools', () => {
  it('give their tags, in order, each once, without the colon behind them', () => {
    const { tags, sources } = read({
      'todo-tree.general.tags': ['TODO', 'NOTE:', ' FIXME ', 'TODO', '', '[ ]'],
      'better-todo-tree.general.tags': ['HACK', 'TODO'],
      'todohighlight.keywords': ['DEBUG:', { text: 'REVIEW:', color: 'red' }, { color: 'red' }, 5],
    });
    assert.deepEqual(tags, ['TODO', 'NOTE', 'FIXME', '[ ]', 'HACK', 'DEBUG', 'REVIEW']);
    assert.deepEqual(sources, [SETTINGS]);
  });

  it('are read by their former names, nested, and below `settings` of a workspace file', () => {
    assert.deepEqual(read({ 'todo-tree.tags': ['OLD'] }).tags, ['OLD']);
    assert.deepEqual(read({ 'todo-tree': { general: { tags: ['NESTED'] } } }).tags, ['NESTED']);
    const workspace = { folders: [], settings: { 'todo-tree.general.tags': ['SHARED'] } };
    assert.deepEqual(read(workspace, 'a.code-workspace').tags, ['SHARED']);
  });

  it('may hold comments and commas at the end, and be broken', () => {
    const text = '{ // ours\n "todo-tree.general.tags": ["A", /* b */ "B",],\n';
    const { tags, notes } = read(text);
    assert.deepEqual(tags, ['A', 'B']);
    assert.match(notes[0]!.message, /broken at line 3, column 1 \(property name expected\)/);
  });

  it('say nothing when they are of something else', () => {
    for (const text of [
      '',
      '[]',
      'null',
      '5',
      '{}',
      '{ "todo-tree.general.tags": 5 }',
      '{ "editor.tabSize": 2 }',
    ]) {
      const { tags, ignore, sources } = read(text);
      assert.deepEqual([tags, ignore, sources], [[], [], []], text);
    }
  });

  it('are not obeyed to the end of the stack', () => {
    assert.deepEqual(read('['.repeat(200_000)).tags, []);
    assert.deepEqual(read('{"a":'.repeat(100_000)).tags, []);
  });

  it('never make it throw', () => {
    const keys = [
      'general.tags',
      'general.tagGroups',
      'highlights.customHighlight',
      'filtering.excludeGlobs',
      'regex.regex',
    ];
    const settings = fc.dictionary(
      fc.constantFrom(...keys.map((key) => `todo-tree.${key}`), 'todohighlight.keywords'),
      fc.jsonValue(),
    );
    fc.assert(fc.property(settings, (one) => void read(one)));
    fc.assert(fc.property(fc.string(), (text) => void read(text)));
  });

  it('give words with a colour or in a group to look for', () => {
    const found = read({
      'todo-tree.highlights.customHighlight': { REVIEW: {} },
      'todo-tree.general.tagGroups': { FIXME: ['FIXME', 'FIXIT'] },
    });
    assert.deepEqual(found.mentioned, ['REVIEW']);
    assert.deepEqual(found.tags, ['FIXME', 'FIXIT']);
    assert.match(found.notes[0]!.message, /groups .* are not kept/);
  });

  it('tell of a pattern of their own, but not of the usual one', () => {
    const usual = '(//|#|<!--|;|/\\*|^|^[ \\t]*(-|\\d+.))\\s*($TAGS)';
    assert.deepEqual(read({ 'todo-tree.regex.regex': usual }).notes, []);
    assert.equal(read({ 'todo-tree.regex.regex': '\\b($TAGS)\\b' }).mentions, 'any');
    const own = read({ 'todo-tree.regex.regex': '//!\\s*($TAGS)' });
    assert.equal(own.mentions, null);
    assert.match(own.notes[0]!.message, /pattern of your own/);
  });

  it('leave submodules out where they say so', () => {
    const modules = { path: '.gitmodules', text: '[submodule "sip"]\n\tpath = libs/sip\n\tpath = "a b"\n' };
    const says = (yes: boolean) => ({
      path: SETTINGS,
      text: JSON.stringify({ 'todo-tree.filtering.ignoreGitSubmodules': yes }),
    });
    assert.deepEqual(readTodoSettings([says(true), modules]).ignore, ['libs/sip/**', 'a b/**']);
    assert.deepEqual(readTodoSettings([says(false), modules]).ignore, []);
    assert.deepEqual(readTodoSettings([modules]).sources, []);
  });

  it('tell of what only they search, and of what they take back', () => {
    const found = read({
      'todo-tree.filtering.includeGlobs': ['src/**'],
      'todo-tree.filtering.excludeGlobs': ['!src/keep.ts', '../other/**'],
    });
    assert.deepEqual(found.ignore, []);
    assert.equal(found.notes.length, 3);
  });
});

describe('a glob of other tools', () => {
  const cases: readonly (readonly [written: string, glob: string | null])[] = [
    ['**/node_modules/**', '**/node_modules/**'],
    ['**/node_modules/*', '**/node_modules/**'],
    ['**/node_modules', '**/node_modules/**'],
    ['node_modules', '**/node_modules/**'],
    ['vendor/', '**/vendor/**'],
    ['/vendor/', 'vendor/**'],
    ['./vendor/sip', 'vendor/sip/**'],
    ['${workspaceFolder}/vendor/**', 'vendor/**'],
    ['*.min.js', '**/*.min.js'],
    ['**/*.min.{js,css}', '**/*.min.{js,css}'],
    ['src/gen/*.ts', 'src/gen/*.ts'],
    ['a\\b\\**', 'a/b/**'],
    ['!a/**', null],
    ['../a', null],
    ['{a', null],
    ['C:/a', null],
    ['', null],
    ['  ', null],
  ];
  for (const [written, glob] of cases)
    it(`${JSON.stringify(written)} becomes ${JSON.stringify(glob)}`, () =>
      assert.equal(toIgnoreGlob(written), glob));

  it('is one that a policy takes', () => {
    const pieces = fc.array(
      fc.constantFrom('a', 'b.js', '*', '**', '/', '.', '..', '!', '{x,y}', '[ab]', '\\', '~', ' '),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const glob = toIgnoreGlob(parts.join(''));
        if (glob !== null) assert.equal(globProblem(glob), null);
      }),
    );
  });

  it('reaches what is in a folder, at any depth', () => {
    const ignores = compileGlobs([toIgnoreGlob('**/vendor/*')!, toIgnoreGlob('dist')!]);
    for (const path of ['vendor/a.ts', 'x/vendor/b/c.ts', 'dist/a.js', 'x/dist/y/a.js'])
      assert.ok(ignores(path), path);
    for (const path of ['vendor.ts', 'src/a.ts', 'distance/a.js']) assert.ok(!ignores(path), path);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { issueId } from '../../../../src/core/migration/issues';
import { proposeMigration, migrationScopes } from '../../../../src/core/migration/propose';
import type { MigrationInput, Proposal } from '../../../../src/core/migration/model';
import { idProblem } from '../../../../src/core/outcomes/id';
import { parseOutcomes } from '../../../../src/core/outcomes/parse';
import { mergeFiles } from '../../../../src/core/outcomes/tree';
import { checkTree } from '../../../../src/core/rules/run';
import { rules, treeRules } from '../../../../src/core/rules/table';
import { findTodosInText } from '../../../../src/core/work/comments';
import { compileTags } from '../../../../src/core/work/tags';

interface Given {
  readonly sources?: Readonly<Record<string, string>>;
  readonly settings?: object;
  readonly outcomes?: string;
  readonly base?: string;
}

/** The proposal for a folder with these files, as the scanner finds them. */
function propose({ sources = {}, settings, outcomes, base }: Given): Proposal {
  const existing = outcomes === undefined ? null : parseOutcomes('outcomes.yml', outcomes);
  const tree = mergeFiles(existing === null ? [] : [existing]);
  const texts = settings === undefined ? [] : [{ path: 's.json', text: JSON.stringify(settings) }];
  const [scope] = migrationScopes(texts, tree);
  const options = { tags: compileTags(scope!.tags), mentions: scope!.mentions };
  const files = Object.entries(sources).map(([file, text]) => {
    const todos = findTodosInText(text, file, options);
    assert.ok(typeof todos !== 'string', todos as string);
    return { file, todos };
  });
  const input: MigrationInput = { name: 'Voice', settings: texts, files, tree, existing, base: base ?? null };
  return proposeMigration(input);
}

const tagsOf = ({ policy }: Proposal) => policy.tags.join(' ');

describe('the id of an issue', () => {
  const cases: readonly (readonly [word: string, id: string | null])[] = [
    ['VOICE-12', 'VOICE-12'],
    ['PROJ_X-12', 'PROJ-X-12'],
    ['gh-12', 'gh-12'],
    ['#123', 'issue-123'],
    ['123', 'issue-123'],
    ['issue#123', 'issue-123'],
    ['b/123', 'b-123'],
    ['v8:123', 'v8-123'],
    ['crbug.com/123', 'crbug-com-123'],
    ['ours/shop#12', 'shop-12'],
    ['https://git.example/ours/shop/issues/12', 'shop-12'],
    ['https://git.example/ours/shop/-/issues/12#note_3', 'shop-12'],
    ['https://jira.example/browse/VOICE-12', 'VOICE-12'],
    ['https://git.example/ours/shop', null],
    ['ana', null],
    ['@ana', null],
    ['reliable-voice', null],
    ['UTF-8', null],
    ['ISO-8601', null],
    ['2026', null],
    ['2026-01-31', null],
    ['v1.2.3', null],
    ['#', null],
    ['/12', null],
  ];
  for (const [word, id] of cases) it(`${word} → ${id}`, () => assert.equal(issueId(word), id));

  it('is always one that a file may have', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aZ9-_/#:.@ü '.split('')), maxLength: 20 }),
        (word) => {
          const id = issueId(word);
          if (id !== null) assert.equal(idProblem(id), null);
        },
      ),
    );
  });
});

describe('a proposal', () => {
  it('keeps the default tags and adds those for work that are in use', () => {
    const found = propose({
      sources: {
        'a.ts': '// OPTIMIZE: a\n// OPTIMIZE: b\n// REVIEW: c\n// NOTE: d\n// @todo: e\n// todo: f',
      },
    });
    assert.equal(tagsOf(found), 'TODO FIXME HACK XXX BUG OPTIMIZE @todo REVIEW');
    const note = found.tags.find(({ tag }) => tag === 'NOTE');
    assert.deepEqual(note, { tag: 'NOTE', todos: 1, proposed: false, because: 'a remark, not work' });
    assert.equal(found.tags.find(({ tag }) => tag === 'todo')?.proposed, false);
    const small = '// todo: a\n'.repeat(3);
    assert.match(tagsOf(propose({ sources: { 'a.ts': small } })), /BUG todo$/);
  });

  it('keeps to the tags that a team listed, and names what it did not list', () => {
    const found = propose({
      settings: { 'todo-tree.general.tags': ['TODO', 'NOTE'] },
      sources: { 'a.ts': '// NOTE: a\n// HACK(VOICE-1): b\n' },
    });
    assert.equal(tagsOf(found), 'TODO NOTE');
    assert.deepEqual(found.issues, []);
    assert.equal(found.tags.find(({ tag }) => tag === 'HACK')?.because, 'not listed in the settings');
  });

  it('takes over that case does not matter, for the spellings in use', () => {
    const found = propose({
      settings: { 'todo-tree.general.tags': ['TODO'], 'todo-tree.regex.regexCaseSensitive': false },
      sources: { 'a.ts': '// Todo: a\n// todo: b\n' },
    });
    assert.equal(tagsOf(found), 'TODO Todo todo');
  });

  it('counts nothing in what it leaves out', () => {
    const found = propose({
      settings: { 'todo-tree.filtering.excludeGlobs': ['vendor'] },
      sources: { 'vendor/a.ts': '// TODO(VOICE-1): a\n', 'b.ts': '// TODO(VOICE-2): a\n' },
    });
    assert.deepEqual(
      found.issues.map(({ id }) => id),
      ['VOICE-2'],
    );
  });

  it('maps issues to drafts, most used first, and comments to what makes links of them', () => {
    const found = propose({
      sources: {
        'b.ts': '// TODO(#9): a\n// TODO(ana, #9): b\n// TODO(voice-2): c\n// TODO(lone-2): d',
        'a.ts': '// TODO(VOICE-2, @bo): a\n// TODO/FIXME(#10): both\n// TODO(VOICE-2): again',
      },
    });
    assert.deepEqual(
      found.issues.map(({ key, id, todos, files }) => `${key} ${id} ${todos} ${files.join()}`),
      ['VOICE-2 VOICE-2 3 a.ts,b.ts', '#9 issue-9 2 b.ts', '#10 issue-10 2 a.ts'],
    );
    assert.deepEqual(
      found.rewrites.map(
        ({ file, range: { start }, was, becomes }) =>
          `${file}:${start.line}:${start.character} ${was} ${becomes}`,
      ),
      ['a.ts:1:14 #10 issue-10', 'b.ts:0:8 #9 issue-9', 'b.ts:1:13 #9 issue-9'],
    );
    assert.deepEqual(
      found.people.map(({ name }) => name),
      ['ana', 'bo', 'lone-2'],
    );
  });

  it('leaves out what an outcome or output is there for, in whatever case', () => {
    const outcomes =
      'version: 1\noutcomes:\n  - { id: voice-1, title: a, outputs: [{ id: issue-7, title: b }] }\n';
    const found = propose({ outcomes, sources: { 'a.ts': '// TODO(VOICE-1): a\n// TODO(#7): b\n' } });
    assert.deepEqual(
      found.issues.map(({ known }) => known),
      [true, true],
    );
    assert.deepEqual(
      found.rewrites.map(({ becomes }) => becomes),
      ['issue-7'],
    );
    assert.doesNotMatch(found.after, /draft/);
  });

  it('is a file without a finding, whatever it is made of', () => {
    const words = fc.constantFrom(
      'VOICE-12',
      '#7',
      'a"b/3',
      "it's#4",
      'ours/shop#2',
      'ana',
      'ü/5',
      'none',
      'yes',
      '- x',
    );
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 6 }),
        fc.string(),
        fc.array(fc.string()),
        (names, name, tags) => {
          const proposal = proposeMigration({
            name,
            settings: [
              { path: 's.json', text: JSON.stringify({ 'todo-tree.general.tags': ['TODO', ...tags] }) },
            ],
            files: [
              {
                file: `${name}.ts`,
                todos: names.map((text, line) => todoNaming(text, line, 'TODO')),
              },
            ],
            tree: mergeFiles([]),
            existing: null,
            base: name.trim() === '' ? null : name,
          });
          const file = parseOutcomes('outcomes.yml', proposal.after);
          assert.deepEqual(file.problems, [], proposal.after);
          assert.deepEqual(
            file.outcomes.map(({ id }) => id),
            proposal.issues.map(({ id }) => id),
          );
          assert.deepEqual(file.policy?.tags, proposal.policy.tags);
        },
      ),
    );
  });

  it('has no finding as a file of its own', () => {
    const { after } = propose({
      base: 'origin/main',
      sources: { 'a.ts': '// TODO(#1): a\n// TODO(VOICE-2): b\n' },
    });
    const tree = mergeFiles([parseOutcomes('outcomes.yml', after)]);
    assert.deepEqual(checkTree({ tree, today: '2026-06-30' }, treeRules), []);
    assert.ok(rules.length > 0);
  });
});

describe('a proposal for a file that is there', () => {
  const sources = { 'a.ts': '// TODO(#1): a\n// REVIEW(VOICE-2): b\n' };

  it('adds the keys that its policy lacks, and drafts, and keeps every line', () => {
    const outcomes =
      '# head\r\nversion: 1\r\npolicy: # ours\r\n  existing: same # kept\r\n\r\noutcomes:\r\n  # first\r\n  - id: a\r\n    title: b\r\n';
    const { after } = propose({ outcomes, sources, base: 'origin/main' });
    const lines = after.split('\r\n');
    for (const line of outcomes.split('\r\n')) assert.ok(lines.includes(line), line);
    const { policy, outcomes: all, problems } = parseOutcomes('outcomes.yml', after);
    assert.deepEqual(problems, []);
    assert.deepEqual([policy?.base, policy?.existing, policy?.tags.at(-1)], [null, 'same', 'REVIEW']);
    assert.deepEqual(
      all.map(({ id, status }) => `${id} ${status}`),
      ['a active', 'issue-1 draft', 'VOICE-2 draft'],
    );
    assert.ok(!after.replaceAll('\r\n', '').includes('\n'));
  });

  for (const [what, outcomes] of Object.entries({
    'without a policy': 'version: 1\ntitle: x\noutcomes: []\n',
    'with a policy without a value': 'version: 1\npolicy:\noutcomes:\n  - { id: a, title: b }\n',
    'with a policy in braces': 'version: 1\npolicy: { existing: same }\noutcomes: [{ id: a, title: b }]\n',
    'without an end to its last line': 'version: 1\noutcomes:\n- id: a\n  title: b',
    'with its policy last':
      'version: 1\noutcomes:\n    - id: a\n      title: b\npolicy:\n    base: main\n    # end\n',
  }))
    it(`reads as it did, and more, ${what}`, () => {
      const { after, notes } = propose({ outcomes, sources, base: 'origin/main' });
      assert.deepEqual(notes, []);
      const before = parseOutcomes('outcomes.yml', outcomes);
      const file = parseOutcomes('outcomes.yml', after);
      assert.deepEqual(file.problems, [], after);
      assert.ok(file.policy !== null, after);
      assert.equal(file.policy.tags.at(-1), 'REVIEW', after);
      assert.equal(file.policy.existing, before.policy?.existing ?? 'hint');
      assert.equal(file.policy.base, before.policy?.base ?? null);
      assert.deepEqual(
        file.outcomes.map(({ id }) => id),
        [...before.outcomes.map(({ id }) => id), 'issue-1', 'VOICE-2'],
      );
    });

  it('keeps the tags that are stated, and says which the settings list as well', () => {
    const outcomes = 'version: 1\npolicy:\n  tags: [TODO]\noutcomes: []\n';
    const settings = { 'todo-tree.general.tags': ['TODO', 'NOTE'] };
    const { after, policy, notes, issues } = propose({ outcomes, settings, sources });
    assert.deepEqual(policy.tags, ['TODO']);
    assert.match(after, /tags: \[TODO\]\n/);
    assert.match(notes.at(-1)!.message, /other settings list NOTE as well/);
    assert.deepEqual(
      issues.map(({ id }) => id),
      ['issue-1'],
    );
  });

  it('changes nothing of a file that is broken, and says so', () => {
    const outcomes = 'version: 1\noutcomes:\n  - id: [a\n    title\n<<<<<<< HEAD\n';
    const { after, notes, rewrites } = propose({ outcomes, sources });
    assert.equal(after, outcomes);
    assert.deepEqual(rewrites, []);
    assert.match(notes.at(-1)!.message, /broken/);
  });

  it('adds nothing that a default says', () => {
    const outcomes = 'version: 1\noutcomes:\n  - { id: a, title: b }\n';
    const found = propose({ outcomes, sources: { 'a.ts': '// TODO: a\n' }, base: 'origin/main' });
    assert.equal(found.after, outcomes);
  });

  it('has nothing to add the second time', () => {
    const outcomes = 'version: 1\noutcomes:\n  - id: a\n    title: b\n';
    const first = propose({ outcomes, sources, base: 'main' });
    const second = propose({ outcomes: first.after, sources, base: 'main' });
    assert.equal(second.after, first.after);
  });
});

function todoNaming(text: string, line: number, tag: string) {
  const range = { start: { line, character: 8 }, end: { line, character: 8 + text.length } };
  return { range, tag, text: '', endLine: line, names: [{ text, range }], stated: [], waiver: null };
}

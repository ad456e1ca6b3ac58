import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../../../../src/core/edits';
import { findTodosInText } from '../../../../../src/core/work/comments';
import {
  createTodoEdits,
  renameInSource,
  type TodoSource,
  type TodoChange,
} from '../../../../../src/core/work/edit';
import { createLinker } from '../../../../../src/core/work/linker';
import type { Todo } from '../../../../../src/core/work/model';
import { TAGS } from '../../../../support/todos';
import { treeOf } from '../../../../support/tree';

const TREE = `
outcomes:
  - { id: reliable-voice, title: Voice stays, outputs: [{ id: fibre, title: Fibre }] }
  - { id: lower-cost, title: Cost falls }
  - { id: KEY-12, title: Keys }
`;
const tree = treeOf(TREE);
const todoEdits = createTodoEdits(tree);
const IDS = ['reliable-voice', 'fibre', 'lower-cost', 'KEY-12'];

/** How a language writes a comment of several lines; the lines hold no sign that ends it. */
interface Style {
  readonly path: string;
  readonly write: (lines: readonly string[], eol: string) => string;
}

const lineStyle = (path: string, mark: string): Style => ({
  path,
  write: (lines, eol) => lines.map((line) => `  ${mark} ${line}`.trimEnd()).join(eol),
});
const blockStyle = (path: string, open: string, row: string, close: string): Style => ({
  path,
  write: (lines, eol) => `  ${open} ${lines.join(`${eol}  ${row}`)} ${close}`,
});
const STYLES: readonly Style[] = [
  lineStyle('a.ts', '//'),
  lineStyle('a.rs', '///'),
  lineStyle('a.py', '#'),
  lineStyle('a.sql', '--'),
  lineStyle('a.lisp', ';;'),
  lineStyle('a.tex', '%'),
  blockStyle('a.ts', '/**', ' * ', '*/'),
  blockStyle('a.c', '/*', '', '*/'),
  blockStyle('a.rs', '/*', '   ', '*/'),
  blockStyle('a.html', '<!--', '  ', '-->'),
  blockStyle('a.ml', '(*', '   ', '*)'),
  blockStyle('a.hs', '{-', '', '-}'),
  blockStyle('a.lua', '--[[', '', ']]'),
];

const id = fc.constantFrom(...IDS);
const name = fc.oneof(
  id,
  fc.constantFrom('ana', '@bo', '#12', 'reliable-voic', 'low-cost', '`fibre`', 'Key-12'),
);
const words = fc
  .array(
    fc.constantFrom(
      'retry',
      'on',
      'timeout.',
      'see',
      'C#,',
      'why',
      'outcome',
      'ünï',
      '😀',
      '(soon)',
      'a/b',
      '-Wall',
      '"x"',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) => list.join(' '));
const head = fc.oneof(
  fc.constantFrom(
    '',
    ':',
    ' -',
    ' @ana:',
    '()',
    '(when it is out)',
    '(no-outcome)',
    '(no-outcome: vendored, by us):',
  ),
  fc
    .tuple(
      fc.constantFrom('()', '[]', '（）'),
      fc.array(name, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(', ', ',', '; '),
    )
    .map(([around, list, between]) => `${around[0]!}${list.join(between)}${around[1]!}:`),
  name.map((word) => ` (${word}):`),
);
const tail = fc.oneof(
  { weight: 4, arbitrary: fc.constant<string[]>([]) },
  { weight: 1, arbitrary: words.map((text) => [text]) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('outcome', 'why', 'Outcome'),
        fc.array(fc.constantFrom(...IDS, 'low-cost', 'speed'), { minLength: 1, maxLength: 2 }),
      )
      .map(([key, list]) => [`${key}: ${list.join(', ')}`]),
  },
  { weight: 1, arbitrary: fc.constant(['outcome: none (it is (only) a test)']) },
);
const inline = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: id.map((word) => ` (outcome: ${word})`) },
  { weight: 1, arbitrary: id.map((word) => `; why: ${word}.`) },
  { weight: 1, arbitrary: id.map((word) => ` FIXME(${word}): and this`) },
);
const todo = fc
  .tuple(
    fc.constantFrom('TODO', 'FIXME', '[TODO]', '@TODO', '**HACK**', 'TODO/FIXME', '- [ ] TODO'),
    head,
    words,
    inline,
    tail,
  )
  .map(([tag, after, text, more, rest]) => [`${tag}${after} ${text}${more}`, ...rest]);
const comment = fc
  .tuple(fc.array(todo, { minLength: 1, maxLength: 2 }), fc.boolean())
  .map(([todos, apart]) => todos.flatMap((lines, i) => (i > 0 && apart ? ['', ...lines] : lines)));
const source = fc
  .record({
    style: fc.constantFrom(...STYLES),
    comments: fc.array(comment, { minLength: 1, maxLength: 3 }),
    eol: fc.constantFrom('\n', '\r\n', '\r'),
    mark: fc.boolean(),
    ends: fc.boolean(),
  })
  .map(({ style, comments, eol, mark, ends }): TodoSource => {
    const text = comments.map((lines) => style.write(lines, eol)).join(`${eol}${eol}x${eol}`);
    return {
      text: (mark ? '\ufeff' : '') + text + (ends ? eol : ''),
      path: style.path,
      tags: TAGS,
      mentions: 'marker',
    };
  });

const reason = fc.oneof(
  words,
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '*/',
          '/*',
          '-->',
          '*)',
          '(*',
          '-}',
          ']]',
          '(',
          ')',
          'TODO:',
          'outcome: fibre',
          '\n',
          '\r\n',
          'done',
          '\\',
          '?>',
          '"',
          '`',
          ' ',
        ),
        fc.string({ maxLength: 4 }),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((list) => `x ${list.join('')}`),
);
const change: fc.Arbitrary<TodoChange> = fc.oneof(
  id.map((word): TodoChange => ({ kind: 'link', id: word })),
  fc.constant<TodoChange>({ kind: 'unlink' }),
  reason.map((why): TodoChange => ({ kind: 'waive', reason: why })),
);

describe('edits of TODOs, whatever the file', () => {
  it('do what they say and leave every other TODO and byte as it is', () => {
    let made = 0;
    let refused = 0;
    fc.assert(
      fc.property(source, fc.nat(), change, (file, n, wanted) => {
        const before = todosOf(file);
        fc.pre(before.length > 0);
        const target = before[n % before.length]!;
        const result = todoEdits.change(file, target.range.start, wanted);
        if ('refused' in result) {
          refused++;
          return;
        }
        made++;
        const text = applyEdits(file.text, result.edits);
        const after = todosOf({ ...file, text });
        assert.equal(after.length, before.length);
        const touched = new Set(besides(file, before, n % before.length));
        for (const [i, now] of after.entries()) {
          if (touched.has(i)) assertSays(now, wanted, before[i]!);
          else assert.deepEqual(said(now), said(before[i]!));
        }
        assertKept(file.text, text, result.edits);
      }),
      { numRuns: 1000 },
    );
    // What is stated for a whole comment cannot be changed for one TODO of it; anything else hardly ever is refused.
    assert.ok(refused < made / 4, `${refused} refused, ${made} made`);
  });

  it('link any TODO that shares nothing with another', () => {
    // Of two waivers at one TODO only the first is known.
    const single = source.filter(
      (file) => todosOf(file).length === 1 && (file.text.match(/no-outcome|none \(/g) ?? []).length < 2,
    );
    fc.assert(
      fc.property(single, id, (file, wanted) => {
        const [only] = todosOf(file);
        const result = todoEdits.change(file, only!.range.start, { kind: 'link', id: wanted });
        assert.ok('edits' in result, `${JSON.stringify(file.text)}: ${JSON.stringify(result)}`);
      }),
      { numRuns: 1000 },
    );
  });

  it('change all TODOs of a file as one by one', () => {
    fc.assert(
      fc.property(source, id, (file, wanted) => {
        const before = todosOf(file);
        const { edits, refused } = todoEdits.changeAll(
          file,
          before.map(({ range }) => range.start),
          { kind: 'link', id: wanted },
        );
        const after = todosOf({ ...file, text: applyEdits(file.text, edits) });
        const left = new Set(refused.map(({ at }) => `${at.line}:${at.character}`));
        for (const [i, { range }] of before.entries()) {
          if (!left.has(`${range.start.line}:${range.start.character}`))
            assertSays(after[i]!, { kind: 'link', id: wanted }, before[i]!);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('rename there and back as if nothing had been', () => {
    const renamed = treeOf(TREE.replaceAll('lower-cost', 'cheaper-2'));
    fc.assert(
      fc.property(source, (file) => {
        const there = renameInSource(file, tree, 'lower-cost', 'cheaper-2');
        const text = applyEdits(file.text, there.edits);
        const links = todosOf(file).map(({ links: all }) => all);
        const expected = JSON.stringify(links).replaceAll('"lower-cost"', '"cheaper-2"');
        if (there.left.length === 0)
          assert.equal(
            JSON.stringify(todosOf({ ...file, text }, renamed).map(({ links: all }) => all)),
            expected,
          );
        const back = renameInSource({ ...file, text }, renamed, 'cheaper-2', 'lower-cost');
        assert.equal(applyEdits(text, back.edits), file.text);
      }),
      { numRuns: 1000 },
    );
  });
});

function todosOf({ text, path }: TodoSource, by = tree): Todo[] {
  const todos = findTodosInText(text, path, { tags: TAGS, mentions: 'marker' });
  assert.ok(typeof todos !== 'string');
  return createLinker(by).linkTodos({ file: path, todos }, undefined);
}

/** The TODO and those whose tag words stand beside its own, as in `TODO/FIXME`. */
function besides({ text }: TodoSource, todos: readonly Todo[], index: number): number[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const isBeside = (a: Todo, b: Todo) =>
    a.range.end.line === b.range.start.line &&
    lines[a.range.end.line]!.slice(a.range.end.character, b.range.start.character) === '/';
  const found = [index];
  for (let i = index; i > 0 && isBeside(todos[i - 1]!, todos[i]!); i--) found.push(i - 1);
  for (let i = index; i + 1 < todos.length && isBeside(todos[i]!, todos[i + 1]!); i++) found.push(i + 1);
  return found;
}

function assertSays(now: Todo, wanted: TodoChange, before: Todo): void {
  const links = now.links.map(({ outcome, output }) => output ?? outcome);
  assert.deepEqual(links, wanted.kind === 'link' ? [wanted.id] : []);
  assert.deepEqual(now.broken, []);
  assert.equal(now.assignee, before.assignee);
  assert.equal(now.tag, before.tag);
  if (wanted.kind === 'waive') {
    assert.ok(now.waiver !== null && now.waiver.reason !== '');
    // Signs may be parted or left out, words may not.
    const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    assert.equal(bare(now.waiver.reason), bare(wanted.reason));
  } else assert.equal(now.waiver, null);
}

/** All of a TODO but where it stands. */
function said({ tag, text, assignee, waiver, links, broken, statedAt }: Todo): unknown {
  return [tag, text, assignee, waiver?.reason, links, broken.map((b) => b.text), statedAt.map((s) => s.text)];
}

/** Line ends and the byte order mark are those of before; each edit stays on a line or takes whole ones. */
function assertKept(before: string, after: string, edits: readonly TextEdit[]): void {
  const ends = (text: string) => new Set(text.match(/\r\n|\r|\n/g));
  assert.ok([...ends(after)].every((eol) => ends(before).has(eol)));
  assert.equal(after.startsWith('\ufeff'), before.startsWith('\ufeff'));
  for (const { span } of edits) assert.ok(span.end - span.start < 120, before.slice(span.start, span.end));
}

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { applyEdits, areApart } from '../../../src/core/edits';
import { findTodosInText } from '../../../src/core/work/comments';
import type { ScannedTodo } from '../../../src/core/work/model';
import { createTodoEdits, type TodoChange } from '../../../src/core/work/edit';
import { TAGS } from '../../support/todos';
import { treeOf } from '../../support/tree';
import { fuzz, mutated, type Original } from './support';

const tree = treeOf(`
outcomes:
  - { id: reliable-voice, title: Voice stays, outputs: [{ id: fibre, title: Fibre }] }
  - { id: lower-cost, title: Cost falls }
`);
const edits = createTodoEdits(tree);

const PIECES = (
  'TODO FIXME: TODO(ana): TODO(lower-cost): TODO(@bo, fibre) outcome: fibre why: lower-cost (no-outcome: vendored) no-outcome ' +
  '// # /* */ <!-- --> -- ( ) [ ] , ; : \\ " \' ` \n \r\n \n// \n# \n * \t é 😀'
).split(' ');

const change = fc.constantFrom<TodoChange>(
  { kind: 'link', id: 'lower-cost' },
  { kind: 'unlink' },
  { kind: 'waive', reason: 'it is vendored' },
  // What would end the comment, begin another TODO or say more than a reason.
  ...[
    '*/ x',
    'a --> b',
    "it's ''' or \"\"\"",
    ') x',
    'TODO: more',
    'outcome: fibre',
    '# // --',
    '}} %> ?>',
  ].map((reason) => ({ kind: 'waive', reason }) as const),
);

describe('fuzzing the edits of TODOs', function () {
  this.timeout(300_000);

  it('are refused, or change one TODO and leave the others where and what they are', () => {
    const source = mutated(sampleSources(), PIECES, 700);
    let made = 0;
    fuzz(
      8000,
      fc.record({ source, change, n: fc.nat() }),
      ({ source: { file, bytes }, change: wanted, n }) => {
        const text = new TextDecoder().decode(bytes);
        const options = { tags: TAGS, mentions: 'marker' as const };
        const before = findTodosInText(text, file, options);
        if (typeof before === 'string' || before.length === 0) return;
        const target = before[n % before.length]!;
        const result = edits.change({ text, path: file, ...options }, target.range.start, wanted);
        if ('refused' in result) {
          assert.match(result.refused, /\S/);
          return;
        }
        made++;
        assert.ok(areApart(result.edits));
        const edited = applyEdits(text, result.edits);
        const after = findTodosInText(edited, file, options);
        assert.ok(typeof after !== 'string' && after.length === before.length, 'as many TODOs as before');
        assert.deepEqual(
          after.map(({ tag }) => tag),
          before.map(({ tag }) => tag),
        );
        const index = before.indexOf(target);
        assert.ok(
          isAsWanted(after[index]!, wanted),
          `${said(after[index]!)} after ${JSON.stringify(wanted)}`,
        );
        for (const [i, todo] of after.entries())
          if (said(todo) !== said(before[i]!))
            assert.ok(areOne(before[i]!, target), `${said(before[i]!)} too`);
      },
    );
    assert.ok(made > 700, `only ${made} edits were made`);
  });
});

/** Every id that a TODO may link to, in lower case. */
const IDS = ['reliable-voice', 'fibre', 'lower-cost'];

function isAsWanted(todo: ScannedTodo, wanted: TodoChange): boolean {
  const ids = [...todo.names, ...todo.stated].map(({ text }) => text.toLowerCase());
  if (wanted.kind === 'link') return ids.includes(wanted.id);
  if (wanted.kind === 'waive') return wordsOf(todo.waiver?.reason ?? '') === wordsOf(wanted.reason);
  return !ids.some((id) => IDS.includes(id));
}

/** Of a reason what would end the comment or be a tag word is written in another way. */
function wordsOf(reason: string): string {
  return reason.replace(/\W+/g, ' ').trim().toLowerCase();
}

/** All that it says, wherever it stands. */
function said({ tag, text, names, stated, waiver }: ScannedTodo): string {
  const words = (all: readonly { readonly text: string }[]) => all.map((each) => each.text);
  return JSON.stringify([tag, text, words(names), words(stated), waiver?.reason ?? null]);
}

/** Tag words side by side say the same. */
function areOne(a: ScannedTodo, b: ScannedTodo): boolean {
  return a.range.start.line === b.range.start.line && said({ ...a, tag: '' }) === said({ ...b, tag: '' });
}

/** The sources of the sample, which have TODOs in many languages. */
function sampleSources(): Original[] {
  const root = path.join(import.meta.dirname, '..', '..', '..', 'examples', 'voice-migration');
  return fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => path.join(root, name))
    .filter(
      (file) =>
        fs.statSync(file).isFile() &&
        !file.endsWith('.yml') &&
        /TODO|FIXME/.test(fs.readFileSync(file, 'utf8')),
    )
    .map((file) => ({ file, bytes: new Uint8Array(fs.readFileSync(file)) }));
}

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { applyEdits, areApart } from '../../../src/core/edits';
import { findTodosInText } from '../../../src/core/work/comments';
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
      },
    );
    assert.ok(made > 700, `only ${made} edits were made`);
  });
});

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

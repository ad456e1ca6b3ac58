import assert from 'node:assert/strict';
import { branchIn, entryIn } from '../../../../src/editor/branches/arguments';
import { rows } from '../../../../src/editor/view/rows';

const place = { folder: 'file:///a', repository: '', branch: 'x/y' };
const rowOf = (draft: object) =>
  rows('', [draft], (one) => ({ key: 'k', kind: 'branch', label: 'l', icon: 'i', ...one }))[0];

describe('what commands about branches are given', () => {
  it('is a branch, by its place or its row', () => {
    assert.deepEqual(branchIn(place), place);
    assert.deepEqual(branchIn(rowOf({ place: { kind: 'branch', ...place } })), place);
    const at = { kind: 'file', folder: 'file:///a', file: 'a.ts' };
    for (const none of [undefined, null, 'x', 1, {}, { folder: 'file:///a' }, rowOf({ place: at })])
      assert.equal(branchIn(none), undefined);
  });

  it('is an outcome or output, by its id or its row', () => {
    const at = { kind: 'file', folder: 'file:///a', file: 'outcomes.yml' };
    assert.deepEqual(entryIn('voip'), { id: 'voip', folder: undefined });
    assert.deepEqual(entryIn({ id: 'voip', folder: 'file:///a' }), { id: 'voip', folder: 'file:///a' });
    for (const kind of ['outcome', 'output'])
      assert.deepEqual(entryIn(rowOf({ kind, copy: 'voip', place: at })), {
        id: 'voip',
        folder: 'file:///a',
      });
    for (const none of [
      undefined,
      null,
      1,
      {},
      rowOf({ kind: 'todo', copy: 'a.ts:1' }),
      rowOf({ kind: 'outcome' }),
    ])
      assert.equal(entryIn(none), undefined);
  });
});

import assert from 'node:assert/strict';
import { KnownLines } from '../../../../src/node/git/known-lines';

const RUNS = [
  { first: 0, last: 0 },
  { first: 4, last: 9 },
];

describe('lines that were compared before', () => {
  it('are known by both contents, in their order', () => {
    const known = new KnownLines();
    known.set('a1', 'b2', RUNS);
    known.set('b2', 'a1', []);
    assert.deepEqual(known.get('a1', 'b2'), RUNS);
    assert.deepEqual(known.get('b2', 'a1'), []);
    assert.equal(known.get('a1', 'a1'), undefined);
  });

  it('are bounded, and those that were asked for last stay', () => {
    const known = new KnownLines(2);
    known.set('a', 'b', RUNS);
    known.set('a', 'c', RUNS);
    known.get('a', 'b');
    known.set('a', 'd', RUNS);
    const left = ['b', 'c', 'd'].filter((after) => known.get('a', after) !== undefined);
    assert.deepEqual(left, ['b', 'd']);
  });

  it('are packed, and taken by another that may know some itself', () => {
    const known = new KnownLines();
    known.set('a', 'b', RUNS);
    known.set('a', 'c', []);
    const packed = known.pack();
    const next = new KnownLines();
    next.unpack(packed);
    assert.equal(next.pack(), packed);
    next.set('a', 'd', RUNS);
    assert.deepEqual(next.get('a', 'b'), RUNS);
    assert.deepEqual(next.get('a', 'c'), []);
    const last = new KnownLines();
    last.set('a', 'e', RUNS);
    last.unpack(next.pack());
    for (const after of ['b', 'd', 'e']) assert.deepEqual(last.get('a', after), RUNS);
    assert.notEqual(last.pack(), next.pack());
  });
});

import fc from 'fast-check';
import assert from 'node:assert/strict';
import { effortOf } from '../../../support/effort';
import { createNearest, editDistance, editLimit, nearest } from '../../../../src/core/work/near';

const IDS = ['reliable-voice', 'lower-cost', 'mpf', 'voip', 'KEY-12', 'sign-ups'];

describe('nearest', () => {
  for (const [word, id] of [
    ['reliabel-voice', 'reliable-voice'],
    ['reliable_voice', 'reliable-voice'],
    ['RELIABLEVOICE', 'reliable-voice'],
    ['relyable-voise', 'reliable-voice'],
    ['lowr-cost', 'lower-cost'],
    ['vopi', 'voip'],
    ['mfp', 'mpf'],
    ['signups', 'sign-ups'],
    ['key-12', 'KEY-12'],
    ['voip', 'voip'],
    ['ana', null],
    ['mp', null],
    ['mpx', null],
    ['unreliable-noise', null],
    ['', null],
    ['__proto__', null],
  ] as const) {
    it(`takes ${word === '' ? 'the empty word' : word} for ${id ?? 'nothing'}`, () =>
      assert.equal(nearest(word, IDS), id));
  }

  it('prefers fewer edits, then the longer common beginning, then the earlier one', () => {
    assert.equal(nearest('abcdex', ['abcxyx', 'abcdef']), 'abcdef');
    assert.equal(nearest('coats', ['goats', 'coast']), 'coast');
    assert.equal(nearest('abcx', ['abcd', 'abce']), 'abcd');
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-', 'é'), maxLength: 14 });

  it('is symmetric and as the definition says', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const limit = editLimit(Math.max(a.length, b.length));
        assert.equal(editDistance(a, b, limit), editDistance(b, a, limit));
        assert.equal(editDistance(a, b, limit), Math.min(plainDistance(a, b), limit + 1));
        // A word of three letters means too many longer ones; a longer one may well have lost its fourth letter.
        if (a.length > 3 === b.length > 3) assert.equal(nearest(a, [b]) === b, nearest(b, [a]) === a);
      }),
    );
  });

  it('finds among many what comparing with each one finds', () => {
    fc.assert(
      fc.property(word, fc.uniqueArray(word, { maxLength: 12 }), (a, candidates) => {
        const found = nearest(a, candidates);
        const distances = candidates.filter((c) => nearest(a, [c]) !== null).map((c) => plainDistance(a, c));
        if (found === null) assert.deepEqual(distances, []);
        else assert.equal(plainDistance(a, found), Math.min(...distances));
      }),
    );
  });

  it('answers 2,000 words over 2,000 ids of the same syllables in little time', () => {
    const syllables = [
      're',
      'li',
      'able',
      'voi',
      'ce',
      'low',
      'cost',
      'sign',
      'up',
      'sup',
      'port',
      'tra',
      'in',
      'ed',
    ];
    const wordOf = (n: number) =>
      [n, n * 7, n * 13, n * 31].map((k, i) => syllables[(k >> i) % 14]! + (i === 1 ? '-' : '')).join('');
    const find = createNearest(Array.from({ length: 2000 }, (_, i) => `${wordOf(i)}-${i % 9}`));
    const effort = effortOf(() => {
      for (let i = 0; i < 2000; i++) find(`${wordOf(i)}${i.toString(36)}`);
    });
    assert.ok(effort < 3000, `${effort} ms`);
  });
});

/** Optimal string alignment by its recurrence. */
function plainDistance(a: string, b: string): number {
  const known = new Map<string, number>();
  const distance = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i},${j}`;
    let best = known.get(key);
    if (best === undefined) {
      best = Math.min(
        distance(i - 1, j) + 1,
        distance(i, j - 1) + 1,
        distance(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, distance(i - 2, j - 2) + 1);
      known.set(key, best);
    }
    return best;
  };
  return distance(a.length, b.length);
}

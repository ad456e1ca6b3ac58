import assert from 'node:assert/strict';
import { decide } from '../../src/core/outcomes/wording/decide';
import { normalizeTitle } from '../../src/core/outcomes/wording/normalize';
import type { Verdict } from '../../src/core/outcomes/wording/reading';
import { readWords } from '../../src/core/outcomes/wording/words';

/** A test for each kind: what the rules alone say of its titles, before words are weighed. */
export function itReads(kinds: Readonly<Record<string, readonly [title: string, verdict: Verdict][]>>): void {
  for (const [what, titles] of Object.entries(kinds)) {
    it(`reads ${what}`, () => {
      const read = titles.map(([title]) => [title, decide(readWords(normalizeTitle(title))).verdict]);
      assert.deepEqual(read, titles);
    });
  }
}

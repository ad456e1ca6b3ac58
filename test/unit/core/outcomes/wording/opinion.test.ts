import assert from 'node:assert/strict';
import { decide } from '../../../../../src/core/outcomes/wording/decide';
import { titleFeatures } from '../../../../../src/core/outcomes/wording/features';
import { weightLines } from '../../../../../src/core/outcomes/wording/lexicon/weights';
import { judge } from '../../../../../src/core/outcomes/wording/opinion';
import { readWords } from '../../../../../src/core/outcomes/wording/words';

const names = (title: string): string[] => titleFeatures(readWords(title)).map(({ name }) => name);

describe('the second opinion', () => {
  it('sees what a title is built of', () => {
    const seen = names('Raise the share of returning readers to 40 %');
    for (const name of ['built verb', 'verb change', 'some percent', 'object person', 'whole measured']) {
      assert.ok(seen.includes(name), name);
    }
    assert.equal(new Set(seen).size, seen.length);
    for (const name of seen) assert.match(name, /^\S+ \S+$/);
  });

  it('has weights that each name a feature once, in lines of a kind, whole tenths and names', () => {
    const lines = weightLines.trim().split('\n');
    for (const line of lines) assert.match(line, /^\S+ -?\d+(?: \S+)+$/);
    const names = lines.flatMap((line) => {
      const [kind, , ...whats] = line.split(' ');
      return whats.map((what) => `${kind} ${what}`);
    });
    assert.equal(new Set(names).size, names.length);
    assert.ok(weightLines.length < 10_000);
  });

  it('leaves a verdict of the rules as it is where it agrees, and a count of work always', () => {
    for (const title of [
      'Launch the loyalty app',
      'Halve the waiting time',
      'Increase the number of commits by 40 %',
    ]) {
      assert.deepEqual(judge(readWords(title)), decide(readWords(title)), title);
    }
  });
});

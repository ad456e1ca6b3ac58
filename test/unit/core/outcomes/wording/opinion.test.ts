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
    for (const name of ['built as verb', 'verb change', 'a percentage', 'object person', 'measured']) {
      assert.ok(seen.includes(name), name);
    }
    assert.equal(new Set(seen).size, seen.length);
  });

  it('has weights that each name a feature once and give three whole numbers', () => {
    const lines = weightLines.trim().split('\n');
    for (const line of lines) assert.match(line, /^[^|]*(?:\|-?\d+){3}$/);
    assert.equal(new Set(lines.map((line) => line.split('|')[0])).size, lines.length);
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

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  filterLines,
  sortLines,
  verdictLines,
} from '../../../../../src/core/outcomes/wording/lexicon/network';
import { vectorLines } from '../../../../../src/core/outcomes/wording/lexicon/vectors';
import { readAsWhole } from '../../../../../src/core/outcomes/wording/network';
import { normalizeTitle } from '../../../../../src/core/outcomes/wording/normalize';
import { sortsOf } from '../../../../../src/core/outcomes/wording/sorts';
import { readWords } from '../../../../../src/core/outcomes/wording/words';

const read = (title: string) => readAsWhole(readWords(normalizeTitle(title)));
const lines = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

describe('the network that reads a title as a whole', () => {
  it('tells what is made from what changes, also of words that are in no list of the folder', () => {
    for (const [made, changes] of [
      ['Publish the gardening guide', 'Gardeners lose fewer plants'],
      ['Set up a hotline for tenants', 'Tenants wait a day for an answer'],
      ['A timetable with all tram lines', 'Passengers miss fewer connections'],
    ] as const) {
      const lead = ({ outcome, output }: ReturnType<typeof read>) => output - outcome;
      assert.ok(lead(read(made)) > 0, made);
      assert.ok(lead(read(changes)) < 0, changes);
    }
  });

  it('gives finite odds for any text, the same for the same, and reads forty words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem()), (title) => {
        const told = read(title);
        for (const odds of Object.values(told)) assert.ok(Number.isFinite(odds), title);
        assert.deepEqual(read(title), told);
      }),
      { numRuns: 200 },
    );
    const forty = readWords('ferry '.repeat(40).trim());
    assert.deepEqual(readAsWhole([...forty, ...readWords('Launch the app')]), readAsWhole(forty));
  });

  it('depends on the order of words, and on what stands far from each other', () => {
    assert.notDeepEqual(read('Nurses train patients'), read('Patients train nurses'));
    assert.notDeepEqual(
      read('Visitors stay and the museum sells'),
      read('Visitors stay and the museum closes'),
    );
  });

  it('takes a compound that it does not know for what its parts are', () => {
    assert.notDeepEqual(read('garden-hospital'), read('qwxyz-hospital-qwxyz'));
    assert.deepEqual(read('qwxyz-vbnmk'), read('qwxyz'));
  });

  it('is as wide as its words are', () => {
    const words = [...vectorLines.trim().matchAll(/(\S+)\s(\S+)/g)].map(([, name, text]) => [name!, text!]);
    const [word] = words.map(([, text]) => text!.length);
    for (const line of words) {
      assert.match(line.join(' '), /^(?:\?|[a-z][a-z-]*) [A-Za-z0-9+/]+$/);
      assert.equal(line[1]!.length, word);
    }
    assert.equal(new Set(words.map(([name]) => name)).size, words.length);
    const sort = lines(sortLines)[0]!.length - 1;
    for (const line of lines(sortLines)) assert.equal(line.length, sort + 1, line[0]);
    for (const [width, , ...weights] of lines(filterLines))
      assert.equal(weights.length, Number(width) * (word! + sort));
    assert.deepEqual(
      lines(verdictLines).map(([name]) => name),
      ['outcome', 'output', 'unclear'],
    );
    for (const line of lines(verdictLines)) assert.equal(line.length, 2 + lines(filterLines).length);
    for (const text of [sortLines, filterLines, verdictLines])
      assert.doesNotMatch(text, /NaN|undefined|Infinity/);
  });

  it('knows every sort that a word can be', () => {
    const known = new Set(lines(sortLines).map(([name]) => name));
    const words = readWords('Quickly build 12 better boats, for the nurses who sail');
    for (const each of words)
      for (const sort of sortsOf(each)) assert.ok(known.has(sort), `${each.text}: ${sort}`);
  });
});

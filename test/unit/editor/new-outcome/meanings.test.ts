import assert from 'node:assert/strict';
import { type Measure, meaningsOf } from '../../../../src/editor/new-outcome/meanings';

const CALLS: Measure = { title: 'Calls', unit: 'calls', baseline: '120' };
const SHARE: Measure = { title: 'Share of sites', unit: '%', baseline: '40' };
const OPEN: Measure = { title: 'Calls', unit: '', baseline: '' };

function labels(text: string, measure: Measure): string[] {
  return meaningsOf(text, measure).meanings.map(({ label }) => label);
}

describe('what a typed target means', () => {
  it('is the value to reach, or a level to keep', () => {
    assert.deepEqual(labels('60', CALLS), [
      'Bring it down from 120 calls to 60 calls',
      'Keep it at 60 calls or more',
      'Keep it at 60 calls or less',
    ]);
    assert.deepEqual(labels('60', OPEN)[0], 'Bring it to 60');
  });

  it('is every way to take a percentage, with where it leads', () => {
    assert.deepEqual(labels('20%', CALLS), [
      'Raise it from 120 calls to 144 calls (by +20%)',
      'Bring it down from 120 calls to 96 calls (by -20%)',
    ]);
    assert.deepEqual(labels('-20%', CALLS), ['Bring it down from 120 calls to 96 calls (by -20%)']);
    assert.deepEqual(labels('+10%', SHARE).slice(0, 2), [
      'Raise it from 40% to 50% (by +10pp)',
      'Raise it from 40% to 44%',
    ]);
    assert.equal(labels('80%', SHARE)[0], 'Raise it from 40% to 80%');
    assert.deepEqual(labels('+20%', OPEN)[0], 'Change it by +20% from where it is');
  });

  it('is a change with a sign', () => {
    assert.equal(labels('-40', CALLS)[0], 'Bring it down from 120 calls to 80 calls (by -40)');
    assert.equal(labels('−40', CALLS)[0], labels('-40', CALLS)[0]);
    assert.equal(labels('+2pp', SHARE)[0], 'Raise it from 40% to 42% (by +2pp)');
  });

  it('is a range or a bound in the words of people', () => {
    for (const text of ['40-60', '40 – 60', '40..60', '40 to 60', 'between 40 and 60'])
      assert.deepEqual(labels(text, CALLS), ['Keep it between 40 calls and 60 calls'], text);
    for (const text of ['<= 5', '≤5', 'at most 5', 'under 5'])
      assert.deepEqual(labels(text, CALLS), ['Keep it at 5 calls or less'], text);
    for (const text of ['>= 95%', 'at least 95 %', 'over 95%'])
      assert.deepEqual(labels(text, SHARE), ['Keep it at 95% or more'], text);
  });

  it('is nothing, with the reason, where it is no number', () => {
    for (const [text, reason] of [
      ['many', /has no number/],
      ['1,5', /decimal point it is `1.5`/],
      ['120', /equals the baseline/],
      ['60-40', /the other way round/],
      ['3 days', /Use the same unit/],
    ] as const) {
      const { meanings, problem } = meaningsOf(text, CALLS);
      if (text !== '120') assert.deepEqual(meanings, [], text);
      if (text !== '120') assert.match(problem ?? '', reason);
    }
    assert.deepEqual(labels('120', CALLS), ['Keep it at 120 calls or more', 'Keep it at 120 calls or less']);
    assert.deepEqual(meaningsOf('', CALLS), { meanings: [], problem: null });
  });
});

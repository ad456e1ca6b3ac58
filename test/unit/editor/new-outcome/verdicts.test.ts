import assert from 'node:assert/strict';
import { outputVerdict, type Surroundings, verdictOn } from '../../../../src/editor/new-outcome/verdicts';
import { begin, moved, type Step, type Wizard } from '../../../../src/editor/new-outcome/wizard';

const AROUND: Surroundings = {
  today: '2026-11-22',
  taken: new Set(['reliable-voice']),
  parentDue: null,
  off: new Set(),
};

function at(step: Step, texts: Partial<Record<Step, string>> = {}): Wizard {
  const wizard = begin({ title: 'Callers wait less' });
  return {
    ...wizard,
    at: step,
    answers: { ...wizard.answers, texts: { ...wizard.answers.texts, ...texts } },
  };
}

function said(step: Step, text: string, texts?: Partial<Record<Step, string>>, around = AROUND): string {
  const verdict = verdictOn(at(step, texts), text, around);
  return verdict === null ? '' : `${verdict.severity}: ${verdict.message}`;
}

describe('what is said while one types', () => {
  it('warns of a title that reads as an output, with the reason', () => {
    assert.match(said('title', 'Launch the chatbot'), /^warning: This reads as an output: .*Launch/i);
    assert.equal(said('title', 'Support calls fall from 800 to 500 a week'), '');
    assert.equal(said('title', 'Better experience'), '', 'a metric may follow');
    assert.match(said('title', ' '), /^error: /);
    const off = { ...AROUND, off: new Set(['output-as-outcome']) };
    assert.equal(said('title', 'Launch the chatbot', {}, off), '');
  });

  it('reads numbers with their unit in mind', () => {
    const metric = { metric: 'Calls', unit: 'calls' };
    assert.equal(said('baseline', '1,000', metric), '');
    assert.match(said('baseline', '1,5', metric), /^error: .*decimal point it is `1.5`/);
    assert.match(said('baseline', '20%', metric), /^error: .*a share of what/);
    assert.equal(said('baseline', '20%', { ...metric, unit: '%', target: '20%' }), '');
    assert.match(said('metric', 'Features shipped'), /^warning: .*counts deliverables/);
    assert.equal(said('unit', 'calls/week', { metric: 'Calls' }), '');
  });

  it('reads days, months and quarters', () => {
    for (const due of ['2027-Q2', '2027-02', '2027-02-28']) assert.equal(said('due', due), '', due);
    assert.match(said('due', '2027-02-30'), /^error: .*calendar/);
    assert.match(said('due', 'next summer'), /^error: .*a quarter 2026-Q4/);
    assert.match(said('due', 'Q2 2027'), /^error: .*Write `2027-Q2`/);
    assert.match(said('due', '2026-01'), /^warning: .*passed/);
    assert.match(said('due', '2028', {}, { ...AROUND, parentDue: '2027-12-31' }), /^error: /);
    assert.match(
      said('due', '2028-01', {}, { ...AROUND, parentDue: '2027-12-31' }),
      /^warning: .*2027-12-31/,
    );
  });

  it('accepts an id that is free', () => {
    assert.equal(said('id', 'short-wait'), '');
    assert.match(said('id', 'Reliable-Voice'), /^error: "Reliable-Voice" is an id already/);
    assert.match(said('id', 'short wait'), /^error: An id must be/);
    assert.match(said('id', 'none'), /^error: /);
  });

  it('warns of an output that states a result', () => {
    assert.match(
      outputVerdict('Reduce calls from 800 to 500 a week', AROUND)?.message ?? '',
      /reads as an outcome/,
    );
    assert.equal(outputVerdict('Publish the answers', AROUND), null);
    assert.equal(outputVerdict(' ', AROUND), null);
  });

  it('has nothing to say when all is asked', () => {
    const done = moved({ ...begin(), at: 'id' }, { kind: 'next', text: 'x' });
    assert.equal(verdictOn(done, '', AROUND), null);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/edits';
import { addOutcome } from '../../../../src/core/outcomes/edit';
import { parseOutcomes } from '../../../../src/core/outcomes/parse';
import { meaningsOf } from '../../../../src/editor/new-outcome/meanings';
import { measureOf, resultOf } from '../../../../src/editor/new-outcome/result';
import {
  answerTo,
  begin,
  moved,
  type Move,
  stepsOf,
  tidy,
  type Wizard,
} from '../../../../src/editor/new-outcome/wizard';

/** Answers the questions in turn; null skips one. */
function answered(answers: readonly (string | null)[], wizard = begin()): Wizard {
  return answers.reduce((at, text) => moved(at, text === null ? skip('') : next(at, text)), wizard);
}

function next(wizard: Wizard, text: string): Move {
  if (wizard.at === 'target') {
    const [meaning = null] = meaningsOf(tidy(text), measureOf(wizard)).meanings;
    return { kind: 'next', text, with: { meaning } };
  }
  return { kind: 'next', text };
}

function skip(text: string): Move {
  return { kind: 'skip', text };
}

const NONE: ReadonlySet<string> = new Set();

describe('the questions of a new outcome', () => {
  it('come in the order of thinking, and only those that make sense', () => {
    assert.deepEqual(stepsOf(begin()), ['title', 'why', 'metric', 'due', 'owner', 'outputs', 'id']);
    const measured = answered(['Callers wait less', null, 'Minutes in the queue']);
    assert.equal(measured.at, 'unit');
    const chosen = begin({ outputs: ['Hire two people', 'Publish the answers', 'Hire two people', '  '] });
    assert.deepEqual(stepsOf(chosen).slice(-3), ['outputs', 'chosen', 'id']);
    const rejected = { ...chosen.answers, rejected: ['Hire two people', 'Something else'] };
    assert.deepEqual(stepsOf({ ...chosen, answers: rejected }).slice(-3), [
      'chosen',
      'trade-off:Hire two people',
      'id',
    ]);
  });

  it('make an outcome of what was answered', () => {
    const start = begin({ title: 'Callers wait less', outputs: ['Hire two people', 'Publish the answers'] });
    let wizard = answered(
      ['Callers wait less', 'They hang up', 'Minutes in the queue', 'minutes', '12', '5', '2027-Q2', '@desk'],
      start,
    );
    assert.equal(wizard.at, 'outputs');
    wizard = moved(wizard, next(wizard, ''));
    wizard = moved(wizard, { kind: 'next', text: '', with: { rejected: ['Hire two people'] } });
    wizard = answered(['Dearer every month', 'short-wait'], wizard);
    assert.equal(wizard.at, 'done');
    assert.deepEqual(resultOf(wizard, new Set(['minutes-queue'])), {
      id: 'short-wait',
      title: 'Callers wait less',
      why: 'They hang up',
      owner: '@desk',
      due: '2027-Q2',
      metrics: [
        { id: 'minutes-queue-2', title: 'Minutes in the queue', unit: 'minutes', baseline: 12, target: 5 },
      ],
      outputs: [
        {
          id: 'hire-two-people',
          title: 'Hire two people',
          status: 'rejected',
          instead: 'publish-answers',
          'trade-off': 'Dearer every month',
        },
        { id: 'publish-answers', title: 'Publish the answers', status: 'planned' },
      ],
    });
  });

  it('leave out what was skipped, and find it again on the way back', () => {
    let wizard = answered(['Callers wait less', 'They hang up']);
    wizard = moved(moved(wizard, { kind: 'back', text: 'Minutes' }), skip('They hang up'));
    assert.equal(wizard.at, 'metric');
    assert.equal(wizard.answers.texts.metric, 'Minutes');
    assert.equal(resultOf(wizard, NONE).why, undefined);
    wizard = moved(wizard, { kind: 'back', text: 'Minutes' });
    assert.equal(wizard.answers.texts.why, 'They hang up');
    assert.equal(resultOf(moved(wizard, next(wizard, 'They hang up')), NONE).why, 'They hang up');
  });

  it('propose outputs when none of several was chosen', () => {
    const wizard = begin({ outputs: ['A', 'B'] });
    const none = { ...wizard, answers: { ...wizard.answers, rejected: ['A', 'B'] } };
    assert.deepEqual(
      resultOf(none, NONE).outputs?.map(({ id, status, instead }) => [id, status, instead]),
      [
        ['a', 'proposed', undefined],
        ['b', 'proposed', undefined],
      ],
    );
  });

  it('never lose a word, whatever the order of steps', () => {
    const move = fc.record({
      kind: fc.constantFrom('next' as const, 'skip' as const, 'back' as const, 'stay' as const),
      text: fc.oneof(fc.constantFrom('', 'Hire', '12', '20%', '2027'), fc.string()),
      outputs: fc.option(fc.uniqueArray(fc.constantFrom('A', 'B', 'C')), { nil: undefined }),
      rejected: fc.option(fc.uniqueArray(fc.constantFrom('A', 'B', 'C')), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        let wizard = begin();
        const kept = new Map<string, string>();
        for (const { kind, text, outputs, rejected } of moves) {
          if (wizard.at === 'done') break;
          const before = wizard;
          kept.set(wizard.at, text);
          wizard = moved(wizard, {
            kind,
            text,
            with: {
              ...(wizard.at === 'outputs' && outputs ? { outputs } : {}),
              ...(wizard.at === 'chosen' && rejected ? { rejected } : {}),
            },
          });
          if (wizard.at === 'done') break;
          const steps = stepsOf(wizard);
          assert.ok(steps.includes(wizard.at), `${wizard.at} is not asked`);
          const way = steps.indexOf(wizard.at) - steps.indexOf(before.at as never);
          assert.ok(
            { next: way === 1, skip: way === 1, stay: way === 0, back: way === -1 || before.at === 'title' }[
              kind
            ],
          );
        }
        assert.deepEqual(
          new Map(Object.entries(wizard.answers.texts).filter(([step]) => kept.has(step))),
          kept,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('end in an outcome that is read again as it was meant', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '# not a comment',
        'a: b',
        '- x',
        '[x',
        '"quoted"',
        "it's",
        'true',
        '12',
        '~',
        '日本',
        'é',
      ),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    );
    const title = word.filter((text) => tidy(text) !== '');
    const arbitrary = fc.record({
      title,
      why: fc.option(word),
      metric: fc.option(title),
      unit: fc.option(fc.constantFrom('minutes', '%', 'calls/week')),
      baseline: fc.option(fc.constantFrom('12', '1,000', '0.5', '-3')),
      target: fc.option(fc.constantFrom('5', '+20%', '20%', '≤ 4', '3-9', '-2', '+2pp', 'many')),
      due: fc.option(fc.constantFrom('2027-Q2', '2027-01', '2027-03-04')),
      owner: fc.option(word),
      outputs: fc.uniqueArray(title.map(tidy), { maxLength: 4 }),
      rejected: fc.array(fc.nat(3)),
      tradeOff: word,
    });
    fc.assert(
      fc.property(
        arbitrary,
        fc.constantFrom('', 'version: 1\r\noutcomes:\r\n  - id: a\r\n    title: A\r\n'),
        (a, text) => {
          const texts = Object.fromEntries(
            (['title', 'why', 'metric', 'unit', 'baseline', 'target', 'due', 'owner'] as const).map(
              (step) => [step, a[step] ?? ''],
            ),
          );
          const rejected = a.rejected.flatMap((i) => a.outputs[i] ?? []);
          for (const output of a.outputs) texts[`trade-off:${output}`] = a.tradeOff;
          let wizard: Wizard = {
            ...begin(),
            answers: { texts, meaning: null, outputs: a.outputs, rejected },
          };
          const [meaning = null] = meaningsOf(answerTo(wizard, 'target'), measureOf(wizard)).meanings;
          wizard = { ...wizard, answers: { ...wizard.answers, meaning } };
          const outcome = resultOf(wizard, new Set(['a']));
          const file = parseOutcomes('outcomes.yml', text);
          const added = addOutcome(file, null, outcome);
          assert.ok('edits' in added, JSON.stringify(added));
          const after = parseOutcomes('outcomes.yml', applyEdits(text, added.edits));
          assert.deepEqual(after.problems, []);
          const read = after.outcomes.at(-1)!;
          assert.equal(read.id, outcome.id);
          assert.equal(read.title, tidy(a.title));
          assert.equal(read.why, tidy(a.why ?? '') || null);
          assert.equal(read.owner, tidy(a.owner ?? '') || null);
          assert.equal(read.metrics[0]?.title ?? '', tidy(a.metric ?? ''));
          assert.deepEqual(
            read.outputs.map((output) => [output.title, output.status]),
            outcome.outputs?.map((output) => [output.title, output.status]) ?? [],
          );
          const ids = [
            read.id,
            ...read.outputs.map(({ id }) => id),
            ...read.metrics.map(({ id }) => id ?? ''),
          ];
          assert.equal(new Set([...ids, 'a']).size, ids.length + 1, ids.join());
        },
      ),
      { numRuns: 100 },
    );
  });
});

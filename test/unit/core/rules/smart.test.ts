import assert from 'node:assert/strict';
import { smartRules } from '../../../../src/core/rules/smart';
import { codes, findings, yaml } from '../../../support/marked';

const found = (text: string, today?: string): string => `\n${findings(text, smartRules, today)}\n`;

describe('SMART rules', () => {
  it('ask an active outcome for metric, due date and owner, at its id', () => {
    assert.equal(
      found('version: 1\noutcomes: [{ id: a, title: T }]'),
      `
outcomes: [{ id: a, title: T }]
                 ^ not-measurable: No metric says how far this outcome is. Add one under \`metrics\`: what is counted, from what, to what.
outcomes: [{ id: a, title: T }]
                 ^ not-time-bound: It is open by when this is to be reached. Add \`due\`: a day, a month 2026-12 or a quarter 2026-Q4.
outcomes: [{ id: a, title: T }]
                 ^ no-owner: Nobody is named who answers for this outcome. Add \`owner\`: a person or a team.
`,
    );
    assert.deepEqual(codes('version: 1\noutcomes: [{ title: T }]', smartRules), [
      'not-measurable T',
      'not-time-bound T',
      'no-owner T',
    ]);
  });

  it('ask nothing of what is not active', () => {
    for (const status of ['draft', 'achieved', 'missed', 'dropped']) {
      assert.deepEqual(
        codes(`version: 1\noutcomes: [{ id: a, title: T, status: ${status} }]`, smartRules),
        [],
      );
    }
  });

  it('let a parent answer for its children, and say once what is missing for all', () => {
    const children = 'outcomes: [{ id: b, title: B, metrics: [{ id: m, goal: at-least, target: 1 }] }]';
    assert.deepEqual(
      codes(`version: 1\noutcomes: [{ id: a, title: A, owner: x, due: 2026-12, ${children} }]`, smartRules),
      [],
    );
    assert.deepEqual(codes(`version: 1\noutcomes: [{ id: a, title: A, ${children} }]`, smartRules), [
      'not-time-bound a',
      'no-owner a',
    ]);
    assert.deepEqual(
      codes(
        yaml`
          outcomes:
            - id: a
              title: A
              outcomes:
                - { id: b, title: B, owner: x, due: 2026-12, metrics: [{ id: m, goal: at-least, target: 1 }] }
        `,
        smartRules,
      ),
      ['no-owner a'],
    );
  });

  it('take a metric below as a measure, unless it was dropped', () => {
    const text = (status: string): string => yaml`
      outcomes:
        - { id: a, title: A, owner: x, due: 2026-12, outcomes: [
            { id: b, title: B, status: ${status}, metrics: [{ id: m, goal: at-least, target: 1 }] }] }
    `;
    assert.deepEqual(codes(text('achieved'), smartRules), []);
    assert.deepEqual(codes(text('dropped'), smartRules), ['not-measurable a']);
  });

  it('ask for a baseline where a number is to change', () => {
    const metric = (fields: string): string[] =>
      codes(
        `version: 1\noutcomes: [{ id: a, title: T, owner: x, due: 2026-12, metrics: [{ id: m, ${fields} }] }]`,
        smartRules,
      );
    assert.deepEqual(metric('target: 5'), ['no-baseline m']);
    assert.deepEqual(metric('goal: increase, target: 5'), ['no-baseline m']);
    assert.deepEqual(metric('change: +20%'), ['no-baseline m']);
    assert.deepEqual(metric('goal: at-least, target: 5'), []);
    assert.deepEqual(metric('target: [1, 5]'), []);
    assert.deepEqual(metric('baseline: 1, target: 5'), []);
    // A baseline that cannot be read is an error already, and so is a target.
    assert.deepEqual(metric('baseline: many, target: 5'), []);
    assert.deepEqual(metric('baseline: 1, target: many'), []);
    assert.deepEqual(metric('unit: calls'), ['not-measurable m']);
  });

  const paced = (values: string, due = '2026-12-31'): string => yaml`
    outcomes:
      - id: a
        title: T
        owner: x
        start: 2026-01-01
        due: ${due}
        metrics:
          - { id: m, baseline: 100, target: 0, check-ins: [${values}] }
  `;

  it('compare the pace that is needed with twice the best seen', () => {
    // 5 in 31 days seen; 90 left in 184 days would take three times that.
    const slow = '{ date: 2026-02-01, value: 95 }, { date: 2026-06-30, value: 90 }';
    assert.equal(
      found(paced(slow), '2026-06-30'),
      `
      - { id: m, baseline: 100, target: 0, check-ins: [{ date: 2026-02-01, value: 95 }, { date: 2026-06-30, value: 90 }] }
                                        ^ unreachable-pace: Reaching 0 by 2026-12-31 takes 15 in 30 days; the best so far was 4.8 in 30 days. Change what is done, the target or the date.
      - { id: m, baseline: 100, target: 0, check-ins: [{ date: 2026-02-01, value: 95 }, { date: 2026-06-30, value: 90 }] }
                                                                                                                   ~~ The last check-in, 2026-06-30
`,
    );
    const at = (values: string, today: string): string[] => codes(paced(values), smartRules, today);
    // A month at 30 shows that 90 in six months is within reach.
    assert.deepEqual(
      at('{ date: 2026-02-01, value: 70 }, { date: 2026-06-30, value: 90 }', '2026-06-30'),
      [],
    );
    assert.deepEqual(at('{ date: 2026-02-01, value: 100 }, { date: 2026-06-30, value: 110 }', '2026-06-30'), [
      'unreachable-pace 0',
    ]);
    // One check-in shows no pace; a check-in after today does not count; past due it is no question of pace.
    assert.deepEqual(at('{ date: 2026-06-30, value: 99 }', '2026-06-30'), []);
    assert.deepEqual(at(slow, '2026-03-01'), []);
    assert.deepEqual(at(slow, '2027-03-01'), []);
    assert.deepEqual(at('{ date: 2026-02-01, value: 99 }, { date: 2026-06-30, value: 0 }', '2026-06-30'), []);
  });

  it('notice outputs that are all of one element', () => {
    const outputs = (list: string): string[] =>
      codes(
        `version: 1\noutcomes: [{ id: a, title: T, owner: x, due: 2026-12, metrics: [{ goal: at-least, target: 1, id: m }], outputs: [${list}] }]`,
        smartRules,
      );
    const output = (id: string, fields: string): string => `{ id: ${id}, title: T, ${fields} }, `;
    const tech = output('x', 'element: technology') + output('y', 'status: shipped, element: technology');
    assert.deepEqual(outputs(tech), ['one-sided-outputs outputs']);
    assert.deepEqual(outputs(tech + output('z', 'status: rejected, element: people')), [
      'one-sided-outputs outputs',
    ]);
    assert.deepEqual(outputs(tech + output('z', 'element: people')), []);
    assert.deepEqual(outputs(tech + output('z', 'status: planned')), []);
    assert.deepEqual(outputs(output('x', 'status: planned')), []);
    assert.deepEqual(outputs(''), []);
  });
});

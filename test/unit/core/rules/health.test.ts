import assert from 'node:assert/strict';
import { healthRules } from '../../../../src/core/rules/health';
import { codes, findings, treeOf, yaml } from '../../../support/marked';

const TODAY = '2026-06-30';
const found = (text: string, today = TODAY): string => `\n${findings(text, healthRules, today)}\n`;
const codesOf = (text: string, today = TODAY): string[] => codes(text, healthRules, today);

/** One outcome in one line, with what a test is about. */
const one = (fields: string): string => `version: 1\noutcomes: [{ id: a, title: T, ${fields} }]`;
const metric = (fields: string, ...checkIns: string[]): string =>
  `metrics: [{ id: m, ${fields}, check-ins: [${checkIns.map((c) => `{ ${c} }`).join(', ')}] }]`;

describe('stale check-ins', () => {
  const weekly = (fields: string): string => one(`check-in: weekly, ${fields}`);
  const measured = metric('baseline: 0, target: 9', 'date: 2026-06-01, value: 5');

  it('are told at the metric, with the last one beside it', () => {
    assert.equal(
      found(yaml`
        outcomes:
          - id: a
            title: T
            check-in: monthly
            metrics:
              - id: m
                baseline: 0
                target: 9
                check-ins:
                  - { date: 2026-03-01, value: 5 }
      `),
      `
      - id: m
            ^ stale-check-in: The last check-in is of 2026-03-01; the next one was due on 2026-04-01, 90 days ago. Check in, or change the monthly \`check-in\`.
          - { date: 2026-03-01, value: 5 }
                    ~~~~~~~~~~ The last check-in
`,
    );
  });

  it('have a quarter of the cadence as grace', () => {
    const last: Record<string, readonly [string, string]> = {
      weekly: ['2026-06-09', '2026-06-10'],
      fortnightly: ['2026-06-18', '2026-06-19'],
      monthly: ['2026-07-09', '2026-07-10'],
      quarterly: ['2026-09-24', '2026-09-25'],
    };
    for (const [cadence, [quiet, told]] of Object.entries(last)) {
      assert.deepEqual(codesOf(one(`check-in: ${cadence}, ${measured}`), quiet), [], cadence);
      assert.deepEqual(
        codesOf(one(`check-in: ${cadence}, ${measured}`), told),
        ['stale-check-in m'],
        cadence,
      );
    }
  });

  it('count from the start where there is none, and not at all before it', () => {
    const never = metric('baseline: 0, target: 9');
    assert.deepEqual(codesOf(weekly(`start: 2026-06-29, ${never}`)), []);
    assert.deepEqual(codesOf(weekly(`start: 2026-08, ${never}`)), []);
    assert.deepEqual(codesOf(weekly(never)), []);
    assert.match(
      found(weekly(`start: 2026-06-01, ${never}`)),
      /never measured, and its first check-in was due on 2026-06-08, 22 days ago/,
    );
  });

  it('are asked for as often as the outcome or one above it says, and only while it is active', () => {
    const child = (fields: string): string =>
      one(`check-in: weekly, outcomes: [{ id: b, title: T, ${fields} ${measured} }]`);
    assert.deepEqual(codesOf(child('')), ['stale-check-in m']);
    assert.deepEqual(codesOf(child('check-in: never,')), []);
    assert.deepEqual(codesOf(child('check-in: quarterly,')), []);
    assert.deepEqual(codesOf(one(measured)), []);
    for (const status of ['draft', 'missed', 'dropped'])
      assert.deepEqual(codesOf(weekly(`status: ${status}, ${measured}`)), []);
  });

  it('end with one at the due date', () => {
    const due = (date: string): string[] =>
      codesOf(weekly(`due: 2026-06-10, ${metric('baseline: 0, target: 9', `date: ${date}, value: 9`)}`));
    assert.deepEqual(due('2026-06-10'), []);
    assert.deepEqual(due('2026-06-09'), ['stale-check-in m']);
  });
});

describe('shipped and not moved', () => {
  const shipped = (outputs: string, fields: string): string => one(`${fields}, outputs: [${outputs}]`);
  const still = metric('baseline: 800, target: 500', 'date: 2026-06-20, value: 795');
  const output = '{ id: o, title: O, status: shipped, shipped: 2026-06-16 }';

  it('is told at the line of each output, with the check-in that shows it', () => {
    assert.equal(
      found(yaml`
        outcomes:
          - id: fewer-calls
            title: T
            metrics:
              - id: calls
                baseline: 800
                target: 500
                check-ins:
                  - { date: 2026-05-01, value: 795 }
            outputs:
              - { id: bot, title: Bot, status: shipped, shipped: 2026-06-01 }
              - { id: faq, title: Pages, status: shipped, shipped: 2026-04-01 }
              - { id: shift, title: Shift, status: rejected }
      `),
      `
      - { id: bot, title: Bot, status: shipped, shipped: 2026-06-01 }
              ^^^ shipped-not-moved: Shipped on 2026-06-01, but \`fewer-calls\` has made 1 % of its way. It was last measured on 2026-05-01, before that: check in.
          - { date: 2026-05-01, value: 795 }
                                       ~~~ The last check-in of \`calls\`
      - { id: faq, title: Pages, status: shipped, shipped: 2026-04-01 }
              ^^^ shipped-not-moved: Shipped on 2026-04-01, but \`fewer-calls\` has made 1 % of its way. Ask those it was made for why, then change it, add what is missing, or drop it.
          - { date: 2026-05-01, value: 795 }
                                       ~~~ The last check-in of \`calls\`
`,
    );
  });

  it('waits 14 days, and for every chosen output', () => {
    assert.deepEqual(codesOf(shipped(output, still), '2026-06-29'), []);
    assert.deepEqual(codesOf(shipped(output, still), '2026-06-30'), ['shipped-not-moved o']);
    for (const status of ['planned', 'in-progress', 'shipped'])
      assert.deepEqual(
        codesOf(shipped(`${output}, { id: p, title: P, status: ${status} }`, still)),
        [],
        status,
      );
    for (const status of ['proposed', 'rejected'])
      assert.deepEqual(codesOf(shipped(`${output}, { id: p, title: P, status: ${status} }`, still)), [
        'shipped-not-moved o',
      ]);
  });

  it('says nothing of what was not measured, moved a tenth, or is decided', () => {
    const at = (value: number): string =>
      shipped(output, metric('baseline: 0, target: 100', `date: 2026-06-20, value: ${value}`));
    assert.deepEqual(codesOf(at(9.99)), ['shipped-not-moved o']);
    assert.deepEqual(codesOf(at(10)), []);
    assert.deepEqual(codesOf(shipped(output, metric('baseline: 0, target: 100'))), []);
    assert.deepEqual(codesOf(shipped(output, `status: dropped, ${still}`)), []);
    assert.deepEqual(codesOf(shipped(output, `effect: adverse, ${still}`)), []);
  });

  it('is not hidden by a level that was kept all along', () => {
    const two = `metrics: [
      { id: m, baseline: 800, target: 500, check-ins: [{ date: 2026-06-20, value: 800 }] },
      { id: g, goal: at-least, target: 95, check-ins: [{ date: 2026-06-20, value: 99 }] }]`;
    assert.deepEqual(codesOf(shipped(output, two)), ['shipped-not-moved o']);
  });

  it('holds an output to the further outcomes that it serves, and waits for what is below', () => {
    const text = (status: string): string => yaml`
      outcomes:
        - { id: a, title: A, outputs: [{ id: o, title: O, status: shipped, shipped: 2026-06-01, serves: [B, b] }] }
        - id: b
          title: B
          metrics: [{ id: m, baseline: 1, target: 2, check-ins: [{ date: 2026-06-20, value: 1 }] }]
          outcomes: [{ id: c, title: C, outputs: [{ id: p, title: P, status: ${status}, shipped: 2026-06-01 }] }]
    `;
    assert.deepEqual(codesOf(text('shipped')), ['shipped-not-moved o']);
    assert.deepEqual(codesOf(text('in-progress')), []);
  });
});

describe('regressed', () => {
  it('is told at the value, upwards and downwards, and not of a side effect', () => {
    const fell = metric(
      'baseline: 120, target: 60, unit: calls',
      'date: 2026-03-01, value: 70',
      'date: 2026-06-01, value: 130',
    );
    assert.match(
      found(one(fell)),
      /\^\^\^ regressed: 130 calls is worse than the 120 calls that it started from\. .*\n.*\n +~~~ The baseline/,
    );
    assert.deepEqual(codesOf(one(metric('baseline: 5, target: 9', 'date: 2026-06-01, value: 4.9'))), [
      'regressed 4.9',
    ]);
    assert.deepEqual(codesOf(one(metric('baseline: 5, target: 9', 'date: 2026-06-01, value: 5'))), []);
    assert.deepEqual(
      codesOf(one(`effect: adverse, ${metric('baseline: 5, target: 9', 'date: 2026-06-01, value: 4')}`)),
      [],
    );
    assert.deepEqual(codesOf(one(fell), '2026-05-01'), []);
  });
});

describe('overdue', () => {
  const due = (fields: string, below = ''): string => one(`due: 2026-05, ${fields} ${below}`);
  const half = metric('baseline: 0, target: 10', 'date: 2026-05-31, value: 5');

  it('is told at the due date, from the day after it', () => {
    assert.deepEqual(codesOf(due(half), '2026-05-31'), []);
    assert.deepEqual(codesOf(due(half), '2026-06-01'), ['overdue 2026-05']);
    assert.match(
      found(due(half), '2026-06-01'),
      /due on 2026-05-31, 1 day ago, and it is not reached\. Decide/,
    );
    assert.match(found(due('')), /30 days ago, and nothing was measured\./);
    const partly = `metrics: [{ id: m, baseline: 0, target: 10, check-ins: [{ date: 2026-05-31, value: 10 }] }, { id: n, baseline: 0, target: 1 }]`;
    assert.match(found(due(partly)), /and only 1 of 2 is measured\./);
  });

  it('is not asked of what is reached or decided', () => {
    assert.deepEqual(codesOf(due(metric('baseline: 0, target: 10', 'date: 2026-05-31, value: 10'))), []);
    for (const status of ['draft', 'missed', 'dropped'])
      assert.deepEqual(codesOf(due(`status: ${status}, ${half}`)), []);
  });

  it('is said once for those that inherit the date', () => {
    const child = (fields: string): string => due('', `outcomes: [{ id: b, title: B, ${fields} ${half} }]`);
    assert.deepEqual(codesOf(child('')), ['overdue 2026-05']);
    assert.deepEqual(codesOf(child('due: 2026-04,')), ['overdue 2026-05', 'overdue 2026-04']);
    assert.deepEqual(codesOf(child('due: 2026-12,')), ['overdue 2026-05']);
    const dropped = one(`due: 2026-05, status: dropped, outcomes: [{ id: b, title: B, ${half} }]`);
    assert.deepEqual(codesOf(dropped), ['overdue b']);
  });
});

describe('broken guardrails', () => {
  it('are told at the latest value, with the level beside it', () => {
    const uptime = metric('goal: at-least, target: 99.5, unit: "%"', 'date: 2026-06-01, value: 99');
    assert.match(
      found(one(uptime)),
      /\^\^ guardrail-broken: 99% is not at least 99\.5%\. .*\n.*\n +~~~~ The level to keep/,
    );
    const between = metric('target: [40, 60]', 'date: 2026-05-01, value: 50', 'date: 2026-06-01, value: 61');
    assert.match(found(one(between)), /61 is not between 40 and 60/);
    assert.deepEqual(codesOf(one(between), '2026-05-15'), []);
  });

  it('include a known side effect that grew beyond what was accepted', () => {
    const adverse = (fields: string, value: number): string[] =>
      codesOf(one(`effect: adverse, ${metric(fields, `date: 2026-06-01, value: ${value}`)}`));
    assert.deepEqual(adverse('baseline: 5, target: 7', 7), []);
    assert.deepEqual(adverse('baseline: 5, target: 7', 7.5), ['guardrail-broken 7.5']);
    assert.deepEqual(adverse('baseline: 5, target: 3', 4), []);
    assert.deepEqual(adverse('baseline: 5, target: 3', 6), ['guardrail-broken 6']);
    assert.deepEqual(adverse('goal: at-most, target: 3', 4), ['guardrail-broken 4']);
    assert.deepEqual(adverse('goal: at-least, target: 3', 2), ['guardrail-broken 2']);
    assert.match(
      found(one(`effect: adverse, ${metric('baseline: 5, target: 7', 'date: 2026-06-01, value: 8')}`)),
      /at 8, beyond the 7 that was accepted\. .*\n.*\n +~ What was accepted/,
    );
  });
});

describe('achieved and unmet', () => {
  const achieved = (fields: string): string => one(`status: achieved, ${fields}`);

  it('is an error at the status, with the values that say otherwise', () => {
    const short = metric('baseline: 0, target: 10, unit: sites', 'date: 2026-06-01, value: 9');
    assert.equal(
      found(achieved(short)),
      `
outcomes: [{ id: a, title: T, status: achieved, metrics: [{ id: m, baseline: 0, target: 10, unit: sites, check-ins: [{ date: 2026-06-01, value: 9 }] }] }]
                                      ^^^^^^^^ achieved-unmet: This is stated as achieved, but the last check-in of \`m\` is 9 sites, and the target is 10 sites. Add the check-in that shows it, or set \`status\` to active or missed.
outcomes: [{ id: a, title: T, status: achieved, metrics: [{ id: m, baseline: 0, target: 10, unit: sites, check-ins: [{ date: 2026-06-01, value: 9 }] }] }]
                                                                                                                                                ~ The target is not met here
`,
    );
    assert.equal(healthRules.find(({ code }) => code === 'achieved-unmet')!.severity, 'error');
  });

  it('is not said of what is met, beyond, not measured, or stated otherwise', () => {
    for (const value of [10, 11])
      assert.deepEqual(
        codesOf(achieved(metric('baseline: 0, target: 10', `date: 2026-06-01, value: ${value}`))),
        [],
      );
    assert.deepEqual(codesOf(achieved(metric('baseline: 0, target: 10'))), []);
    assert.deepEqual(codesOf(achieved(metric('goal: at-most, target: 3', 'date: 2026-06-01, value: 3'))), []);
    assert.deepEqual(codesOf(achieved(metric('goal: at-most, target: 3', 'date: 2026-06-01, value: 4'))), [
      'achieved-unmet achieved',
    ]);
    assert.deepEqual(
      codesOf(one(`status: missed, ${metric('baseline: 0, target: 9', 'date: 2026-06-01, value: 1')}`)),
      [],
    );
  });

  it('is said of a sum whose open part is not reached', () => {
    const part = (status: string): string =>
      achieved(
        `outcomes: [{ id: b, title: B, status: ${status}, ${metric('baseline: 0, target: 9', 'date: 2026-06-01, value: 1')} }]`,
      );
    assert.match(found(part('active')), /but `b` below it is not\./);
    assert.deepEqual(codesOf(part('missed')), []);
  });
});

describe('confidence against numbers', () => {
  const at = (confidence: string, value: number): string[] =>
    codesOf(
      one(
        `start: 2026-01-01, due: 2026-12-31, ${metric('baseline: 0, target: 100', `date: 2026-06-30, value: ${value}, confidence: ${confidence}`)}`,
      ),
    ).filter((code) => code.startsWith('confidence'));

  it('is told where they say the opposite, both ways', () => {
    assert.deepEqual(at('on-track', 5), ['confidence-mismatch on-track']);
    assert.deepEqual(at('off-track', 60), ['confidence-mismatch off-track']);
    assert.deepEqual(at('off-track', 100), ['confidence-mismatch off-track']);
  });

  it('is left to people where they are neighbours', () => {
    for (const [confidence, value] of [
      ['on-track', 60],
      ['on-track', 30],
      ['at-risk', 60],
      ['at-risk', 5],
      ['off-track', 5],
    ] as const)
      assert.deepEqual(at(confidence, value), [], `${confidence} ${value}`);
  });
});

describe('an outcome without work', () => {
  const rule = healthRules.find(({ code }) => code === 'outcome-without-work')!;
  const without = (text: string, ...served: string[]): string[] =>
    [...rule.check({ tree: treeOf(text), today: TODAY, served: new Set(served) })].map(({ span }) =>
      text.slice(span.start, span.end),
    );
  const tree = yaml`
    outcomes:
      - id: Top
        title: T
        outcomes: [{ id: left, title: L, outputs: [{ id: Voip, title: V, serves: [cost] }] }, { id: right, title: R }]
      - { id: cost, title: C }
  `;

  it('is told at the outermost one of those without', () => {
    assert.deepEqual(without(tree), ['Top', 'cost']);
    assert.deepEqual(without(tree, 'top'), ['left', 'right', 'cost']);
    assert.deepEqual(without(tree, 'left'), ['right', 'cost']);
    assert.deepEqual(without(tree, 'voip'), ['right']);
    assert.deepEqual(without(tree, 'cost', 'right', 'left'), []);
  });

  it('is not asked in the first two weeks, of side effects, decisions, or where all is delivered', () => {
    for (const fields of [
      'start: 2026-07-01',
      'start: 2026-06-17',
      'effect: adverse',
      'status: draft',
      'status: achieved',
      'outputs: [{ id: o, title: O, status: shipped }, { id: p, title: P, status: rejected }]',
    ])
      assert.deepEqual(without(one(fields)), [], fields);
    assert.deepEqual(without(one('start: 2026-06-16')), ['a']);
  });

  it('leaves an id that is given twice to the finding about that', () => {
    const twice = 'version: 1\noutcomes: [{ id: a, title: T }, { id: A, title: T }]';
    assert.deepEqual(without(twice), ['a']);
  });

  it('says nothing while work is not known', () => {
    assert.deepEqual(codesOf(tree), []);
  });
});

describe('health', () => {
  it('is at most a warning where only time has passed', () => {
    const severities = new Map(healthRules.map(({ code, severity }) => [code, severity]));
    for (const [code, severity] of severities)
      assert.equal(severity === 'error', code === 'achieved-unmet', code);
    const text = one(
      `status: achieved, start: 2026-01-01, due: 2026-02, ${metric('baseline: 0, target: 1', 'date: 2026-01-02, value: 1')}`,
    );
    assert.deepEqual(codesOf(text, '2030-01-01'), []);
  });
});

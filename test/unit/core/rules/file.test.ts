import assert from 'node:assert/strict';
import { RULE_CODES } from '../../../../src/core/outcomes/codes';
import { fileRules } from '../../../../src/core/rules/file';
import { smartRules } from '../../../../src/core/rules/smart';
import { codes, findings, yaml } from '../../../support/marked';

/** Findings of the family, as lines. */
function found(text: string | Record<string, string>, today?: string): string {
  return `\n${findings(text, fileRules, today)}\n`;
}

/** The findings of one metric with these fields. */
function ofMetric(fields: string): string[] {
  return codes(`version: 1\noutcomes: [{ id: a, title: T, metrics: [{ id: m, ${fields} }] }]`, fileRules);
}

/** The message of the only finding of one metric with these fields. */
function messageOf(fields: string): string {
  const text = `version: 1\noutcomes: [{ id: a, title: T, metrics: [{ id: m, ${fields} }] }]`;
  return findings(text, fileRules);
}

describe('file rules', () => {
  it('have codes that the format knows', () => {
    for (const { code } of [...fileRules, ...smartRules])
      assert.ok((RULE_CODES as readonly string[]).includes(code), code);
  });

  it('find nothing in a file that is right', () => {
    assert.equal(
      findings(
        yaml`
          outcomes:
            - id: a
              title: Fewer calls
              start: 2026-01-05
              due: 2026-12
              metrics: [{ id: m, unit: calls, baseline: 800, target: 500, check-ins: [{ date: 2026-02-01, value: 700 }] }]
              outputs:
                - { id: x, title: X, status: rejected, instead: y }
                - { id: y, title: Y, status: shipped, shipped: 2026-06-30, serves: [b] }
              outcomes: [{ id: b, title: B, due: 2026-12-31 }]
        `,
        fileRules,
      ),
      '',
    );
  });

  it('name the nearest field, value and rule', () => {
    const text = yaml`
      policy: { rules: { todo-without-wy: off, no-owner: warn } }
      outcomes:
        - id: reliable_voice
          titel: Voice
          title: Voice
          status: actve
          check_in: weekly
    `;
    assert.equal(
      found(text),
      `
policy: { rules: { todo-without-wy: off, no-owner: warn } }
                   ^^^^^^^^^^^^^^^ unknown-field: The table of rules has no field \`todo-without-wy\`. Did you mean \`todo-without-why\`?
policy: { rules: { todo-without-wy: off, no-owner: warn } }
                                                   ^^^^ invalid-field: \`no-owner\` is \`warn\`; it must be one of \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. Did you mean \`warning\`?
  - id: reliable_voice
        ^^^^^^^^^^^^^^ invalid-field: \`id\` is \`reliable_voice\`; it must be words of letters and digits joined by hyphens, such as reliable-voice or VOICE-12. Write \`reliable-voice\`?
    titel: Voice
    ^^^^^ unknown-field: An outcome has no field \`titel\`. Did you mean \`title\`?
    status: actve
            ^^^^^ invalid-field: \`status\` is \`actve\`; it must be one of \`draft\`, \`active\`, \`achieved\`, \`missed\` or \`dropped\`. Did you mean \`active\`?
    check_in: weekly
    ^^^^^^^^ unknown-field: An outcome has no field \`check_in\`. Did you mean \`check-in\`?
`,
    );
  });

  it('mark what is missing at the node, and what is empty at its key', () => {
    assert.deepEqual(
      codes(
        yaml`
          outcomes:
            - title: No id
            - id: no-title
              why:
            -
            - id: ''
              title: T
            - { id: 12, title: T }
            - { id: none, title: T }
            - { id: null, title: T }
        `,
        fileRules,
      ),
      [
        'invalid-field No id',
        'invalid-field no-title',
        'invalid-field why',
        'invalid-field -',
        "invalid-field ''",
        'invalid-field 12',
        'invalid-field none',
        'invalid-field null',
      ],
    );
    assert.deepEqual(codes('title: T\n', fileRules), ['invalid-field T']);
    assert.deepEqual(codes('version: 2\n', fileRules), ['invalid-field 2']);
    assert.deepEqual(codes('version: "1"\n', fileRules), ['invalid-field "1"']);
  });

  it('reject globs that cannot match', () => {
    assert.deepEqual(
      codes(
        `version: 1\noutcomes: [{ id: a, title: T, paths: [ok/**, /etc, '..\\up', ../x, ./y, '!z', 'a[', "**/*.min.js"] }]`,
        fileRules,
      ),
      ['/etc', "'..\\up'", '../x', './y', "'!z'", "'a['"].map((glob) => `invalid-field ${glob}`),
    );
  });

  it('know an id from every other one, in any file, without case', () => {
    assert.equal(
      found({
        'b/outcomes.yml': 'version: 1\noutcomes: [{ id: Fewer-calls, title: B }, { id: KEY-1, title: C }]\n',
        'a/outcomes.yml':
          'version: 1\noutcomes:\n  - id: fewer-calls\n    title: A\n    metrics: [{ id: calls }, { id: calls }]\n    outputs: [{ id: key-1, title: K }]\n',
      }),
      `
a/outcomes.yml:     metrics: [{ id: calls }, { id: calls }]
                                                   ^^^^^ duplicate-id: \`calls\` is already the id of a metric. Give this metric another one.
a/outcomes.yml:     metrics: [{ id: calls }, { id: calls }]
                                    ~~~~~ The metric that has it
b/outcomes.yml: outcomes: [{ id: Fewer-calls, title: B }, { id: KEY-1, title: C }]
                                 ^^^^^^^^^^^ duplicate-id: \`Fewer-calls\` is already the id of an outcome in a/outcomes.yml (case does not count). Give this outcome another one.
a/outcomes.yml:   - id: fewer-calls
                        ~~~~~~~~~~~ The outcome that has it
b/outcomes.yml: outcomes: [{ id: Fewer-calls, title: B }, { id: KEY-1, title: C }]
                                                                ^^^^^ duplicate-id: \`KEY-1\` is already the id of an output in a/outcomes.yml (case does not count). Give this outcome another one.
a/outcomes.yml:     outputs: [{ id: key-1, title: K }]
                                    ~~~~~ The output that has it
`,
    );
  });

  it('follow instead and serves', () => {
    assert.equal(
      found(yaml`
        outcomes:
          - id: lower-cost
            title: Cost falls
            outputs:
              - { id: mpf, title: M, status: rejected, instead: viop }
              - { id: voip, title: V, serves: [lower-cots, mpf, LOWER-COST], instead: voip }
              - { id: other, title: O, serves: [nothing-like-it] }
      `),
      `
      - { id: mpf, title: M, status: rejected, instead: viop }
                                                        ^^^^ unknown-reference: \`viop\` is no output of this tree. Did you mean \`voip\`?
      - { id: voip, title: V, serves: [lower-cots, mpf, LOWER-COST], instead: voip }
              ~~~~ This output
      - { id: voip, title: V, serves: [lower-cots, mpf, LOWER-COST], instead: voip }
                                       ^^^^^^^^^^ unknown-reference: \`lower-cots\` is no outcome of this tree. Did you mean \`lower-cost\`?
  - id: lower-cost
        ~~~~~~~~~~ This outcome
      - { id: voip, title: V, serves: [lower-cots, mpf, LOWER-COST], instead: voip }
                                                   ^^^ unknown-reference: \`mpf\` is an output. Name the outcome that is served, such as \`lower-cost\`.
      - { id: voip, title: V, serves: [lower-cots, mpf, LOWER-COST], instead: voip }
                                                                              ^^^^ unknown-reference: \`voip\` is this output itself. Name the output that is meant.
      - { id: other, title: O, serves: [nothing-like-it] }
                                        ^^^^^^^^^^^^^^^ unknown-reference: \`nothing-like-it\` is no outcome of this tree. Add it, or remove it from \`serves\`.
`,
    );
  });

  it('compare dates', () => {
    assert.equal(
      found(
        yaml`
          outcomes:
            - id: a
              title: A
              start: 2026-05-01
              due: 2026-04
              outcomes:
                - { id: b, title: B, due: 2026-Q3 }
                - { id: c, title: C, start: 2026-06-01 }
            - id: d
              title: D
              due: 2026-02-30
              metrics: [{ id: m, check-ins: [{ date: 2026-07-02, value: 1 }, { date: 2026-07-01, value: 2 }] }]
              outputs:
                - { id: x, title: X, status: planned, shipped: 2026-06-01 }
                - { id: y, title: Y, status: shipped, shipped: 2026-07-05 }
        `,
        '2026-06-30',
      ),
      `
    due: 2026-04
         ^^^^^^^ invalid-dates: It is due on 2026-04-30, before its start on 2026-05-01. Move one of them.
    start: 2026-05-01
           ~~~~~~~~~~ The start
      - { id: b, title: B, due: 2026-Q3 }
                                ^^^^^^^ invalid-dates: It is due on 2026-09-30, after \`a\`, which it is part of and which is due on 2026-04-30. Move one of them.
    due: 2026-04
         ~~~~~~~ The due date above
      - { id: c, title: C, start: 2026-06-01 }
                                  ^^^^^^^^^^ invalid-dates: The start, 2026-06-01, is after the inherited due date, 2026-04-30. Move one of them.
    due: 2026-04
         ~~~~~~~ The due date
    due: 2026-02-30
         ^^^^^^^^^^ invalid-dates: \`due\` is \`2026-02-30\`, a day that the calendar does not have.
    metrics: [{ id: m, check-ins: [{ date: 2026-07-02, value: 1 }, { date: 2026-07-01, value: 2 }] }]
                                           ^^^^^^^^^^ invalid-dates: This check-in is of 2026-07-02, which is yet to come. Write the day of the measurement.
      - { id: x, title: X, status: planned, shipped: 2026-06-01 }
                                                     ^^^^^^^^^^ invalid-dates: It has a day it shipped, 2026-06-01, but its status is \`planned\`. Write \`status: shipped\` or remove the day.
      - { id: x, title: X, status: planned, shipped: 2026-06-01 }
                                   ~~~~~~~ The status
      - { id: y, title: Y, status: shipped, shipped: 2026-07-05 }
                                                     ^^^^^^^^^^ invalid-dates: It cannot have shipped on 2026-07-05, which is yet to come. Correct the day or the status.
`,
    );
  });

  it('report a percentage that can mean two things, and only that', () => {
    const ambiguous: [fields: string, marked: string][] = [
      ['unit: "%", baseline: 8, change: +20%', '+20%'],
      ['baseline: 8%, change: -20%', '-20%'],
      ['baseline: 500, change: 20%', '20%'],
      ['unit: calls/week, baseline: 500, target: 20%', '20%'],
      ['baseline: 500, target: 20%', '20%'],
      ['unit: "%", baseline: 8, target: +20%', '+20%'],
      ['unit: "%", baseline: -10%, target: +5%', '+5%'],
      ['unit: sign-ups, baseline: 10%, target: 20', '10%'],
      ['baseline: 500 ms, target: 20%', '20%'],
    ];
    for (const [fields, marked] of ambiguous)
      assert.deepEqual(ofMetric(fields), [`ambiguous-percent ${marked}`], fields);
    const clear = [
      'unit: "%", baseline: 8, target: 9.5',
      'unit: "%", baseline: 8, target: 9.5%',
      'baseline: 7.1%, target: 9.5%',
      'unit: "% of sites", baseline: 50, change: +2pp',
      'unit: sign-ups, baseline: 500, change: +20%',
      'baseline: 500, change: -20%',
      'unit: percent, goal: at-least, target: 95%',
      'unit: "%", baseline: -20%, target: -10%',
      'unit: "%", baseline: 100, change: +20%',
    ];
    for (const fields of clear) assert.deepEqual(ofMetric(fields), [], fields);
    assert.match(
      messageOf('unit: "%", baseline: 8, change: +20%'),
      /9\.6% \(20% of the baseline\) or 28% \(percentage points\)/,
    );
  });

  it('report a target that something else contradicts', () => {
    const conflicts: [fields: string, marked: string][] = [
      ['baseline: 500, target: 700, change: +20%', '+20%'],
      ['goal: increase, baseline: 500, target: 400', '400'],
      ['goal: decrease, baseline: 500, change: +10', '+10'],
      ['baseline: 500, target: 500', '500'],
      ['baseline: 0, change: +20%', '+20%'],
      ['goal: at-least, target: [1, 2]', '[1, 2]'],
      ['target: [60, 40]', '[60, 40]'],
    ];
    for (const [fields, marked] of conflicts)
      assert.deepEqual(ofMetric(fields), [`conflicting-target ${marked}`], fields);
    for (const fields of [
      'baseline: 500, target: 600, change: +20%',
      'goal: at-least, baseline: 500, target: 400',
      'goal: at-most, baseline: 5, target: 5',
      'goal: between, baseline: 5, target: [1, 1]',
    ]) {
      assert.deepEqual(ofMetric(fields), [], fields);
    }
  });

  it('explain numbers that cannot be read', () => {
    assert.deepEqual(ofMetric('baseline: "1,5", target: 2'), ['invalid-field "1,5"']);
    assert.match(messageOf('baseline: "1,5", target: 2'), /with a decimal point it is `1\.5`/);
    assert.match(messageOf('baseline: 1,5'), /written with a point/);
    assert.deepEqual(ofMetric('unit: days, target: 3 hours'), ['invalid-field 3 hours']);
    assert.deepEqual(ofMetric('baseline: 1 h, target: 30 min'), ['invalid-field 30 min']);
    assert.deepEqual(
      ofMetric('baseline: 1 h, target: 0.5, check-ins: [{ date: 2026-06-01, value: 40 min }]'),
      ['invalid-field 40 min'],
    );
    assert.deepEqual(ofMetric('unit: EUR, baseline: €1000, target: 2000 €'), []);
    assert.deepEqual(ofMetric('unit: calls, baseline: 5, change: +2pp'), ['invalid-field +2pp']);
    assert.deepEqual(ofMetric('baseline: .inf, target: [1], goal: between'), [
      'invalid-field .inf',
      'invalid-field [1]',
    ]);
    assert.deepEqual(ofMetric('baseline: 10, target: +5'), ['invalid-field +5']);
  });
});

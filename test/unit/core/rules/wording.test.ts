import assert from 'node:assert/strict';
import { wordingRules } from '../../../../src/core/rules/wording';
import { codes, findings, yaml } from '../../../support/marked';

const found = (text: string): string => `\n${findings(text, wordingRules)}\n`;
const only = (code: string, text: string): string[] =>
  codes(text, wordingRules).filter((c) => c.startsWith(`${code} `));

describe('Wording rules', () => {
  it('mark the title of an outcome that reads as an output, with the reason and what to do', () => {
    assert.equal(
      found(yaml`
        outcomes:
          - id: loyalty
            title: Launch a loyalty app to raise repeat orders
            why: Guests come once
      `),
      `
    title: Launch a loyalty app to raise repeat orders
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ output-as-outcome: This reads as an output: 'Launch' names a delivery; 'to raise repeat orders' says why, not what changes. State the change it is to bring and for whom; list the delivery under \`outputs\`.
`,
    );
  });

  it('ask drafts too, and children, but nothing that is over', () => {
    const text = (status: string): string => yaml`
      outcomes:
        - { id: a, title: Guests come back, why: W, outcomes: [{ id: b, title: Ship dark mode, status: ${status} }] }
    `;
    assert.deepEqual(codes(text('draft'), wordingRules), ['output-as-outcome Ship dark mode']);
    for (const status of ['achieved', 'missed', 'dropped'])
      assert.deepEqual(codes(text(status), wordingRules), []);
  });

  it('mark an output that certainly states a result, and no other', () => {
    const text = (title: string): string => yaml`
      outcomes:
        - { id: a, title: Guests come back, why: W, outputs: [{ id: o, title: ${JSON.stringify(title)} }] }
    `;
    for (const title of ['Reduce churn from 5 % to 3 %', 'Repeat orders up by 20 %', 'NPS above 50']) {
      assert.deepEqual(only('outcome-as-output', text(title)), [
        `outcome-as-output ${JSON.stringify(title)}`,
      ]);
    }
    for (const title of [
      'Loyalty app',
      'Improve the menu',
      'Faster checkout',
      'Reduce technical debt',
      'Alerts that cut no-shows by 10 %',
      'Train 40 waiters',
      'Help guests order',
    ]) {
      assert.deepEqual(codes(text(title), wordingRules), [], title);
    }
  });

  describe('vanity-metric', () => {
    const metric = (fields: string): string => yaml`
      outcomes:
        - { id: a, title: Guests come back, why: W, metrics: [{ ${fields} }] }
    `;
    for (const title of [
      'Features shipped',
      'Number of PRs merged',
      'Story points',
      'Articles published',
      'Trainings held',
      'Lines of code',
      'Blog posts per month',
      'Workshops conducted in schools',
      '# of reports delivered',
    ]) {
      it(`marks ${title}`, () => {
        assert.deepEqual(codes(metric(`title: "${title}", target: 5`), wordingRules), [
          `vanity-metric "${title}"`,
        ]);
      });
    }
    for (const title of [
      'Orders shipped',
      'Parcels delivered on time',
      'Articles read to the end',
      'Pull request cycle time',
      'Failed deployments',
      'Feature adoption',
      'Commits that name an outcome',
      'Houses built',
      'Defects per release',
      'Sign-ups',
    ]) {
      it(`leaves ${title} alone`, () => {
        assert.deepEqual(codes(metric(`title: "${title}", target: 5`), wordingRules), []);
      });
    }
    it('reads the unit too, and leaves shares and counts that are to fall alone', () => {
      assert.deepEqual(
        codes(metric('title: Throughput, unit: story points/sprint, target: 40'), wordingRules),
        ['vanity-metric Throughput'],
      );
      assert.deepEqual(codes(metric('title: Features shipped, unit: "%", target: 40'), wordingRules), []);
      assert.deepEqual(
        codes(metric('title: Meetings held, goal: decrease, baseline: 9, target: 4'), wordingRules),
        [],
      );
    });
    it('says what it counted', () => {
      assert.match(
        found(metric('id: m, title: Number of PRs merged, target: 5')),
        /counts deliverables \('PRs merged'\)/,
      );
    });
  });

  it('mark a vague title that nothing measures', () => {
    const outcome = (title: string, more = ''): string => yaml`
      outcomes:
        - { id: a, title: ${title}, why: W${more} }
    `;
    assert.deepEqual(codes(outcome('Improve satisfaction of guests'), wordingRules), [
      'vague-outcome Improve satisfaction of guests',
    ]);
    assert.deepEqual(codes(outcome('World-class service experience'), wordingRules), [
      'vague-outcome World-class service experience',
    ]);
    assert.deepEqual(codes(outcome('Improve satisfaction by 2027'), wordingRules), [
      'vague-outcome Improve satisfaction by 2027',
    ]);
    assert.deepEqual(codes(outcome('Improve satisfaction to 90 %'), wordingRules), []);
    assert.deepEqual(
      codes(outcome('Improve satisfaction', ', metrics: [{ id: m, target: 9 }]'), wordingRules),
      [],
    );
    assert.deepEqual(codes(outcome('Guests wait less'), wordingRules), []);
    // One finding is enough for an output in vague words.
    assert.deepEqual(codes(outcome('Improve the booking page'), wordingRules), [
      'output-as-outcome Improve the booking page',
    ]);
  });

  it('ask a root for its why, at its id, and neither a child nor a side effect', () => {
    assert.deepEqual(
      codes(
        yaml`
          outcomes:
            - { id: a, title: Guests come back, outcomes: [{ id: b, title: Guests wait less }] }
            - { id: c, title: Staff work longer hours, effect: adverse }
            - { id: d, title: Guests pay more, why: "  " }
        `,
        wordingRules,
      ),
      ['root-without-why a', 'root-without-why d'],
    );
  });

  describe('number-mismatch', () => {
    const outcome = (title: string, metric: string): string => yaml`
      outcomes:
        - id: a
          title: ${title}
          why: W
          metrics:
            - { ${metric} }
    `;
    const mismatches = (title: string, metric: string): number =>
      only('number-mismatch', outcome(title, metric)).length;

    it('marks the title and points at what the metric says', () => {
      assert.equal(
        found(
          outcome(
            'Desk calls fall from 800 to 500 a week',
            'title: Desk calls, unit: calls/week, baseline: 800, target: 400',
          ),
        ),
        `
    title: Desk calls fall from 800 to 500 a week
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ number-mismatch: The title says 500, but the target is 400 calls/week. Make the two agree.
      - { title: Desk calls, unit: calls/week, baseline: 800, target: 400 }
                                                                      ~~~ The metric says otherwise.
`,
      );
    });

    const contradictions: [title: string, metric: string][] = [
      ['Desk calls fall from 800 to 500', 'title: Desk calls, baseline: 700, target: 500'],
      ['Sign-ups grow by 20 %', 'title: Sign-ups, baseline: 1000, target: 1300'],
      ['Sign-ups grow by 200', 'title: Sign-ups, unit: sign-ups, baseline: 1000, target: 1300'],
      ['Conversion rises to 9.5 %', 'title: Conversion, unit: "%", target: 9'],
      ['Reach 1,000 customers by 2027', 'title: Paying customers, target: 900'],
      ['Search latency under 200 ms', 'title: p95 search latency, unit: ms, target: 300'],
      ['Waiting time below 2 days', 'title: Waiting time, unit: hours, target: 36'],
      ['Grow ARR to $18M', 'title: ARR, unit: $, target: 17000000'],
    ];
    for (const [title, metric] of contradictions) {
      it(`${title}, against ${metric}`, () => assert.equal(mismatches(title, metric), 1));
    }

    const agreements: [title: string, metric: string][] = [
      ['Desk calls fall from 800 to 500', 'title: Desk calls, baseline: 800, target: 500'],
      ['Sign-ups grow by 20 %', 'title: Sign-ups, baseline: 1000, target: 1200'],
      ['Conversion grows by 2 %', 'title: Conversion, unit: "%", baseline: 8, target: 10'],
      ['Grow ARR to $18M', 'title: ARR, unit: M$, target: 18'],
      ['Waiting time below 2 days', 'title: Waiting time, unit: hours, target: 48'],
      ['Between 40 and 60 calls a day', 'title: Calls, unit: calls/day, target: [40, 60]'],
      // Another quantity than the title's, or one that cannot be told.
      ['Keep 90 % of first-year subscribers', 'title: Churn, unit: "%", baseline: 20, target: 10'],
      [
        'Reply to tickets within 24 hours',
        'title: Tickets replied to within 24 hours, unit: "%", target: 95',
      ],
      ['Three clinics share one register', 'title: Clinics on time, unit: "%", target: 80'],
      ['Customers wait less by 2027', 'title: Waiting customers, target: 4'],
    ];
    for (const [title, metric] of agreements) {
      it(`not ${title}, against ${metric}`, () => assert.equal(mismatches(title, metric), 0));
    }
  });

  it('each have a summary for the rules table', () => {
    assert.deepEqual(
      wordingRules.map(({ code, severity }) => `${code} ${severity}`),
      [
        'output-as-outcome warning',
        'outcome-as-output warning',
        'vanity-metric warning',
        'vague-outcome warning',
        'root-without-why warning',
        'number-mismatch info',
      ],
    );
    assert.ok(wordingRules.every(({ summary, family }) => summary.endsWith('.') && family === 'wording'));
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTitle, type Verdict } from '../../../../../src/core/outcomes/wording';
import statements from './statements.json';
import { anyCharacter } from '../../../../support/any-character';
import { effortOf } from '../../../../support/effort';

interface Statement {
  readonly text: string;
  readonly label: Verdict;
}
const must = statements.must as Statement[];
const mostly = statements.mostly as Statement[];
const misread = (list: readonly Statement[]): string[] =>
  list
    .map(({ text, label }) => ({ text, label, read: readTitle(text) }))
    .filter(({ label, read }) => read.verdict !== label)
    .map(({ text, label, read }) => `${label} read as ${read.verdict}: ${text} (${read.reason})`);

describe('readTitle on labelled statements', () => {
  it('reads each of the agreed statements right', () => {
    assert.ok(must.length >= 85);
    assert.deepEqual(misread(must), []);
  });

  it('reads at least 95 % of a wider set right, and calls at most 1 % of the other titles outputs', () => {
    assert.ok(mostly.length >= 600);
    const wrong = misread(mostly);
    assert.ok(wrong.length <= mostly.length * 0.05, wrong.join('\n'));
    const others = mostly.filter(({ label }) => label !== 'output');
    const alarms = others.filter(({ text }) => readTitle(text).verdict === 'output');
    assert.ok(alarms.length <= others.length * 0.01, alarms.map(({ text }) => text).join('\n'));
  });
});

describe('readTitle says what decided', () => {
  const cases: [title: string, verdict: Verdict, reason: string][] = [
    ['Launch the loyalty app', 'output', "'Launch' names a delivery"],
    [
      'Create a wizard to raise activation',
      'output',
      "'Create' names a delivery; 'to raise activation' says why, not what changes",
    ],
    ['Deliver alerts that halve missed doses', 'outcome', "'that halve missed doses' asserts an effect"],
    [
      'Rewriting the importer, cutting memory use by 40%',
      'outcome',
      "'cutting memory use by 40%' asserts an effect",
    ],
    ['Halve the waiting time', 'outcome', "'Halve' names a change"],
    [
      'Improve the invoice template',
      'output',
      "'Improve' with 'template' is work on a thing, not a change that it makes",
    ],
    ['Win 12 pilot hospitals', 'outcome', "'Win' with 'hospitals' names a result"],
    ['Keep churn below 2 %', 'outcome', "'Keep' with 'below 2 %' names a level to hold"],
    ['Help tenants report damage', 'outcome', "'Help' says what people can do"],
    ['Make the checkout faster', 'outcome', "'faster' names a change"],
    ['Make the source code public', 'output', "'public' says that something was delivered"],
    ['Answer 90 % of calls within 20 seconds', 'outcome', "'within 20 seconds' states a service level"],
    ['Nurses find the right form', 'outcome', "'find the right' says what people do"],
    ['The portal is live', 'output', "'is live' says that something was delivered"],
    ['Ten videos published', 'output', "'published' says that something was delivered"],
    ['Every team has a runbook', 'output', "having 'runbook' is having a thing delivered"],
    ['Fewer failed deliveries', 'outcome', "'Fewer' names a change"],
    ['p95 latency under 200 ms', 'outcome', "'under 200 ms' states a level"],
    ['Conversion: 2% → 4%', 'outcome', "'2% → 4%' states a level"],
    ['Partner newsletter', 'output', "'newsletter' names a thing to deliver"],
    ['Reduction in lost parcels', 'outcome', "'Reduction' names a change"],
    ['Commits rose by 9 %', 'unclear', "'rose by 9' names a change, but of a count of work"],
    ['Operational excellence', 'unclear', "'excellence' alone names no change"],
    ['Project Falcon', 'unclear', "'Falcon' alone names no change"],
    ['', 'unclear', 'there is nothing to read'],
  ];
  for (const [title, verdict, reason] of cases) {
    it(title === '' ? 'nothing' : title, () => assert.deepEqual(readTitle(title), { verdict, reason }));
  }
});

describe('readTitle does not care how a title is dressed', () => {
  const dressings: [name: string, dress: (title: string) => string][] = [
    ['a final period', (t) => `${t}.`],
    ['spaces around it', (t) => `  \t${t} \n`],
    ['a small first letter', (t) => t.charAt(0).toLowerCase() + t.slice(1)],
    ['a capital first letter', (t) => t.charAt(0).toUpperCase() + t.slice(1)],
    ['an emoji', (t) => `🚀 ${t}`],
    ['an emoji with a variation selector', (t) => `✔️ ${t} 🎯`],
    ['a bullet', (t) => `- ${t}`],
    ['a check box', (t) => `- [ ] ${t}`],
    ['a number', (t) => `3. ${t}`],
    ['a nested number', (t) => `1.2.3 ${t}`],
    ['a key result label', (t) => `KR 2 - ${t}`],
    ['an objective label', (t) => `O1: ${t}`],
    ['a word label', (t) => `Objective: ${t}`],
    ['a quarter in brackets', (t) => `[Q3] ${t}`],
    ['bold type', (t) => `**${t}**`],
    ['a link', (t) => `[${t}](https://example.org/a)`],
    ['several of them', (t) => `* **KR1.2:** 🚢 ${t}.`],
  ];
  // A title in brackets of its own or with a colon in it is not a plain one to dress.
  const plain = [...must, ...mostly].map(({ text }) => text).filter((t) => !/[[\]():]/.test(t));
  for (const [name, dress] of dressings) {
    it(name, () => {
      fc.assert(
        fc.property(fc.constantFrom(...plain), (title) => {
          assert.equal(readTitle(dress(title)).verdict, readTitle(title).verdict);
        }),
        { numRuns: 400 },
      );
    });
  }

  it('nor whether it is spelt the British or the American way', () => {
    for (const [british, american] of [
      ['Prioritise the backlog', 'Prioritize the backlog'],
      ['Customer behaviour changed', 'Customer behavior changed'],
      ['Optimise the image pipeline', 'Optimize the image pipeline'],
      ['Labour cost per unit below $3', 'Labor cost per unit below $3'],
    ] as const) {
      assert.equal(readTitle(british).verdict, readTitle(american).verdict, british);
    }
  });
});

describe('readTitle on any text', () => {
  const words = [...must, ...mostly].flatMap(({ text }) => text.split(' '));
  it('never throws, and always answers with a verdict and a reason', () => {
    const any = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 300 }),
      fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(any, (title) => {
        const { verdict, reason } = readTitle(title);
        assert.ok(['outcome', 'output', 'unclear'].includes(verdict));
        assert.ok(reason.length > 0 && reason.length < 700);
      }),
      { numRuns: 1500 },
    );
  });

  for (const [name, unit] of [
    ['words', 'launch '],
    ['spaces', ' '],
    ['brackets', '[('],
    ['numbers', '1.2.3 '],
    ['digits', '1'],
    ['separators', "1'"],
    ['emoji', '🚀'],
    ['stars', '*_'],
    ['subjects', 'users that are '],
  ] as const) {
    it(`reads 100 KB of ${name} as fast as its start`, () => {
      const title = unit.repeat(Math.ceil(100_000 / unit.length));
      readTitle(title);
      assert.ok(effortOf(() => readTitle(title)) < 100);
    });
  }
});

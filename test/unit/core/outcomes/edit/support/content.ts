import fc from 'fast-check';
import { anyCharacter } from '../../../../../support/any-character';

/** What a generated outcomes.yml says, before it is written in some style. */
export type Content = string | number | null | readonly Content[] | { readonly [key: string]: Content };
export type Fields = Readonly<Record<string, Content>>;

/** Texts that YAML would read as something else, or not at all, without care. */
const HARD = [
  'a: b',
  'x # y',
  "it's",
  'say "so"',
  '- dash',
  '-dash',
  '@team',
  '`tick`',
  '100 %',
  '%pct',
  '1,000',
  'true',
  'null',
  '~',
  '12',
  '1e5',
  '0x1F',
  '-4',
  '.5',
  'yes',
  '2026-01-01',
  '[x]',
  '{y}',
  'a, b',
  '*star',
  '&amp',
  '!bang',
  '|',
  '>',
  '? q',
  ': c',
  'a:b',
  'ends:',
  'http://x.example/y#z',
  'C# code',
  '---',
  '... and so on',
  ' lead',
  'trail ',
  'two\nlines',
  'end\n',
  '\n',
  'tab\there',
  '\u2028sep',
  '\u0085next',
  '\ufeffmark',
  '\u00a0wide',
  'back\\slash',
  'bell\u0007',
  'ünï 👩‍👩‍👧 名前',
  '\ud800 alone',
  '=',
  '<<',
  '#x',
];

/** Any text, one with something to see in it. */
export const text: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('Calls fall', 'Fewer errors for users', 'First sites are live', 'x'),
  },
  { weight: 3, arbitrary: fc.constantFrom(...HARD.filter((one) => /\S/.test(one))) },
  {
    weight: 2,
    arbitrary: fc.string({ unit: anyCharacter, minLength: 1, maxLength: 12 }).filter((one) => /\S/.test(one)),
  },
);

const day = fc
  .record({
    year: fc.integer({ min: 2020, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const period = fc.oneof(day, fc.constantFrom('2026-12', '2026-Q4', '2027-q1'));
const quantity = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(0.5, 9.5, 1e21, 1e-7),
  fc.constantFrom('1,000', '12k', '+3', '1e3'),
);

/** Some of the fields, in the usual order or, at times, in another. */
function fields(
  of: Readonly<Record<string, fc.Arbitrary<Content>>>,
  always: readonly string[],
): fc.Arbitrary<Fields> {
  const optional = Object.keys(of).filter((key) => !always.includes(key));
  return fc
    .tuple(fc.record(of), fc.subarray(optional), fc.option(fc.nat(), { freq: 4, nil: 0 }))
    .map(([all, chosen, seed]) => {
      const names = Object.keys(of).filter((key) => always.includes(key) || chosen.includes(key));
      const order = seed > 0 ? shuffled(names, seed) : names;
      return Object.fromEntries(order.map((name) => [name, all[name]!]));
    });
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  return items
    .map((item, i) => ({ item, at: ((seed % 9973) * (i + 7) * 7919) % 10007 }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

const list = <T extends Content>(item: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<readonly T[]> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.array(item, { minLength: 1, maxLength }) },
    { weight: 1, arbitrary: fc.constant<T[]>([]) },
  );

export const checkIn = fields(
  { date: day, value: quantity, confidence: fc.constantFrom('on-track', 'at-risk', 'off-track'), note: text },
  ['date', 'value'],
);

/** Each list sorted by date, first to last or last to first, or in no order. */
const checkIns = fc
  .tuple(list(checkIn, 8), fc.constantFrom(1, -1, 0))
  .map(([items, order]) =>
    order === 0
      ? items
      : [...items].sort((a, b) => order * (a.date! < b.date! ? -1 : a.date! > b.date! ? 1 : 0)),
  );

export const metric = fields(
  {
    id: fc.constant(null),
    title: text,
    unit: fc.constantFrom('calls/week', 'times'),
    goal: fc.constantFrom('increase', 'at-least'),
    baseline: fc.integer({ min: 0, max: 100 }),
    target: fc.oneof(fc.integer({ min: 101, max: 200 })),
    source: text,
    'check-ins': checkIns,
  },
  ['id'],
);

export const output = fields(
  {
    id: fc.constant(null),
    title: text,
    status: fc.constantFrom('proposed', 'planned', 'in-progress', 'shipped', 'rejected'),
    shipped: day,
    instead: fc.constant('ref'),
    'trade-off': text,
    serves: fc.constantFrom(['ref'], ['ref', 'ref'], []),
    element: fc.constantFrom('people', 'process', 'technology'),
  },
  ['id'],
);

const { outcome } = fc.letrec<{ outcome: Fields; outcomes: Content }>((tie) => ({
  outcome: fields(
    {
      id: fc.constant(null),
      title: text,
      why: text,
      owner: text,
      start: period,
      due: period,
      status: fc.constantFrom('draft', 'active', 'achieved', 'missed', 'dropped'),
      'check-in': fc.constantFrom('weekly', 'monthly', 'never'),
      weight: fc.constantFrom(0, 1, 2.5),
      paths: fc.constantFrom(['a/**'], ['a b/**', '**/*.js'], []),
      assumptions: list(text, 2),
      metrics: list(metric, 2),
      outputs: list(output, 3),
      outcomes: tie('outcomes'),
    },
    ['id', 'title'],
  ),
  outcomes: fc.oneof(
    { maxDepth: 2 },
    fc.constant([]),
    fc.array(tie('outcome'), { minLength: 1, maxLength: 2 }),
  ),
}));

const policy = fields(
  {
    tags: fc.constant(['TODO', '@todo']),
    existing: fc.constantFrom('hint', 'same'),
    'exempt-branches': fc.constant([]),
  },
  ['tags'],
);

/** A file that has at least one outcome; every id in it is another, and `instead` and `serves` name some of them. */
export const fileContent: fc.Arbitrary<Fields> = fields(
  {
    version: fc.constant(1),
    title: text,
    policy,
    outcomes: fc.array(outcome, { minLength: 1, maxLength: 3 }),
  },
  ['version', 'outcomes'],
).map(withIds);

const IDS = ['reliable-voice', 'KEY-', 'Calls-', '1e', 'x', 'null-', 'o-'];

function withIds(file: Fields): Fields {
  let count = 0;
  let references = 0;
  const total = JSON.stringify(file).split('"id"').length - 1;
  const id = (n: number): string => `${IDS[n % IDS.length]!}${n}`;
  const fill = (value: Content, key: string): Content => {
    if (key === 'id') return id(count++);
    if (value === 'ref') return id(references++ % total);
    if (Array.isArray(value)) return value.map((item: Content) => fill(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, fill(part, name)]));
  };
  return fill(file, '') as Fields;
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFlow } from '../../../../../src/core/outcomes/surface/flow';
import { addFlow } from '../../../../../src/core/outcomes/surface/outline-flow';
import { newDraft } from '../../../../../src/core/outcomes/surface/outline-nodes';
import { addSimple } from '../../../../../src/core/outcomes/surface/outline-simple';

const CONTAINERS = ['outcome', 'metric', 'output', 'policy', 'check-in', null] as const;

/** Parts of collections in flow style, whole and broken; joined at random most are nothing at all. */
const PIECES = [
  ...[
    'id: a',
    'title: b c',
    'id: "q"',
    'id:',
    'id: ',
    "title: it's",
    'id:x',
    'id : y',
    'title: x: y',
    'a: b:c',
  ],
  ...[
    'unit: %',
    'owner: @x',
    'id: *b',
    'id: &c d',
    'id: !t e',
    'why: x # y',
    'why: x#y',
    'id: |',
    '? id',
    'x',
  ],
  ...[
    'metrics: ',
    'outputs: ',
    'outcomes: ',
    'check-ins: ',
    'serves: [a, b]',
    'goal: [1, 2]',
    'rules: { x: error }',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '{ ',
    ' }',
    '[ ',
    ' ]',
    ', ',
    ',',
    ': ',
    ' ',
    '\t',
    '{ id: m }',
    '[{ id: n, title: N }]',
  ],
];

const field = fc.constantFrom(
  ...[
    'id: a',
    'id: a-1',
    'title: b  c',
    'id:',
    'due: 2026-12-31',
    'unit: %',
    'id: *b',
    'title: |',
    'id: x y ',
  ],
  ...[
    'serves: [a, b]',
    'check-ins: [{ date: 2026-01-01, value: 1, id: no }]',
    'metrics: [{ id: m }]',
    'x: { y: z }',
  ],
  ...['goal: [1, [2]]', 'title: "q"', 'why: a:b'],
);
const mapping = fc
  .tuple(fc.array(field, { maxLength: 4 }), fc.constantFrom('', ' ', '\t'), fc.constantFrom('', ','))
  .map(([fields, space, comma]) => `{${space}${fields.join(`,${space || ' '}`)}${comma}${space}}`);
const list = fc.array(mapping, { maxLength: 4 }).map((mappings) => `[${mappings.join(', ')}]`);
const anything = fc
  .tuple(fc.constantFrom('{', '['), fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }))
  .map(([bracket, pieces]) => bracket + pieces.join(''));

function simply(text: string, container: (typeof CONTAINERS)[number]) {
  const above = newDraft('outcome', 0, { start: 0, end: 0 });
  return { isSimple: addSimple(text, startOf(text), text.length, container, above, 2), above };
}

function closely(text: string, container: (typeof CONTAINERS)[number]) {
  const above = newDraft('outcome', 0, { start: 0, end: 0 });
  const start = startOf(text);
  const below = { container, list: text[start] === '[' };
  addFlow(text, readFlow(text, start, 0).flow, below, above, 2);
  return above;
}

/** The collections stand behind what a line begins with. */
function startOf(text: string): number {
  return text.search(/[[{]/);
}

describe('a collection on one line of an outcomes.yml', () => {
  it('is in the outline as at a closer look, or is left to that', () => {
    let simple = 0;
    fc.assert(
      fc.property(
        fc.oneof(mapping, list, anything),
        fc.constantFrom(...CONTAINERS),
        fc.constantFrom('', ' # why', ' x', ' }', ']'),
        (collection, container, behind) => {
          const text = `  ${collection}${behind}`;
          const { isSimple, above } = simply(text, container);
          if (isSimple) simple++;
          assert.deepEqual(above.children, isSimple ? closely(text, container).children : []);
        },
      ),
      { numRuns: 5000 },
    );
    assert.ok(simple > 1000, `only ${simple} were simple`);
  });

  it('needs no closer look as people write it', () => {
    const lines = [
      ['outcome', '{ id: a, title: Calls fall to 500 a week, due: 2026-12-31, paths: [src/a, "b"] }', false],
      ['outcome', '{ id: a, title: Calls fall, tags: [x, y] }', true],
      [
        'metric',
        '[{ id: m, unit: %, check-ins: [{ date: 2026-03-16, value: 11 }, { value: 2 }] }, { id: n }]',
        true,
      ],
      ['output', '[{ title: Ship it, serves: [a, b] }]', true],
      ['output', '[]', true],
    ] as const;
    for (const [container, text, isSimple] of lines)
      assert.equal(simply(text, container).isSimple, isSimple, text);
  });
});

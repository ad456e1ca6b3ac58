import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import type { Outcome, Written } from '../../../../../src/core/outcomes/model';
import { parseOutcomes } from '../../../../../src/core/outcomes/parse';
import { outlineOf } from '../../../../../src/core/outcomes/surface/outline';
import type { OutlineNode } from '../../../../../src/core/outcomes/surface/outline-nodes';
import { generateFile } from './generated';

const sample = fs.readFileSync(
  new URL('../../../../../examples/voice-migration/outcomes.yml', import.meta.url),
  'utf8',
);

function show(nodes: readonly OutlineNode[], depth = 0): string {
  return nodes
    .map(({ kind, id, title, children }) =>
      [`${'  '.repeat(depth)}${kind} ${id || '?'}: ${title}`, show(children, depth + 1)]
        .filter(Boolean)
        .join('\n'),
    )
    .join('\n');
}

function* flat(nodes: readonly OutlineNode[]): Generator<OutlineNode> {
  for (const node of nodes) {
    yield node;
    yield* flat(node.children);
  }
}

/** Where the reader finds outcomes, metrics and outputs, in the order of the file. */
function read(text: string): { kind: string; at: Written }[] {
  const of = ({ metrics, outputs, outcomes, at }: Outcome): { kind: string; at: Written }[] => [
    { kind: 'outcome', at },
    ...metrics.map((metric) => ({ kind: 'metric', at: metric.at })),
    ...outputs.map((output) => ({ kind: 'output', at: output.at })),
    ...outcomes.flatMap(of),
  ];
  return parseOutcomes('outcomes.yml', text)
    .outcomes.flatMap(of)
    .sort((a, b) => a.at.node.start - b.at.node.start);
}

describe('the outline of an outcomes.yml', () => {
  it('has the policy and every outcome with its metrics, outputs and children', () => {
    const text = `version: 1
policy:
  rules: { no-owner: off }
outcomes:
  - id: a # the first
    title: "It's \\"quoted\\""
    metrics:
    - id: m
      title: M
      check-ins:
        - { id: not-a-metric, date: 2026-01-01 }
    outputs: [{ id: o, title: O }, { title: 'it''s' }]
    outcomes:
      - title: child
        why: |
          - id: no
      - { id: flow, outcomes: [{ id: deep,
          metrics: [{ title: n }] }] }
  -
    id: b
`;
    assert.equal(
      show(outlineOf(text)),
      `policy ?: 
outcome a: It's "quoted"
  metric m: M
  output o: O
  output ?: it's
  outcome ?: child
  outcome flow: 
    outcome deep: 
      metric ?: n
outcome b: `,
    );
    assert.deepEqual(
      [...flat(outlineOf(text))].map(({ start, end, self }) =>
        [text.slice(start, start + 4), text.slice(self.start, self.end), text.slice(end - 3, end)].join(' '),
      ),
      [
        'poli policy f }',
        '- id a ] }',
        '- id m 1 }',
        '{ id o O }',
        "{ ti 'it''s' ' }",
        '- ti child  no',
        '- {  flow ] }',
        '{ id deep ] }',
        '{ ti n n }',
        'id:  b : b',
      ],
    );
  });

  it('is there for half-typed and broken files', () => {
    assert.equal(show(outlineOf('outcomes:\n  - id: a\n    ti')), 'outcome a: ');
    assert.equal(
      show(outlineOf('outcomes:\n  - i\n  - id: b\n  - { id: c, tit\n  - id: d')),
      'outcome b: \noutcome c: \noutcome d: ',
    );
    assert.equal(show(outlineOf('outcomes:\n  - id: "a\n    title: x: y\n')), 'outcome a: x: y');
    assert.equal(show(outlineOf('{"outcomes": [{"id": "a"}, {"id": "b"')), 'outcome a: \noutcome b: ');
    assert.equal(show(outlineOf('outcomes:\n  id: a\n')), 'outcome a: ');
    for (const none of ['', 'outcomes:', 'outcomes: x', '- id: a', '# outcomes:', 'outcomes: *a'])
      assert.equal(show(outlineOf(none)), '', none);
  });

  it('agrees with what the reader finds, in the sample and in files of every style', () => {
    for (const text of [sample, ...Array.from({ length: 150 }, (_, seed) => generateFile(seed).text)]) {
      const nodes = [...flat(outlineOf(text))].filter(({ kind }) => kind !== 'policy');
      const expected = read(text);
      assert.deepEqual(
        nodes.map(({ kind }) => kind),
        expected.map(({ kind }) => kind),
        text,
      );
      for (const [i, { at }] of expected.entries()) {
        const { start, end, self } = nodes[i]!;
        assert.ok(start <= at.node.start && at.node.end <= end, text.slice(start, end));
        // Of a text in block style, the reader marks the text and the outline the first key.
        if (!/[|>]/.test(text[at.self.start]!)) assert.deepEqual(self, at.self, text.slice(start, end));
      }
    }
  });

  it('has spans that hold each other, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        'outcomes:',
        'policy:',
        'id: a',
        'title: "',
        '- ',
        '-',
        '  ',
        '    ',
        '\n',
        '\r\n',
        '\r',
        '{',
        '}',
        '[',
        ']',
      ],
      ...[',', ': ', '#', '|', '*a', '&a ', '---', 'metrics:', 'outputs: [', '\ufeff'],
    );
    const check = (text: string, nodes: readonly OutlineNode[], from: number, to: number): void => {
      for (const { start, end, self, children } of nodes) {
        assert.ok(
          from <= start && start <= self.start && self.start <= self.end && self.end <= end && end <= to,
          text,
        );
        check(text, children, start, end);
      }
    };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = `outcomes:\n  - ${pieces.join('')}`;
        check(text, outlineOf(text), 0, text.length);
      }),
      { numRuns: 2000 },
    );
  });
});

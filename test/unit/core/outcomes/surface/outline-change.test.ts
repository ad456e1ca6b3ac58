import assert from 'node:assert/strict';
import fc from 'fast-check';
import { outlineOf, readOutline } from '../../../../../src/core/outcomes/surface/outline';
import { sameAtEnd, sameAtStart } from '../../../../../src/core/outcomes/surface/same';
import { generateFile } from './generated';

/** What is typed, pasted or left behind; much of it opens, closes or ends what stands around it. */
const PIECES = [
  ...['x', ' ', '  ', '    ', '\n', '\r\n', '\r', '\n\n', '- ', '-', '\n- ', '\n  - ', '\n    - id: new\n'],
  ...['{', '}', '[', ']', ',', ': ', '"', "'", '#', ' # ', '|', '>-', '*a', '&a ', '!t ', '%'],
  ...[
    '\n---\n',
    '\n...\n',
    '\n%YAML 1.2\n',
    '\noutcomes:\n',
    '\npolicy:\n',
    '\nversion: 1\n',
    '\n  outcomes:\n',
  ],
  ...['id: a', 'title: "', '\n    metrics: [{ id: m }', '\n    outputs:\n    - id: o\n', '\ufeff', ''],
];

interface Change {
  /** Where, counted on from its start again when the text is shorter, and how many characters are replaced. */
  readonly at: number;
  readonly length: number;
  readonly by: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.integer({ min: 0, max: 9999 }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 })),
  by: fc.array(fc.constantFrom(...PIECES), { maxLength: 3 }).map((pieces) => pieces.join('')),
});

function changed(text: string, { at, length, by }: Change): string {
  const from = at % (text.length + 1);
  return text.slice(0, from) + by + text.slice(from + length);
}

/** Lines of an outcome, from behind its dash on. */
const OUTCOMES = [
  ['id: a', 'title: "A: b # c"', 'metrics: [{ id: m, title: M }]'],
  ['{ id: flow, title: Flow, outputs: [{ id: o }] }'],
  ['title: |', '  - id: no', '', '  more', 'outcomes:', '- id: child', '  title: Child', '- { id: other }'],
  ['id: x # why', '# - id: no', 'metrics:', '  - id: n', '    check-ins:', '      - { date: 2026-01-01 }'],
  ['id: y', 'outputs: [', '  { id: p,', '    title: P },', ']'],
  ["title: 'it''s", '  said', "  so'", 'id: &b z'],
  ['{ id: open, metrics: [{ id: q'],
  [''],
];

const list: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('outcomes:', 'version: 1\noutcomes:', '---\n  outcomes:', 'policy: {}\noutcomes: # all'),
    fc.constantFrom(0, 2, 3),
    fc.array(fc.constantFrom(...OUTCOMES), { minLength: 2, maxLength: 9 }),
    fc.constantFrom(
      '',
      '',
      '\npolicy: { new: warning }\n',
      '\noutcomes:\n    - id: last\n    - id: least\n',
      '\n---\nid: no\n',
    ),
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(([head, column, outcomes, end, lineEnd]) => {
    const indent = ' '.repeat(column + (head.includes('  outcomes') ? 2 : 0));
    const entries = outcomes.map((lines) => `${indent}- ${lines.join(`\n${indent}  `)}\n`);
    return `${head}\n${entries.join('')}${end}`.replaceAll('\n', lineEnd);
  });

const anyFile = fc.oneof(
  list,
  list,
  fc.nat().map((seed) => generateFile(seed).text),
);

describe('the outline of an outcomes.yml that changes', () => {
  it('is the one of the whole text, whatever was changed and however often', () => {
    fc.assert(
      fc.property(anyFile, fc.array(change, { minLength: 1, maxLength: 6 }), (original, changes) => {
        let text = original;
        let reading = readOutline(text);
        for (const each of changes) {
          text = changed(text, each);
          reading = readOutline(text, reading);
          assert.deepEqual(reading, readOutline(text), JSON.stringify(text));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is the one of the whole text when its outcomes are replaced, moved and taken away', () => {
    const entry = (id: number) => `  - id: o${id}\n    title: T\n    metrics: [{ id: m${id} }]\n`;
    const file = (ids: readonly number[]) =>
      `outcomes:\n${ids.map(entry).join('')}policy: { new: warning }\n`;
    const ids = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 });
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        const reading = readOutline(file(other), readOutline(file(one)));
        assert.deepEqual(reading, readOutline(file(other)));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what comes before the change, and reads only from there to the next outcome', () => {
    const entry = (id: number) => `  - id: o${id}\n    title: T\n`;
    const text = `outcomes:\n${Array.from({ length: 9 }, (_, id) => entry(id)).join('')}`;
    const before = readOutline(text);
    const after = readOutline(text.replace('id: o4', 'id: o44'), before);
    const kept = after.nodes.map((node, i) => node === before.nodes[i]);
    assert.deepEqual(kept, [true, true, true, true, false, false, false, false, false]);
    assert.deepEqual(after.nodes, outlineOf(after.text));
    assert.equal(after.nodes[5]!.title, 'T');
    // Of what comes behind, nothing was read: it says what it said, even where that was wrong.
    const wrong = { ...before, nodes: before.nodes.map((node) => ({ ...node, title: 'as it was' })) };
    const titles = readOutline(text.replace('id: o4', 'id: o44'), wrong).nodes.map(({ title }) => title);
    assert.deepEqual(titles, [
      ...Array<string>(4).fill('as it was'),
      'T',
      ...Array<string>(4).fill('as it was'),
    ]);
  });

  it('compares texts in pieces as it would by characters', () => {
    const long = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.string(), fc.integer({ min: 0, max: 3000 }));
    fc.assert(
      fc.property(long, long, ([a, x, b], [c, y, d]) => {
        const one = 'a'.repeat(a) + x + 'b'.repeat(b);
        const other = 'a'.repeat(c) + y + 'b'.repeat(d);
        const start = sameAtStart(one, other);
        assert.equal(one.slice(0, start), other.slice(0, start));
        assert.ok(start === Math.min(one.length, other.length) || one[start] !== other[start]);
        const most = Math.min(one.length, other.length) - start;
        const end = sameAtEnd(one, other, start);
        assert.equal(one.slice(one.length - end), other.slice(other.length - end));
        assert.ok(end === most || one.at(-end - 1) !== other.at(-end - 1));
      }),
    );
  });
});

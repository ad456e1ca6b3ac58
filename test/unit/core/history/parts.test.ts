import assert from 'node:assert/strict';
import fc from 'fast-check';
import { goalpostMoves } from '../../../../src/core/history/goalposts';
import { differingParts } from '../../../../src/core/history/parts';
import { parseOutcomes } from '../../../../src/core/outcomes/parse';
import { mergeFiles } from '../../../../src/core/outcomes/tree';
import { file } from '../outcomes/edit/support/files';

/** Moves as text, in no order; null where the YAML is broken. */
function movesOf(before: string, after: string): string[] | null {
  const files = [before, after].map((text) => parseOutcomes('outcomes.yml', text));
  if (files.some(({ problems }) => problems.some(({ code }) => code === 'invalid-yaml'))) return null;
  const [old, now] = files.map((each) => mergeFiles([each]));
  return goalpostMoves(old!, now!)
    .map((move) => JSON.stringify(move))
    .sort();
}

function problemsIn(text: string): number {
  return parseOutcomes('outcomes.yml', text).problems.length;
}

const change = fc.record({
  at: fc.nat(),
  from: fc.constantFrom('digit', 'line', 'swap'),
  by: fc.integer({ min: 1, max: 8 }),
});

function changed(text: string, { at, from, by }: { at: number; from: string; by: number }): string {
  const lines = text.split('\n');
  const i = at % lines.length;
  const line = lines[i]!;
  if (from === 'digit')
    return text.replace(/(?<=(?:target|baseline|due)\D{0,4})\d/, (digit) =>
      String(((Number(digit) + by) % 9) + 1),
    );
  if (from === 'line') lines.splice(i, 1);
  else lines.splice(i, 2, lines[i + 1] ?? '', line);
  return lines.join('\n');
}

describe('the parts of a file whose goals differ', () => {
  it('show the same moves as the whole', () => {
    let compared = 0;
    let smaller = 0;
    fc.assert(
      fc.property(file, fc.array(change, { minLength: 1, maxLength: 3 }), ({ text }, changes) => {
        const after = changes.reduce(changed, text);
        const parts = differingParts(text, after);
        const [whole, reduced] = [movesOf(text, after), movesOf(...parts)];
        // What is broken is read as a whole, and what is wrong is told by other findings.
        if (whole === null || reduced === null || problemsIn(after) > problemsIn(text)) return;
        assert.deepEqual(reduced, whole);
        compared++;
        if (parts[0].length < text.length) smaller++;
      }),
      { numRuns: 150 },
    );
    assert.ok(compared > 30 && smaller > 10, `${smaller} of ${compared}`);
  });

  const entry = (id: string, target: number, more = '') => `  - id: ${id}
    title: T
    metrics:
      - id: ${id}-metric
        target: ${target}
        check-ins:
          - { date: 2026-01-01, value: 1 }
${more}`;
  const head = '# Ours\nversion: 1\noutcomes:\n\n  # The first\n';

  it('leave out what is the same, and what only checked in', () => {
    const before = `${head}${entry('a', 1)}${entry('b', 2)}${entry('c', 3)}title: T\n`;
    const after = `${head}${entry('a', 1)}${entry('b', 2, '          - { date: 2026-02-01, value: 2 }\n')}${entry('c', 4)}`;
    assert.deepEqual(differingParts(before, after), [
      `version: 1\noutcomes:\n${entry('c', 3)}`,
      `version: 1\noutcomes:\n${entry('c', 4)}`,
    ]);
  });

  it('leave out the children that are the same, as long as their parent is', () => {
    const nested = (target: number, due: string) =>
      `${head}  - id: root\n    due: ${due}\n    outcomes:\n${entry('a', target)}${entry('b', 2)}`.replace(
        /(?<=outcomes:\n)( {2}- id: a[^]*)/,
        (children) => children.replace(/^/gm, '  ').trimEnd() + '\n',
      );
    const [before, after] = differingParts(nested(1, '2026-12'), nested(3, '2026-12'));
    assert.deepEqual(
      [before.includes('id: root'), before.includes('id: a'), before.includes('id: b')],
      [true, true, false],
    );
    assert.ok(after.includes('target: 3') && !after.includes('id: b'));
    const [whole] = differingParts(nested(1, '2026-12'), nested(1, '2027-12'));
    assert.ok(whole.includes('id: b'));
  });

  it('keep what is new and what is gone', () => {
    const [before, after] = differingParts(
      `${head}${entry('a', 1)}${entry('b', 2)}`,
      `${head}${entry('a', 1)}${entry('c', 2)}`,
    );
    assert.deepEqual(
      [before.includes('id: b'), after.includes('id: c'), after.includes('id: a')],
      [true, true, false],
    );
  });

  it('are the whole where aliases or brackets hold it together', () => {
    const flow = [
      'outcomes: [{ id: a, title: T, due: 2026-01 }]',
      'outcomes: [{ id: a, title: T, due: 2026-02 }]',
    ] as const;
    assert.deepEqual(differingParts(...flow), flow);
    const alias = [1, 2].map(
      (target) => `${head}${entry('a', target)}    due: &d 2026-01\n${entry('b', 1)}    due: *d\n`,
    );
    assert.deepEqual(differingParts(alias[0]!, alias[1]!), alias);
  });
});

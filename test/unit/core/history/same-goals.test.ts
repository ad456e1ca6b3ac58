import assert from 'node:assert/strict';
import fc from 'fast-check';
import { goalpostMoves } from '../../../../src/core/history/goalposts';
import { statesSameGoals } from '../../../../src/core/history/same-goals';
import type { OutcomeTree } from '../../../../src/core/outcomes/model';
import { parseOutcomes } from '../../../../src/core/outcomes/parse';
import { mergeFiles } from '../../../../src/core/outcomes/tree';
import { file } from '../outcomes/edit/support/files';

const treeOf = (text: string): OutcomeTree => mergeFiles([parseOutcomes('outcomes.yml', text)]);

function problemsIn(text: string): number {
  return parseOutcomes('outcomes.yml', text).problems.length;
}

/** A line left out, doubled or with another number in it: what an edit of a file may do, sensible or not. */
const change = fc.record({
  kind: fc.constantFrom('drop', 'double', 'number', 'word'),
  at: fc.nat(),
  by: fc.integer({ min: 1, max: 9 }),
});

function changed(text: string, { kind, at, by }: { kind: string; at: number; by: number }): string {
  const lines = text.split('\n');
  const i = at % lines.length;
  const line = lines[i]!;
  const made = {
    drop: [],
    double: [line, line],
    number: [line.replace(/\d/, (digit) => String((Number(digit) + by) % 10))],
    word: [line.replace(/[a-z]{4}/, 'word')],
  }[kind]!;
  return [...lines.slice(0, i), ...made, ...lines.slice(i + 1)].join('\n');
}

describe('two versions that plainly state the same goals', () => {
  it('have moved nothing, whatever else was changed and however they are written', () => {
    let same = 0;
    fc.assert(
      fc.property(file, fc.array(change, { minLength: 1, maxLength: 3 }), ({ text }, changes) => {
        const after = changes.reduce(changed, text);
        // What is wrong is told by other findings.
        if (!statesSameGoals(text, after) || problemsIn(after) > problemsIn(text)) return;
        same++;
        assert.deepEqual(goalpostMoves(treeOf(text), treeOf(after)), []);
        assert.deepEqual(goalpostMoves(treeOf(after), treeOf(text)), []);
      }),
      { numRuns: 150 },
    );
    assert.ok(same > 8, `only ${same} were found the same`);
  });

  const TEXT = `version: 1
outcomes:
  - id: voice
    title: Customers keep their lines
    metrics:
      - id: calls
        target: 60
        check-ins:
          - { date: 2026-03-16, value: 124 }
`;

  it('are most: those that only check in, remark on something or change a status', () => {
    const after = `${TEXT}          - { date: 2026-06-15, value: 101, note: "40 sites" }\n`;
    assert.ok(statesSameGoals(TEXT, after));
    assert.ok(statesSameGoals(TEXT, TEXT.replace('    metrics', '    status: achieved\n    metrics')));
    assert.ok(statesSameGoals(TEXT, `# Of this year\n${TEXT}`));
  });

  for (const [what, from, to] of [
    ['a target', 'target: 60', 'target: 80'],
    ['a target in quotes', 'target: 60', '"target": 60'],
    ['a value on its own line', 'target: 60', 'target:\n          80'],
    ['an alias', 'target: 60', 'target: *t'],
    ['a block of text', 'title: Customers', 'title: |\n      Customers'],
    ['an id', 'id: voice', 'id: voices'],
  ] as const)
    it(`are not those that differ in ${what}`, () => {
      assert.ok(!statesSameGoals(TEXT, TEXT.replace(from, to)));
    });
});

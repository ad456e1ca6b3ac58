import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, areApart, type EditResult } from '../../../../../src/core/edits';
import {
  addCheckIn,
  addField,
  addOutcome,
  addOutput,
  moveOutput,
  outputFromOutcome,
  renameId,
  renameKey,
  setField,
} from '../../../../../src/core/outcomes/edit';
import type { OutcomesFile } from '../../../../../src/core/outcomes/model';
import { changed, file, metricsOf, outcomesOf, outputsOf, parse, pick, readAs } from './support/files';
import { plain, type PlainOutcome } from './support/plain';

/** A valid file with something put in, taken out or repeated: what it is while somebody types. */
const damaged: fc.Arbitrary<OutcomesFile> = fc
  .tuple(
    file,
    fc.array(
      fc.record({
        at: fc.nat(),
        length: fc.nat(12),
        by: fc.constantFrom(
          '',
          '',
          '"',
          "'",
          '[',
          '}',
          ': ',
          '- ',
          '#',
          '\t',
          '&a ',
          '*a',
          '\n',
          '\n  ',
          'x',
          '|',
          '<<<<<<< HEAD\n',
          '\n---\n',
          '\r',
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([{ text }, damages]) =>
    parse(
      damages.reduce((broken, { at, length, by }) => {
        const start = at % (broken.length + 1);
        return broken.slice(0, start) + by + broken.slice(start + (by === '' ? length : 0));
      }, text),
    ),
  );

describe('edits of a damaged file', () => {
  let made = 0;

  /** Refused with a reason, or else the file says what it said and what was added. */
  const assertSafe = (from: OutcomesFile, result: EditResult, expected: () => unknown): void => {
    if ('refused' in result) {
      assert.match(result.refused, /^.+\.$/);
      return;
    }
    made++;
    assert.ok(areApart(result.edits));
    assert.deepEqual(plain(parse(applyEdits(from.text, result.edits))), expected());
  };

  it('are refused, or change what they are about and nothing else', () => {
    const read = (part: 'outputs' | 'outcomes', value: object): PlainOutcome =>
      readAs(part, value) as PlainOutcome;
    fc.assert(
      fc.property(damaged, fc.nat(), (from, n) => {
        const outcome = pick(outcomesOf(from), n);
        if (outcome === undefined) return;
        const put = (by: (said: PlainOutcome) => object) => () => changed(from, outcome, by);
        const output = { id: 'quite-new', title: 'New: one' };
        assertSafe(
          from,
          addOutput(from, outcome, output),
          put((said) => ({ ...said, outputs: [...said.outputs, read('outputs', output)] })),
        );
        assertSafe(
          from,
          setField(from, outcome, 'why', 'So'),
          put((said) => ({ ...said, why: 'So' })),
        );
        assertSafe(
          from,
          addOutcome(from, outcome, output),
          put((said) => ({ ...said, outcomes: [...said.outcomes, read('outcomes', output)] })),
        );
        assertSafe(from, addOutcome(from, null, output), () => ({
          ...plain(from),
          outcomes: [...plain(from).outcomes, read('outcomes', output)],
        }));
      }),
      { numRuns: 120 },
    );
    assert.ok(made > 120, `only ${made} were made`);
  });

  it('never throw, and never overlap', () => {
    fc.assert(
      fc.property(damaged, fc.nat(), (from, n) => {
        const [outcome, metric, output] = [
          pick(outcomesOf(from), n),
          pick(metricsOf(from), n),
          pick(outputsOf(from), n),
        ];
        const results: EditResult[] = [];
        if (outcome !== undefined) {
          results.push(outputFromOutcome(from, outcome), addField(from, outcome, 'metrics', [{ id: 'm' }]));
          results.push(renameId(from, outcome.id, 'new-id'));
          for (const { key } of outcome.at.keys.values()) results.push(renameKey(from, key, 'new-key'));
        }
        if (metric !== undefined) results.push(addCheckIn(from, metric, { date: '2026-01-01', value: 3 }));
        if (outcome !== undefined && output !== undefined) {
          const moved = moveOutput({ file: from, output }, { file: from, outcome });
          if ('files' in moved) results.push(...moved.files);
        }
        for (const result of results) if ('edits' in result) applyEdits(from.text, result.edits);
      }),
      { numRuns: 60 },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../../src/core/edits';
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
import type { NewCheckIn, NewMetric, NewOutcome, NewOutput } from '../../../../../src/core/outcomes/edit';
import type { Metric, Outcome, OutcomesFile } from '../../../../../src/core/outcomes/model';
import { checkIn, metric, output, text } from './support/content';
import {
  after,
  assertOnlyAdds,
  changed,
  commentsIn,
  editsOf,
  file,
  metricsOf,
  outcomesOf,
  outputsOf,
  parse,
  pick,
  readAs,
  yamlProblems,
} from './support/files';
import { plain, plainOutput, type Plain, type PlainOutcome } from './support/plain';

const RUNS = { numRuns: 100 };

describe('every edit of any outcomes.yml', () => {
  it('is made of files that are valid and of every style', () => {
    let brackets = 0;
    fc.assert(
      fc.property(file, (from) => {
        assert.deepEqual(yamlProblems(from), []);
        assert.equal(from.problems.length, 0, JSON.stringify(from.problems));
        if (from.text.includes('{')) brackets++;
      }),
      RUNS,
    );
    assert.ok(brackets > RUNS.numRuns / 4 && brackets < RUNS.numRuns);
  });

  it('addField adds that field, and changes no other byte', () => {
    const values = fc.record({
      owner: text,
      why: text,
      weight: fc.nat(9),
      paths: fc.subarray(['a/**', '**/*.{js,ts}', '# b', 'c d']),
    });
    fc.assert(
      fc.property(
        file,
        fc.nat(),
        values,
        fc.constantFrom('owner', 'why', 'weight', 'paths'),
        (from, n, all, key) => {
          const outcome = pick(outcomesOf(from), n)!;
          fc.pre(!outcome.at.keys.has(key));
          const edits = editsOf(addField(from, outcome, key, all[key] as never));
          assertOnlyAdds(from, edits);
          assert.deepEqual(
            plain(after(from, edits)),
            changed(from, outcome, (made) => ({ ...made, [key]: all[key] })),
          );
        },
      ),
      RUNS,
    );
  });

  it('addField adds metrics to an outcome', () => {
    fc.assert(
      fc.property(file, fc.nat(), metric, (from, n, added) => {
        const outcome = pick(outcomesOf(from), n)!;
        fc.pre(outcome.metrics.length === 0);
        const value = [{ ...added, id: 'quite-new' } as NewMetric];
        const edits = editsOf(addField(from, outcome, 'metrics', value));
        assertOnlyAdds(from, edits);
        assert.deepEqual(
          plain(after(from, edits)),
          changed(from, outcome, (made) => ({ ...made, metrics: [readAs('metrics', value[0])] })),
        );
      }),
      RUNS,
    );
  });

  it('addField adds to metrics and outputs', () => {
    fc.assert(
      fc.property(file, fc.nat(), text, (from, n, added) => {
        const [one, other] = [pick(metricsOf(from), n), pick(outputsOf(from), n)];
        if (one !== undefined && !one.at.keys.has('source')) {
          const edits = editsOf(addField(from, one, 'source', added));
          assertOnlyAdds(from, edits);
          assert.equal(pick(metricsOf(after(from, edits)), n)!.source, added);
        }
        if (other !== undefined && !other.at.keys.has('trade-off')) {
          const edits = editsOf(addField(from, other, 'trade-off', added));
          assertOnlyAdds(from, edits);
          assert.equal(pick(outputsOf(after(from, edits)), n)!.tradeOff, added);
        }
      }),
      RUNS,
    );
  });

  it('setField changes that value only', () => {
    fc.assert(
      fc.property(file, fc.nat(), text, (from, n, value) => {
        const outcome = pick(outcomesOf(from), n)!;
        const edits = editsOf(setField(from, outcome, 'title', value));
        const place = outcome.at.keys.get('title')!.value;
        for (const { span } of edits) assert.ok(place.start <= span.start && span.end <= place.end);
        assert.deepEqual(
          plain(after(from, edits)),
          changed(from, outcome, (made) => ({ ...made, title: value })),
        );
      }),
      RUNS,
    );
  });

  it('addOutput puts one at the end of the outputs', () => {
    fc.assert(
      fc.property(file, fc.nat(), output, (from, n, added) => {
        const outcome = pick(outcomesOf(from), n)!;
        const value = { ...added, id: 'quite-new' } as NewOutput;
        const edits = editsOf(addOutput(from, outcome, value));
        assertOnlyAdds(from, edits);
        assert.deepEqual(
          plain(after(from, edits)),
          changed(from, outcome, (made) => ({
            ...made,
            outputs: [...made.outputs, readAs('outputs', value)],
          })),
        );
      }),
      RUNS,
    );
  });

  it('addOutcome puts one at the end of the children, or of the file', () => {
    fc.assert(
      fc.property(file, fc.option(fc.nat()), text, metric, (from, n, title, added) => {
        const parent = n === null ? null : pick(outcomesOf(from), n)!;
        const value: NewOutcome = {
          id: 'quite-new',
          title,
          due: '2026-Q4',
          metrics: [{ ...added, id: 'new-metric' }],
        };
        const result = addOutcome(from, parent, value);
        const edits = editsOf(result);
        assertOnlyAdds(from, edits);
        const made = after(from, edits);
        const read = readAs('outcomes', value) as PlainOutcome;
        const expected =
          parent === null
            ? { ...plain(from), outcomes: [...plain(from).outcomes, read] }
            : changed(from, parent, (old) => ({ ...old, outcomes: [...old.outcomes, read] }));
        assert.deepEqual(plain(made), expected);
      }),
      RUNS,
    );
  });

  it('addCheckIn adds one, and keeps the order of the dates', () => {
    fc.assert(
      fc.property(file, fc.nat(), checkIn, (from, n, added) => {
        const found = pick(metricsOf(from), n);
        fc.pre(found !== undefined);
        const edits = editsOf(addCheckIn(from, found, added as unknown as NewCheckIn));
        assertOnlyAdds(from, edits);
        const made = after(from, edits);
        const [before, now] = [datesOf(found), datesOf(pick(metricsOf(made), n)!)];
        assert.deepEqual([...now].sort(), [...before, added.date as string].sort());
        if (isSorted(before)) assert.ok(isSorted(now), now.join(' '));
        else if (isSorted([...before].reverse())) assert.ok(isSorted([...now].reverse()), now.join(' '));
        assert.deepEqual(withoutCheckIns(made), withoutCheckIns(from));
      }),
      RUNS,
    );
  });

  it('renameId changes the id wherever it stands; there and back is where it was', () => {
    fc.assert(
      fc.property(file, fc.nat(), fc.constantFrom('quite-new', 'NEW-12', '1e7', 'A1'), (from, n, to) => {
        const ids = [...outcomesOf(from), ...outputsOf(from)].map(({ id }) => id);
        const id = pick(ids, n)!;
        const edits = editsOf(renameId(from, id, to));
        for (const { span } of edits) assert.ok(from.text.slice(span.start, span.end).includes(id));
        const made = after(from, edits);
        assert.deepEqual(plain(made), renamedIn(plain(from), id, to));
        const back = editsOf(renameId(made, to, id));
        assert.equal(applyEdits(made.text, back), from.text);
      }),
      RUNS,
    );
  });

  it('renameKey changes the key only; there and back is where it was', () => {
    fc.assert(
      fc.property(file, fc.nat(), (from, n) => {
        const keys = [...outcomesOf(from), ...metricsOf(from), ...outputsOf(from)].flatMap(({ at }) => [
          ...at.keys,
        ]);
        const [name, { key }] = pick(keys, n)!;
        const edits = editsOf(renameKey(from, key, 'another-name'));
        assert.equal(edits.length, 1);
        assert.deepEqual(edits[0]!.span, key);
        const made = parse(applyEdits(from.text, edits));
        const length = edits[0]!.newText.length;
        const back = editsOf(renameKey(made, { start: key.start, end: key.start + length }, name));
        assert.equal(applyEdits(made.text, back), from.text);
      }),
      RUNS,
    );
  });

  it('outputFromOutcome puts an outcome in the place of what is now its output', () => {
    fc.assert(
      fc.property(file, fc.nat(), (from, n) => {
        const outcome = pick(outcomesOf(from), n)!;
        const edits = editsOf(outputFromOutcome(from, outcome, { id: 'quite-new', title: 'Quite new' }));
        const made = pick(outcomesOf(after(from, edits)), n)!;
        assert.deepEqual([made.id, made.title], ['quite-new', 'Quite new']);
        const [first, ...others] = made.outputs;
        assert.deepEqual([first!.id, first!.title], [outcome.id, outcome.title]);
        assert.equal(others.length, outcome.outputs.length);
        assert.equal(made.outcomes.length, outcome.outcomes.length);
      }),
      RUNS,
    );
  });

  it('moveOutput takes an output and its comments elsewhere; there and back it says the same', () => {
    let moved = 0;
    fc.assert(
      fc.property(file, fc.nat(), fc.nat(), (from, n, m) => {
        const what = pick(outputsOf(from), n);
        fc.pre(what !== undefined);
        const owner = outcomesOf(from).find(({ outputs }) => outputs.includes(what))!;
        const to = pick(outcomesOf(from), m)!;
        const result = moveOutput({ file: from, output: what }, { file: from, outcome: to });
        if ('refused' in result) {
          assert.match(result.refused, /comments of this entry|braces of its own/);
          return;
        }
        if (owner === to) {
          assert.deepEqual(result.files, []);
          return;
        }
        moved++;
        const [{ edits }] = result.files as [(typeof result.files)[0]];
        const made = after(from, edits);
        assert.deepEqual(commentsIn(made), commentsIn(from));
        const find = (id: string): Outcome => outcomesOf(made).find((outcome) => outcome.id === id)!;
        assert.deepEqual(
          find(to.id).outputs.map(({ id }) => id),
          [...to.outputs, what].map(({ id }) => id),
        );
        assert.deepEqual(
          find(owner.id).outputs.map(({ id }) => id),
          owner.outputs.filter((one) => one !== what).map(({ id }) => id),
        );
        assert.deepEqual(said(made), said(from));
      }),
      RUNS,
    );
    assert.ok(moved > RUNS.numRuns / 4, `only ${moved} were moved`);
  });
});

/** Dates of the check-ins as they follow each other in the file. */
function datesOf({ checkIns }: Metric): string[] {
  return [...checkIns].sort((a, b) => a.at.node.start - b.at.node.start).map(({ date }) => date);
}

function isSorted(dates: readonly string[]): boolean {
  return dates.every((date, i) => i === 0 || dates[i - 1]! <= date);
}

function withoutCheckIns(from: OutcomesFile): unknown {
  return JSON.parse(
    JSON.stringify(plain(from), (key, value: unknown) => (key === 'checkIns' ? undefined : value)),
  );
}

/** The same with an id renamed wherever it names something. */
function renamedIn(said: Plain, from: string, to: string): unknown {
  const rename = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item: unknown) => rename(item, key));
    if (value === from && /^(?:id|instead|serves)$/.test(key)) return to;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, rename(part, name)]));
  };
  return rename(said, '');
}

function said(from: OutcomesFile): unknown[] {
  return outputsOf(from)
    .map(plainOutput)
    .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
}

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { mergeFiles, parseOutcomes } from '../../src/core';
import { entryCard, entrySummary } from '../../src/editor/card';
import { OutcomeFacts } from '../../src/editor/outcome-facts';
import { createSnapshot } from '../../src/workspace/snapshot';
import { withBareGit } from '../support/git-facts';
import { printedHere, runOutcomes, sampleToRead } from '../support/golden';
import { DAYS, FORECASTS, METRICS, OUTCOMES, type When } from '../support/sample-numbers';

interface MetricNumbers {
  readonly id: string;
  readonly status: string;
  readonly progress: number | null;
  readonly current: number | null;
}

interface OutcomeNumbers {
  readonly id: string;
  readonly status: string;
  readonly progress: number | null;
  readonly expected: number | null;
  readonly coverage: { readonly measured: number; readonly of: number };
}

interface TreeOutcome extends OutcomeNumbers {
  readonly metrics: readonly (MetricNumbers & {
    readonly forecast: number | null;
    readonly reached: string | null;
  })[];
  readonly outcomes: readonly TreeOutcome[];
}

interface ReviewNumbers {
  readonly outcomes: readonly (OutcomeNumbers & {
    readonly metrics: readonly (MetricNumbers & {
      readonly forecast: { readonly value: number | null; readonly reached: string | null } | null;
    })[];
  })[];
}

/** Sums of decimals differ in their last digits by the order they are added in. */
const digits = (value: number | null): string | null => (value === null ? null : value.toFixed(6));
const percent = (share: number): string => `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100} %`;
const words = (status: string): string => status.replaceAll('-', ' ');

function expectedOutcomes(when: When) {
  return Object.entries(OUTCOMES).map(([id, cells]) => {
    const [progress, expected, status, measured, of] = cells[when];
    return { id, progress: digits(progress), expected: digits(expected), status, measured, of };
  });
}

function expectedMetrics(when: When) {
  return Object.entries(METRICS).map(([id, cells]) => {
    const [current, progress, status] = cells[when];
    const [since = '9999', atDue = 0, reached = null] = FORECASTS[id] ?? [];
    const isThere = DAYS[when] >= since;
    return {
      id,
      current,
      progress: digits(progress),
      status,
      forecast: isThere ? atDue.toFixed(4) : null,
      reached: isThere ? reached : null,
    };
  });
}

const numbersOf = ({ id, status, progress, expected, coverage }: OutcomeNumbers) => ({
  id,
  progress: digits(progress),
  expected: digits(expected),
  status,
  ...coverage,
});

const flat = (outcomes: readonly TreeOutcome[]): TreeOutcome[] =>
  outcomes.flatMap((outcome) => [outcome, ...flat(outcome.outcomes)]);

/** `50 % of 60 % expected`, as people read it; null where nothing is measured. */
/** Measured by a level that is to be kept, and by nothing else. */
const KEPT = 'silent-alarms';

type Share = Pick<ReturnType<typeof expectedOutcomes>[number], 'id' | 'progress' | 'expected'>;

function shareText({ id, progress, expected }: Share): string | null {
  if (progress === null) return null;
  const done = percent(Number(progress));
  return id === KEPT ? `met in ${done} of check-ins` : `${done} of ${percent(Number(expected))} expected`;
}

/** What a browser shows of a piece of HTML, in small letters. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|\s+/g, ' ')
    .toLowerCase();
}

describe('the numbers of the sample', function () {
  this.timeout(60_000);
  withBareGit();
  let sample: string;
  before(async () => {
    sample = await sampleToRead();
  });

  const print = async (when: When, command: string, format: string): Promise<string> => {
    const args = [command, '--format', format, '--today', DAYS[when]];
    // The page is put together of files that lie beside the built command.
    const stdout = format === 'html' ? runOutcomes(sample, args).stdout : await printedHere(sample, args);
    assert.notEqual(stdout, '');
    return stdout;
  };

  for (const when of Object.keys(DAYS) as When[])
    describe(`${when}, on ${DAYS[when]}`, () => {
      it('are what the formulas give by hand, in `tree --format json`', async () => {
        const { outcomes } = JSON.parse(await print(when, 'tree', 'json')) as { outcomes: TreeOutcome[] };
        assert.deepEqual(flat(outcomes).map(numbersOf), expectedOutcomes(when));
        assert.deepEqual(
          flat(outcomes).flatMap(({ metrics }) =>
            metrics.map(({ id, current, progress, status, forecast, reached }) => ({
              id,
              current,
              progress: digits(progress),
              status,
              forecast: forecast?.toFixed(4) ?? null,
              reached,
            })),
          ),
          expectedMetrics(when),
        );
      });

      it('are the same in `report --format json`', async () => {
        const { outcomes } = JSON.parse(await print(when, 'report', 'json')) as ReviewNumbers;
        assert.deepEqual(outcomes.map(numbersOf), expectedOutcomes(when));
        assert.deepEqual(
          outcomes.flatMap(({ metrics }) =>
            metrics.map(({ id, current, progress, status, forecast }) => ({
              id,
              current,
              progress: digits(progress),
              status,
              forecast: forecast?.value?.toFixed(4) ?? null,
              reached: forecast?.reached ?? null,
            })),
          ),
          expectedMetrics(when),
        );
      });

      it('are the same in the table of `report --format md`', async () => {
        const rows = (await print(when, 'report', 'md'))
          .split('\n')
          .map((line) =>
            /^\| .*\(([\w-]+)\) \| ([^|]*) \| ([^|]*) \| ([^|]*) \| (\d+) of (\d+) \|/.exec(line),
          )
          .filter((match) => match !== null)
          .map(([, ...cells]) => cells);
        assert.deepEqual(
          rows,
          expectedOutcomes(when).map(({ id, status, progress, expected, measured, of }) => [
            id,
            words(status),
            progress === null ? '–' : percent(Number(progress)),
            percent(Number(expected)),
            String(measured),
            String(of),
          ]),
        );
      });

      it('are the same in the table of `report --format html`', async () => {
        const rows = [
          ...(await print(when, 'report', 'html')).matchAll(/<tr data-o="(\d+)"[^>]*>([^]*?)<\/tr>/g),
        ];
        const texts = new Map(
          rows
            .filter(([row]) => row.includes('class="progress"'))
            .map(([, index, row]) => [Number(index), textOf(row!)]),
        );
        for (const [i, { id, status, progress, expected, measured, of }] of expectedOutcomes(
          when,
        ).entries()) {
          const text = texts.get(i) ?? '';
          const done = percent(Number(progress));
          const share =
            progress === null
              ? ''
              : id === KEPT
                ? `met in ${done} of check-ins`
                : `${done} of ${percent(Number(expected))}`;
          for (const said of [words(status), share, `${measured} of ${of}`])
            assert.ok(text.includes(said), `${id}: ${said}\n${text}`);
        }
      });

      it('are the same in `tree` as text', async () => {
        const lines = (await print(when, 'tree', 'text')).split('\n');
        for (const outcome of expectedOutcomes(when)) {
          const { id, status } = outcome;
          const said = [words(status), shareText(outcome) ?? ''].filter(Boolean).join(', ');
          const below = lines[lines.findIndex((line) => line.endsWith(`  ${id}`)) + 1]!;
          assert.ok(below.replace(/^[│ ]*/, '').startsWith(said), `${id}: ${said}\n${below}`);
        }
      });

      it("are the same in the editor's rows, lenses and cards", () => {
        const files = ['outcomes.yml', 'web/outcomes.yml'].map((file) =>
          parseOutcomes(file, fs.readFileSync(path.join(sample, file), 'utf8')),
        );
        const snapshot = createSnapshot({
          today: DAYS[when],
          tree: mergeFiles(files),
          files: [],
          branches: [],
          commits: [],
          gitFindings: [],
          skipped: [],
          unverified: 0,
          repository: null,
          goalposts: null,
        });
        for (const outcome of expectedOutcomes(when)) {
          const { id, status, progress, expected, measured, of } = outcome;
          const entry = snapshot.tree.entries.get(id)!;
          const share = shareText(outcome);
          const row = [words(status), ...(share === null ? [] : [share])].join(' · ');
          assert.ok(entrySummary(entry, snapshot).startsWith(row), entrySummary(entry, snapshot));
          assert.ok(OutcomeFacts.of(snapshot).outcome(entry.outcome).startsWith(row));
          const card = [
            `Status: ${words(status)}`,
            ...(id === KEPT && share !== null
              ? [share]
              : [
                  ...(progress === null ? [] : [`progress ${percent(Number(progress))}`]),
                  `expected ${percent(Number(expected))}`,
                ]),
            ...(of > 0 ? [`${measured} of ${of} measured`] : []),
          ].join(', ');
          assert.ok(entryCard(entry, snapshot).includes(card), `${card}\n${entryCard(entry, snapshot)}`);
        }
      });
    });
});

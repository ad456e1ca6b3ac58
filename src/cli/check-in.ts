import fs from 'node:fs';
import path from 'node:path';
import {
  addCheckIns,
  applyEdits,
  type Day,
  describeProgress,
  findMetric,
  HumanError,
  type Measured,
  measureMetric,
  type Metric,
  type Outcome,
  type OutcomesFile,
  type OutcomeTree,
  parseOutcomes,
  readCheckIn,
  readCheckInDay,
  readConfidence,
  sameMetric,
  spokenQuantity,
  type TextEdit,
} from '../core';
import { createClock } from '../node/clock';
import { createFiles } from '../node/files';
import { OutcomeFiles } from '../workspace/outcome-files';
import type { Invocation } from './args';
import { demandOutcomes, type Answer, type Terminal } from './look';

/**
 * Adds a check-in to each of the named metrics, and nothing else to their files. When one cannot be taken, none is
 * written. With `--dry-run` it only says what it would add.
 */
export async function checkIn(invocation: Invocation, { logger }: Terminal, folder: string): Promise<Answer> {
  const { paths, flags } = invocation;
  const values = readValues(paths);
  const tree = await new OutcomeFiles(createFiles(folder, { logger }), new Map()).loadAll(
    new AbortController().signal,
  );
  demandOutcomes({ tree }, invocation);
  const today = createClock(flags.get('today')).today();
  const plans = planChanges(tree, folder, values, { flags, today });
  const isDryRun = flags.has('dry-run');
  if (!isDryRun) for (const { file, edits } of plans) file.write(edits);
  const lines = plans.flatMap((plan) =>
    plan.asked.flatMap((asked) => describe(plan, asked, today, isDryRun)),
  );
  return { stdout: `${lines.join('\n')}\n`, code: 0 };
}

interface TypedValue {
  /** As a person names the metric. */
  readonly name: string;
  readonly value: string;
}

/** `METRIC VALUE`, or any number of `METRIC=VALUE`. */
function readValues([first, ...others]: readonly string[]): TypedValue[] {
  const pairs = [first ?? '', ...others].map((word) => /^([^=\s]+)=(.+)$/s.exec(word.trim()));
  if (pairs.every((pair) => pair !== null))
    return pairs.map(([, name, value]) => ({ name: name!, value: value! }));
  if (first === undefined || others.length === 0 || pairs.some((pair) => pair !== null))
    throw new HumanError(
      'name a metric and its value, as in `outcomes check-in desk-calls 71`, or several as in `desk-calls=71 lines-moved=85`',
    );
  return [{ name: first, value: others.join(' ') }];
}

interface Asked extends TypedValue {
  readonly outcome: Outcome;
  /** As it was before. */
  readonly metric: Metric;
  readonly date: Day;
}

/** What is to be written to one file. */
interface Plan {
  readonly file: OpenFile;
  readonly edits: readonly TextEdit[];
  /** The file with the edits made. */
  readonly after: OutcomesFile;
  readonly asked: readonly Asked[];
}

function planChanges(
  tree: OutcomeTree,
  folder: string,
  values: readonly TypedValue[],
  { flags, today }: { readonly flags: Invocation['flags']; readonly today: Day },
): Plan[] {
  const note = flags.get('note')?.trim();
  const about = {
    ...confidenceIn(flags.get('confidence')),
    ...(note === undefined || note === '' ? {} : { note }),
  };
  const open = new Map<
    string,
    { readonly file: OpenFile; readonly asked: Asked[]; readonly measured: Measured[] }
  >();
  const seen = new Set<Metric>();
  for (const typed of values) {
    const found = findMetric(tree, typed.name);
    if ('problem' in found) throw new HumanError(found.problem);
    const { outcome } = found;
    if (seen.has(found.metric)) throw new HumanError(`${typed.name} is measured twice; give it one value`);
    seen.add(found.metric);
    const known = open.get(outcome.file) ?? {
      file: openFile(path.join(folder, outcome.file), outcome.file),
      asked: [],
      measured: [],
    };
    open.set(outcome.file, known);
    const metric = sameMetric(known.file.parsed, outcome, found.metric);
    if (metric === undefined) throw new HumanError(`${outcome.file} was changed meanwhile; try again`);
    const { value } = taken(typed.name, readCheckIn(metric, typed.value));
    const date = taken(typed.name, readCheckInDay(metric, flags.get('date') ?? today, today)).day;
    known.measured.push({ metric, value, date, ...about });
    known.asked.push({ ...typed, outcome, metric: found.metric, date });
  }
  return [...open].map(([shown, { file, asked, measured }]) => {
    const result = addCheckIns(file.parsed, measured);
    if ('refused' in result) throw new HumanError(`${shown}: ${result.refused}`);
    const after = parseOutcomes(shown, applyEdits(file.parsed.text, result.edits));
    return { file, edits: result.edits, after, asked };
  });
}

function describe({ after }: Plan, asked: Asked, today: Day, isDryRun: boolean): string[] {
  const { name, outcome, metric, date } = asked;
  const written = sameMetric(after, outcome, metric)!;
  const own = written.checkIns.find((checkIn) => checkIn.date === date)!;
  const { line } = after.lines.rangeOf(own.at.node).start;
  return [
    `${isDryRun ? 'Would write' : 'Wrote'} to ${outcome.file}:${line + 1}`,
    `  ${entryText(after, own.at.node)}`,
    `${metric.id ?? metric.title ?? name}: ${changeText(metric, written, date)}; ${describeProgress(
      measureMetric(written, outcome, today),
    )}`,
  ];
}

function taken<T extends { readonly ok: true }>(
  name: string,
  reading: T | { readonly ok: false; readonly problem: string },
): T {
  if (!reading.ok) throw new HumanError(`${name}: ${reading.problem}`);
  return reading;
}

function confidenceIn(typed: string | undefined) {
  if (typed === undefined) return {};
  const confidence = readConfidence(typed);
  if (confidence === null)
    throw new HumanError(`--confidence ${typed}: write on-track, at-risk or off-track`);
  return { confidence };
}

/** `71 → 68 calls/week`: the value before, by date, and the new one. */
function changeText(before: Metric, after: Metric, date: string): string {
  const last = before.checkIns.findLast((checkIn) => checkIn.date < date);
  const value = after.checkIns.find((checkIn) => checkIn.date === date)!.value;
  const now = spokenQuantity(value, after.unit);
  return last === undefined ? now : `${spokenQuantity(last.value, null)} → ${now}`;
}

function entryText({ text }: OutcomesFile, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end).replace(/\s*\r?\n\s*/g, ', ');
}

interface OpenFile {
  readonly parsed: OutcomesFile;
  /** Makes the edits. The old contents stay until the new ones are wholly written. */
  write(edits: readonly TextEdit[]): void;
}

/** Reads the file so that every other byte of it can be written back: a byte-order mark and line ends stay. */
function openFile(file: string, shown: string): OpenFile {
  let target: string;
  let mode: number;
  let text: string;
  try {
    target = fs.realpathSync(file);
    mode = fs.statSync(target).mode;
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fs.readFileSync(target));
  } catch (error) {
    const why = error instanceof TypeError ? 'it is not UTF-8' : (error as Error).message;
    throw new HumanError(`cannot check in to ${shown}: ${why}`);
  }
  return {
    parsed: parseOutcomes(shown, text),
    write(edits) {
      // A new file in its place would get around this.
      if ((mode & 0o222) === 0) throw new HumanError(`${shown} is read-only and was left alone`);
      const fresh = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.new`);
      try {
        fs.writeFileSync(fresh, applyEdits(text, edits), { mode, flag: 'wx' });
        fs.chmodSync(fresh, mode);
        fs.renameSync(fresh, target);
      } catch (error) {
        fs.rmSync(fresh, { force: true });
        throw new HumanError(`cannot write ${shown}: ${(error as Error).message}`);
      }
    },
  };
}

import fs from 'node:fs';
import path from 'node:path';
import {
  addCheckIns,
  applyEdits,
  describeProgress,
  findMetric,
  HumanError,
  measureMetric,
  type Metric,
  type OutcomesFile,
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
import type { Answer, Terminal } from './look';

/** Adds one check-in to a metric, and nothing else to its file. With `--dry-run` it only says what it would add. */
export async function checkIn(
  { paths, flags }: Invocation,
  { logger }: Terminal,
  folder: string,
): Promise<Answer> {
  const [name, ...typed] = paths;
  if (name === undefined || typed.length === 0)
    throw new HumanError('name a metric and its value, as in `outcomes check-in desk-calls 71`');
  const tree = await new OutcomeFiles(createFiles(folder, { logger }), new Map()).loadAll(
    new AbortController().signal,
  );
  if (tree.files.length === 0)
    throw new HumanError(`no outcomes.yml in ${folder} or below it; \`outcomes init\` writes a first one`);
  const found = findMetric(tree, name);
  if ('problem' in found) throw new HumanError(found.problem);
  const { outcome } = found;
  const today = createClock(flags.get('today')).today();
  const file = openFile(path.join(folder, outcome.file), outcome.file);
  const metric = sameMetric(file.parsed, outcome, found.metric);
  if (metric === undefined) throw new HumanError(`${outcome.file} was changed meanwhile; try again`);
  const value = taken(name, readCheckIn(metric, typed.join(' '))).value;
  const date = taken(name, readCheckInDay(metric, flags.get('date') ?? today, today)).day;
  const note = flags.get('note')?.trim();
  const measured = {
    metric,
    value,
    date,
    ...confidenceIn(flags.get('confidence')),
    ...(note === undefined || note === '' ? {} : { note }),
  };
  const result = addCheckIns(file.parsed, [measured]);
  if ('refused' in result) throw new HumanError(`${outcome.file}: ${result.refused}`);
  const after = parseOutcomes(outcome.file, applyEdits(file.parsed.text, result.edits));
  const isDryRun = flags.has('dry-run');
  if (!isDryRun) file.write(result.edits);
  const written = sameMetric(after, outcome, found.metric)!;
  const own = written.checkIns.find((checkIn) => checkIn.date === date)!;
  const { line } = after.lines.rangeOf(own.at.node).start;
  const lines = [
    `${isDryRun ? 'Would write' : 'Wrote'} to ${outcome.file}:${line + 1}`,
    `  ${entryText(after, own.at.node)}`,
    `${metric.id ?? metric.title ?? name}: ${changeText(metric, written, date)}; ${describeProgress(
      measureMetric(written, outcome, today),
    )}`,
  ];
  return { stdout: `${lines.join('\n')}\n`, code: 0 };
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

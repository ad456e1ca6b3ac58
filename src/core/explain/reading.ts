import type { Skipped } from '../work/model';
import { shown } from '../outcomes/phrases';
import { line, type Line, type Part } from './model';

/** How the last look at everything went. Times are milliseconds; they overlap, so that their sum is no `took`. */
export interface ReadingCost {
  /** Everything was searched by ripgrep, or read file by file, or taken from the index of the session before. */
  readonly way: 'ripgrep' | 'walk' | 'index';
  readonly took: number;
  /** Finding candidates and looking at them. */
  readonly scan: number;
  /** Of it, reading files with tag words and telling comments from the rest. */
  readonly lex: number;
  /** Files that were looked at: of a search those with tag words, with the index those that may have changed. */
  readonly files: number;
  /** Waiting for git: what is new, branches, commits. */
  readonly git: number;
  /** Linking everything and judging it. */
  readonly judge: number;
  /** The last change after it: of files, or of git alone. */
  readonly change?: { readonly files: number; readonly took: number };
}

/** What is known of one folder at the moment. */
export interface ReadingState {
  readonly folder: string;
  readonly busy: boolean;
  readonly failure: string | null;
  /** null while nothing was read. */
  readonly known: {
    readonly outcomesFiles: number;
    /** With TODOs or findings. */
    readonly files: number;
    readonly skipped: readonly Skipped[];
    /** Files with tag words in a language that is not known. */
    readonly unverified: number;
    readonly cost: ReadingCost | null;
  } | null;
  readonly restricted: boolean;
}

/** Skipped files named in one explanation. */
const MOST_NAMED = 200;

/** What was read of a folder, what was not and why, and how long it took. */
export function explainReading(state: ReadingState): Part[] {
  const { folder, busy, failure, known } = state;
  const heading = `The folder ${shown(folder)}`;
  if (known?.outcomesFiles === 0 && !busy)
    return [{ heading, lines: [line('It has no outcomes.yml, and is left in peace until there is one.')] }];
  if (known === null)
    return [
      {
        heading,
        lines: [
          line(failure === null ? 'It is being read for the first time.' : `Reading it failed. ${failure}`),
        ],
      },
    ];
  const lines: Line[] = [
    line(
      `${counted(known.files, 'file')} with TODOs or findings, ${counted(known.outcomesFiles, 'outcomes file')}.`,
    ),
  ];
  if (busy) lines.push(line('It is being read at this moment: what is shown may be from before.'));
  if (failure !== null) lines.push(line(`The last reading failed, and what is shown may be old. ${failure}`));
  if (state.restricted)
    lines.push(
      line('Restricted Mode: no program is started, so branches, commits and what is new are not known.'),
    );
  return [
    { heading, lines },
    { heading: 'What was not read', lines: skippedLines(known) },
    {
      heading: 'How long the last reading of everything took',
      lines: costLines(known.cost, state.restricted),
    },
  ];
}

function skippedLines({ skipped, unverified }: NonNullable<ReadingState['known']>): Line[] {
  const lines = skipped.slice(0, MOST_NAMED).map(({ file, reason }) => line(reason, { file, range: null }));
  if (skipped.length > MOST_NAMED)
    lines.push(line(`And ${counted(skipped.length - MOST_NAMED, 'more file')}.`));
  if (unverified > 0)
    lines.push(
      line(
        `${counted(unverified, 'file')} with tag words in a language that is not known: what is a comment there is ` +
          'not known either.',
      ),
    );
  if (lines.length === 0)
    lines.push(line('All files were read that no ignore rule and no policy leaves out.'));
  return lines;
}

/** Shorter than this nobody waits, in milliseconds. */
const QUICK = 1000;

function costLines(cost: ReadingCost | null, restricted: boolean): Line[] {
  if (cost === null) return [];
  const { way, took, scan, lex, files, git, judge, change } = cost;
  const how = {
    ripgrep: `All files were searched by ripgrep, and ${counted(files, 'file')} with tag words looked at.`,
    walk: `Every file was read, ${counted(files, 'file')}.`,
    index: `The index of the session before was used: ${counted(files, 'file')} that may have changed since were looked at.`,
  }[way];
  return [
    line(`${seconds(took)} in all. Parts run side by side, so they add up to more.`),
    line(
      `${seconds(scan)} for finding TODOs, of it ${seconds(lex)} for telling comments from the rest. ${how}`,
    ),
    line(`${seconds(git)} for git: what is new, branches and commits.`),
    line(`${seconds(judge)} for linking and checking.`),
    line(took < QUICK ? 'Nothing of it is slow.' : advice(cost, restricted)),
    ...(change === undefined ? [] : [line(changeText(change))]),
  ];
}

function changeText({ files, took }: NonNullable<ReadingCost['change']>): string {
  const what = files === 0 ? 'of git' : `of ${counted(files, 'file')}`;
  return `Taking in the last change since, ${what}, took ${seconds(took)}.`;
}

function advice({ way, scan, lex, git, judge }: ReadingCost, restricted: boolean): string {
  if (git > scan && git > judge)
    return (
      "Git takes the longest. What helps: `git maintenance run`, a base that is not far behind in the policy's base, " +
      'and a later commits-since.'
    );
  if (judge > scan) return 'Linking and checking takes the longest, which many TODOs or outcomes cause.';
  if (way === 'walk')
    return restricted
      ? 'Reading every file takes the longest: in Restricted Mode no search program is started. Trust the workspace.'
      : 'Reading every file takes the longest: there is no search program for this platform, or it failed; the log tells.';
  return lex * 2 > scan
    ? "Telling comments from the rest takes the longest. Leave out generated files by the policy's ignore."
    : "Searching takes the longest. Leave out large folders by .gitignore, or by the policy's ignore as in `vendor/**`.";
}

/** 1234 → `1.2 s`, 56 → `56 ms`. */
function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function counted(count: number, one: string): string {
  return `${String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${one}${count === 1 ? '' : 's'}`;
}

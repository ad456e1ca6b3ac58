import { thousandsApart } from '../../core';
import type { Refusal } from './things';

/** What came of an attempt to link. */
export interface Report {
  /** The id that was linked to. */
  readonly id: string;
  readonly todos: number;
  /** Files whose TODOs changed. */
  readonly files: number;
  readonly outputs: number;
  readonly branches: number;
  /** Folders that are among the outcome's paths now. */
  readonly paths: number;
  /** Already as they should be. */
  readonly unchanged: number;
  readonly refused: readonly Refusal[];
}

/** One or two sentences for people; empty when there is nothing to tell. */
export function reportText(report: Report): string {
  return [doneText(report), refusedText(report.refused)].filter(Boolean).join(' ');
}

/** Everything that was refused, a line each, for the log. */
export function refusedLines(refused: readonly Refusal[]): string {
  return refused.map(({ what, reason }) => `${what}: ${reason}`).join('\n');
}

/** `3 TODOs, 1 branch and 2 outputs`; empty for nothing. */
export function countedThings({
  todos,
  branches,
  outputs,
}: Pick<Report, 'todos' | 'branches' | 'outputs'>): string {
  return listed([
    todos > 0 ? counted(todos, 'TODO') : '',
    branches > 0 ? counted(branches, 'branch', 'branches') : '',
    outputs > 0 ? counted(outputs, 'output') : '',
  ]);
}

function doneText(report: Report): string {
  const { id, files, todos, branches, outputs, paths, unchanged, refused } = report;
  const linked = countedThings({ todos, branches, outputs: 0 });
  const inFiles = files > 1 ? ` in ${number(files)} files` : '';
  const parts = [
    linked === '' ? '' : `Linked ${linked} to ${id}${inFiles}.`,
    outputs === 0 ? '' : `Moved ${counted(outputs, 'output')} to ${id}.`,
    paths === 0 ? '' : `What lies in ${counted(paths, 'folder')} serves ${id} from now on.`,
  ];
  const done = parts.filter(Boolean).join(' ');
  if (done !== '' || refused.length > 0 || unchanged === 0) return done;
  return unchanged === 1 ? `It serves ${id} already.` : `All of it serves ${id} already.`;
}

/** The reasons, most frequent first, with up to three of what they are about. */
function refusedText(refused: readonly Refusal[]): string {
  if (refused.length === 0) return '';
  const byReason = new Map<string, string[]>();
  for (const { what, reason } of refused) {
    const all = byReason.get(reason);
    if (all === undefined) byReason.set(reason, [what]);
    else all.push(what);
  }
  const sorted = [...byReason].sort(([, a], [, b]) => b.length - a.length);
  const shown = sorted.slice(0, 3).map(([reason, all]) => {
    const more = all.length > 3 ? [...all.slice(0, 2), `${number(all.length - 2)} others`] : all;
    return `${listed(more)}: ${reason}`;
  });
  const rest = sorted.length > 3 ? [`There are ${number(sorted.length - 3)} more reasons in the log.`] : [];
  return [`Not linked: ${shown.join(' ')}`, ...rest].join(' ');
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

function listed(parts: readonly string[]): string {
  const all = parts.filter(Boolean);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

function number(count: number): string {
  return thousandsApart(String(count));
}

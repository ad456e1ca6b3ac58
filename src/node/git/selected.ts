import type { LineRun } from '../../core';
import type { GitCommand } from './command';
import { type Config, REGULAR } from './compare';
import { compareContents } from './contents';
import type { Change, DiffResult } from './diff';
import { compareStaged, compareThere, type Entry, stagedIds } from './entries';
import type { KnownLines } from './known-lines';
import { createTextSplitter } from './records';

/** The files of whose lines somebody wants to know. */
export interface Selection {
  /** Relative to git's folder, told while they are found out. */
  readonly wanted: AsyncIterable<readonly string[]>;
  /** What was compared before. */
  readonly known: KnownLines;
  /**
   * Up to so many changed files are compared whoever wants to know of them: git goes on to do so while they are read,
   * which costs less than to wait for who wants to know of which, and to ask for these.
   */
  readonly few: number;
}

/** What git would say of the wanted files, and which others it would have compared. */
export interface Selected extends DiffResult {
  readonly unknown: ReadonlySet<string>;
}

/** True when there are more than a few that are compared, and all of them are as `selectedLines` knows them. */
export function isWorthSelecting(changes: readonly Change[], { few }: Selection): boolean {
  return (
    changes.filter(isComparable).length > few &&
    changes.every(({ status }) => 'ADMRT'.includes(status)) &&
    !changes.some(isUnclear)
  );
}

/**
 * A name that is no UTF-8 or has a newline cannot be asked for. Where attributes are gone from the working tree git
 * takes those in its index, of which a smaller index knows nothing.
 */
function isUnclear({ status, path: file }: Change): boolean {
  return /\uFFFD|\n/.test(file) || (status === 'D' && /(?:^|\/)\.gitattributes$/.test(file));
}

/** Compares the wanted ones of the files that `git diff FROM` lists as changed, and gives what it would have given. */
export async function selectedLines(
  git: GitCommand,
  changes: readonly Change[],
  { wanted, known, few }: Selection,
  config: Config,
): Promise<Selected> {
  const unknown = new Map<string, Change>();
  const result = { added: new Map() as DiffResult['added'], binary: [] as string[] };
  const deleted: string[] = [];
  let moved = false;
  for (const change of changes) {
    const { status, path: file } = change;
    moved ||= status === 'R';
    // A change of type is a file that went and another that came.
    if (status === 'D' || status === 'T') deleted.push(file);
    if (status === 'A' || status === 'T') result.added.set(file, 'all');
    else if (isComparable(change)) unknown.set(file, change);
  }
  const driven = drivenAmong(git, [...unknown.values()]);
  let comparing: Promise<void> = Promise.resolve();
  const compare = (batch: readonly Change[]): void => {
    comparing = comparing.then(async () => {
      const { added, binary } = await linesOf(git, batch, { known, config, driven });
      for (const [file, runs] of added) result.added.set(file, runs);
      result.binary.push(...binary);
    });
    comparing.catch(() => undefined); // awaited below
  };
  let batch: Change[] = [];
  for await (const files of wanted) {
    for (const file of files) {
      const change = unknown.get(file);
      if (change === undefined) continue;
      unknown.delete(file);
      batch.push(change);
    }
    // Some are compared while more are found out.
    if (batch.length < 3 * few) continue;
    compare(batch);
    batch = [];
  }
  compare(batch);
  await comparing;
  return { ...result, deleted, moved, unknown: new Set(unknown.keys()) };
}

/** Files, not links, that were a file before and are one now. */
function isComparable({ status, modes }: Change): boolean {
  return (status === 'M' || status === 'R') && modes.every((mode) => REGULAR.test(mode));
}

/** Of more files than these only those are asked for that are wanted. */
const MOST_AT_ONCE = 10_000;

type Driven = (changes: readonly Change[]) => Promise<ReadonlySet<string>>;

/**
 * Finds the files of which attributes say how they are compared. To begin with git reads its whole index, which takes
 * as long as to tell of a thousand files: so it is asked once.
 */
function drivenAmong(git: GitCommand, all: readonly Change[]): Driven {
  if (all.length > MOST_AT_ONCE) return (changes) => markedAmong(git, changes);
  let marked: ReturnType<Driven> | undefined;
  return () => (marked ??= markedAmong(git, all));
}

type Lines = Pick<DiffResult, 'added' | 'binary'>;

interface Means {
  readonly known: KnownLines;
  readonly config: Config;
  readonly driven: Driven;
}

async function linesOf(git: GitCommand, changes: readonly Change[], means: Means): Promise<Lines> {
  if (changes.length === 0) return { added: new Map(), binary: [] };
  const { known, config } = means;
  const [driven, edited] = await Promise.all([means.driven(changes), editedAmong(git, changes)]);
  const found: Lines[] = [];
  const [stored, marked, there]: [Change[], Change[], Change[]] = [[], [], []];
  for (const change of changes) {
    if (edited.has(change)) there.push(change);
    else if (driven.has(change.path)) marked.push(change);
    else stored.push(change);
  }
  if (stored.length > 0) found.push(await linesByContents(git, stored, known));
  if (marked.length + there.length > 0) {
    const prefix = (await git.text(['rev-parse', '--show-prefix']))!.replace(/\n$/, '');
    const place = { git, prefix, config };
    if (marked.length > 0) found.push(await compareStaged(place, marked.map(entryOf)));
    if (there.length > 0) found.push(...(await compareThere(place, await asStaged(git, there))));
  }
  return {
    added: new Map(found.flatMap(({ added }) => [...added])),
    binary: found.flatMap(({ binary }) => binary),
  };
}

/** Of files that no attribute has a say of. */
async function linesByContents(
  git: GitCommand,
  changes: readonly Change[],
  known: KnownLines,
): Promise<Lines> {
  const lines: Lines = { added: new Map(), binary: [] };
  const take = ({ path: file }: Change, runs: readonly LineRun[] | undefined): void => {
    if (runs === undefined) lines.binary.push(file);
    else if (runs.length > 0) lines.added.set(file, [...runs]);
  };
  const unknown: Change[] = [];
  for (const change of changes) {
    const runs = known.get(...change.ids);
    if (runs === undefined) unknown.push(change);
    else take(change, runs);
  }
  if (unknown.length === 0) return lines;
  const compared = await compareContents(
    git,
    unknown.map(({ ids }) => ids),
  );
  for (const [i, change] of unknown.entries()) {
    const runs = compared[i];
    take(change, runs);
    if (runs !== undefined) known.set(...change.ids, runs);
  }
  return lines;
}

/** Those of which attributes say how they are compared: `diff` in gitattributes(5). */
async function markedAmong(git: GitCommand, changes: readonly Change[]): Promise<ReadonlySet<string>> {
  const marked = new Set<string>();
  const fields: string[] = [];
  const take = (field: string): void => {
    if (fields.push(field) < 3) return;
    const [file, , value] = fields.splice(0) as [file: string, attribute: string, value: string];
    if (value !== 'unspecified') marked.add(file);
  };
  const input = changes.map(({ path: file }) => `${file}\0`).join('');
  await git.stream(['check-attr', '-z', '--stdin', 'diff'], createTextSplitter(take), { input });
  return marked;
}

/**
 * Those that are not as the index has them. Git gives no id of their contents then, but of moved ones it may, of contents
 * that are stored nowhere.
 */
async function editedAmong(git: GitCommand, changes: readonly Change[]): Promise<ReadonlySet<Change>> {
  const moved = changes.filter(({ status }) => status === 'R');
  const staged =
    moved.length === 0
      ? []
      : await stagedIds(
          git,
          moved.map(({ path: file }) => file),
        );
  return new Set([
    ...changes.filter(({ ids }) => /^0+$/.test(ids[1])),
    ...moved.filter(({ ids }, i) => ids[1] !== staged[i]),
  ]);
}

function entryOf({ path: file, ids }: Change): Entry {
  return { path: file, before: ids[0], staged: ids[1] };
}

async function asStaged(git: GitCommand, changes: readonly Change[]): Promise<Entry[]> {
  const files = changes.map(({ path: file }) => file);
  const ids = await stagedIds(git, files);
  const ours = ids.includes(undefined) ? await stagedIds(git, files, 2) : [];
  return changes.map(({ path: file, ids: [before] }, i) => ({
    path: file,
    before,
    staged: ids[i] ?? ours[i] ?? before,
  }));
}

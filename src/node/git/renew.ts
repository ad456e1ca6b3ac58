import fs from 'node:fs';
import path from 'node:path';
import type { GitFacts } from '../../core';
import type { GitQuery } from '../../workspace/ports';
import type { Added } from './added';
import { GitFailure, type GitCommand } from './command';
import { LITERAL, withoutFilters } from './compare';
import { compareThere, type Entry } from './entries';
import { readStart, type RepositoryFacts, type Subject } from './facts';
import { type Ids, idsOf, PATHS_AT_ONCE, type Told } from './ids';
import { createTextSplitter } from './records';
import type { Selection } from './selected';
import { gitDirOf } from './work-tree';

/**
 * What was read of a folder that holds one repository, and what all of it but for the working tree depends on. With
 * that unchanged the files that changed are compared again, and nothing else is asked for: in a large repository to
 * look at all files, even at their times alone, takes a hundred times as long.
 */
export interface Reading {
  readonly facts: GitFacts;
  readonly subject: Subject;
  readonly key: string;
  /** The commit that lines are compared with. */
  readonly from: string;
  readonly filters: readonly string[];
  /** The folder relative to the repository's top, '' or with `/` at the end. */
  readonly prefix: string;
  /** Changed files that were not compared, since nobody wanted to know of their lines. */
  readonly unknown: ReadonlySet<string>;
  /** Files that git is told to look away from, files in conflict, and links. */
  marked?: ReadonlySet<string>;
}

/** Beyond so many files git's whole comparison is cheaper. */
const MOST = 2_000;

/** What a reading is bound to, looked up before it begins. */
export interface Moment {
  /** The repository's top, and the folder relative to it, '' or with `/` at the end. */
  readonly top: string;
  readonly prefix: string;
  /** Of git's index and its own attributes. */
  readonly stamp: string;
}

/** @param up the repository's top relative to the folder; undefined where its git folder is elsewhere */
export function momentOf(folder: string, up: string): Moment | undefined {
  try {
    const real = fs.realpathSync(folder);
    const top = path.resolve(real, up);
    const gitDir = gitDirOf(top);
    if (gitDir === undefined) return undefined;
    const below = path.relative(top, real).replaceAll(path.sep, '/');
    const stamp = ['index', 'info/attributes'].map((name) => stampOf(path.join(gitDir, name))).join();
    return { top, prefix: below === '' ? '' : `${below}/`, stamp };
  } catch {
    return undefined;
  }
}

function stampOf(file: string): string {
  const stat = fs.statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? '' : [stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ');
}

/** Makes a reading of what was read, if one file's lines do not depend on what happens to another. */
export function readingOf(
  read: RepositoryFacts,
  moment: Moment,
  subject: Subject,
  query: GitQuery,
): Reading | undefined {
  const { facts, start, from, isPlain, unknown, nested } = read;
  if (from === null || !isPlain || nested.length > 0) return undefined;
  const { prefix } = moment;
  const key = keyOf(start, moment, query);
  return { facts, subject, key, from, filters: start.settings.filters, prefix, unknown };
}

/**
 * The reading with the named files as they are now; undefined when everything has to be read again.
 * @param later relative to the folder; all files that may have changed since the reading, undefined for any
 * @param selection whose lines are wanted; by default those of all
 * @param telling of the files that may have changed, as they were when these were learnt
 */
export async function renewed(
  git: GitCommand,
  reading: Reading,
  query: GitQuery,
  later: readonly string[] | Promise<readonly string[] | undefined>,
  selection?: Selection,
  telling?: Promise<Told | undefined>,
): Promise<Reading | undefined> {
  if ('length' in later && !isClear(later)) return undefined;
  const moment = momentOf(git.folder, reading.subject.repository);
  if (moment === undefined) return undefined;
  // Asked for before it is known that the reading holds: it mostly does, and one process need not wait for the other.
  const early =
    'length' in later && later.length > 0 && !telling ? idsOf(git, startOf(reading), later) : undefined;
  early?.catch(() => undefined); // awaited below, if it is
  // Looked up while git is.
  const kinds = new Map('length' in later ? kindsIn(git.folder, later) : []);
  try {
    const [start, changed] = await Promise.all([readStart(git, reading.subject, query.base), later]);
    if (changed === undefined || !isClear(changed)) return undefined;
    if (keyOf(start, moment, query) !== reading.key) return undefined;
    const missed = await missedIn(reading, selection);
    const asked = missed.length === 0 ? changed : [...new Set([...changed, ...missed])];
    const told = await telling;
    const ids = async () => (asked === later && early ? early : idsOf(git, startOf(reading), asked, told));
    const added = isClear(asked)
      ? await addedAgain(git, reading, asked, kinds, told?.marked, ids)
      : undefined;
    if (added === undefined) return undefined;
    const unknown = new Set(reading.unknown);
    for (const file of asked) unknown.delete(file);
    return { ...reading, facts: { ...reading.facts, added }, unknown };
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    return undefined;
  }
}

const startOf = ({ from, facts }: Reading) => ({ from, head: facts.head });

/** The wanted files that were not wanted before. */
async function missedIn({ unknown }: Reading, selection: Selection | undefined): Promise<string[]> {
  if (unknown.size === 0) return [];
  if (selection === undefined) return [...unknown];
  const missed: string[] = [];
  for await (const files of selection.wanted)
    for (const file of files) if (unknown.has(file)) missed.push(file);
  return missed;
}

function isClear(changed: readonly string[]): boolean {
  return changed.length <= MOST && !changed.some(isUnclear);
}

/** Attributes decide how other files are compared; a name that is no UTF-8 or has a newline cannot be asked for. */
function isUnclear(file: string): boolean {
  return /\uFFFD|\n|(?:^|\/)\.gitattributes$/.test(file);
}

function keyOf(
  { refs, base, settings, merging }: RepositoryFacts['start'],
  { stamp, top, prefix }: Moment,
  query: GitQuery,
): string {
  const { head, branches, remotes } = refs;
  const { outcomes, filters } = settings;
  return JSON.stringify([
    [query.base, query.since, query.addedSince],
    [head, ...branches, ...remotes],
    [base, merging, [...outcomes], filters],
    [stamp, top, prefix],
  ]);
}

async function addedAgain(
  git: GitCommand,
  reading: Reading,
  changed: readonly string[],
  known: ReadonlyMap<string, Kind>,
  marked: ReadonlySet<string> | undefined,
  ids: () => Promise<Ids>,
): Promise<Added | undefined> {
  if (changed.length === 0) return new Map(reading.facts.added);
  const { prefix, filters } = reading;
  const kinds = changed.map((file) => known.get(file) ?? kindOf(path.join(git.folder, file)));
  // A file that comes or goes may be a part of a move, and a link or a folder is what has no lines.
  if (kinds.includes('other')) return undefined;
  const isMarked = (reading.marked ??= marked ?? (await markedIn(git)));
  if (changed.some((file) => isMarked.has(file))) return undefined;
  const { staged, old } = await ids();
  const added: Added = new Map(reading.facts.added);
  const untracked: string[] = [];
  const compared: Entry[] = [];
  for (const [i, file] of changed.entries()) {
    const [isThere, id, entry] = [kinds[i] === 'file', staged.get(file), old.get(file)];
    if (entry === undefined && id === undefined) {
      added.delete(file);
      if (isThere) untracked.push(file);
    } else if (!isThere || id === undefined) return undefined;
    else if (entry === undefined) added.set(file, 'all');
    else {
      const before = /^100(?:644|755) blob (.*)$/.exec(entry)?.[1];
      if (before === undefined) return undefined;
      compared.push({ path: file, before, staged: id });
    }
  }
  for (const file of await othersOf(git, untracked)) added.set(file, 'all');
  if (compared.length === 0) return added;
  for (const { path: file } of compared) added.delete(file);
  for (const again of await compareThere({ git, prefix, config: withoutFilters(filters) }, compared)) {
    if (again.binary.length > 0) return undefined;
    for (const [file, runs] of again.added) added.set(file, runs);
  }
  return added;
}

type Kind = 'file' | 'gone' | 'other';

const kindsIn = (folder: string, files: readonly string[]): (readonly [string, Kind])[] =>
  files.map((file) => [file, kindOf(path.join(folder, file))]);

function kindOf(file: string): Kind {
  try {
    const stat = fs.lstatSync(file, { throwIfNoEntry: false });
    return stat === undefined ? 'gone' : stat.isFile() ? 'file' : 'other';
  } catch {
    return 'gone'; // below what is a file now
  }
}

/** Those that `git ls-files -v` does not show as usual: not to be looked at, with several versions, or no files. */
async function markedIn(git: GitCommand): Promise<ReadonlySet<string>> {
  const marked = new Set<string>();
  const take = (record: string): void => {
    if (!record.startsWith('H 100')) marked.add(record.slice(record.indexOf('\t') + 1));
  };
  await git.stream(['ls-files', '-v', '--stage', '-z'], createTextSplitter(take));
  return marked;
}

/** Those of the files that git lists as untracked: not ignored, and not another spelling of a tracked name. */
async function othersOf(git: GitCommand, files: readonly string[]): Promise<string[]> {
  const others: string[] = [];
  const list = ['ls-files', '-z', '--others', '--exclude-standard', '--'];
  for (let i = 0; i < files.length; i += PATHS_AT_ONCE)
    await git.records(
      [...list, ...files.slice(i, i + PATHS_AT_ONCE)],
      (record) => others.push(record.toString('utf8')),
      { env: LITERAL },
    );
  return others;
}

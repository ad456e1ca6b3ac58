import path from 'node:path';
import { type GitFacts, HumanError } from '../../core';
import type { GitQuery, Logger } from '../../workspace/ports';
import { addedSince, type Added } from './added';
import type { GitCommand } from './command';
import { NO_HISTORY, readHistory } from './history';
import { listFolder, type Listing } from './listing';
import { findBase, mergeBaseOf, readRefs, type Base, type Refs } from './refs';
import type { Selection } from './selected';
import { readSettings, type Settings } from './settings';
import { gitDirOf, mergedIn } from './work-tree';

export interface Subject {
  /** The repository's top relative to the workspace folder. */
  readonly repository: string;
  /** True for the repository that the folder is in: it is what the policy's base and the user's revision mean. */
  readonly own: boolean;
  readonly shallow: boolean;
  /** False for a second worktree of a repository: branches and commits are told with the first. */
  readonly withHistory: boolean;
  /** What lies below git's folder, when somebody has asked already. */
  readonly listing?: Promise<Listing> | undefined;
}

export interface RepositoryFacts {
  readonly facts: GitFacts;
  /** Folders that may be repositories of their own, relative to git's folder. */
  readonly nested: readonly string[];
  /** False when the query's `addedSince` names nothing here, so that the base was taken in its place. */
  readonly knowsRevision: boolean;
  readonly start: Start;
  /** The commit that lines are compared with; without one every line is new. */
  readonly from: string | null;
  /** As `Comparison` has them. */
  readonly isPlain: boolean;
  readonly unknown: ReadonlySet<string>;
}

/** What all else depends on. */
export interface Start {
  readonly refs: Refs;
  readonly settings: Settings;
  readonly base: Base | null;
  /** The commit that a merge in progress merges. */
  readonly merging: string | null;
}

/**
 * Reads one repository, by about seven processes of which most run at the same time. Throws `GitFailure` when git
 * fails, and `HumanError` when the own repository does not know the revision of the query.
 */
export async function readRepository(
  git: GitCommand,
  subject: Subject,
  query: GitQuery,
  logger: Logger,
  selection?: Selection,
): Promise<RepositoryFacts> {
  const start = readStart(git, subject, query.base);
  // This takes the longest and nothing waits for it until the end.
  const listing = subject.listing ?? listFolder(git);
  const read = async () => {
    const { refs, base, settings, merging } = await start;
    const note = subject.own ? logger.warn.bind(logger) : logger.debug.bind(logger);
    const name = subject.own ? 'This repository' : `The repository ${subject.repository}`;
    const say = (message: string) => note(`${name} ${message}`);
    for (const remark of remarksOnBase(base, query)) say(remark);

    const compare = async () => {
      const from = await startOfNew(git, base, query.addedSince, refs.head.oid, merging);
      if (!from.knowsRevision && subject.own) throw unknownRevision(query.addedSince!, subject.shallow);
      if (from.commit === null && subject.shallow) say(SHALLOW);
      const files = async () => (await listing).untracked;
      const onMissing = (failure: Error) => {
        say(`lacks old contents, so each line of a changed file counts as new (${failure.message}).`);
      };
      const compared = await addedSince(git, from.commit, files, settings.filters, onMissing, selection);
      return { ...from, ...compared };
    };
    const [compared, history] = await Promise.all([
      compare(),
      subject.withHistory ? readHistory(git, refs, base, settings, query.since) : NO_HISTORY,
    ]);
    for (const cut of history.cuts) logger.warn(`${name} is large: ${cut}.`);
    return { head: refs.head, base, history, ...compared };
  };
  const [
    { head, base, history, added, mergeBase, knowsRevision, commit, isPlain, unknown },
    { repositories },
  ] = await Promise.all([read(), listing]);
  return {
    facts: {
      repository: subject.repository,
      branch: head.branch,
      head: head.oid,
      base: base === null ? null : { ...base, mergeBase },
      branches: history.branches,
      own: history.own,
      commits: history.commits,
      added: subject.own ? added : prefixed(subject.repository, added),
    },
    nested: repositories,
    knowsRevision,
    start: await start,
    from: commit,
    isPlain,
    unknown,
  };
}

/** @param wantedBase the policy's base */
export async function readStart(
  git: GitCommand,
  { own, repository }: Subject,
  wantedBase: string | null,
): Promise<Start> {
  const [refs, settings] = await Promise.all([readRefs(git, wantedBase), readSettings(git)]);
  const base = await findBase(git, refs, wantedBase);
  const gitDir = gitDirOf(path.resolve(git.folder, own ? repository : ''));
  return { refs, settings, base, merging: gitDir === undefined ? null : mergedIn(gitDir) };
}

const SHALLOW =
  'is a shallow clone without the commit to compare with, so every line counts as new: fetch its history.';

interface StartOfNew {
  /** HEAD's merge base with the base. */
  readonly mergeBase: string | null;
  /** The commit to compare the working tree with; without one every line is new. */
  readonly commit: string | null;
  readonly knowsRevision: boolean;
}

async function startOfNew(
  git: GitCommand,
  base: Base | null,
  revision: string | null,
  head: string | null,
  merging: string | null,
): Promise<StartOfNew> {
  if (head === null) return { mergeBase: null, commit: null, knowsRevision: revision === null };
  const [withBase, withRevision] = await Promise.all([
    base === null ? null : mergeBaseOf(git, base.oid, head, merging),
    revision === null ? null : mergeBaseOf(git, revision, head, merging),
  ]);
  const mergeBase = withBase ?? null;
  const knowsRevision = withRevision !== undefined;
  return { mergeBase, commit: revision !== null && knowsRevision ? withRevision : mergeBase, knowsRevision };
}

function remarksOnBase(base: Base | null, { base: wanted, addedSince }: GitQuery): string[] {
  if (base === null) {
    return ['has no branch to compare with, so every line counts as new: name one as policy.base.'];
  }
  // Without a revision that the command was given nothing is measured at all.
  if (wanted === null || wanted === base.ref || wanted === addedSince) return [];
  return [`has no revision ${JSON.stringify(wanted)}: new work is measured against ${base.ref}.`];
}

function unknownRevision(revision: string, shallow: boolean): HumanError {
  const hint = shallow ? ' The clone is shallow: fetch its history.' : ' Name a branch, a tag or a commit.';
  return new HumanError(`The repository has no revision ${JSON.stringify(revision)} to compare with.${hint}`);
}

function prefixed(folder: string, added: Added): Added {
  return new Map([...added].map(([file, runs]) => [`${folder}/${file}`, runs]));
}

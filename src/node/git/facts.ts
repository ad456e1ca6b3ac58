import { HumanError } from '../../core/errors';
import type { GitFacts } from '../../core/work/model';
import type { GitQuery, Logger } from '../../workspace/ports';
import { addedSince, untrackedFiles, type Added } from './added';
import type { GitCommand } from './command';
import { NO_HISTORY, readHistory } from './history';
import { findBase, mergeBaseOf, readRefs, type Base } from './refs';
import { gitlinks } from './repositories';
import { readSettings } from './settings';

export interface Subject {
  /** The repository's top relative to the workspace folder. */
  readonly repository: string;
  /** True for the repository that the folder is in: it is what the policy's base and the user's revision mean. */
  readonly own: boolean;
  readonly shallow: boolean;
  /** False for a second worktree of a repository: branches and commits are told with the first. */
  readonly withHistory: boolean;
}

export interface RepositoryFacts {
  readonly facts: GitFacts;
  /** Folders that may be repositories of their own, relative to git's folder. */
  readonly nested: readonly string[];
  /** False when the query's `addedSince` names nothing here, so that the base was taken in its place. */
  readonly knowsRevision: boolean;
}

/**
 * Reads one repository, by about ten processes of which most run at the same time. Throws `GitFailure` when git
 * fails, and `HumanError` when the own repository does not know the revision of the query.
 */
export async function readRepository(
  git: GitCommand,
  subject: Subject,
  query: GitQuery,
  logger: Logger,
): Promise<RepositoryFacts> {
  const [refs, settings, merging, links, untracked] = await Promise.all([
    readRefs(git, query.base),
    readSettings(git),
    git.text(['rev-parse', '--verify', '--quiet', 'MERGE_HEAD'], [1]),
    gitlinks(git),
    untrackedFiles(git),
  ]);
  const base = await findBase(git, refs, query.base);
  const note = subject.own ? logger.warn.bind(logger) : logger.debug.bind(logger);
  const name = subject.own ? 'This repository' : `The repository ${subject.repository}`;
  for (const message of remarksOnBase(base, query.base)) note(`${name} ${message}`);

  const compare = async () => {
    const start = await startOfNew(git, base, query.addedSince, refs.head.oid, merging?.trim() ?? null);
    if (!start.knowsRevision && subject.own) throw unknownRevision(query.addedSince!, subject.shallow);
    if (start.from === null && subject.shallow) note(`${name} ${SHALLOW}`);
    const added = await addedSince(git, start.from, untracked.files, settings.filters, (failure) => {
      note(`${name} lacks old contents, so each line of a changed file counts as new (${failure.message}).`);
    });
    return { start, added };
  };
  const [{ start, added }, history] = await Promise.all([
    compare(),
    subject.withHistory ? readHistory(git, refs, base, settings, query.since) : NO_HISTORY,
  ]);
  for (const cut of history.cuts) logger.warn(`${name} is large: ${cut}.`);

  return {
    facts: {
      repository: subject.repository,
      branch: refs.head.branch,
      head: refs.head.oid,
      base: base === null ? null : { ...base, mergeBase: start.mergeBase },
      branches: history.branches,
      own: history.own,
      commits: history.commits,
      added: subject.own ? added : prefixed(subject.repository, added),
    },
    nested: [...links, ...untracked.repositories],
    knowsRevision: start.knowsRevision,
  };
}

const SHALLOW =
  'is a shallow clone without the commit to compare with, so every line counts as new: fetch its history.';

interface StartOfNew {
  /** HEAD's merge base with the base. */
  readonly mergeBase: string | null;
  /** The commit to compare the working tree with; without one every line is new. */
  readonly from: string | null;
  readonly knowsRevision: boolean;
}

async function startOfNew(
  git: GitCommand,
  base: Base | null,
  revision: string | null,
  head: string | null,
  merging: string | null,
): Promise<StartOfNew> {
  if (head === null) return { mergeBase: null, from: null, knowsRevision: revision === null };
  const [withBase, withRevision] = await Promise.all([
    base === null ? null : mergeBaseOf(git, base.oid, head, merging),
    revision === null ? null : mergeBaseOf(git, revision, head, merging),
  ]);
  const mergeBase = withBase ?? null;
  const knowsRevision = withRevision !== undefined;
  return { mergeBase, from: revision !== null && knowsRevision ? withRevision : mergeBase, knowsRevision };
}

function remarksOnBase(base: Base | null, wanted: string | null): string[] {
  if (base === null) {
    return ['has no branch to compare with, so every line counts as new: name one as policy.base.'];
  }
  if (wanted === null || wanted === base.ref) return [];
  return [`has no revision ${JSON.stringify(wanted)}: new work is measured against ${base.ref}.`];
}

function unknownRevision(revision: string, shallow: boolean): HumanError {
  const hint = shallow ? ' The clone is shallow: fetch its history.' : ' Name a branch, a tag or a commit.';
  return new HumanError(`The repository has no revision ${JSON.stringify(revision)} to compare with.${hint}`);
}

function prefixed(folder: string, added: Added): Added {
  return new Map([...added].map(([file, runs]) => [`${folder}/${file}`, runs]));
}

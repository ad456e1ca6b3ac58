import {
  type Day,
  differingParts,
  goalpostMoves,
  type GoalpostMove,
  HumanError,
  isDay,
  mergeFiles,
  type OutcomeTree,
  parseOutcomes,
} from '../../core';
import { withoutIgnored } from '../../workspace/outcome-files';
import type { OutcomeHistory } from '../../workspace/ports';
import { gitVersions, type ChangedFile, type VersionCommit, type Versions } from './outcome-versions';

/** The history of the outcomes files of one folder, with the states that it went through. */
export interface FullOutcomeHistory extends OutcomeHistory {
  /** The state at a revision or, for a date, at the end of that day (UTC). One that is not there is a HumanError. */
  at(
    ref: string,
    signal: AbortSignal,
  ): Promise<{ readonly ref: string; readonly day: Day; readonly tree: OutcomeTree }>;
}

export interface OutcomeHistoryOptions {
  /** What is asked; git by default. */
  readonly versions?: Versions;
  /** The newest versions that are looked at. */
  readonly limit?: number;
}

const MAX_VERSIONS = 500;

/** Versions whose contents are held at a time. */
const AT_ONCE = 16;

/**
 * Reads what HEAD's first parents made of the outcomes files. What a commit moved is found once, however often it is
 * asked for.
 */
export function createOutcomeHistory(
  folder: string,
  { versions = gitVersions(folder), limit = MAX_VERSIONS }: OutcomeHistoryOptions = {},
): FullOutcomeHistory {
  const known = new Map<string, readonly GoalpostMove[]>();
  return {
    async steps({ files, since }, signal) {
      const read = (paths: readonly string[] | null) =>
        versions.commits({ files: paths, since, limit: limit + 1 }, signal);
      let commits = files.length === 0 ? [] : await read(files);
      if (await cameFromElsewhere(versions, commits, files, signal)) commits = await read(null);
      const cut = commits.length > limit;
      const kept = commits.slice(0, limit).reverse();
      await findMoves(versions, kept, known, signal);
      return { steps: kept.map((commit) => ({ ...commit, moves: known.get(keyOf(commit))! })), cut };
    },
    async at(ref, signal) {
      const found = await versions.at(ref, signal);
      if (found === null) throw nothingAt(ref);
      const { state, day } = found;
      const texts = await versions.contents(new Set(state.values()), signal);
      const files = [...state].map(([path, blob]) => parseOutcomes(path, texts.get(blob) ?? ''));
      return { ref, day, tree: mergeFiles(withoutIgnored(files)) };
    },
  };
}

function nothingAt(ref: string): HumanError {
  return new HumanError(
    isDay(ref)
      ? `there is no commit on or before ${ref} to compare with`
      : `no git repository here knows the revision ${JSON.stringify(ref)} to compare with`,
  );
}

/** Creations of files beyond this are not each looked at. */
const FEW = 3;

/** Whether a file may hold what a file held before that is gone: one was there when it was created. */
async function cameFromElsewhere(
  versions: Versions,
  commits: readonly VersionCommit[],
  files: readonly string[],
  signal: AbortSignal,
): Promise<boolean> {
  const creations = commits.filter((commit) => [...commit.files.values()].some(isNew));
  if (creations.length > FEW) return true;
  const before = await Promise.all(
    creations.map(async ({ commit }) => {
      const parent = await versions.at(`${commit}^`, signal);
      return parent === null ? [] : [...parent.state.keys()];
    }),
  );
  return before.flat().some((path) => !files.includes(path));
}

function isNew({ before, after }: ChangedFile): boolean {
  return before === null && after !== null;
}

/** Only what a commit changed is compared: an outcome has one place, and its goals are stated there. */
async function findMoves(
  versions: Versions,
  commits: readonly VersionCommit[],
  known: Map<string, readonly GoalpostMove[]>,
  signal: AbortSignal,
): Promise<void> {
  const missing = commits.filter((commit) => !known.has(keyOf(commit)));
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const some = missing.slice(at, at + AT_ONCE);
    const blobs = some.flatMap(({ files }) =>
      [...files.values()].flatMap(({ before, after }) => [before, after]),
    );
    const texts = await versions.contents(new Set(blobs.filter((blob) => blob !== null)), signal);
    for (const commit of some) {
      signal.throwIfAborted();
      known.set(keyOf(commit), movesOf(commit, texts));
    }
  }
}

interface Version {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Most of a large file is the same, or differs in what is no goal: only the rest is read. */
function movesOf({ files }: VersionCommit, texts: ReadonlyMap<string, string>): GoalpostMove[] {
  const textOf = (blob: string | null): string => (blob === null ? '' : (texts.get(blob) ?? ''));
  const versions = [...files].map(([path, { before, after }]) => ({
    path,
    before: textOf(before),
    after: textOf(after),
  }));
  // Nothing moves from or to a state without any.
  if (versions.every(({ before }) => before === '') || versions.every(({ after }) => after === '')) return [];
  const parts = versions.map(({ path, before, after }) => {
    const [old, now] = differingParts(before, after);
    return { path, before: old, after: now };
  });
  const trees = treesOf(parts);
  // Where the whole is broken, its parts may be read in another way.
  return goalpostMoves(...(trees.some(isBroken) ? treesOf(versions) : trees));
}

function treesOf(versions: readonly Version[]): [before: OutcomeTree, after: OutcomeTree] {
  return [
    mergeFiles(versions.map(({ path, before }) => parseOutcomes(path, before))),
    mergeFiles(versions.map(({ path, after }) => parseOutcomes(path, after))),
  ];
}

function isBroken({ files }: OutcomeTree): boolean {
  return files.some(({ problems }) => problems.some(({ code }) => code === 'invalid-yaml'));
}

function keyOf({ files }: VersionCommit): string {
  return [...files].map(([path, { before, after }]) => `${before} ${after} ${path}`).join('\n');
}

import type { GitCommand } from './command';
import { LITERAL } from './compare';
import { stagedIds } from './entries';
import { createTextSplitter } from './records';

/** What git said at one moment of files that are not as in HEAD, to somebody who asked for it before. */
export interface Told {
  readonly head: string;
  /** By file, relative to the folder, the ids that HEAD and the index have; of regular files in both. */
  readonly ids: ReadonlyMap<string, readonly [head: string, staged: string]>;
  /** Files that git is told to look away from, files in conflict, and links. */
  readonly marked: ReadonlySet<string>;
}

/** The contents that files have, by their ids. */
export interface Ids {
  /** What the index has, of those files that it has. */
  readonly staged: ReadonlyMap<string, string>;
  /** `mode type id` of those that the commit to compare with has. */
  readonly old: ReadonlyMap<string, string>;
}

interface Commits {
  /** The commit to compare with. */
  readonly from: string;
  readonly head: string | null;
}

/** What git told is not asked for again. */
export async function idsOf(
  git: GitCommand,
  { from, head }: Commits,
  files: readonly string[],
  told?: Told,
): Promise<Ids> {
  const known = told !== undefined && told.head === head ? told.ids : new Map<string, never>();
  const others = files.filter((file) => !known.has(file));
  const both = files.flatMap((file) => {
    const ids = known.get(file);
    return ids === undefined ? [] : [[file, ids] as const];
  });
  const isHead = from === head;
  const staged = others.length === 0 ? Promise.resolve([]) : stagedIds(git, others);
  const inIndex = staged.then(
    (ids) =>
      new Map([
        ...both.map(([file, [, id]]) => [file, id] as const),
        ...others.flatMap((file, i) => (ids[i] === undefined ? [] : [[file, ids[i]] as const])),
      ]),
  );
  const [now, old] = await Promise.all([inIndex, entriesOf(git, from, isHead ? others : files, inIndex)]);
  for (const [file, [id]] of isHead ? both : []) old.set(file, `100644 blob ${id}`);
  return { staged: now, old };
}

/** Git walks down to each path, but compares each name on its way with all of them. */
export const PATHS_AT_ONCE = 200;

/** `mode type id` of those files that a commit has. */
async function entriesOf(
  git: GitCommand,
  commit: string,
  files: readonly string[],
  staged: Promise<ReadonlyMap<string, string>>,
): Promise<Map<string, string>> {
  if (files.length > PATHS_AT_ONCE) return entriesBeside(git, commit, files, staged);
  const entries = new Map<string, string>();
  const take = (record: Buffer): void => {
    const said = record.toString('utf8');
    const tab = said.indexOf('\t');
    entries.set(said.slice(tab + 1), said.slice(0, tab));
  };
  if (files.length > 0) await git.records(['ls-tree', '-z', commit, '--', ...files], take, { env: LITERAL });
  return entries;
}

/**
 * The same of files that the index has as files, by what it has other than the commit: there git looks for no path, and
 * passes over folders that are the same.
 */
async function entriesBeside(
  git: GitCommand,
  commit: string,
  files: readonly string[],
  staged: Promise<ReadonlyMap<string, string>>,
): Promise<Map<string, string>> {
  const others = new Map<string, string>();
  // `:mode mode id id status NUL path NUL`: "Raw output format" in git-diff-index(1).
  let entry: string | undefined;
  const take = (record: string): void => {
    if (entry === undefined) {
      const [mode, , id] = record.slice(1).split(' ');
      entry = `${mode} blob ${id}`;
    } else {
      others.set(record, entry);
      entry = undefined;
    }
  };
  const list = ['diff-index', '--cached', '--raw', '--no-abbrev', '--no-renames', '--relative', '-z', commit];
  const [inIndex] = await Promise.all([staged, git.stream(list, createTextSplitter(take))]);
  const entries = new Map<string, string>();
  for (const file of files) {
    const id = inIndex.get(file);
    const known = others.get(file) ?? (id === undefined ? undefined : `100644 blob ${id}`);
    if (known !== undefined && !known.startsWith(NOTHING)) entries.set(file, known);
  }
  return entries;
}

/** The mode of what is not there. */
const NOTHING = '000000 ';

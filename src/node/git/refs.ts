import fs from 'node:fs';
import path from 'node:path';
import { GitFailure, type GitCommand } from './command';

export interface Head {
  /** The checked-out branch, or the one that a rebase in progress is rewriting; null when HEAD is detached. */
  readonly branch: string | null;
  /** null before the first commit. */
  readonly oid: string | null;
  /** True when HEAD names a commit and no branch, also during a rebase. */
  readonly detached: boolean;
}

export interface Refs {
  readonly head: Head;
  /** Local branches by name. */
  readonly branches: ReadonlyMap<string, string>;
  /** The remote branches that can serve as a base, by full name: each remote's HEAD, main, master and what was wanted. */
  readonly remotes: ReadonlyMap<string, RemoteRef>;
}

interface RemoteRef {
  readonly oid: string;
  /** What it points to, '' when it is no symbolic ref. */
  readonly target: string;
}

export interface Base {
  readonly ref: string;
  readonly oid: string;
}

const HEADS = 'refs/heads/';
const REMOTES = 'refs/remotes/';

/** @param wanted the policy's base, which may be a remote branch */
export async function readRefs(git: GitCommand, wanted: string | null): Promise<Refs> {
  const branches = new Map<string, string>();
  const remotes = new Map<string, RemoteRef>();
  let checkedOut: string | undefined;
  const listed = await git.text([
    'for-each-ref',
    '--format=%(objectname)%00%(HEAD)%00%(refname)%00%(symref)',
    'refs/heads',
    ...['HEAD', 'main', 'master', ...(wanted === null ? [] : patternsFor(wanted))].map(
      (name) => `${REMOTES}*/${name}`,
    ),
    ...(wanted === null ? [] : patternsFor(wanted).map((name) => REMOTES + name)),
  ]);
  for (const line of listed!.split('\n')) {
    const [oid, mark, name, target] = line.split('\0');
    if (oid === undefined || name === undefined || target === undefined) continue;
    if (name.startsWith(HEADS)) {
      branches.set(name.slice(HEADS.length), oid);
      if (mark === '*') checkedOut = name.slice(HEADS.length);
    } else {
      remotes.set(name, { oid, target });
    }
  }
  const head =
    checkedOut === undefined
      ? await readHead(git)
      : { branch: checkedOut, oid: branches.get(checkedOut)!, detached: false };
  return { head, branches, remotes };
}

/** A name that would be read as a pattern is no branch's. */
function patternsFor(name: string): string[] {
  return /^[^\s*?[\\~^:]+$/.test(name) ? [name] : [];
}

/** HEAD where no existing branch is checked out: before the first commit, detached, or in a rebase. */
async function readHead(git: GitCommand): Promise<Head> {
  const [symbolic, verified] = await Promise.all([
    git.text(['symbolic-ref', '--quiet', 'HEAD'], [1]),
    git.text(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], [1]),
  ]);
  const name = symbolic?.replace(/\n$/, '');
  const oid = verified === undefined ? null : verified.trim();
  if (name !== undefined) {
    return { branch: name.startsWith(HEADS) ? name.slice(HEADS.length) : null, oid, detached: false };
  }
  return { branch: await branchInRebase(git), oid, detached: true };
}

/** Both backends of git rebase note the branch that they will move. */
async function branchInRebase(git: GitCommand): Promise<string | null> {
  for (const state of ['rebase-merge', 'rebase-apply']) {
    const file = await git.text(['rev-parse', '--git-path', `${state}/head-name`]);
    const where = path.resolve(git.folder, file!.replace(/\n$/, ''));
    const name = await fs.promises.readFile(where, 'utf8').catch(() => '');
    if (name.startsWith(HEADS)) return name.slice(HEADS.length).replace(/\n$/, '');
  }
  return null;
}

/**
 * The wanted base if the repository has it; else the branch of that name on the other side (`main` for
 * `origin/main`, a remote's `main` for `main`); else the default: a remote's HEAD, a remote's main or master, main,
 * master. null when there is none of these. `origin` comes before other remotes.
 */
export async function findBase(git: GitCommand, refs: Refs, wanted: string | null): Promise<Base | null> {
  if (wanted !== null) {
    const exact = await resolveRevision(git, refs, wanted);
    if (exact !== null) return { ref: wanted, oid: exact };
  }
  const remotes = remoteNames(refs);
  const candidates = [
    ...(wanted === null ? [] : [...remotes.map((r) => `${REMOTES}${r}/${wanted}`), localNameOf(wanted)]),
    ...remotes.map((r) => `${REMOTES}${r}/HEAD`),
    ...remotes.flatMap((r) => [`${REMOTES}${r}/main`, `${REMOTES}${r}/master`]),
    `${HEADS}main`,
    `${HEADS}master`,
  ];
  for (const name of candidates) {
    const base = lookUp(refs, name);
    if (base !== null) return base;
  }
  return null;
}

function remoteNames(refs: Refs): string[] {
  const names = new Set([...refs.remotes.keys()].map((name) => name.split('/')[2]!));
  return [...names].sort((a, b) => Number(b === 'origin') - Number(a === 'origin') || (a < b ? -1 : 1));
}

/** `origin/main` → `refs/heads/main` */
function localNameOf(wanted: string): string {
  return HEADS + wanted.slice(wanted.indexOf('/') + 1);
}

function lookUp(refs: Refs, name: string): Base | null {
  if (name.startsWith(HEADS)) {
    const local = name.slice(HEADS.length);
    const oid = refs.branches.get(local);
    return oid === undefined ? null : { ref: local, oid };
  }
  const remote = refs.remotes.get(name);
  if (remote === undefined) return null;
  const target = remote.target.startsWith(REMOTES) ? remote.target : name;
  return { ref: target.slice(REMOTES.length), oid: remote.oid };
}

async function resolveRevision(git: GitCommand, refs: Refs, wanted: string): Promise<string | null> {
  const known = refs.branches.get(wanted) ?? refs.remotes.get(REMOTES + wanted)?.oid;
  if (known !== undefined) return known;
  // No revision begins so, and rev-parse knows no --end-of-options before git 2.30.
  if (wanted === '' || wanted.startsWith('-')) return null;
  const found = await git.text(['rev-parse', '--verify', '--quiet', `${wanted}^{commit}`], [1, 128]);
  // `^main` is "not main": an answer, but no commit's name alone.
  return /^[0-9a-f]+$/.exec(found?.trim() ?? '')?.[0] ?? null;
}

/**
 * The best common ancestor of `revision` and HEAD, where HEAD is the commit that a merge in progress would make
 * (git-merge-base(1), "hypothetical commit"). null when they share no history, undefined when git does not know the
 * revision.
 */
export async function mergeBaseOf(
  git: GitCommand,
  revision: string,
  head: string,
  merging: string | null,
): Promise<string | null | undefined> {
  if (revision === head) return head;
  const heads = merging === null ? [head] : [head, merging];
  try {
    const found = await git.text(['merge-base', '--end-of-options', revision, ...heads], [1]);
    return found === undefined ? null : found.trim();
  } catch (error) {
    if (error instanceof GitFailure && error.code === 128) return undefined;
    throw error;
  }
}

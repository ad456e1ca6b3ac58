import type { OutcomeTree } from '../outcomes/model';
import { policyFor } from '../outcomes/tree';
import { compileGlobs } from './glob';
import type { Ids, Target } from './ids';
import type { Branch, BrokenLink, Commit, Evidence, GitBranch, Link } from './model';
import { createBranchPatternLinks } from './pattern-links';
import { insideOf } from './repository';

/** See `Linker.linkBranch`. */
export type LinkBranch = (
  branch: GitBranch,
  repository: string,
  commits: readonly Commit[],
  base?: string | null,
) => Branch;

export function createBranchLinks(tree: OutcomeTree, ids: Ids): LinkBranch {
  const byPattern = createBranchPatternLinks(tree);
  const byId = remember((commits: readonly Commit[]) => new Map(commits.map((c) => [c.id, c])));
  const isExempt = remember((globs: readonly string[]) => compileGlobs(globs));

  return (branch, repository, commits, base) => {
    const policy = policyFor(tree, insideOf(repository));
    const own = linksOfCommits(branch.commits, byId(commits));
    const configured = readConfig(branch.config, ids);
    const pattern = byPattern(branch.name);
    const alternatives = (): Link[][] => [
      linkList(idInName(branch.name, ids), 'name'),
      linkList(pattern && { outcome: pattern.id }, 'pattern'),
      own,
    ];
    const isStated = configured.links.length > 0 || configured.broken.length > 0;
    const serves = [...new Set(own.map((link) => link.outcome))];
    return {
      kind: 'branch',
      repository,
      name: branch.name,
      current: branch.current,
      exempt: isBase(branch.name, base ?? policy.base) || isExempt(policy.exemptBranches)(branch.name),
      links: isStated ? configured.links : (alternatives().find((links) => links.length > 0) ?? []),
      broken: configured.broken,
      commits: branch.commits,
      serves,
    };
  };
}

/**
 * The longest id in a branch's name, between characters that are neither letters nor digits: `feature/KEY-12-retry`
 * names KEY-12, `feature/KEY-123` does not. Of equally long ones the first.
 */
export function idInName(name: string, ids: Ids): Target | undefined {
  const words = [...name.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  let best: { readonly length: number; readonly target: Target } | undefined;
  for (const [i, first] of words.entries()) {
    for (const last of words.slice(i, i + MOST_WORDS)) {
      const text = name.slice(first.index, last.index + last[0].length);
      const target = text.length > (best?.length ?? 0) ? ids.find(text) : undefined;
      if (target) best = { length: text.length, target };
    }
  }
  return best?.target;
}

const MOST_WORDS = 32;

/** `branch.<name>.outcome` of git's configuration: ids, by commas or set several times. */
function readConfig(values: readonly string[], ids: Ids): { links: Link[]; broken: BrokenLink[] } {
  const links: Link[] = [];
  const broken: BrokenLink[] = [];
  for (const word of new Set(values.flatMap((value) => value.split(/[\s,]+/)))) {
    if (word === '') continue;
    const target = ids.find(word);
    if (target) links.push({ ...target, evidence: 'config' });
    else broken.push(ids.broken(word, null));
  }
  return { links: distinct(links), broken };
}

function linksOfCommits(own: readonly string[], commits: ReadonlyMap<string, Commit>): Link[] {
  const links = own.flatMap((id) => commits.get(id)?.links ?? []);
  return distinct(links.map((link) => ({ ...link, evidence: 'commits' })));
}

/** Each outcome and output once, where it came first. */
export function distinct(links: readonly Link[]): Link[] {
  const seen = new Map<string, Link>();
  for (const link of links) {
    const key = `${link.outcome}\n${link.output ?? ''}`;
    if (!seen.has(key)) seen.set(key, link);
  }
  return [...seen.values()];
}

function linkList(target: Target | undefined, evidence: Evidence): Link[] {
  return target ? [{ ...target, evidence }] : [];
}

/** `main` is the base when that is `main`, `origin/main`, or a full name of either. */
function isBase(branch: string, base: string | null): boolean {
  if (base === null) return false;
  const short = base.replace(/^refs\/(?:heads|remotes)\//, '');
  const isRemote = !base.startsWith('refs/heads/');
  return short === branch || (isRemote && short.slice(short.indexOf('/') + 1) === branch);
}

/** Computes once for an object and as long as that lives. */
function remember<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = compute(key)));
    return value;
  };
}

import { secondsAtStart } from '../outcomes/day';
import type { Day, OutcomeTree } from '../outcomes/model';
import { policyFor } from '../outcomes/tree';
import { distinct } from './branch';
import type { Ids, Target } from './ids';
import type { BrokenLink, Commit, GitCommit, Link } from './model';
import { insideOf } from './repository';
import { oneLine, readNone } from './why';

/** See `Linker.linkCommit`. */
export function createCommitLinks(
  tree: OutcomeTree,
  ids: Ids,
): (commit: GitCommit, repository: string) => Commit {
  return (commit, repository) => {
    const { commitsSince } = policyFor(tree, insideOf(repository));
    const stated = readTrailers(commit.trailers, ids);
    const isStated = stated.links.length > 0 || stated.broken.length > 0 || stated.waiver !== null;
    return {
      kind: 'commit',
      repository,
      id: commit.id,
      subject: commit.subject,
      author: commit.author,
      time: commit.time,
      asked: isAsked(commit, commitsSince),
      waiver: stated.waiver,
      links: isStated ? stated.links : linksOfScope(commit.subject, ids),
      broken: stated.broken,
    };
  };
}

export interface TrailerLinks {
  readonly links: readonly Link[];
  readonly broken: readonly BrokenLink[];
  readonly waiver: { readonly reason: string } | null;
}

/**
 * The values of a commit's `Outcome:` trailers: an id, ids by commas, or `none (reason)`. An id may carry a remark
 * in parentheses. An empty value says nothing.
 */
export function readTrailers(values: readonly string[], ids: Ids): TrailerLinks {
  const links: Link[] = [];
  const broken: BrokenLink[] = [];
  let waiver: TrailerLinks['waiver'] = null;
  for (const value of values.map(oneLine)) {
    const none = ids.find(value) ? undefined : readNone(value, 0);
    if (none) {
      waiver ??= { reason: none.reason };
      continue;
    }
    for (const part of partsOf(value, ids)) {
      const target = ids.find(part);
      if (target) links.push({ ...target, evidence: 'trailer' });
      else broken.push(ids.broken(part, null));
    }
  }
  return { links: distinct(links), broken, waiver };
}

/** The scopes of a conventional commit's subject: `feat(a, b)!: …` has two. That of a revert or fixup is the quoted one's. */
export function scopesOf(subject: string): string[] {
  const own = subject.replace(/^(?:(?:fixup|squash|amend)! |Re(?:vert|apply) ")+/, '');
  const scope = /^[\p{L}][\p{L}\p{N}_-]{0,50}\(([^()]{1,200})\)!?:/u.exec(own)?.[1];
  return (scope ?? '').split(',').flatMap((s) => (s.trim() === '' ? [] : [s.trim()]));
}

/** A scope that is no id is a part of the code, not a mistake. */
function linksOfScope(subject: string, ids: Ids): Link[] {
  const targets = scopesOf(subject).flatMap((scope): Target[] => {
    const target = ids.find(scope);
    return target ? [target] : [];
  });
  return distinct(targets.map((target) => ({ ...target, evidence: 'scope' })));
}

/**
 * Whether a commit is asked for a why: not without a day that the policy names (0 o'clock UTC), not a merge and not
 * what a rebase will fold into another. A revert is asked: git writes its subject, but taking work back is a
 * decision whose reason will be looked for, and a scope in the quoted subject answers already.
 */
function isAsked(commit: GitCommit, since: Day | null): boolean {
  if (since === null || commit.parents > 1 || /^(?:fixup|squash|amend)! /.test(commit.subject)) return false;
  return commit.time >= secondsAtStart(since);
}

/** By commas; by blanks where every word is an id; a remark behind an id is left out. */
function partsOf(value: string, ids: Ids): string[] {
  return value.split(',').flatMap((text) => {
    const part = text.trim().replace(/^["'`<]|["'`>.;]$/g, '');
    if (part === '') return [];
    const words = part.split(' ');
    const isEach = words.every((word) => ids.find(word));
    const isRemarked = words.length > 1 && words[1]!.startsWith('(');
    return isEach ? words : [isRemarked ? words[0]! : part];
  });
}

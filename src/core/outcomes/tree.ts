import { type Span, unquoted } from '../text';
import type { Entry, Outcome, OutcomesFile, OutcomeTree, Output, Policy } from './model';

/** What holds where no outcomes.yml states a policy. */
export const DEFAULT_POLICY: Policy = {
  dir: '',
  tags: ['TODO', 'FIXME', 'HACK', 'XXX', 'BUG'],
  mentions: 'marker',
  ignore: [],
  base: null,
  existing: 'hint',
  exemptBranches: ['main', 'master', 'release/**', 'dependabot/**', 'renovate/**'],
  commitsSince: null,
  rules: new Map(),
  at: null,
};

/** What to look for below one folder; the deepest scope that holds a file applies to it. */
export interface PolicyScope {
  readonly dir: string;
  readonly tags: readonly string[];
  readonly mentions: 'marker' | 'any';
  readonly ignore: readonly string[];
}

/** All files of a folder as one tree. Where ids repeat, the first in order of path and position wins. */
export function mergeFiles(files: readonly OutcomesFile[]): OutcomeTree {
  const steps = mergeFilesInSteps(files);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same with rests, each of which is well under a millisecond from the one before. */
export function* mergeFilesInSteps(
  files: readonly OutcomesFile[],
): Generator<undefined, OutcomeTree, undefined> {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const roots = sorted.flatMap((file) => file.outcomes);
  const entries = new Map<string, Entry>();
  const add = (id: string, entry: Entry): void => {
    const key = id.toLowerCase();
    if (key !== '' && !entries.has(key)) entries.set(key, entry);
  };
  let seen = 0;
  for (const outcome of withDescendants(roots)) {
    add(outcome.id, { kind: 'outcome', outcome, output: null });
    for (const output of outcome.outputs) add(output.id, { kind: 'output', outcome, output });
    if (++seen % STRIDE === 0) yield;
  }
  return { files: sorted, roots, entries };
}

/** Outcomes between two rests. */
const STRIDE = 200;

/** Every outcome of the tree, a parent before its children, in the order of the files. */
export function everyOutcome(tree: OutcomeTree): Generator<Outcome> {
  return withDescendants(tree.roots);
}

/** These outcomes and all below them, a parent before its children. */
export function* withDescendants(outcomes: readonly Outcome[]): Generator<Outcome> {
  const pending = [...outcomes].reverse();
  for (let outcome = pending.pop(); outcome !== undefined; outcome = pending.pop()) {
    yield outcome;
    for (let i = outcome.outcomes.length - 1; i >= 0; i--) pending.push(outcome.outcomes[i]!);
  }
}

/** The outcome's parent, its parent, and so on up to the root. */
export function* ancestorsOf(outcome: Outcome): Generator<Outcome> {
  for (let at = outcome.parent; at !== null; at = at.parent) yield at;
}

/** The outputs that the team decided to deliver: neither merely proposed nor rejected. */
export function chosenOutputs(outcome: Outcome): Output[] {
  return outcome.outputs.filter((output) => output.status !== 'proposed' && output.status !== 'rejected');
}

/** Where the id of `instead` is written, without quotes; undefined when the output has none. */
export function insteadAt({ instead, at }: Output): Span | undefined {
  const field = at.keys.get('instead');
  return instead === null || field === undefined ? undefined : unquoted(instead, field.value);
}

/** The policy of the nearest folder at or above `file` that states one; '' asks for the root's. */
export function policyFor(tree: OutcomeTree, file: string): Policy {
  const policies = policiesOf(tree);
  for (let dir = folderOf(file); ; dir = folderOf(dir)) {
    const policy = policies.get(dir);
    if (policy !== undefined) return policy;
    if (dir === '') return DEFAULT_POLICY;
  }
}

/** One scope for each folder that states a policy, and always one for the root; sorted by folder. */
export function scopesOf(tree: OutcomeTree): PolicyScope[] {
  const policies = new Map([['', DEFAULT_POLICY], ...policiesOf(tree)]);
  return [...policies.values()]
    .sort((a, b) => (a.dir < b.dir ? -1 : 1))
    .map(({ dir, tags, mentions, ignore }) => ({ dir, tags, mentions, ignore }));
}

/** The folder of a path with `/`; '' at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

const policyCache = new WeakMap<OutcomeTree, ReadonlyMap<string, Policy>>();

function policiesOf(tree: OutcomeTree): ReadonlyMap<string, Policy> {
  let policies = policyCache.get(tree);
  if (policies === undefined) {
    // Should a folder hold both spellings, outcomes.yml (the later one by name) speaks for it.
    policies = new Map(tree.files.flatMap(({ policy }) => (policy === null ? [] : [[policy.dir, policy]])));
    policyCache.set(tree, policies);
  }
  return policies;
}

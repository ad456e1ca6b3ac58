import { ancestorsOf, everyOutcome, folderOf } from '../outcomes/tree';
import type { Outcome, OutcomeTree } from '../outcomes/model';
import { compileGlob, type Glob } from './glob';

/**
 * The outcome whose `paths` hold a file, or undefined. A glob is relative to its file's folder, and holds all below
 * what it matches: `services/voice` is as good as `services/voice/**`. Of several the longest wins, counted in
 * literal characters from the root, wildcards not counted; then the deeper outcome; then the first written.
 */
export function createPathLinks(tree: OutcomeTree): (file: string) => Outcome | undefined {
  const patterns = rank(tree, (outcome) => outcome.paths, wholePath);
  // A file is only tried against globs whose literal folders it is in.
  const byPrefix = new Map<string, Ranked[]>();
  for (const pattern of patterns) {
    const bucket = byPrefix.get(pattern.glob.prefix);
    if (bucket) bucket.push(pattern);
    else byPrefix.set(pattern.glob.prefix, [pattern]);
  }
  const known = new Map<string, Outcome | undefined>();

  return (file) => {
    if (known.has(file)) return known.get(file);
    const segments = file.split('/');
    let best: Ranked | undefined;
    for (let i = 0; i <= segments.length; i++) {
      const bucket = byPrefix.get(segments.slice(0, i).join('/'));
      const found = bucket?.find((p) => p.glob.matches(segments));
      if (found && (!best || found.rank < best.rank)) best = found;
    }
    known.set(file, best?.outcome);
    return best?.outcome;
  };
}

/** A glob of `paths` as files are matched: from the root on, and down to all below. */
export function wholePath(pattern: string, outcome: Outcome): string {
  return `${fromRoot(pattern, folderOf(outcome.file))}/**`;
}

/** The outcome whose `branches` match a branch's name, by the same order. */
export function createBranchPatternLinks(tree: OutcomeTree): (branch: string) => Outcome | undefined {
  const patterns = rank(
    tree,
    (outcome) => outcome.branches,
    (pattern) => pattern,
  );
  return (branch) => {
    const segments = branch.split('/');
    return patterns.find((p) => p.glob.matches(segments))?.outcome;
  };
}

interface Ranked {
  readonly glob: Glob;
  readonly outcome: Outcome;
  /** 0 is the most specific of all. */
  readonly rank: number;
}

/** The most specific first. An outcome without an id cannot be linked to. */
function rank(
  tree: OutcomeTree,
  listOf: (outcome: Outcome) => readonly string[],
  resolve: (pattern: string, outcome: Outcome) => string,
): Ranked[] {
  const all: { readonly glob: Glob; readonly outcome: Outcome; readonly depth: number }[] = [];
  for (const outcome of everyOutcome(tree)) {
    if (outcome.id === '') continue;
    const depth = [...ancestorsOf(outcome)].length;
    for (const pattern of listOf(outcome)) {
      if (pattern.trim() !== '') all.push({ glob: compileGlob(resolve(pattern, outcome)), outcome, depth });
    }
  }
  all.sort((a, b) => b.glob.length - a.glob.length || b.depth - a.depth);
  return all.map(({ glob, outcome }, order) => ({ glob, outcome, rank: order }));
}

function fromRoot(pattern: string, folder: string): string {
  const literal = folder.replace(/[\\*?[\]{},]/g, '\\$&');
  return literal === '' ? pattern : `${literal}/${pattern}`;
}

import { LineIndex, type Outcome, type OutcomesFile } from '../../core';
import type { Steps } from '../../workspace/slices';
import { type Chunks, packChunks, unpackChunks } from './chunks';

/** An outcomes.yml that was read, on its way to who lives elsewhere. A big one has more outcomes than fit a slice. */
export type PackedOutcomesFile = Omit<OutcomesFile, 'lines' | 'outcomes' | 'problems'> & {
  /** Made anew from the text. */
  readonly lines: null;
  readonly outcomes: Chunks;
  readonly problems: Chunks;
};

/** An outcome that leads to no others; those above it come before it. */
interface Flat {
  readonly depth: number;
  readonly own: Outcome;
}

export function packOutcomesFile(file: OutcomesFile): PackedOutcomesFile {
  return {
    ...file,
    lines: null,
    outcomes: packChunks([...flatten(file.outcomes)]),
    problems: packChunks(file.problems),
  };
}

/** Gives what was packed. */
export function* unpackOutcomesFile(file: PackedOutcomesFile): Steps<OutcomesFile> {
  return {
    ...file,
    lines: new LineIndex(file.text),
    outcomes: yield* unflatten(yield* unpackChunks<Flat>(file.outcomes)),
    problems: yield* unpackChunks<OutcomesFile['problems'][number]>(file.problems),
  };
}

function* flatten(outcomes: readonly Outcome[]): Generator<Flat> {
  const pending = outcomes.map((outcome) => ({ outcome, depth: 0 })).reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { outcome, depth } = next;
    yield { depth, own: { ...outcome, parent: null, outcomes: [] } };
    for (const child of [...outcome.outcomes].reverse()) pending.push({ outcome: child, depth: depth + 1 });
  }
}

function* unflatten(all: readonly Flat[]): Steps<Outcome[]> {
  const roots: Outcome[] = [];
  /** The way down to the last one, and the children of each on it. */
  const above: { readonly outcome: Outcome; readonly children: Outcome[] }[] = [];
  for (const [i, { depth, own }] of all.entries()) {
    const parent = above[depth - 1];
    const children: Outcome[] = [];
    const outcome: Outcome = { ...own, parent: parent?.outcome ?? null, outcomes: children };
    (parent?.children ?? roots).push(outcome);
    above.length = depth;
    above.push({ outcome, children });
    if (i % 100 === 99) yield;
  }
  return roots;
}

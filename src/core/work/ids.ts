import { everyOutcome } from '../outcomes/tree';
import type { Entry, OutcomeTree } from '../outcomes/model';
import type { Range } from '../text';
import type { BrokenLink } from './model';
import { createNearest, editDistance, editLimit } from './near';

/** What a link leads to; a `Link` without the evidence. */
export interface Target {
  readonly outcome: string;
  readonly output?: string;
}

/** Every id that work can name. */
export interface Ids {
  /** What the word names, compared without case. */
  find(word: string): Target | undefined;
  /** A link that names nothing, with the id that was probably meant; for a metric that is its outcome. */
  broken(word: string, range: Range | null): BrokenLink;
  /** Whether a word in `TAG(…)` is a misspelt id, or a metric's, rather than a person's name. */
  isMisspelt(word: string): boolean;
}

export function createIds(tree: OutcomeTree): Ids {
  const metrics = new Map<string, string>();
  const owners = new Set<string>();
  for (const outcome of everyOutcome(tree)) {
    if (outcome.owner) owners.add(bare(outcome.owner));
    for (const { id } of outcome.metrics) if (id && outcome.id) metrics.set(id.toLowerCase(), outcome.id);
  }
  const nearest = createNearest(writtenIds(tree));

  return {
    find(word) {
      const entry = tree.entries.get(word.toLowerCase());
      return entry && targetOf(entry);
    },
    broken: (word, range) => ({
      text: word,
      range,
      suggestion: metrics.get(word.toLowerCase()) ?? nearest(word),
    }),
    isMisspelt(word) {
      if (metrics.has(word.toLowerCase())) return true;
      const id = word.startsWith('@') || owners.has(bare(word)) ? null : nearest(word);
      return id !== null && looksMisspelt(word.toLowerCase(), id.toLowerCase());
    },
  };
}

/** The metric that a word names, for a message that says so. */
export function isMetric(tree: OutcomeTree, word: string): boolean {
  const id = word.toLowerCase();
  for (const outcome of everyOutcome(tree)) {
    if (outcome.metrics.some((metric) => metric.id?.toLowerCase() === id)) return true;
  }
  return false;
}

function targetOf({ outcome, output }: Entry): Target {
  // An output below an outcome without an id serves the nearest one above that has an id.
  let owner = outcome;
  while (owner.id === '' && owner.parent) owner = owner.parent;
  return output ? { outcome: owner.id, output: output.id } : { outcome: owner.id };
}

function* writtenIds(tree: OutcomeTree): Generator<string> {
  for (const { outcome, output } of tree.entries.values()) yield (output ?? outcome).id;
}

/**
 * Stricter than being near, because most words in `TAG(…)` are names of people and a false alarm is an error to
 * them. Numbers must agree (KEY-13 is not a misspelt KEY-12), and a word without hyphens, as names are, must begin
 * alike and differ by one edit, from nine letters on by two.
 */
function looksMisspelt(word: string, id: string): boolean {
  if (word.length < 4 || digitsOf(word) !== digitsOf(id)) return false;
  const isPlain = !/[-_.]/.test(word);
  if (isPlain && word.charAt(0) !== id.charAt(0) && word.slice(0, 2) !== id.charAt(1) + id.charAt(0))
    return false;
  const limit = isPlain ? (word.length <= 8 ? 1 : 2) : editLimit(Math.max(word.length, id.length));
  return editDistance(word, id, limit) <= limit;
}

function digitsOf(word: string): string {
  return word.replace(/\D/g, '');
}

function bare(owner: string): string {
  return owner.replace(/^@/, '').toLowerCase();
}

import { filterLines, sortLines, verdictLines } from './lexicon/network';
import { vectorLines } from './lexicon/vectors';
import type { Verdict } from './reading';
import { sortsOf } from './sorts';
import type { Word } from './words';

/**
 * How a title reads as a whole, as logarithms of odds: by a convolutional network over its words, trained by
 * scripts/wording/convolve.mjs (Kim 2014, "Convolutional Neural Networks for Sentence Classification", arXiv:1408.5882). A word
 * is some numbers that tell what it means and some that tell what it can be, each between -1 and 1. A filter looks at one, two
 * or three words in a row, and what it gives of a title is the highest value of all places, at least 0.
 */
export function readAsWhole(words: readonly Word[]): Readonly<Record<Verdict, number>> {
  const { filters, verdicts } = network();
  const answers = words.slice(0, MOST_WORDS).map(answersTo);
  const highest = Float64Array.from(filters, (filter) => highestOf(filter, answers));
  const odds = ({ bias, weights }: Weighed): number =>
    weights.reduce((sum, weight, k) => sum + weight * highest[k]!, bias);
  return { outcome: odds(verdicts.outcome), output: odds(verdicts.output), unclear: odds(verdicts.unclear) };
}

function highestOf({ bias, width, first }: Filter, answers: readonly Float32Array[]): number {
  const before = width >> 1;
  let most = 0;
  for (let place = 0; place < answers.length; place++) {
    let sum = bias;
    const end = Math.min(width, answers.length - place + before);
    for (let offset = Math.max(0, before - place); offset < end; offset++)
      sum += answers[place - before + offset]![first + offset]!;
    if (sum > most) most = sum;
  }
  return most;
}

/** Nothing behind these counts. */
const MOST_WORDS = 40;

interface Weighed {
  readonly bias: number;
  readonly weights: readonly number[];
}

interface Filter {
  readonly bias: number;
  /** How many words it looks at. */
  readonly width: number;
  /** The number of its first place among the places of all filters. */
  readonly first: number;
}

interface Network {
  /** By word, a character for each number. */
  readonly words: ReadonlyMap<string, string>;
  readonly sorts: ReadonlyMap<string, readonly number[]>;
  readonly filters: readonly Filter[];
  /** What each place of each filter weighs a word's numbers with. */
  readonly places: readonly Float64Array[];
  readonly verdicts: Readonly<Record<Verdict, Weighed>>;
}

/** What each place of each filter answers to a word, wherever it stands. */
function answersTo(word: Word): Float32Array {
  const { kind, possessive } = word;
  // All that its numbers depend on; a number or mark without a meaning is as any other.
  const lower = kind === 'word' || network().words.has(word.lower) ? word.lower : UNKNOWN;
  const key = `${kind} ${possessive ? 1 : 0} ${lower}`;
  const known = answered.get(key);
  if (known !== undefined) return known;
  const numbers = Float64Array.of(...meaningOf(lower), ...numbersOf(sortsOf(word)));
  const answers = Float32Array.from(network().places, (weights) => {
    let sum = 0;
    for (let i = 0; i < weights.length; i++) sum += weights[i]! * numbers[i]!;
    return sum;
  });
  if (answered.size >= MOST_ANSWERED) answered.clear();
  answered.set(key, answers);
  return answers;
}

const answered = new Map<string, Float32Array>();
/** Half a kilobyte each. */
const MOST_ANSWERED = 4000;

/** Of a compound that is not known the mean of its parts. */
function meaningOf(lower: string): number[] {
  const { words } = network();
  const own = words.get(lower);
  if (own !== undefined) return decoded(own);
  const parts = lower.split('-').flatMap((part) => words.get(part) ?? []);
  if (parts.length === 0) return decoded(words.get(UNKNOWN)!);
  const all = parts.map(decoded);
  return all[0]!.map((_, i) => all.reduce((sum, part) => sum + part[i]!, 0) / all.length);
}

/** The line of words that have none. */
const UNKNOWN = '?';
/** The line that is added for every word. */
const ALWAYS = 'always';

function numbersOf(sorts: readonly string[]): number[] {
  const lines = network().sorts;
  const of = sorts.flatMap((sort) => {
    const numbers = lines.get(sort);
    return numbers === undefined ? [] : [numbers];
  });
  return lines.get(ALWAYS)!.map((bias, i) => Math.tanh(of.reduce((sum, numbers) => sum + numbers[i]!, bias)));
}

/** A number in each character. */
export const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64's 64 characters in their order (RFC 4648), from -1 to 1. */
function decoded(text: string): number[] {
  return Array.from(text, (character) => (2 * ALPHABET.indexOf(character)) / (ALPHABET.length - 1) - 1);
}

let made: Network | undefined;

function network(): Network {
  return (made ??= read());
}

function* pairsOf(text: string): Generator<[string, string]> {
  const texts = text.trim().split(/\s/);
  for (let i = 0; i < texts.length; i += 2) yield [texts[i]!, texts[i + 1]!];
}

function read(): Network {
  const linesOf = (text: string): string[][] =>
    text
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
  const numbers = (texts: readonly string[]): number[] => texts.map((text) => Number(text) / 100);
  const filters: Filter[] = [];
  const places: Float64Array[] = [];
  for (const line of linesOf(filterLines)) {
    const [width = 0, bias, ...weights] = line.map(Number);
    const size = weights.length / width;
    filters.push({ width, bias: bias! / 100, first: places.length });
    for (let i = 0; i < width; i++)
      places.push(Float64Array.from(weights.slice(i * size, (i + 1) * size), (weight) => weight / 100));
  }
  const verdict = (name: Verdict): Weighed => {
    const line = linesOf(verdictLines).find(([first]) => first === name)!;
    const [bias = 0, ...weights] = numbers(line.slice(1));
    return { bias, weights };
  };
  return {
    words: new Map(pairsOf(vectorLines)),
    sorts: new Map(linesOf(sortLines).map(([name, ...texts]) => [name!, numbers(texts)])),
    filters,
    places,
    verdicts: { outcome: verdict('outcome'), output: verdict('output'), unclear: verdict('unclear') },
  };
}

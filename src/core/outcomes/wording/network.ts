import { filterLines, sortLines, verdictLines, wordLines } from './lexicon/network';
import type { Verdict } from './reading';
import { remember } from './remember';
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
  const highest = filters.map(({ bias, width, first }) => {
    let most = 0;
    for (let place = 0; place < answers.length; place++) {
      let sum = bias;
      for (let offset = 0; offset < width; offset++)
        sum += answers[place - (width >> 1) + offset]?.[first + offset] ?? 0;
      if (sum > most) most = sum;
    }
    return most;
  });
  const odds = ({ bias, weights }: Weighed): number =>
    weights.reduce((sum, weight, k) => sum + weight * highest[k]!, bias);
  return { outcome: odds(verdicts.outcome), output: odds(verdicts.output), unclear: odds(verdicts.unclear) };
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
  readonly places: readonly (readonly number[])[];
  readonly verdicts: Readonly<Record<Verdict, Weighed>>;
}

/** What each place of each filter answers to a word, wherever it stands. */
function answersTo(word: Word): Float64Array {
  return answers(`${word.lower} ${sortsOf(word).join(' ')}`);
}

const answers = remember((key: string): Float64Array => {
  const [lower = '', ...sorts] = key.split(' ');
  const numbers = [...meaningOf(lower), ...numbersOf(sorts)];
  return Float64Array.from(network().places, (weights) =>
    weights.reduce((sum, weight, i) => sum + weight * numbers[i]!, 0),
  );
});

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

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64's 64 characters in their order (RFC 4648), from -1 to 1. */
function decoded(text: string): number[] {
  return Array.from(text, (character) => (2 * ALPHABET.indexOf(character)) / (ALPHABET.length - 1) - 1);
}

let made: Network | undefined;

function network(): Network {
  return (made ??= read());
}

function read(): Network {
  const linesOf = (text: string): string[][] =>
    text
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
  const numbers = (texts: readonly string[]): number[] => texts.map((text) => Number(text) / 100);
  const filters: Filter[] = [];
  const places: number[][] = [];
  for (const line of linesOf(filterLines)) {
    const [width = 0, bias, ...weights] = line.map(Number);
    const size = weights.length / width;
    filters.push({ width, bias: bias! / 100, first: places.length });
    for (let i = 0; i < width; i++)
      places.push(weights.slice(i * size, (i + 1) * size).map((weight) => weight / 100));
  }
  const verdict = (name: Verdict): Weighed => {
    const line = linesOf(verdictLines).find(([first]) => first === name)!;
    const [bias = 0, ...weights] = numbers(line.slice(1));
    return { bias, weights };
  };
  return {
    words: new Map(linesOf(wordLines).map(([word, text]) => [word!, text!])),
    sorts: new Map(linesOf(sortLines).map(([name, ...texts]) => [name!, numbers(texts)])),
    filters,
    places,
    verdicts: { outcome: verdict('outcome'), output: verdict('output'), unclear: verdict('unclear') },
  };
}

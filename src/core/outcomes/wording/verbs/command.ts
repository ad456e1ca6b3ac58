import type { VerbReading } from '../inflection';
import { readPhrase, type Phrase } from '../phrase';
import { quote } from '../quote';
import type { Word } from '../words';

/** A title that says what is to be done. */
export interface Command {
  readonly words: readonly Word[];
  readonly verb: VerbReading;
  /** The verb with its particle, quoted. */
  readonly name: string;
  /** Where what follows the verb starts. */
  readonly rest: number;
  readonly object: Phrase;
  /** The object's head, quoted. */
  readonly what: string;
}

export function readCommand(words: readonly Word[], at: number, rest: number, verb: VerbReading): Command {
  const object = readPhrase(words, rest);
  const what = object.head < 0 ? 'its object' : quote(words, object.head, object.head + 1);
  return { words, verb, name: quote(words, at, rest), rest, object, what };
}

/** The singular of the object's head, '' when it has none. */
export function objectNoun({ words, object }: Command): string {
  return words[object.head]?.noun?.lemma ?? words[object.head]?.lower ?? '';
}

/** A set of words written as a text. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Whether an amount so large stands at `at`, be it in one word or two: "3 million". */
export const manyAt = (words: readonly Word[], at: number): boolean =>
  isMany(words[at]?.lower ?? '') || (words[at]?.kind === 'number' && isMany(words[at + 1]?.lower ?? ''));

/** Whether a word is a number so large that nobody handles its things one by one. */
export const isMany = (lower: string): boolean =>
  /^(?:hundreds|thousands|millions|billions|million|billion|trillion|(?:\d{1,3}(?:,\d{3})+|\d{3,}|\d+(?:\.\d+)?[km])\+?)$/.test(
    lower,
  );

/** How messages speak of what is written in a file: short, on one line, and inert wherever they are shown. */

const LONGEST = 60;

/** A written value in backticks, clipped to 60 characters, control characters as escapes. */
export function shown(value: string): string {
  const clipped = value.length > LONGEST ? `${wholeCharacters(value.slice(0, LONGEST - 1))}…` : value;
  return `\`${clipped.replace(UNPRINTABLE, escapeCharacter).replaceAll('`', "'")}\``;
}

/** `a`, `a or b`, `a, b or c`, each in backticks. */
export function oneOf(words: readonly string[]): string {
  return joined(words.map(shown), 'or');
}

/** `a`, `a and b`, `a, b and c`. */
export function joined(words: readonly string[], last: 'or' | 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]!}`;
}

/** A number as people write it, never in exponents where plain digits do. */
export function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(12));
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** Controls, line and paragraph separators, and the marks that reorder text. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

function escapeCharacter(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  if (character === '\r') return '\\r';
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function wholeCharacters(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}

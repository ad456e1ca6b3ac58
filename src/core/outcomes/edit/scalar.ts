export type Quote = 'single' | 'double';

/** Where a scalar is to stand, and how its author would quote it. */
export interface Setting {
  /** Inside of brackets, where commas and brackets need quotes. */
  readonly flow: boolean;
  readonly quote: Quote;
  /** Quotes even where none are needed: the value that is replaced has some, or its neighbours do. */
  readonly always?: boolean;
}

/**
 * Writes a text or number on one line so that YAML's core schema reads the same value again. Texts are left plain
 * where they can be, also dates, which the core schema reads as text. Numbers must be finite.
 */
export function writeScalar(value: string | number, { flow, quote, always = false }: Setting): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (!always && isPlain(value, flow)) return value;
  return quote === 'single' && isPrintable(value) ? `'${value.replaceAll("'", "''")}'` : doubleQuoted(value);
}

/** Whether YAML reads the text as itself without quotes (1.2.2 §7.3.3, §10.3.2), with a margin for other readers. */
export function isPlain(text: string, flow: boolean): boolean {
  return (
    isPrintable(text) &&
    /^(?![-?:,[\]{}#&*!|>'"%@`=<])\S(?:.*\S)?$/u.test(text) &&
    !/:(?:\s|$)|\s#/u.test(text) &&
    !(flow && /[,[\]{}]|:[,[\]{}]/.test(text)) &&
    !/^\.\.\.(?:\s|$)/u.test(text) &&
    !NOT_TEXT.test(text)
  );
}

/** What the core schema, or YAML 1.1 in its place, reads as null, a boolean or a number. */
const NOT_TEXT =
  /^(?:~|null|true|false|yes|no|on|off|[-+]?(?:0[xob])?[\d_a-f]*\d[\d_a-f]*|[-+]?[\d_]*\.?[\d_]*(?:e[-+]?\d+)?|[-+]?\.inf|\.nan|[-+]?\d+(?::\d+)+)$/i;

/** No line break, tab, control or formatting character, no unpaired surrogate. */
function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text);
}

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/u;

/** JSON's escapes are YAML's (1.2.2 §5.7). A join of emoji stays as it is. */
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

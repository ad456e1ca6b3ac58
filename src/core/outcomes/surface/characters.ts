/** UTF-16 codes of the characters that YAML gives a meaning. */
export const TAB = 9;
export const RETURN = 13;
export const SPACE = 32;
export const BANG = 33;
export const DOUBLE = 34;
export const HASH = 35;
export const PERCENT = 37;
export const AMPERSAND = 38;
export const SINGLE = 39;
export const COMMA = 44;
export const DASH = 45;
export const COLON = 58;
export const BRACKET = 91;
export const BACKSLASH = 92;
export const BRACKET_END = 93;
export const BRACE = 123;
export const BRACE_END = 125;

/** A set of characters by their codes, which takes a tenth of the time of a Set to ask. */
export interface Codes {
  has(code: number): boolean;
}

/** `characters` are ASCII. */
export function codesOf(characters: string): Codes {
  const table = new Uint8Array(128);
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = 1;
  return { has: (code) => table[code] === 1 };
}

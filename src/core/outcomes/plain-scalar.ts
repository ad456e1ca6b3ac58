/**
 * What a word without quotes means in YAML's core schema (YAML 1.2.2, 10.3.2); undefined for a number in a spelling that
 * is rare: octal, hexadecimal, with an exponent, infinite.
 */
export function readPlainScalar(source: string): string | number | boolean | null | undefined {
  // Nearly all are plain words, and their first letter shows it.
  if (!SPECIAL_START.test(source)) return source;
  if (DECIMAL.test(source)) return Number(source);
  if (/^(?:~|null|Null|NULL)$/.test(source)) return null;
  if (/^(?:true|True|TRUE)$/.test(source)) return true;
  if (/^(?:false|False|FALSE)$/.test(source)) return false;
  return RARE.test(source) ? undefined : source;
}

const SPECIAL_START = /^[-+.\d~nNtTfF]/;
const DECIMAL = /^[-+]?\d+(?:\.\d+)?$/;
const RARE = /^(?:0o[0-7]+|0x[\da-f]+|[-+]?(?:\.\d+|\d+\.?\d*)(?:e[-+]?\d+)?|[-+]?\.inf|\.nan)$/i;

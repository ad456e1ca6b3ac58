import type { Quantity } from './model';
import { plainNumber, shown } from './phrases';

/**
 * Numbers as people write them in an outcomes.yml.
 *
 *     quantity  = [ currency ], signed, [ scale ], [ [ space ], unit ] ;
 *     signed    = [ "+" | "-" | "−" ], number ;
 *     number    = ( digits | grouped ), [ ".", digits ], [ ( "e" | "E" ), [ "+" | "-" ], digits ] | ".", digits ;
 *     grouped   = 1 to 3 digits not starting with 0, { separator, 3 digits }, the same separator throughout ;
 *     separator = "," | "_" | "'" | "’" | space, no-break space or thin space ;
 *     scale     = "k" | "K" | "M" | "bn"  directly after the number, or the words thousand, million, billion, also after a space ;
 *     currency  = a currency sign ($, €, £ …), before or after the sign, or three capitals and a space (CHF 20) ;
 *     unit      = "%" | "pp" | text that does not start with a digit or one of + - , . _ ' : ± × … or any dash ;
 *
 * So "9.5%", "9.5 %", "1,000", "1 000", "+20%", "-40", "+2pp", "$3", "3 days", "12k" and "2.5M" are read. Not read,
 * with an explanation: a decimal comma ("1,5", "1.000,5"), several dots ("1.000.000"), ranges ("40-60", "4k to 6k"),
 * several units ("1 h 30 min"), comparisons ("<5") and approximations ("~500"). "m" is no scale: it may be metres, minutes or milli.
 */
export type QuantityReading =
  | { readonly ok: true; readonly quantity: Quantity; /** A + or - was written. */ readonly signed: boolean }
  /** `problem` completes a sentence that starts with what is written: "…, which has a decimal comma; write 1.5". */
  | { readonly ok: false; readonly problem: string; /** How to write it. */ readonly suggestion?: string };

/** Reads one quantity. The unit "pp" stands for percentage points however they are spelt. */
export function readQuantity(text: string): QuantityReading {
  const trimmed = text.trim();
  if (trimmed.length > 200) return { ok: false, problem: 'which is too long for a number' };
  const match = QUANTITY.exec(trimmed);
  if (match?.groups === undefined) return { ok: false, ...explain(trimmed) };
  const { before, code, after, sign, digits, scale, word, rest } = match.groups;
  const currency = before ?? code ?? after;
  const unit = rest === undefined || rest === '' ? null : rest;
  if (unit !== null && (NO_UNIT.test(unit) || RANGE.test(unit) || SEVERAL_UNITS.test(unit)))
    return { ok: false, ...explain(trimmed) };
  if (currency !== undefined && unit !== null && /^[\p{Sc}]/u.test(unit)) {
    return { ok: false, problem: 'which has two currencies' };
  }
  if (unit !== null && /^(?:thousand|million|billion)(?![\p{L}\p{N}])/u.test(unit)) {
    return { ok: false, problem: 'which is scaled twice' };
  }
  const magnitude = scaled(digits!.replace(/[,_'’\s]/g, ''), SCALES.get(scale ?? word ?? '') ?? 0);
  if (!Number.isFinite(magnitude)) return { ok: false, problem: 'which is too large' };
  const value = sign !== undefined && sign !== '+' && magnitude !== 0 ? -magnitude : magnitude;
  return {
    ok: true,
    quantity: { value, unit: joinUnit(currency, unit === null ? null : normalUnit(unit)) },
    signed: sign !== undefined,
  };
}

/** Writes a quantity so that `readQuantity` gives the same one back. */
export function printQuantity({ value, unit }: Quantity): string {
  const number = Object.is(value, -0) ? '0' : String(value);
  if (unit === null) return number;
  return asMoney(number, unit) ?? (unit === '%' || unit === 'pp' ? `${number}${unit}` : `${number} ${unit}`);
}

/** The currency before the number, where that reads as the same: in `CHF million` the million would be a scale. */
function asMoney(number: string, unit: string): string | null {
  const currency = /^(\p{Sc}|[A-Z]{3}(?= |$))(?: (.*))?$/u.exec(unit);
  if (currency === null) return null;
  const [, sign, per] = currency;
  const money = (sign!.length === 3 ? `${sign!} ${number}` : `${sign!}${number}`) + (per ? ` ${per}` : '');
  const reading = readQuantity(money);
  return reading.ok && reading.quantity.unit === unit && reading.quantity.value === Number(number)
    ? money
    : null;
}

/** True for a unit that counts in percent: "%", "percent", "% of sites". */
export function isPercent(unit: string | null): boolean {
  return unit !== null && (/%/.test(unit) || /^(per ?cent|pct|percentage)\b(?! points?)/i.test(unit.trim()));
}

/** The unit of a difference between two percentages. */
export function isPoints(unit: string | null): boolean {
  return unit === 'pp';
}

/** False only when the two units are plainly of different things; wording, plural and "per week" do not count. */
export function unitsAgree(a: string | null, b: string | null): boolean {
  if (a === null || b === null || isPercent(a) !== isPercent(b)) return a === null || b === null;
  if (isPercent(a)) return true;
  const [x, y] = [bareUnit(a), bareUnit(b)];
  return x === '' || y === '' || x.includes(y) || y.includes(x);
}

const NUMBER = String.raw`(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:_\d{3})+|[1-9]\d{0,2}(?:['’]\d{3})+|[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+`;
const QUANTITY = new RegExp(
  String.raw`^(?:(?<before>\p{Sc})[ \u00a0]?|(?<code>[A-Z]{3})[ \u00a0])?(?<sign>[-+−])?[ \u00a0]?(?<after>\p{Sc})?(?<digits>${NUMBER})` +
    String.raw`(?:(?<scale>[kKM]|bn)(?![\p{L}\p{N}])|[ \u00a0]?(?<word>thousand|million|billion)(?![\p{L}\p{N}]))?` +
    String.raw`(?:\s*(?<rest>(?!\/\s*\d)[^\s\d+\-−,._'’~<>=].*))?$`,
  'u',
);

/** What goes on like this is another number: `10–20`, `10:30`, `10 ± 2`, `0x10`. */
const NO_UNIT = /^(?:[\p{Pd}…:±×٬⁄]|x\s?\d)/u;
/** Behind the first of two numbers. `COVID-19 cases` and `of the top 10` are units. */
const RANGE = /(?:(?:^|\s)(?:to|or|\p{Pd}|…)|(?:(?:^|\d)(?:k|K|M|bn)|%)\s?\p{Pd})\s?\p{Sc}?\d/u;
/** `1 h 30 min`, `1h30`, `2m30s`; `m2` is a unit. */
const SEVERAL_UNITS =
  /^(?:(?:h|hrs?|hours?)\s?\d|(?:d|days?|wks?|weeks?|min|mins|minutes?)\s\d|m\s?\d+\s?s(?![\p{L}\p{N}]))/u;

/** Powers of ten. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['K', 3],
  ['thousand', 3],
  ['M', 6],
  ['million', 6],
  ['bn', 9],
  ['billion', 9],
]);

/** Shifts the decimal point in the text: 2.3 times a million is not exact in binary. */
function scaled(digits: string, power: number): number {
  const [mantissa, exponent] = digits.split(/e/i);
  return Number(`${mantissa!}e${Number(exponent ?? 0) + power}`);
}

function joinUnit(currency: string | undefined, unit: string | null): string | null {
  if (currency === undefined) return unit;
  return unit === null ? currency : `${currency} ${unit}`;
}

function normalUnit(unit: string): string {
  const words = unit.replace(/\s+/g, ' ').trim();
  if (/^(pp|p\.p\.|ppt|pps|%-?points?|percentage[ -]points?|%-?pts?)$/i.test(words)) return 'pp';
  return /^(%|per ?cent|pct)$/i.test(words) ? '%' : words;
}

function bareUnit(unit: string): string {
  return unit
    .toLowerCase()
    .replace(/(\/| per ).*$/, '')
    .replace(/[€$£₹]/g, (sign) => CODES.get(sign)!)
    .replace(/[^\p{L}\p{N}\p{Sc}]/gu, '')
    .replace(/s$/, '');
}

/** Signs that stand for one currency, or for one unless another is named. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['€', 'eur'],
  ['$', 'usd'],
  ['£', 'gbp'],
  ['₹', 'inr'],
]);

/** Why a text is no quantity, and how to write it. */
function explain(text: string): { readonly problem: string; readonly suggestion?: string } {
  const decimalComma = /^([^\d]*)(\d{1,3}(?:[. ]\d{3})+|\d+),(\d+)(?!\d*[,.])(.*)$/u.exec(text);
  if (decimalComma !== null) {
    const [, lead, whole, fraction, tail] = decimalComma;
    const suggestion = `${lead!}${whole!.replace(/[. ]/g, '')}.${fraction!}${tail!}`;
    const problem = `where the comma is no separator of thousands; with a decimal point it is ${shown(suggestion)}`;
    return { problem, suggestion };
  }
  if (/^[^\d]*\d{1,3}(\.\d{3}){2,}/.test(text)) {
    const suggestion = text.replaceAll('.', '');
    return { problem: `where dots separate thousands; write ${shown(suggestion)}`, suggestion };
  }
  return { problem: explainWords(text) };
}

function explainWords(text: string): string {
  if (text === '') return 'which is empty';
  if (/\d\s*(\p{Pd}|…|\.\.+|to)\s*\d/u.test(text) || RANGE.test(text))
    return 'which is a range; write `[low, high]` with `goal: between`';
  if (SEVERAL_UNITS.test(text.replace(/^[-+\d.,\s]+/, '')))
    return 'which has several units; write it in one, such as `1.5 h`';
  if (/^(<|>|≤|≥|at least|at most|under|over|below|above)/i.test(text)) {
    return 'which compares; write the number alone and `goal: at-least` or `at-most`';
  }
  if (/^(~|≈|about|around|ca\.?|circa|approx)/i.test(text))
    return 'which is approximate; write the number alone';
  return /\d/.test(text)
    ? 'which is not one plain number with an optional unit'
    : 'which has no number in it';
}

/** A quantity for a message, rounded to 12 digits. */
export function spoken(value: number, unit: string | null): string {
  return printQuantity({ value: Number(plainNumber(value)), unit });
}

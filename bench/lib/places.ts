import { createHash } from 'node:crypto';

/** Where something was found, as `file:line`, from 1; files relative with `/`. */
export type Places = ReadonlySet<string>;

/** Reads `file:line:…`, as grep-like programs print it, one a line. */
export function placesOf(output: string): Places {
  const places = new Set<string>();
  for (const line of output.split('\n')) {
    const place = /^(?:\.\/)?(.+?:\d+)(?::|$)/.exec(line)?.[1];
    if (place !== undefined) places.add(place);
  }
  return places;
}

/** Equal for equal places, however they came. */
export function digestOf(places: Places): string {
  return createHash('sha256')
    .update([...places].sort().join('\n'))
    .digest('hex');
}

/** The part of `found` that is true, and the part of the truth that was found. */
export function exactness(
  found: Places,
  truth: Places,
): { readonly precision: number; readonly recall: number } {
  const right = [...found].filter((place) => truth.has(place)).length;
  return { precision: right / Math.max(1, found.size), recall: right / Math.max(1, truth.size) };
}

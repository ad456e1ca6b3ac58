import type { Range } from '../text';

/** The answer to "why is this flagged, slow or missing?", before it is laid out. */
export interface Explanation {
  /** What is asked about, on one line. */
  readonly subject: string;
  readonly parts: readonly Part[];
}

export interface Part {
  /** Empty for the answer itself, which stands right below the subject. */
  readonly heading: string;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly text: string;
  /** Where what the line says is written. */
  readonly places: readonly Place[];
}

export interface Place {
  /** Relative to the folder, with `/`; absolute for what lies outside of it, such as a user's own ignore file. */
  readonly file: string;
  /** null for the file as a whole. */
  readonly range: Range | null;
}

export function line(text: string, ...places: readonly (Place | null)[]): Line {
  return { text, places: places.filter((place) => place !== null) };
}

import { inert } from '../report/inert';
import type { Explanation, Line, Part, Place } from './model';

/** An explanation as plain text, and where in it places are named, so that they can be links. */
export interface LaidOut {
  readonly text: string;
  readonly links: readonly PlaceLink[];
}

export interface PlaceLink {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly place: Place;
}

/**
 * Plain text that reads well aloud: one thought a line, headings on lines of their own, no tables and no markup. What
 * people wrote, names of files too, cannot add lines to it or turn them round.
 */
export function layOut({ subject, parts }: Explanation): LaidOut {
  const links: PlaceLink[] = [];
  let text = subject === '' ? '' : `${inert(subject)}\n`;
  const addLine = (indent: string, { text: words, places }: Line): void => {
    text += indent + inert(words);
    for (const [i, place] of places.entries()) {
      text += i === 0 ? ' (' : ', ';
      const name = placeName(place);
      links.push({ start: text.length, end: text.length + name.length, place });
      text += name;
    }
    text += places.length > 0 ? ')\n' : '\n';
  };
  for (const part of parts.filter(isSaid)) {
    text += part.heading === '' ? '\n' : `\n${inert(part.heading)}\n`;
    for (const each of part.lines) addLine(part.heading === '' ? '' : '  ', each);
  }
  return { text, links };
}

function isSaid({ lines }: Part): boolean {
  return lines.length > 0;
}

/** As compilers write it: line and column from 1. */
function placeName({ file, range }: Place): string {
  const name = inert(file);
  return range === null ? name : `${name}:${range.start.line + 1}:${range.start.character + 1}`;
}

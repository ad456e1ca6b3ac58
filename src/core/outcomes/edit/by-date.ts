import type { Day, Metric, OutcomesFile, Written } from '../model';
import type { Item, ListLayout } from './layout';
import { behindBrackets, isElsewhere, itemStart, lineAfter, lineEnd, lineStart } from './open';
import type { Hole, Slice } from './slice';

/** Where a check-in goes among those of its metric. */
export interface DatedPlace {
  /** Check-ins far from the place, which need not be read for it. */
  readonly holes: readonly Hole[];
  readonly index: (slice: Slice, list: ListLayout) => number;
}

/** Entries on each side of the place that are read in any case: they show how the next one is to be written. */
const NEAR = 2;

/**
 * Behind the last check-in of the same day or an earlier one. Where the list runs from the last to the first, before
 * the first such; where it is in no order, at its end.
 */
export function placeByDate(file: OutcomesFile, { checkIns }: Metric, date: Day): DatedPlace {
  const known = [...checkIns].sort((a, b) => a.at.node.start - b.at.node.start);
  const at = positionOf(
    known.map((checkIn) => checkIn.date),
    date,
  );
  const places = known.map((checkIn) => checkIn.at);
  const before = places[at - 1];
  const after = places[at];
  return {
    holes: holesAround(file, places, at),
    index: (slice, list) => {
      if (before !== undefined) return memberAt(slice, list, before) + 1;
      return after === undefined ? list.members.length : memberAt(slice, list, after);
    },
  };
}

function positionOf(days: readonly Day[], date: Day): number {
  const rises = days.every((day, i) => i === 0 || days[i - 1]! <= day);
  if (rises) return days.findLastIndex((day) => day <= date) + 1;
  const falls = days.every((day, i) => i === 0 || days[i - 1]! >= day);
  const first = falls ? days.findIndex((day) => day <= date) : -1;
  return first < 0 ? days.length : first;
}

function memberAt(slice: Slice, { members }: ListLayout, { node }: Written): number {
  const start = ({ value }: Item): number =>
    value.kind === 'map' && value.members[0] !== undefined ? value.members[0].key.start : value.start;
  return members.findIndex((member) => slice.toFile(start(member)) === node.start);
}

/** Leaves out what is far from the place, in a file that is read well enough for that. */
function holesAround({ text, problems }: OutcomesFile, places: readonly Written[], at: number): Hole[] {
  if (problems.some(({ code }) => code === 'invalid-yaml') || places.some(isElsewhere)) return [];
  const lines = places.map((place) => lineOf(text, place));
  const holes: Hole[] = [];
  const add = (from: number | null | undefined, to: number | null | undefined): void => {
    if (typeof from === 'number' && typeof to === 'number' && from < to)
      holes.push({ start: from, end: to, filler: '' });
  };
  add(lines[0], lines[at - NEAR]);
  const last = places.at(-1);
  if (last !== undefined)
    add(lines[at + NEAR], lineAfter(text, lineEnd(text, behindBrackets(text, last.node.end))));
  return holes;
}

/** Where the line begins that an entry's dash begins; null for an entry of a list in brackets. */
function lineOf(text: string, { node }: Written): number | null {
  const start = itemStart(text, node.start);
  if (start === null) return null;
  const line = lineStart(text, start.at);
  return start.flow && !/^ *-[ \t]+$/.test(text.slice(line, start.at)) ? null : line;
}

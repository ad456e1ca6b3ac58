import { type Change, changeBetween } from './change';
import { textStart } from './decode';
import { nextLine } from './engine/bytes';
import type { Language } from './engine/language';
import { type Found, isSpace, Scan } from './engine/scan';

/** A walk over a whole text: the comments that it met, and what it takes to walk again when the text was edited. */
export interface Walk {
  readonly bytes: Uint8Array;
  readonly language: Language;
  readonly hits: ArrayLike<number>;
  readonly found: readonly Found[];
  /** Ascending; the first is the start of the text. */
  readonly waypoints: readonly Waypoint[];
  readonly lastElementEnd: number | undefined;
}

/** The start of a line at which nothing is open, so that a walk can begin there. */
interface Waypoint extends Chain {
  readonly at: number;
  /** The first byte that was looked back at from between here and the next one. */
  readonly back: number;
}

/** The run of comments before a place; see Scan. */
type Chain = Pick<Scan, 'chainStart' | 'chainEnd'>;

/** Bytes between two waypoints, at least. */
const STEP = 1 << 14;
/** Where something is open at the ends of so many lines, the next waypoint is looked for a step later. */
const TRIES = 64;
/** What a matcher may look ahead beyond what it then takes, and back around what it says that it looked back at. */
const AROUND = 256;

/**
 * Meets the comments that hold one of `hits`, which ascend. Given an earlier walk, it goes only where the text is
 * another, in languages that say by `resync` what crosses their lines. `step` is for tests.
 */
export function walkOver(
  bytes: Uint8Array,
  language: Language,
  hits: ArrayLike<number>,
  before?: Walk,
  step = STEP,
): Walk {
  const scan = new Scan(bytes, language.start(), hits);
  const again = before && walkAgain(scan, language, hits, before, step);
  if (again) return again;
  const walker = new Walker(scan, { at: textStart(bytes), chainStart: -1, chainEnd: -1 }, step);
  walker.walkTo(stopOf(hits));
  return walker.walk(language, hits);
}

/** undefined when it has to begin at the start. */
function walkAgain(
  scan: Scan,
  language: Language,
  hits: ArrayLike<number>,
  before: Walk,
  step: number,
): Walk | undefined {
  if (!language.resync || language !== before.language) return undefined;
  const change = changeBetween(before.bytes, scan.bytes);
  const from = before.waypoints.findLastIndex(({ at }) => at + AROUND <= change.start);
  const first = before.waypoints[from];
  if (first === undefined) return undefined;
  const decided = countBefore(hits, first.at);
  if (decided !== countBefore(before.hits, first.at) || decided > sameAtStart(before.hits, hits))
    return undefined;
  if (before.lastElementEnd !== undefined && !isElementAsBefore(scan.elementEnd(), before, first))
    return undefined;
  scan.skipHits(decided);
  const walker = new Walker(scan, first, step);
  const to = goOn(walker, change, before, hits);
  return joined(
    walker.walk(language, hits),
    before,
    from,
    waypointsFrom(to, before, change, scan),
    change.moved,
  );
}

/** What lies before the waypoint is as sure as it was of whether an element ends behind it. */
function isElementAsBefore(now: number, { lastElementEnd = -1 }: Walk, { at }: Waypoint): boolean {
  return now === lastElementEnd || (now >= at && lastElementEnd >= at);
}

/** Walks to the waypoint from which on all is as before, and gives its index; else to the end. */
function goOn(walker: Walker, { end, moved }: Change, before: Walk, hits: ArrayLike<number>): number {
  const { waypoints } = before;
  const stop = stopOf(hits);
  const same = sameAtEnd(before.hits, hits, moved);
  for (let i = firstIndependent(waypoints, end); i < waypoints.length; i++) {
    const old = waypoints[i]!;
    const left = hits.length - countBefore(hits, old.at + moved);
    if (left === 0) break;
    const leftBefore = before.hits.length - countBefore(before.hits, old.at);
    if (left === leftBefore && left <= same && walker.reaches(old, end, moved)) return i;
  }
  walker.walkTo(stop);
  return waypoints.length;
}

/** The first waypoint from which on nothing is decided by what stands before `end`. */
function firstIndependent(waypoints: readonly Waypoint[], end: number): number {
  let first = waypoints.length;
  while (first > 0) {
    const { at, back } = waypoints[first - 1]!;
    if (at < end + AROUND || back < end + AROUND) break;
    first--;
  }
  return first;
}

/** The waypoints from `to` on, where they are now; the walk that met the first of them is there. */
function waypointsFrom(
  to: number,
  { waypoints, bytes }: Walk,
  { end, moved }: Change,
  met: Chain,
): Waypoint[] {
  const moving: Waypoint[] = [];
  /** The run that was looked at last, and whether it is as before. */
  let run = met.chainStart - moved;
  let isSame = met.chainEnd > end + moved;
  for (const { at, back, chainStart, chainEnd } of waypoints.slice(to)) {
    const place = { at: at + moved, back: back + moved };
    if (chainEnd <= end) {
      moving.push({ ...place, chainStart: met.chainStart, chainEnd: met.chainEnd });
      continue;
    }
    if (chainStart !== run) isSame = isBehindCode(bytes, chainStart, end);
    run = chainStart;
    if (isSame) moving.push({ ...place, chainStart: chainStart + moved, chainEnd: chainEnd + moved });
    else {
      // What was edited may be a part of the run by now, or parts it: a walk begins before that.
      const last = moving.pop()!;
      moving.push({ ...last, back: Math.min(last.back, place.back) });
    }
  }
  return moving;
}

/** Whether more than white space stands between `from` and `at`. */
function isBehindCode(bytes: Uint8Array, at: number, from: number): boolean {
  while (at > from && isSpace(bytes[at - 1]!)) at--;
  return at > from;
}

/** What was met before the waypoint `from`, what was met anew, and behind that what has moved. */
function joined(anew: Walk, before: Walk, from: number, rest: readonly Waypoint[], moved: number): Walk {
  const start = before.waypoints[from]!.at;
  const end = rest[0]?.at ?? Infinity;
  return {
    ...anew,
    found: [
      ...before.found.filter((found) => found.start < start),
      ...anew.found,
      ...before.found.filter((found) => found.start + moved >= end).map((found) => movedBy(found, moved)),
    ],
    waypoints: [...before.waypoints.slice(0, from), ...anew.waypoints.filter(({ at }) => at < end), ...rest],
  };
}

function movedBy({ start, from, to, end, block }: Found, by: number): Found {
  return { start: start + by, from: from + by, to: to + by, end: end + by, block };
}

/** Goes over a text and notes where that can begin again. */
class Walker {
  private at: number;
  private last: Omit<Waypoint, 'back'>;
  private readonly waypoints: Waypoint[] = [];

  constructor(
    private readonly scan: Scan,
    { at, chainStart, chainEnd }: Omit<Waypoint, 'back'>,
    private readonly step: number,
  ) {
    scan.chainStart = chainStart;
    scan.chainEnd = chainEnd;
    this.at = at;
    this.last = { at, chainStart, chainEnd };
  }

  /** Goes to `to`, or as far beyond it as what begins before it goes on. */
  walkTo(to: number): void {
    while (this.at < to) {
      this.at = this.scan.run(this.at, Math.min(to, this.at + this.step));
      this.seekWaypoint(to);
    }
  }

  /** Goes to where the waypoint has moved; true when nothing is open there, and so all goes on as before. */
  reaches({ at, chainStart, chainEnd }: Waypoint, end: number, moved: number): boolean {
    const { scan } = this;
    this.walkTo(at + moved);
    if (this.at !== at + moved || !scan.isFree(this.at)) return false;
    if (chainEnd <= end) return scan.chainEnd <= end + moved;
    return scan.chainStart === chainStart + moved && scan.chainEnd === chainEnd + moved;
  }

  walk(language: Language, hits: ArrayLike<number>): Walk {
    const { bytes, found, lastElementEnd } = this.scan;
    return { bytes, language, hits, found, waypoints: [...this.waypoints, this.ended()], lastElementEnd };
  }

  private seekWaypoint(to: number): void {
    const { scan } = this;
    for (let n = 0; n < TRIES && this.at < to; n++) {
      const line = nextLine(scan.bytes, this.at, scan.end);
      this.at = scan.run(this.at, Math.min(line, to));
      if (this.at !== line || !scan.isFree(line)) continue;
      this.waypoints.push(this.ended());
      this.last = { at: line, chainStart: scan.chainStart, chainEnd: scan.chainEnd };
      scan.back = Infinity;
      return;
    }
  }

  private ended(): Waypoint {
    return { ...this.last, back: this.scan.back };
  }
}

/** Behind the last hit everything is decided. */
function stopOf(hits: ArrayLike<number>): number {
  return hits.length === 0 ? 0 : hits[hits.length - 1]! + 1;
}

/** How many of them, which ascend, are smaller than `at`. */
function countBefore(hits: ArrayLike<number>, at: number): number {
  let from = 0;
  for (let to = hits.length; from < to;) {
    const middle = (from + to) >> 1;
    if (hits[middle]! < at) from = middle + 1;
    else to = middle;
  }
  return from;
}

function sameAtStart(before: ArrayLike<number>, now: ArrayLike<number>): number {
  let same = 0;
  while (same < before.length && before[same] === now[same]) same++;
  return same;
}

function sameAtEnd(before: ArrayLike<number>, now: ArrayLike<number>, moved: number): number {
  const most = Math.min(before.length, now.length);
  let same = 0;
  while (same < most && before[before.length - 1 - same]! + moved === now[now.length - 1 - same]) same++;
  return same;
}

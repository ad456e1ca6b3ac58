/** What an edit left as it was of a text's bytes. */
export interface Change {
  /** So many bytes at the start are the same. */
  readonly start: number;
  /** From here on the old bytes are the same; never before `start`. */
  readonly end: number;
  /** By how much the same bytes at the end have moved. */
  readonly moved: number;
}

export function changeBetween(before: Uint8Array, now: Uint8Array): Change {
  const most = Math.min(before.length, now.length);
  const start = sameAtStart(before, now, most);
  const same = sameAtEnd(before, now, most - start);
  return { start, end: before.length - same, moved: now.length - before.length };
}

function sameAtStart(before: Uint8Array, now: Uint8Array, most: number): number {
  const old = viewOf(before);
  const anew = viewOf(now);
  let at = 0;
  while (at + 8 <= most && isSame(old, at, anew, at)) at += 8;
  while (at < most && before[at] === now[at]) at++;
  return at;
}

function sameAtEnd(before: Uint8Array, now: Uint8Array, most: number): number {
  const old = viewOf(before);
  const anew = viewOf(now);
  let same = 0;
  while (same + 8 <= most && isSame(old, before.length - same - 8, anew, now.length - same - 8)) same += 8;
  while (same < most && before[before.length - same - 1] === now[now.length - same - 1]) same++;
  return same;
}

/** Eight bytes each: a text of megabytes is compared after each key. */
function isSame(a: DataView, atA: number, b: DataView, atB: number): boolean {
  return a.getInt32(atA) === b.getInt32(atB) && a.getInt32(atA + 4) === b.getInt32(atB + 4);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

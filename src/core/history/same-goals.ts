/**
 * True when two versions of one outcomes.yml, or of a part of it, plainly state the same goals, as most do: the one only
 * has check-ins, notes or statuses that the other lacks. Told without reading the YAML, and so only of what is sure: every
 * line that may hold a goal, or say whose it is, is the same, and no other line goes on with one.
 */
export function statesSameGoals(before: string, after: string): boolean {
  if (before === after) return true;
  if (hasAnchors(before) || hasAnchors(after)) return false;
  const [old, now] = [before.split('\n'), after.split('\n')];
  let i = 0;
  let k = 0;
  while (i < old.length || k < now.length) {
    if (i < old.length && k < now.length && old[i] === now[k]) {
      i++;
      k++;
    } else if (i < old.length && isBesideThePoint(old, i)) i++;
    else if (k < now.length && isBesideThePoint(now, k)) k++;
    else return false;
  }
  return true;
}

/** An alias may stand for a goal that is written elsewhere. */
export function hasAnchors(text: string): boolean {
  return text.includes('&') && /(?:^|[\s[{,:-])&\S/.test(text);
}

function isBesideThePoint(lines: readonly string[], at: number): boolean {
  if (COUNTS.test(lines[at]!)) return false;
  let before = at - 1;
  while (before >= 0 && !COUNTS.test(lines[before]!)) before--;
  return before < 0 || !OPEN.test(lines[before]!);
}

/**
 * However the fields are quoted or put into braces. What begins a block of text counts too, for it may turn lines into
 * words; so do keys that are not plain, and the marks of a merge conflict.
 */
const COUNTS =
  /\b(?:id|title|unit|goal|baseline|target|change|due|outcomes|metrics|outputs)\b|[|>][-+\d]*[ \t]*(?:#.*)?\r?$|^\s*(?:[<=>|]{7}|\?)|\\[uUx]/;

/** A goal whose value goes on, or only begins, on the next line. */
const OPEN = /\b(?:baseline|target|change|due)["']?[ \t]*:[ \t]*(?:\[[^\]]*|[|>!].*|"[^"]*|'[^']*|#.*)?\r?$/;

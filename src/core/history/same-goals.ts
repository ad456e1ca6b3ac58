/**
 * True when two versions of one outcomes.yml plainly state the same goals, as most do: the one only has check-ins, notes
 * or statuses that the other lacks. Told without reading the YAML, and so only of what is sure: every line that may hold
 * a goal, or say whose it is, is the same, and none holds a part of one.
 */
export function statesSameGoals(before: string, after: string): boolean {
  if (before === after) return true;
  if (UNSURE.test(before) || UNSURE.test(after)) return false;
  const [old, now] = [linesThatCount(before), linesThatCount(after)];
  return old.length === now.length && old.every((line, i) => line === now[i]);
}

/** However the fields are quoted or put into braces; a block of text may hold what only looks like them. */
const COUNTS =
  /^.*(?:\b(?:id|title|unit|goal|baseline|target|change|due|outcomes|metrics|outputs)\b|[|>][-+\d]*[ \t]*(?:#.*)?$|^\s*[<=>|]{7}).*$/gm;

function linesThatCount(text: string): string[] {
  return text.match(COUNTS) ?? [];
}

/** A goal whose value is on other lines; aliases, which may stand for one; keys that are not plain words. */
const UNSURE =
  /\b(?:baseline|target|change|due)["']?[ \t]*:[ \t]*(?:\[[^\]\n]*|[|>!].*|"[^"\n]*|'[^'\n]*|#.*)?$|(?:^|[\s[{,:-])[&*][^\s,\]}]|^\s*\?|\\[uUx]/m;

/**
 * The person or team that a word of `TAG(…)` names, without its `@`. null for what names nobody: an issue (`#12`,
 * `KEY-12`, `b/12`), a number, a date, a version, an address.
 */
export function assigneeOf(word: string): string | null {
  const name = word.replace(/^@/, '');
  const isOther =
    !/\p{L}/u.test(name) ||
    name.startsWith('#') ||
    name.includes('://') ||
    /^[\p{L}_.-]+[-/#]\d+$/u.test(name) ||
    /^[vV]?\d[\d.]*$/.test(name);
  return isOther && !word.startsWith('@') ? null : name === '' ? null : name;
}

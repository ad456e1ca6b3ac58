/**
 * The person or team that a word of `TAG(…)` names, without its `@`. null for what names nobody: an issue (`#12`,
 * `KEY-12`, `gh-12`, `b/12`, `v8:12`), an address of one, a number, a date or a version. `@` makes it a name always.
 */
export function assigneeOf(word: string): string | null {
  if (word.startsWith('@')) return word.length > 1 ? word.slice(1) : null;
  return NOBODY.some((pattern) => pattern.test(word)) ? null : word;
}

const NOBODY = [
  /^[^\p{L}]*$/u,
  /^#/,
  /:\/\//,
  /[/#:]\d+$/, // the issue or version of something
  /^(?:[A-Z][A-Z0-9_]*|gh|GH)-\d+$/,
  /^[vV]\d[\d.]*$/,
];

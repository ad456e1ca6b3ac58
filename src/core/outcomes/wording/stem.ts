/**
 * What the forms of a lower-case word have in common, roughly: one for "integrate", "integrating" and "integrations".
 * For words that no list has, so that what is learnt of one form holds for the others. Never empty for a word.
 */
export function stem(lower: string): string {
  return base(singular(lower))
    .replace(/(?<=.{4})(?:i[sz]ations?|ations?|itions?|ments?|ness|ity|ive|able|ible)$/, '')
    .replace(/(?<=.{3}t)ion$/, '')
    .replace(/(?<=.{3})(?:ate|ise|ize)$/, '')
    .replace(/(?<=.{3})[ey]$/, '');
}

function singular(word: string): string {
  if (/(?:ss|us|is|news)$/.test(word) || word.length < 4) return word;
  return word.replace(/(?<=.{2})ies$/, 'y').replace(/(?<=ch|sh|ss|x|z)es$|s$/, '');
}

/** Without -ing, -ed and -ly, with the -e that they took. */
function base(word: string): string {
  const found = /^(.{2,}[aeiouy].*?|.*?[aeiouy].{2,}?)(?:ing|ed|ly)$/.exec(word)?.[1];
  if (found === undefined) return word;
  if (/(?:at|is|iz)$/.test(found)) return `${found}e`;
  return found.replace(/([bdgmnprt])\1$/, '$1');
}

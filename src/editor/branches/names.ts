/** Names of branches for work on an outcome. Free of VS Code. */

export interface NameParts {
  /** Of the outcome or output that the work is for. */
  readonly id: string;
  /** Of the outcome; the same as `id` for an outcome. */
  readonly outcome: string;
  /** What the work is, in the person's words. */
  readonly work: string;
  /** The name that git knows the person by. */
  readonly user: string;
}

/** The variables that a template names, each once; what it names and does not exist among them. */
export function variablesIn(template: string): string[] {
  return [...new Set([...template.matchAll(VARIABLE)].map(([, name]) => name!))];
}

export const VARIABLES = ['id', 'outcome', 'slug', 'user'] as const;

const VARIABLE = /\$\{([^{}]*)\}/g;

/** What is wrong with a template, as a sentence; null when nothing is. */
export function templateProblem(template: string): string | null {
  const unknown = variablesIn(template).find((name) => !(VARIABLES as readonly string[]).includes(name));
  if (unknown !== undefined)
    return `\${${unknown}} is no part of a branch's name. There are ${VARIABLES.map((name) => `\${${name}}`).join(', ')}.`;
  return template.trim() === '' ? 'It is empty.' : null;
}

/**
 * The branch's name. What a variable leaves empty goes with the sign that joins it; what git takes in no name becomes
 * a hyphen.
 */
export function branchName(template: string, { id, outcome, work, user }: NameParts): string {
  const values: Readonly<Record<string, string>> = { id, outcome, slug: slugOf(work), user: slugOf(user) };
  return template
    .replace(VARIABLE, (_, name: string) => values[name] ?? '')
    .split('/')
    .map(allowedPart)
    .filter((part) => part !== '')
    .join('/');
}

/** What one level of a branch's name may hold, by git-check-ref-format(1). */
function allowedPart(part: string): string {
  let allowed = part
    .trim()
    .replace(/[\p{Cc}\s~^:?*[\]\\]+/gu, '-')
    .replace(/@\{/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/-{2,}/g, '-');
  // Taking one sign away may lay another one bare.
  for (let before = ''; before !== allowed;) {
    before = allowed;
    allowed = allowed.replace(/^[-._]+|[-._]+$/g, '').replace(/\.lock$/i, '');
  }
  return allowed === '@' ? '' : allowed;
}

/** A longer name is cut off by most places that show it. */
const LONGEST_SLUG = 50;

/** Words in lower case with hyphens between them, Latin letters without their marks: `Réessayer après 3 s` → `reessayer-apres-3-s`. */
export function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  let slug = '';
  for (const word of words ?? []) {
    const longer = slug === '' ? clipped(word) : `${slug}-${word}`;
    if (longer.length > LONGEST_SLUG) break;
    slug = longer;
  }
  return slug;
}

/** Never between the halves of a character. */
function clipped(word: string): string {
  let end = 0;
  for (const character of word) {
    if (end + character.length > LONGEST_SLUG) break;
    end += character.length;
  }
  return word.slice(0, end);
}

/** What is wrong with a branch's name, by git-check-ref-format(1); null when git takes it. */
export function nameProblem(name: string): string | null {
  if (name === '') return 'The name is empty.';
  if (name.startsWith('-')) return 'A name does not begin with a hyphen.';
  if (name === 'HEAD' || name === '@') return `Git calls something else ${name}.`;
  const sign = /[\p{Cc} ~^:?*[\\]|\.\.|@\{/u.exec(name)?.[0];
  if (sign !== undefined) return `Git takes no ${JSON.stringify(sign)} in a name.`;
  const parts = name.split('/');
  if (parts.includes('')) return 'A part between slashes is empty.';
  if (parts.some((part) => part.startsWith('.'))) return 'No part of a name begins with a full stop.';
  if (parts.some((part) => part.endsWith('.lock'))) return 'No part of a name ends with .lock.';
  return name.endsWith('.') ? 'A name does not end with a full stop.' : null;
}

/**
 * The existing branch that a new one of this name would collide with: the same, the same but for case (one file on
 * many disks), or one that is a folder of the other.
 */
export function collision(
  name: string,
  existing: Iterable<string>,
): { readonly branch: string; readonly same: boolean } | undefined {
  const wanted = name.toLowerCase();
  let found: { readonly branch: string; readonly same: boolean } | undefined;
  for (const branch of existing) {
    if (branch === name) return { branch, same: true };
    const other = branch.toLowerCase();
    if (other === wanted || other.startsWith(`${wanted}/`) || wanted.startsWith(`${other}/`))
      found ??= { branch, same: false };
  }
  return found;
}

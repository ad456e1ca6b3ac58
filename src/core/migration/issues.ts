import { idProblem } from '../outcomes/id';

/** Names of standards that are written like the keys of issues. */
const NO_PROJECTS = /^(?:UTF|ISO|SHA|MD|RFC|CVE|CWE|IEC|IEEE|ECMA|ES|HTTP|BASE|AES|RSA|WIN|UCS|ANSI|ASCII)$/;

/**
 * The id that stands for an issue in links; null for a word that names no issue. Keys such as VOICE-12 are ids as they
 * are; of the others an id is made: `#123` → issue-123, `b/123` → b-123, an address → what it ends with.
 */
export function issueId(word: string): string | null {
  const made = idOf(word);
  return made === null || idProblem(made) !== null ? null : made;
}

function idOf(word: string): string | null {
  const key = /^([A-Z][A-Z0-9_]*|gh|GH)-(\d{1,9})$/.exec(word);
  if (key !== null) return NO_PROJECTS.test(key[1]!) ? null : word.replaceAll('_', '-');
  const number = /^(?:#|(?:issue|bug|pr|gh)[-#:]?)(\d{1,9})$/i.exec(word);
  if (number !== null) return `issue-${number[1]!}`;
  if (/^\d{1,9}$/.test(word)) return /^(?:19|20)\d\d$/.test(word) ? null : `issue-${word}`;
  const address = /^[a-z][a-z\d+.-]*:\/\/[^/]*\/(.+)$/i.exec(word);
  if (address !== null) return addressId(address[1]!);
  const place = /^([\w.-]*(?:\/[\w.-]+)*)[/#:](\d{1,9})$/.exec(word);
  if (place === null || !/[A-Za-z]/.test(place[1]!)) return null;
  return joined(`${lastPart(place[1]!)}-${place[2]!}`);
}

/** `ours/shop/issues/12` → shop-12, `browse/VOICE-12` → VOICE-12; null for what ends in no number. */
function addressId(path: string): string | null {
  const parts = path
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((part) => part !== '' && part !== '-');
  const last = parts.at(-1) ?? '';
  if (/^[A-Z][A-Z0-9]*-\d{1,9}$/.test(last)) return last;
  if (!/^\d{1,9}$/.test(last)) return null;
  const place = parts
    .slice(0, -1)
    .findLast(
      (part) => !/^(?:issues?|pull|merge_requests|tickets?|bugs?|work_items|_workitems|edit)$/.test(part),
    );
  return joined(`${place ?? 'issue'}-${last}`);
}

function lastPart(path: string): string {
  return path.split('/').findLast((part) => part !== '') ?? path;
}

function joined(text: string): string {
  return text.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}

import { DEFAULT_POLICY } from '../outcomes/tree';
import type { TagUse } from './model';
import type { TodoSettings } from './settings';

/** Words that mark work that is left, beside those of the default policy. */
const WORK = [
  ...['CLEANUP', 'DEBT', 'FIX', 'FIXIT', 'ISSUE', 'KLUDGE', 'LATER', 'OPTIMISE', 'OPTIMIZE', 'PERF'],
  ...['QUESTION', 'REFACTOR', 'REVIEW', 'REVISIT', 'TBC', 'TBD', 'TEMP', 'UNDONE', 'WIP', 'WORKAROUND'],
  ...['@fixme', '@todo'],
];

/** In small letters they are also the first words of sentences. */
const SMALL = ['Fixme', 'Todo', 'fixme', 'todo'];
const FEW = 3;

/** Words that say something and ask for nothing. */
const REMARKS = [
  ...['ATTENTION', 'CAUTION', 'DEPRECATED', 'EXAMPLE', 'HINT', 'IDEA', 'IMPORTANT', 'INFO', 'NB', 'NOTE'],
  ...['SAFETY', 'SECURITY', 'TIP', 'WARN', 'WARNING'],
];

/** Every tag word to look for before a policy can be proposed: the usual ones, and what the settings name. */
export function tagsToFind({ tags, mentioned, anyCase }: TodoSettings): string[] {
  const stated = [...DEFAULT_POLICY.tags, ...tags, ...mentioned];
  const cases = anyCase
    ? stated.flatMap((tag) => [tag, tag.toUpperCase(), tag.toLowerCase(), capitalized(tag)])
    : stated;
  return [...new Set([...cases, ...WORK, ...SMALL, ...REMARKS])];
}

/**
 * Which tags a policy gets, given how often each is in use. What a team listed is what it agreed on. Where it listed
 * nothing, the default tags hold and those for work are added that are in use.
 */
export function chooseTags(counts: ReadonlyMap<string, number>, settings: TodoSettings): TagUse[] {
  const uses: TagUse[] = [];
  const add = (tag: string, proposed: boolean, because: string) => {
    if (!uses.some((use) => use.tag === tag))
      uses.push({ tag, todos: counts.get(tag) ?? 0, proposed, because });
  };
  const isListed = settings.tags.length > 0;
  if (isListed) for (const tag of settings.tags) add(tag, true, 'listed in the settings');
  else for (const tag of DEFAULT_POLICY.tags) add(tag, true, 'a default');
  const inUse = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([tag]) => tag);
  for (const tag of inUse) {
    if (settings.anyCase && settings.tags.some((one) => one.toLowerCase() === tag.toLowerCase()))
      add(tag, true, 'listed in another case');
    else if (settings.mentioned.includes(tag)) add(tag, true, 'in use, and in the settings');
    else if (isListed) add(tag, false, 'not listed in the settings');
    else if (REMARKS.includes(tag)) add(tag, false, 'a remark, not work');
    else if (SMALL.includes(tag) && (counts.get(tag) ?? 0) < FEW)
      add(tag, false, 'seldom, and in small letters');
    else add(tag, true, 'in use');
  }
  return uses;
}

function capitalized(tag: string): string {
  return tag.charAt(0).toUpperCase() + tag.slice(1).toLowerCase();
}

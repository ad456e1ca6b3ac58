import { isClosed, type Link, type OutcomeTree, type RankedEntry, type Todo } from '../../core';
import { isAt } from './todos';
import type { Position } from '../../core';

/** What is to become of the why of a TODO, by words that are still right when lines have moved. */
export type Change =
  | { readonly kind: 'link'; readonly id: string }
  /** The word that it writes as a why becomes another one. */
  | { readonly kind: 'replace'; readonly word: string; readonly id: string }
  | { readonly kind: 'unlink' }
  | { readonly kind: 'waive'; readonly reason: string };

/** What an offer does when it is taken. */
export type Task =
  | { readonly kind: 'change'; readonly change: Change }
  /** Asks for the id; `word` is what it takes the place of, null for all that the TODO states. */
  | { readonly kind: 'pick'; readonly word: string | null }
  | { readonly kind: 'ask-reason' }
  | { readonly kind: 'new-outcome' }
  /** Links all TODOs of the file that state no why; asks for the id where it is null. */
  | { readonly kind: 'link-all'; readonly id: string | null };

export interface Offer {
  readonly title: string;
  readonly task: Task;
  readonly preferred: boolean;
}

/** What is known when a finding in a source file is to be put right. */
export interface Situation {
  readonly tree: OutcomeTree;
  /** The likeliest first. */
  readonly ranked: readonly RankedEntry[];
  /** TODOs of the file without a why. */
  readonly unexplained: number;
}

/** The codes of findings about TODOs that something is offered for. */
export const LINK_CODES: ReadonlySet<string> = new Set([
  'todo-without-why',
  'unknown-outcome',
  'closed-outcome',
  'waiver-without-reason',
]);

/** The TODO that a finding of this code marks at this place. */
export function markedTodo(code: string, at: Position, todos: readonly Todo[]): Todo | undefined {
  return todos.find((todo) => {
    switch (code) {
      case 'todo-without-why':
        return isAt(todo.range.start, at);
      case 'unknown-outcome':
        return brokenAt(todo, at) !== undefined;
      case 'closed-outcome':
        return closedLink(todo, at) !== undefined;
      default:
        return todo.waiver !== null && isAt(todo.waiver.range.start, at);
    }
  });
}

/** What is offered for a finding of this code that marks this place of the TODO, the best first. */
export function offersFor(code: string, at: Position, todo: Todo, situation: Situation): Offer[] {
  switch (code) {
    case 'todo-without-why':
      return withoutWhy(todo, situation);
    case 'unknown-outcome':
      return unknown(todo, at, situation);
    case 'closed-outcome':
      return closed(todo, at, situation);
    case 'waiver-without-reason':
      return [
        offer('Give a reason…', { kind: 'ask-reason' }, true),
        offer('Link to…', { kind: 'pick', word: null }),
        offer('Remove the waiver', { kind: 'change', change: { kind: 'unlink' } }),
      ];
    default:
      return [];
  }
}

function withoutWhy({ tag }: Todo, { ranked, unexplained }: Situation): Offer[] {
  const open = ranked.filter(({ entry }) => !isClosed(entry));
  const branch = open.find(({ rank }) => rank === 'branch');
  const likely = open.filter((one) => one !== branch).slice(0, 2);
  const all = `Link all ${unexplained} TODOs without a why in this file to`;
  return [
    ...(branch ? [linkOffer(branch.id, " (this branch's outcome)", true)] : []),
    ...likely.map(({ id, rank }) => linkOffer(id, rank === 'path' ? " (this path's outcome)" : '', false)),
    offer('Link to…', { kind: 'pick', word: null }),
    offer('Waive with a reason…', { kind: 'ask-reason' }),
    offer(`New outcome from this ${tag}…`, { kind: 'new-outcome' }),
    ...(unexplained > 1 && branch
      ? [offer(`${all} \`${branch.id}\``, { kind: 'link-all', id: branch.id })]
      : []),
    ...(unexplained > 1 ? [offer(`${all}…`, { kind: 'link-all', id: null })] : []),
  ];
}

function unknown(todo: Todo, at: Position, { ranked }: Situation): Offer[] {
  const broken = brokenAt(todo, at);
  if (broken === undefined) return [];
  const word = broken.text;
  const branch = ranked.find(({ rank, entry }) => rank === 'branch' && !isClosed(entry))?.id;
  const others = [broken.suggestion, branch].filter((id) => id !== null && id !== undefined);
  return [
    ...[...new Set(others)].map((id) =>
      offer(
        `Change to \`${id}\``,
        { kind: 'change', change: { kind: 'replace', word, id } },
        id === broken.suggestion,
      ),
    ),
    offer('Link to…', { kind: 'pick', word }),
    offer('Waive with a reason…', { kind: 'ask-reason' }),
    unlinkOffer(todo, word),
  ];
}

function closed(todo: Todo, at: Position, situation: Situation): Offer[] {
  const found = closedLink(todo, at);
  if (found === undefined) return [];
  const { link, word } = found;
  const move = (id: string): Change => (word === null ? { kind: 'link', id } : { kind: 'replace', word, id });
  return [
    ...openInstead(link, situation).map((id, i) =>
      offer(`Move to \`${id}\``, { kind: 'change', change: move(id) }, i === 0),
    ),
    offer('Move to…', { kind: 'pick', word }),
    offer('Waive with a reason…', { kind: 'ask-reason' }),
    ...(word === null ? [] : [unlinkOffer(todo, word)]),
  ];
}

/** What a TODO states, all of it gone. */
export function unlinkOffer(todo: Todo, word: string): Offer {
  const isOnly = todo.statedAt.length + todo.broken.length === 1;
  const title = isOnly ? `Remove \`${word}\`` : `Remove all that this ${todo.tag} states as its why`;
  return offer(title, { kind: 'change', change: { kind: 'unlink' } });
}

/**
 * Ids that are open and may take the place of a closed one, three at most: what was chosen instead of the output, what
 * the branch serves, the neighbours, what is above, and then the likeliest of all.
 */
export function openInstead(link: Link, { tree, ranked }: Pick<Situation, 'tree' | 'ranked'>): string[] {
  const entryOf = (id: string) => tree.entries.get(id.toLowerCase());
  const outcome = entryOf(link.outcome)?.outcome;
  const instead = link.output === undefined ? null : (entryOf(link.output)?.output?.instead ?? null);
  const parents = outcome?.parent ?? null;
  const wanted = [
    ...(instead === null ? [] : [instead]),
    ...ranked.filter(({ rank }) => rank === 'branch').map(({ id }) => id),
    ...(parents?.outcomes ?? []).map(({ id }) => id),
    ...(parents === null ? [] : [parents.id]),
    ...ranked.slice(0, 3).map(({ id }) => id),
  ];
  const open = wanted.flatMap((id) => {
    const entry = entryOf(id);
    return entry === undefined || isClosed(entry) ? [] : [(entry.output ?? entry.outcome).id];
  });
  return [...new Set(open)].slice(0, 3);
}

function brokenAt({ broken }: Todo, at: Position) {
  return broken.find(({ range }) => range !== null && isAt(range.start, at));
}

/** The link that is marked, and the word that states it; null for one by path. */
function closedLink(
  { links, statedAt, range }: Todo,
  at: Position,
): { readonly link: Link; readonly word: string | null } | undefined {
  const index = statedAt.findIndex((named) => isAt(named.range.start, at));
  if (index >= 0) return { link: links[index]!, word: statedAt[index]!.text };
  const byPath = isAt(range.start, at) ? links.find(({ evidence }) => evidence === 'path') : undefined;
  return byPath && { link: byPath, word: null };
}

function linkOffer(id: string, why: string, preferred: boolean): Offer {
  return offer(`Link to \`${id}\`${why}`, { kind: 'change', change: { kind: 'link', id } }, preferred);
}

function offer(title: string, task: Task, preferred = false): Offer {
  return { title, task, preferred };
}

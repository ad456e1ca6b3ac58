import type { OutcomeTree } from '../outcomes/model';
import { assigneeOf } from './assignee';
import { createBranchLinks, type LinkBranch } from './branch';
import { createCommitLinks } from './commit';
import { createIds, type Ids } from './ids';
import type {
  BrokenLink,
  Commit,
  GitCommit,
  LineRun,
  Link,
  Named,
  ScannedFile,
  ScannedTodo,
  Todo,
} from './model';
import { createPathLinks } from './pattern-links';

/** Finds the outcomes that work serves. For each kind of work the first kind of evidence that is there counts. */
export interface Linker {
  /**
   * The TODOs of a file: by what they state, else by the `paths` that hold the file. One that states an id which
   * does not exist, or waives its why, gets no link by path: what it says comes before what could be guessed.
   * `added` are the lines since the merge base; undefined is none.
   */
  linkTodos(file: ScannedFile, added: 'all' | readonly LineRun[] | undefined): Todo[];
  /** The same one by one, for who must not hold the thread over a file with thousands. */
  eachTodo(file: ScannedFile, added: 'all' | readonly LineRun[] | undefined): Iterable<Todo>;
  /**
   * A branch: by git's configuration, else an id in its name, else `branches` globs, else the links of its own
   * commits, which are looked up in `commits` (they may be the whole repository's). `base` is the ref that new work
   * is measured against, when it is not the policy's: that branch is exempt.
   */
  linkBranch: LinkBranch;
  /** A commit: by its `Outcome:` trailers, else by the scope of its subject. */
  linkCommit(commit: GitCommit, repository: string): Commit;
}

export function createLinker(tree: OutcomeTree): Linker {
  const ids = createIds(tree);
  const pathLinks = createPathLinks(tree);
  const linking = (file: string, added: 'all' | readonly LineRun[] | undefined) => {
    const outcome = pathLinks(file);
    const byPath: readonly Link[] = outcome ? [{ outcome: outcome.id, evidence: 'path' }] : [];
    const isAdded = lineTest(added);
    const keyOf = keysIn(file);
    return (todo: ScannedTodo): Todo => linkTodo(file, todo, ids, byPath, isAdded, keyOf);
  };
  return {
    linkTodos: ({ file, todos }, added) => todos.map(linking(file, added)),
    *eachTodo({ file, todos }, added) {
      const link = linking(file, added);
      for (const todo of todos) yield link(todo);
    },
    linkBranch: createBranchLinks(tree, ids),
    linkCommit: createCommitLinks(tree, ids),
  };
}

function linkTodo(
  file: string,
  todo: ScannedTodo,
  ids: Ids,
  byPath: readonly Link[],
  isAdded: (line: number) => boolean,
  keyOf: (todo: ScannedTodo) => string,
): Todo {
  const namesNothing = todo.names.length === 0 && todo.stated.length === 0;
  const { links, statedAt, broken, assignee } = namesNothing ? NOTHING_NAMED : readNamed(todo, ids);
  const isSilent = links.length === 0 && broken.length === 0 && todo.waiver === null;
  return {
    kind: 'todo',
    file,
    range: todo.range,
    tag: todo.tag,
    text: todo.text,
    endLine: todo.endLine,
    assignee,
    isNew: isAdded(todo.range.start.line),
    waiver: todo.waiver,
    links: isSilent ? byPath : links,
    statedAt,
    broken,
    key: keyOf(todo),
  };
}

type Read = Pick<Todo, 'links' | 'statedAt' | 'broken' | 'assignee'>;

const NOTHING_NAMED: Read = { links: [], statedAt: [], broken: [], assignee: null };

function readNamed({ names, stated }: ScannedTodo, ids: Ids): Read {
  const found = new Map<string, { link: Link; at: Named }>();
  const broken: BrokenLink[] = [];
  let assignee: string | null = null;

  const state = (named: Named): boolean => {
    const target = named.text.startsWith('@') ? undefined : ids.find(named.text);
    if (!target) return false;
    const key = `${target.outcome}\n${target.output ?? ''}`;
    if (!found.has(key)) found.set(key, { link: { ...target, evidence: 'stated' }, at: named });
    return true;
  };
  for (const named of names) {
    if (state(named)) continue;
    if (ids.isMisspelt(named.text)) broken.push(ids.broken(named.text, named.range));
    else assignee ??= assigneeOf(named.text);
  }
  for (const named of stated) {
    if (state(named)) continue;
    if (!named.loose || ids.isMisspelt(named.text)) broken.push(ids.broken(named.text, named.range));
  }
  const all = [...found.values()];
  return { links: all.map(({ link }) => link), statedAt: all.map(({ at }) => at), broken, assignee };
}

function lineTest(added: 'all' | readonly LineRun[] | undefined): (line: number) => boolean {
  if (added === 'all') return () => true;
  const runs = [...(added ?? [])].sort((a, b) => a.first - b.first);
  return (line) => {
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (runs[middle]!.last < line) low = middle + 1;
      else high = middle;
    }
    const run = runs[low];
    return run !== undefined && run.first <= line;
  };
}

/** A TODO is known by what it says, and equal ones by their order: lines may move. */
function keysIn(file: string): (todo: ScannedTodo) => string {
  const counts = new Map<string, Map<string, number>>();
  return ({ tag, text }) => {
    let ofTag = counts.get(tag);
    if (ofTag === undefined) counts.set(tag, (ofTag = new Map<string, number>()));
    const before = ofTag.get(text) ?? 0;
    ofTag.set(text, before + 1);
    return `${file}\0${tag}\0${text}\0${before}`;
  };
}

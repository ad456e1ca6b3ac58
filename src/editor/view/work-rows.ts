import { type Branch, type Commit, type Day, dayOfSeconds, isAround, type Link, type Todo } from '../../core';
import { countTodos, type FileTodos } from './linked-work';
import { rows, type Draft, type Place, type Row } from './rows';
import { apart, counted, evidenceText, joined, oneLine, plain, shortDay, shortEvidence } from './words';

/** What a row of work needs to know besides the item. */
export interface WorkContext {
  /** The folder's address, as text. */
  readonly folder: string;
  readonly today: Day;
  /** The commits that are shown, by id. */
  readonly commits: ReadonlyMap<string, Commit>;
}

export function todoDraft(todo: Todo, context: WorkContext, link: Link | null): Draft {
  const where = `${todo.file}:${todo.range.start.line + 1}`;
  return {
    key: todo.key,
    kind: 'todo',
    label: oneLine(todo.text) || todo.tag,
    description:
      link === null
        ? joined([brokenText(todo), where])
        : joined([shortEvidence(link.evidence), todo.isNew ? 'new' : null, where]),
    icon: 'checklist',
    color: null,
    tooltip: () =>
      paragraphs([
        `**${plain(todo.tag)}** ${plain(todo.text)}`,
        `${plain(where)}${todo.assignee === null ? '' : `, for ${plain(todo.assignee)}`}, ${
          todo.isNew ? 'new since the branch left its base' : 'older than this branch'
        }`,
        linkText(todo, link),
      ]),
    place: { kind: 'file', folder: context.folder, file: todo.file, range: todo.range },
    copy: where,
  };
}

export function branchDraft(branch: Branch, context: WorkContext, link: Link | null): Draft {
  const commits = branch.commits.flatMap((id) => context.commits.get(id) ?? []);
  return {
    key: `${branch.repository}\n${branch.name}`,
    kind: 'branch',
    label: branch.name,
    description: joined([
      branch.current ? 'current' : null,
      link === null ? brokenText(branch) : shortEvidence(link.evidence),
      branch.commits.length === 0 ? null : counted(branch.commits.length, 'commit'),
      isAround(branch.repository) ? null : branch.repository,
    ]),
    icon: 'git-branch',
    tooltip: () =>
      paragraphs([
        `Branch **${plain(branch.name)}**${branch.current ? ', checked out' : ''}`,
        `${counted(branch.commits.length, 'commit')} that the base lacks`,
        linkText(branch, link),
      ]),
    place: {
      kind: 'branch',
      folder: context.folder,
      repository: branch.repository,
      branch: branch.name,
    },
    copy: branch.name,
    children:
      commits.length === 0
        ? null
        : (id) => rows(id, commits, (commit) => commitDraft(commit, context, commit.links[0] ?? null)),
  };
}

export function commitDraft(commit: Commit, context: WorkContext, link: Link | null): Draft {
  const day = dayOfSeconds(commit.time);
  return {
    key: `${commit.repository}\n${commit.id}`,
    kind: 'commit',
    label: oneLine(commit.subject) || commit.id.slice(0, 8),
    description: joined([
      link === null ? brokenText(commit) : shortEvidence(link.evidence),
      commit.id.slice(0, 8),
      oneLine(commit.author),
      shortDay(day, context.today),
    ]),
    icon: 'git-commit',
    tooltip: () =>
      paragraphs([
        `**${plain(commit.subject)}**`,
        `${commit.id.slice(0, 12)} by ${plain(commit.author)}, ${shortDay(day, context.today)}`,
        linkText(commit, link),
      ]),
    place: { kind: 'commit', folder: context.folder, repository: commit.repository, commit: commit.id },
    copy: commit.id,
  };
}

/** TODOs, whose files are sorted, as folders, files and TODOs; a folder that holds one thing is one row with it. */
export function todoTree(
  parent: string,
  todos: readonly FileTodos[],
  context: WorkContext,
  expanded: boolean,
  prefix = '',
): readonly Row[] {
  return rows(parent, byNextName(todos, prefix), (group): Draft => {
    const [first] = group;
    const isFile = group.length === 1;
    const path = isFile ? first!.file : commonFolder(first!.file, group.at(-1)!.file);
    const count = countTodos(group);
    return {
      key: path,
      kind: isFile ? 'file' : 'directory',
      label: path.slice(prefix.length),
      description: apart(count),
      icon: isFile ? 'file' : 'folder',
      tooltip: () => `${plain(path)}: ${counted(count, 'TODO')}`,
      place: isFile ? placeOf(first!, context) : null,
      copy: path,
      expanded,
      children: (id) =>
        isFile
          ? rows(id, first!.items(), ({ item, link }) => inFile(todoDraft(item, context, link)))
          : todoTree(id, group, context, expanded, `${path}/`),
    };
  });
}

/** Opens the file at the first of its TODOs. */
function placeOf({ file, items }: FileTodos, { folder }: WorkContext): Place | null {
  const [first] = items();
  return first === undefined ? null : { kind: 'file', folder, file, range: first.item.range };
}

/** Below its file a TODO needs only its line. */
function inFile(draft: Draft): Draft {
  if (draft.place?.kind !== 'file') return draft;
  const parts = draft.description!.split(' · ').slice(0, -1);
  return { ...draft, description: joined([...parts, `line ${draft.place.range.start.line + 1}`]) };
}

/** Files whose paths share the name that follows `prefix`; folders come before files. */
function byNextName(todos: readonly FileTodos[], prefix: string): readonly (readonly FileTodos[])[] {
  const folders = new Map<string, FileTodos[]>();
  const files: FileTodos[][] = [];
  for (const todo of todos) {
    const slash = todo.file.indexOf('/', prefix.length);
    if (slash < 0) {
      files.push([todo]);
      continue;
    }
    const name = todo.file.slice(0, slash);
    const group = folders.get(name);
    if (group === undefined) folders.set(name, [todo]);
    else group.push(todo);
  }
  return [...folders.values(), ...files];
}

/** The deepest folder that holds both files; of sorted files the first and the last decide. */
function commonFolder(a: string, b: string): string {
  let end = 0;
  for (let i = 0; i < a.length && a[i] === b[i]; i++) if (a[i] === '/') end = i;
  return a.slice(0, end);
}

function brokenText(item: Todo | Branch | Commit): string | null {
  const broken = item.broken[0];
  return broken === undefined ? null : `no outcome ${oneLine(broken.text)}`;
}

function linkText(item: Todo | Branch | Commit, link: Link | null): string {
  if (link !== null) return `Serves \`${code(link.output ?? link.outcome)}\`: ${evidenceText(link.evidence)}`;
  const broken = item.broken[0];
  if (broken === undefined) return 'States no why';
  const hint = broken.suggestion === null ? '' : `; did you mean ${plain(broken.suggestion)}?`;
  return `${plain(broken.text)} is no outcome${hint}`;
}

/** For a code span, in which nothing can be escaped. */
function code(text: string): string {
  return oneLine(text).replaceAll('`', "'");
}

export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

import type { Finding, Range, Severity, Todo } from '../core';

/**
 * The TODOs of one file and what was found in it. A folder may have tens of thousands, so they are made only when
 * they are asked for; the counts are always there.
 */
export interface FileWork {
  /** Relative to the folder, with `/`. */
  readonly file: string;
  readonly counts: FileCounts;
  /** In the order of the file. */
  readonly todos: readonly Todo[];
  /** Sorted by position. */
  readonly findings: readonly Finding[];
}

export interface FileCounts {
  /** TODOs without a why, as `unexplainedTodos` gives them. */
  readonly unexplained: Ages;
  /** TODOs by what they serve, as `linkKey` names it. */
  readonly linked: ReadonlyMap<string, Ages>;
  readonly findings: Readonly<Partial<Record<Severity, number>>>;
}

/** How many are new since the branch left its base, and how many are older. */
export interface Ages {
  readonly fresh: number;
  readonly older: number;
}

/** Work that is in memory already. */
export class KnownFileWork implements FileWork {
  private counted: FileCounts | undefined;

  constructor(
    readonly file: string,
    readonly todos: readonly Todo[],
    readonly findings: readonly Finding[],
  ) {}

  get counts(): FileCounts {
    return (this.counted ??= countIn(this));
  }
}

/** Work without findings, whose TODOs are made each time that they are asked for and held by nobody. */
export class LaterFileWork implements FileWork {
  readonly findings: readonly Finding[] = [];

  constructor(
    readonly file: string,
    private readonly make: () => readonly Todo[],
  ) {}

  get todos(): readonly Todo[] {
    return this.make();
  }

  get counts(): FileCounts {
    return countIn(this);
  }
}

/** The output that a link names, else its outcome, in lower case. */
export function linkKey({ outcome, output }: Todo['links'][number]): string {
  return (output ?? outcome).toLowerCase();
}

/** The TODOs that a finding asks a why of. One whose stated why names no outcome has none either, asked or not. */
export function unexplainedTodos({ todos, findings }: Pick<FileWork, 'todos' | 'findings'>): readonly Todo[] {
  const asked = new Set<number>();
  for (const { code, subject } of findings)
    if (code === 'todo-without-why' && subject.kind === 'file') asked.add(placeNumber(subject.range));
  return todos.filter(
    ({ links, waiver, broken, range }) =>
      links.length === 0 && waiver === null && (broken.length > 0 || asked.has(placeNumber(range))),
  );
}

function countIn(work: Pick<FileWork, 'todos' | 'findings'>): FileCounts {
  const linked = new Map<string, Ages>();
  for (const { links, isNew } of work.todos)
    for (const link of links) {
      const key = linkKey(link);
      linked.set(key, oneMore(linked.get(key), isNew));
    }
  const findings: Partial<Record<Severity, number>> = {};
  for (const { severity } of work.findings) findings[severity] = (findings[severity] ?? 0) + 1;
  return { unexplained: agesOf(unexplainedTodos(work)), linked, findings };
}

function agesOf(todos: readonly Todo[]): Ages {
  let fresh = 0;
  for (const { isNew } of todos) if (isNew) fresh++;
  return { fresh, older: todos.length - fresh };
}

function oneMore(ages: Ages = { fresh: 0, older: 0 }, isNew: boolean): Ages {
  return isNew ? { ...ages, fresh: ages.fresh + 1 } : { ...ages, older: ages.older + 1 };
}

/** Tells places of one file apart, as long as no line has 2^20 characters before a tag. */
function placeNumber({ start }: Range): number {
  return start.line * 0x100000 + start.character;
}

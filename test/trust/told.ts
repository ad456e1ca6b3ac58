import type { Link, Range } from '../../src/core';
import type { Snapshot } from '../../src/workspace/snapshot';

/** What a folder holds, in words that the command and a session have in common. */
export interface Told {
  /** `file:line:column TAG text`, then ` new` and ` → id (evidence)` where that is so; numbers from 1. */
  readonly todos: readonly string[];
  readonly branches: readonly string[];
  /** Their subjects. */
  readonly commits: readonly string[];
  /** `file: reason` */
  readonly skipped: readonly string[];
}

/** What the output of `outcomes work --format json` says. */
export function toldIn(stdout: string): Told {
  const { work, skipped } = JSON.parse(stdout) as Printed;
  return {
    todos: work.filter((item) => item.kind === 'todo').map(lineOf),
    branches: work.filter((item) => item.kind === 'branch').map(({ name }) => name),
    commits: work.filter((item) => item.kind === 'commit').map(({ subject }) => subject),
    skipped: skipped.map(({ file, reason }) => `${file}: ${reason}`),
  };
}

/** What a snapshot says. */
export function told(snapshot: Snapshot): Told {
  const start = ({ start: { line, character } }: Range) => ({ line: line + 1, column: character + 1 });
  return {
    todos: snapshot.work.todos.map((todo) => lineOf({ ...todo, ...start(todo.range), new: todo.isNew })),
    branches: snapshot.branches.map(({ name }) => name),
    commits: snapshot.commits.map(({ subject }) => subject),
    skipped: snapshot.skipped.map(({ file, reason }) => `${file}: ${reason}`),
  };
}

interface PrintedTodo {
  readonly kind: 'todo';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly tag: string;
  readonly text: string;
  readonly new: boolean;
  readonly links: readonly Link[];
}

interface Printed {
  readonly work: readonly (
    | PrintedTodo
    | { readonly kind: 'branch'; readonly name: string }
    | { readonly kind: 'commit'; readonly subject: string }
  )[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
}

function lineOf(todo: Omit<PrintedTodo, 'kind'>): string {
  const links = todo.links.map(({ outcome, evidence }) => ` → ${outcome} (${evidence})`).join('');
  const { file, line, column, tag, text } = todo;
  return `${file}:${line}:${column} ${tag} ${text}${todo.new ? ' new' : ''}${links}`;
}

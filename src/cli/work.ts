import { type Todo, workJson, workText } from '../core';
import { createWorkSession } from '../workspace/session';
import type { Snapshot } from '../workspace/snapshot';
import type { Invocation } from './args';
import { isJson, look, type Answer, type Terminal } from './look';

/** Lists all work, or one kind of it. */
export async function work(invocation: Invocation, terminal: Terminal): Promise<Answer> {
  const { files, branches, commits, skipped } = await look(createWorkSession, invocation, terminal, {
    always: true,
  });
  const kind = invocation.flags.get('kind');
  const wanted = {
    todos: kind === undefined || kind === 'todo' ? todosIn(files) : [],
    branches: kind === undefined || kind === 'branch' ? branches : [],
    commits: kind === undefined || kind === 'commit' ? commits : [],
  };
  return {
    stdout: isJson(invocation) ? workJson(wanted, skipped) : workText(wanted, skipped, terminal.paint),
    code: 0,
  };
}

/** File by file, so that no more than one file's are held at a time. */
function* todosIn(files: Snapshot['files']): Iterable<Todo> {
  for (const { todos } of files) yield* todos;
}

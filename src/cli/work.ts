import { workJson, workText } from '../core';
import { createWorkSession } from '../workspace/session';
import type { Invocation } from './args';
import { isJson, look, type Answer, type Terminal } from './look';

/** Lists all work, or one kind of it. */
export async function work(invocation: Invocation, terminal: Terminal): Promise<Answer<Iterable<string>>> {
  const { files, branches, commits, skipped } = await look(createWorkSession, invocation, terminal, {
    always: true,
  });
  const kind = invocation.flags.get('kind');
  const wanted = {
    files: kind === undefined || kind === 'todo' ? files : [],
    branches: kind === undefined || kind === 'branch' ? branches : [],
    commits: kind === undefined || kind === 'commit' ? commits : [],
  };
  return {
    stdout: isJson(invocation) ? workJson(wanted, skipped) : workText(wanted, skipped, terminal.paint),
    code: 0,
  };
}

import fs from 'node:fs';

export interface Child {
  readonly pid: number;
  /** Its program and arguments, spaces between them; empty when it has just ended. */
  readonly command: string;
}

/** What this process, whichever of its threads, has started and that still runs, where the system tells (Linux). */
export function children(): Child[] {
  const tasks = '/proc/self/task';
  if (!fs.existsSync(tasks)) return [];
  return fs
    .readdirSync(tasks)
    .flatMap((task) => read(`${tasks}/${task}/children`).split(' '))
    .filter((pid) => /^\d+$/.test(pid))
    .map((pid) => ({ pid: Number(pid), command: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') }));
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return ''; // The thread or the process has ended meanwhile.
  }
}

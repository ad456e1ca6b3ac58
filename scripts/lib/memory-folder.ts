import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';

/** What the tests have there at a time, with as much again; in bytes. */
const ROOM = 2e9;

/**
 * A new folder in memory for what tests write, where this machine has room for one from which programs may be started:
 * to make a folder on a disk takes a hundred times what it takes there. Whoever asks for it removes it.
 */
export function memoryFolder(): string | undefined {
  let folder: string | undefined;
  try {
    const { bavail, bsize } = fs.statfsSync(MEMORY);
    if (bavail * bsize < ROOM || available() < 2 * ROOM) return undefined;
    folder = fs.mkdtempSync(path.join(MEMORY, 'outcomes-test-'));
    const program = path.join(folder, 'program');
    fs.writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    const { status } = spawnSync(program);
    fs.rmSync(program);
    if (status === 0) return folder;
  } catch {
    // There is none, or it is somebody else's.
  }
  if (folder !== undefined) fs.rmSync(folder, { recursive: true, force: true });
  return undefined;
}

/** proc(5): the memory that programs can still get, in bytes. */
function available(): number {
  const kilobytes = /^MemAvailable:\s+(\d+) kB$/m.exec(fs.readFileSync('/proc/meminfo', 'utf8'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

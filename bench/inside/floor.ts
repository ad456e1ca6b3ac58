import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { searchArguments } from '../../src/node/scan/program';
import { compileTags } from '../../src/core';
import { REQUEST } from '../lib/request';

/**
 * FOLDER RIPGREP: what any scan of this design takes, whatever it does with what it finds. A new process starts a thread,
 * which runs the search that the scanner runs and reads the files with hits, one after the other while the search
 * goes on. As a thread by itself it does that once for each message, and answers with the number of files.
 */
export interface Floor {
  readonly folder: string;
  readonly ripgrep: string;
}

/** Files are small; of a larger one the scanner reads up to its last hit, and some more. */
const MOST = 1024 * 1024;

if (isMainThread) {
  const [folder = '.', ripgrep = ''] = process.argv.slice(2);
  const thread = new Worker(__filename, { workerData: { folder, ripgrep } satisfies Floor });
  thread.on('message', (files: number) => {
    process.stdout.write(`${files}`);
    thread.unref();
  });
  thread.postMessage('go');
} else {
  parentPort!.on('message', () => {
    searchAndRead(workerData as Floor, (files) => parentPort!.postMessage(files));
  });
}

function searchAndRead({ folder, ripgrep }: Floor, done: (files: number) => void): void {
  const buffer = Buffer.alloc(MOST);
  const { pattern } = compileTags(REQUEST.scopes.flatMap(({ tags }) => tags));
  const search = spawn(ripgrep, searchArguments(pattern, []), {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let files = 0;
  let rest: Buffer = Buffer.alloc(0);
  search.stdout.on('data', (chunk: Buffer) => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    // `path NUL hit LF hit LF … LF`: an empty line ends a file.
    for (let nul = bytes.indexOf(0, at); nul >= 0; nul = bytes.indexOf(0, at)) {
      const end = bytes.indexOf('\n\n', nul);
      if (end < 0) break;
      read(`${folder}/${bytes.toString('utf8', at, nul)}`, buffer);
      files++;
      at = end + 2;
    }
    rest = bytes.subarray(at);
  });
  search.on('close', () => {
    if (rest.length > 0) files++;
    done(files);
  });
}

function read(file: string, buffer: Buffer): void {
  const descriptor = fs.openSync(file, 'r');
  fs.readSync(descriptor, buffer, 0, MOST, null);
  fs.closeSync(descriptor);
}

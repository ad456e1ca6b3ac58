import { createScanner } from '../../src/node/scan/scanner';
import { REQUEST } from '../lib/request';

/** One scan from a cold start: FOLDER WORKER RIPGREP. Prints the place of each TODO. */
const [folder = '.', workerPath = '', ripgrep = ''] = process.argv.slice(2);
const quiet = (): void => undefined;
const logger = { error: console.error, warn: console.error, info: quiet, debug: quiet };
const found: string[] = [];
const scanner = createScanner(folder, { logger, workerPath, ripgrep });
void scanner
  .scan(
    REQUEST,
    (batch) => {
      for (const { file, todos } of batch)
        for (const t of todos)
          found.push(`${file}:${t.range.start.line + 1}:${t.range.start.character + 1}\n`);
    },
    new AbortController().signal,
  )
  .then(() => process.stdout.write(found.join('')));

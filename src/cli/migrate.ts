import path from 'node:path';
import { migrationJson, migrationText } from '../core';
import { createFiles } from '../node/files';
import { createGit } from '../node/git';
import { settingsFilesOf } from '../node/settings-files';
import { createScanner } from '../node/scan/scanner';
import { diffOf, readMigration, type Migration } from '../workspace/migration';
import type { Invocation } from './args';
import type { Answer, Terminal } from './look';
import { writeNew } from './new-file';

/**
 * Shows what an outcomes.yml would be that says what the folder's TODOs and settings say already. With `--write` it is
 * written if there is none yet; the comments that would have to change are shown and never touched.
 */
export async function migrate({ flags }: Invocation, terminal: Terminal, folder: string): Promise<Answer> {
  const migration = await read(folder, terminal);
  const { proposal } = migration;
  const diff = diffOf(migration);
  const isText = flags.get('format') !== 'json';
  const print = (last: string): string =>
    isText ? `${migrationText(proposal, diff, terminal.paint)}\n${last}\n` : migrationJson(proposal, diff);
  if (!flags.has('write')) return { stdout: print(whatNext(migration)), code: 0 };
  if (proposal.before !== null) {
    terminal.logger.error(
      `${path.join(folder, proposal.path)} exists already and was left alone; take what you want from the proposal`,
    );
    return { stdout: print('Nothing was written.'), code: 2 };
  }
  const file = path.join(folder, proposal.path);
  writeNew(file, proposal.after);
  const left = proposal.rewrites.length === 0 ? '' : ' The comments were left alone: change them as shown.';
  return { stdout: print(`Wrote ${file}.${left}`), code: 0 };
}

async function read(folder: string, { logger, working }: Terminal): Promise<Migration> {
  const scanner = createScanner(folder, { logger, thread: 'caller' });
  const done = working('Reading TODOs and settings');
  try {
    const ports = { files: createFiles(folder, { logger }), scanner, git: createGit(folder, { logger }) };
    return await readMigration(
      path.basename(folder),
      settingsFilesOf(folder),
      ports,
      new AbortController().signal,
    );
  } finally {
    done();
    scanner.dispose();
  }
}

function whatNext({ changes, proposal: { before, rewrites } }: Migration): string {
  const all = '`outcomes migrate | git apply`';
  if (changes.length === 0) return 'Nothing was written.';
  if (before !== null) return `Nothing was written. ${all} takes all of it.`;
  const comments = rewrites.length === 0 ? '' : `, ${all} changes the comments too`;
  return `Nothing was written. \`outcomes migrate --write\` writes the new file${comments}.`;
}

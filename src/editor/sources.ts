import { createClock } from '../node/clock';
import { createBackground } from '../node/background/background';
import { createFiles } from '../node/files';
import { createScanner } from '../node/scan/scanner';
import { HumanError, type GitFacts } from '../core';
import type { Git, Logger } from '../workspace/ports';
import { createSession } from '../workspace/session';
import type { SnapshotSource } from '../workspace/snapshot';

/** The source of one folder. In Restricted Mode no process is started: files are walked and git is not asked. */
export function createSource(folder: string, trusted: boolean, logger: Logger): SnapshotSource {
  const files = createFiles(folder, { logger, processes: trusted });
  const background = trusted ? createBackground(folder, { logger }) : undefined;
  const source = createSession({
    files: background ? { ...files, findOutcomesFiles: background.findOutcomesFiles } : files,
    git: background ?? unknownHistory,
    scanner: createScanner(folder, { logger, processes: trusted }),
    logger,
    clock: createClock(),
  });
  let failure: Error | undefined;
  source.onDidChange(() => {
    if (source.failure === failure) return;
    failure = source.failure;
    if (failure !== undefined)
      logger.error(`Reading ${folder} failed, what is shown may be old: ${says(failure)}`);
  });
  return source;
}

/** A message meant for people as it is, a defect with its stack. */
function says(error: Error): string {
  return error instanceof HumanError ? error.message : (error.stack ?? error.message);
}

/**
 * A repository of which nothing is known. Without any repository every TODO would count as new, and a workspace that
 * is merely not trusted yet would fill with warnings.
 */
const unknownHistory: Git = { facts: () => Promise.resolve([NOTHING_KNOWN]) };

const NOTHING_KNOWN: GitFacts = {
  repository: '',
  branch: null,
  head: null,
  base: null,
  branches: [],
  own: [],
  commits: [],
  added: new Map(),
};

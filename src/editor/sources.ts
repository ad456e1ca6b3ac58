import { HumanError } from '../core';
import { createBackground } from '../node/background/background';
import type { Logger } from '../workspace/ports';
import type { ReviewSource } from '../workspace/review';

/** Makes the source of one folder. */
export type CreateSource = (folder: string, trusted: boolean) => ReviewSource;

/** In Restricted Mode no process is started: files are walked and git is not asked. */
export function createSources(logger: Logger): CreateSource {
  const inProcess = createBackground({ logger });
  const inThread = createBackground({ logger, processes: false });
  return (folder, trusted) => withLog((trusted ? inProcess : inThread).open(folder), folder, logger);
}

function withLog(source: ReviewSource, folder: string, logger: Logger): ReviewSource {
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

import fs from 'node:fs';
import path from 'node:path';
import { HumanError, type Paint } from '../core';
import { createClock } from '../node/clock';
import { createFiles } from '../node/files';
import { createGit } from '../node/git';
import { listerOf } from '../node/git/listing';
import { createScanner } from '../node/scan/scanner';
import type { Clock, Logger } from '../workspace/ports';
import type { Session, SessionOptions } from '../workspace/session';
import type { Snapshot } from '../workspace/snapshot';
import type { Invocation } from './args';

export interface Terminal {
  readonly paint: Paint;
  readonly logger: Logger;
  /** Shows on a terminal that a slow step runs; the returned function takes it away. */
  readonly working: (what: string) => () => void;
}

/** What a command prints, all of it or the pieces that make it up, and the exit code it ends with. */
export interface Answer<Text extends Iterable<string> = string> {
  readonly stdout: Text;
  readonly code: 0 | 1 | 2;
}

/** What a session learns of the command's folder, it learns through these. */
export type Ports = Pick<SessionOptions, 'files' | 'git' | 'scanner' | 'clock'>;

export function portsOf(invocation: Invocation, { logger }: Terminal): Ports {
  const folder = folderOf(invocation);
  const list = listerOf(folder);
  return {
    files: createFiles(folder, { logger, list }),
    git: createGit(folder, { logger, list }),
    scanner: createScanner(folder, { logger, list, thread: 'caller' }),
    clock: clockOf(invocation),
  };
}

/** Looks at everything in the command's folder, once. */
export async function look(
  create: (options: SessionOptions) => Session,
  invocation: Invocation,
  terminal: Terminal,
  options: Pick<SessionOptions, 'always' | 'since' | 'history'> & Partial<Ports>,
): Promise<Snapshot> {
  const session = create({ ...portsOf(invocation, terminal), logger: terminal.logger, ...options });
  const done = terminal.working('Reading outcomes, files and history');
  try {
    session.refresh();
    return await session.settled();
  } finally {
    done();
    session.dispose();
  }
}

/** Throws a HumanError where there is no outcomes.yml to answer by. */
export function demandOutcomes({ tree }: Pick<Snapshot, 'tree'>, invocation: Invocation): void {
  if (tree.files.length === 0) throw noOutcomes(folderOf(invocation));
}

/** Why none was found: one that is here and does not count, or one above; else there is none, and a first one helps. */
function noOutcomes(folder: string): HumanError {
  for (const name of OUTCOMES_FILES) {
    const stat = fs.lstatSync(path.join(folder, name), { throwIfNoEntry: false });
    if (stat === undefined) continue;
    const why = stat.isSymbolicLink()
      ? 'a symbolic link, and links are not followed; put the file itself there'
      : stat.isFile()
        ? `ignored by git's rules, or cannot be read; \`git check-ignore -v --no-index ${name}\` names the rule`
        : 'no file';
    return new HumanError(`${path.join(folder, name)} is ${why}`);
  }
  for (let at = folder; path.dirname(at) !== at; at = path.dirname(at)) {
    const above = path.dirname(at);
    const name = OUTCOMES_FILES.find((file) => fs.existsSync(path.join(above, file)));
    if (name === undefined) continue;
    const there = quoted(path.relative(process.cwd(), above) || '.');
    return new HumanError(
      `no outcomes.yml in ${folder} or below it, but there is ${path.join(above, name)}; run this there, or with \`--cwd ${there}\``,
    );
  }
  return new HumanError(`no outcomes.yml in ${folder} or below it; \`outcomes init\` writes a first one`);
}

const OUTCOMES_FILES = ['outcomes.yml', 'outcomes.yaml'];

/** For a POSIX shell. */
export function quoted(file: string): string {
  return /^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
}

export function clockOf({ flags }: Invocation): Clock {
  return createClock(flags.get('today'));
}

/** The folder to work in, absolute. A HumanError when there is none. */
export function folderOf({ flags }: Invocation): string {
  const folder = resolved(flags.get('cwd') ?? '.');
  let stat: fs.Stats;
  try {
    stat = fs.statSync(folder);
  } catch {
    throw new HumanError(`the folder ${folder} does not exist or cannot be read`);
  }
  if (!stat.isDirectory()) throw new HumanError(`${folder} is not a folder`);
  return folder;
}

function resolved(folder: string): string {
  try {
    return path.resolve(folder);
  } catch {
    throw new HumanError('the current folder is not there any more; go to one that is');
  }
}

export function isJson({ flags }: Invocation): boolean {
  return flags.get('format') === 'json';
}

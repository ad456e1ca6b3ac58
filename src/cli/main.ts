import { once } from 'node:events';
import os from 'node:os';
import { styleText } from 'node:util';
import { version } from '../../package.json';
import { HumanError, type Paint, type Style } from '../core';
import { readCommandLine, type Invocation } from './args';
import type { Answer, Terminal } from './look';

/**
 * Reads a command line, lets `run` answer it and prints the answer. Exit codes: 0 clean, 1 findings at or above
 * `--fail-on`, 2 could not run.
 */
export async function main(
  argv: readonly string[],
  run: (invocation: Invocation, terminal: Terminal) => Promise<Answer<Iterable<string>>>,
): Promise<void> {
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  // Without a handler a signal would end this process alone, and leave to themselves those that it has started.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(128 + os.constants.signals[signal]));
  try {
    const invocation = readCommandLine(argv);
    if (invocation === 'version') await print(`${version}\n`, 0);
    else if ('help' in invocation) await print(invocation.help, 0);
    else {
      const answer = await run(invocation, terminal());
      await print(answer.stdout, answer.code);
    }
  } catch (error) {
    process.stderr.write(`outcomes: ${describe(error)}\n`);
    process.exitCode = 2;
  }
}

/** In characters; about as much as a pipe takes at once (pipe(7)). */
const AT_ONCE = 65_536;

/** Asks for the next pieces only when a reader has taken the ones before: of a long text never all is held. */
async function print(text: Iterable<string>, code: number): Promise<void> {
  let waiting = '';
  for (const piece of typeof text === 'string' ? [text] : text) {
    waiting += piece;
    if (waiting.length < AT_ONCE) continue;
    if (!process.stdout.write(waiting)) await once(process.stdout, 'drain');
    waiting = '';
  }
  process.stdout.write(waiting);
  process.exitCode = code;
}

/** A HumanError on one line as it is; a defect with its stack, so that it can be reported. */
function describe(error: unknown): string {
  if (error instanceof HumanError) return error.message.replaceAll('\n', ' ');
  return error instanceof Error
    ? `internal error, please report it: ${error.stack ?? error.message}`
    : String(error);
}

function terminal(): Terminal {
  return {
    paint: isColored() ? color : (_, text) => text,
    logger: {
      error: (message) => process.stderr.write(`outcomes: ${message}\n`),
      warn: (message) => process.stderr.write(`outcomes: ${message}\n`),
      info: () => undefined,
      debug: () => undefined,
    },
    working: showWhenSlow,
  };
}

/** As https://no-color.org has it, an empty NO_COLOR is none; FORCE_COLOR colors what CI shows of a pipe. */
function isColored(): boolean {
  const { NO_COLOR: no = '', FORCE_COLOR: force = '', TERM: term } = process.env;
  if (no !== '') return false;
  if (force !== '') return force !== '0' && force !== 'false';
  return process.stdout.isTTY && term !== 'dumb';
}

const COLORS = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
  hint: 'gray',
  good: 'green',
  strong: 'bold',
  faint: 'gray',
} as const satisfies Record<Style, string>;

const color: Paint = (style, text) => styleText(COLORS[style], text);

function showWhenSlow(what: string): () => void {
  if (!process.stderr.isTTY) return () => undefined;
  let isShown = false;
  const timer = setTimeout(() => {
    process.stderr.write(`${what}…`);
    isShown = true;
  }, 1000);
  timer.unref();
  return () => {
    clearTimeout(timer);
    if (isShown) process.stderr.write('\r\u001b[K');
  };
}

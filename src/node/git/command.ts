import { HumanError } from '../../core';
import { run } from '../process';
import { createSplitter } from './records';

/** Git in one folder. Every call is one process; it ends when the signal aborts and the call then rejects. */
export interface GitCommand {
  readonly folder: string;
  /** Standard output, decoded; undefined when git exits with one of `absent`. Other failures throw `GitFailure`. */
  text(args: readonly string[], absent?: readonly number[]): Promise<string | undefined>;
  /** Hands on standard output as it comes. */
  stream(args: readonly string[], onStdout: (chunk: Buffer) => void, extra?: StreamOptions): Promise<void>;
  /** Hands on each record that a NUL ends. */
  records(args: readonly string[], onRecord: (record: Buffer) => void, extra?: StreamOptions): Promise<void>;
  /** The same git in another folder. */
  in(folder: string): GitCommand;
}

export interface StreamOptions {
  readonly input?: string;
  /** Settings that outrank every file's, by key. */
  readonly config?: readonly (readonly [key: string, value: string])[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Git could not be started or exited with an error; the message is its own. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
  /** Its exit code; null when it did not start or a signal ended it. */
  readonly code: number | null;

  constructor(message: string, code: number | null, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A git that waits for a lock, a network drive or a person says nothing for longer than any that reads. */
const PATIENCE = 60_000;

/**
 * @param program the git to run, a name on PATH or a path
 * @param patience how many milliseconds it may say nothing before it is ended, which is a failure
 */
export function createGitCommand(
  program: string,
  folder: string,
  signal: AbortSignal,
  patience = PATIENCE,
): GitCommand {
  const start = async (args: readonly string[], extra: StreamOptions, onStdout?: (chunk: Buffer) => void) => {
    try {
      const config = withConfig(extra.config ?? []);
      return await run(program, [...SAFE, ...config.args, ...args], {
        cwd: folder,
        env: { ...ENVIRONMENT, ...config.variables, ...extra.env },
        signal,
        patience,
        advice: 'Install git 2.25 or later.',
        ...(extra.input === undefined ? {} : { input: extra.input }),
        ...(onStdout === undefined ? {} : { onStdout }),
      });
    } catch (error) {
      if (error instanceof HumanError) throw new GitFailure(error.message, null, { cause: error });
      throw error;
    }
  };
  const stream: GitCommand['stream'] = async (args, onStdout, extra = {}) => {
    const result = await start(args, extra, onStdout);
    if (result.code !== 0) throw failure(args, result);
  };
  return {
    folder,
    async text(args, absent = []) {
      const result = await start(args, {});
      if (result.code === 0) return result.stdout.toString('utf8');
      if (result.code !== null && absent.includes(result.code)) return undefined;
      throw failure(args, result);
    },
    stream,
    async records(args, onRecord, extra) {
      const splitter = createSplitter(0, onRecord);
      await stream(args, (chunk) => splitter.push(chunk), extra);
      splitter.end();
    },
    in: (other) => createGitCommand(program, other, signal, patience),
  };
}

/**
 * A repository's own configuration may name programs. Nothing that is run here needs one, so they are all switched
 * off: the file system monitor, hooks, pagers and signature checks here; external diffs and text conversions by
 * flags of `git diff`; clean filters by `configOfFilters`; network helpers by the environment.
 */
const SAFE: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  '-c',
  'core.fsmonitor=',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.quotePath=false',
  '-c',
  'log.showSignature=false',
  // git diff would otherwise write the index, --no-optional-locks or not.
  '-c',
  'diff.autoRefreshIndex=false',
];

const ENVIRONMENT: Readonly<Record<string, string | undefined>> = {
  // Messages in English, to be logged and searched for.
  LC_ALL: 'C',
  LANGUAGE: '',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_PAGER: 'cat',
  // A partial clone would otherwise fetch what it lacks, by whatever transport its configuration names.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: '',
  // Set inside of hooks and aliases; the folder alone says which repository is meant.
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_COMMON_DIR: undefined,
  GIT_OBJECT_DIRECTORY: undefined,
  GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined,
  GIT_PREFIX: undefined,
  GIT_NAMESPACE: undefined,
  GIT_SHALLOW_FILE: undefined,
  GIT_GRAFT_FILE: undefined,
  GIT_REPLACE_REF_BASE: undefined,
  GIT_EXTERNAL_DIFF: undefined,
  GIT_DIFF_OPTS: undefined,
  GIT_LITERAL_PATHSPECS: undefined,
  GIT_GLOB_PATHSPECS: undefined,
  GIT_NOGLOB_PATHSPECS: undefined,
  GIT_ICASE_PATHSPECS: undefined,
};

/**
 * Settings as `-c key=value`, which every git knows; where the key has a `=` of its own, as variables behind those
 * that the environment already holds (git-config(1), GIT_CONFIG_COUNT; git 2.31).
 */
function withConfig(config: readonly (readonly [key: string, value: string])[]): {
  args: string[];
  variables: Record<string, string>;
} {
  const args: string[] = [];
  const variables: Record<string, string> = {};
  let count = Number(process.env['GIT_CONFIG_COUNT'] ?? 0) || 0;
  for (const [key, value] of config) {
    if (!key.includes('=')) {
      args.push('-c', `${key}=${value}`);
      continue;
    }
    variables[`GIT_CONFIG_KEY_${count}`] = key;
    variables[`GIT_CONFIG_VALUE_${count}`] = value;
    count++;
    variables['GIT_CONFIG_COUNT'] = String(count);
  }
  return { args, variables };
}

function failure(
  args: readonly string[],
  result: { readonly code: number | null; readonly stderr: string; readonly killedBy: string | null },
): GitFailure {
  const lines = result.stderr.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '').slice(0, 3);
  const how = result.code === null ? `was ended by ${result.killedBy}` : `exited with ${result.code}`;
  return new GitFailure(
    `git ${args[0]} ${how}${said.length === 0 ? '' : `: ${said.join(' ')}`}`,
    result.code,
  );
}

import { parseArgs } from 'node:util';
import { HumanError, isDay, nearestName } from '../core';

export interface Flag {
  readonly value: string | null;
  readonly help: string;
  readonly choices?: readonly string[];
}

export interface CommandSpec {
  readonly usage: string;
  readonly help: string;
  readonly flags: Readonly<Record<string, Flag>>;
  /** Whether paths may follow. */
  readonly paths: boolean;
  /** Whether `-5` is a number here, not a flag. */
  readonly numbers?: boolean;
}

const everywhere: Record<string, Flag> = {
  cwd: { value: 'DIR', help: 'work in this folder (default: the current one)' },
  today: { value: 'DATE', help: 'the day to reckon with, YYYY-MM-DD (default: the clock)' },
  help: { value: null, help: 'show this help' },
};

const failOn: Flag = {
  value: 'error|warning|info',
  help: 'the least severity that fails (default: warning)',
  choices: ['error', 'warning', 'info'],
};

const format = (...choices: string[]): Flag => ({
  value: choices.join('|'),
  help: `how to print it (default: ${choices[0]!})`,
  choices,
});

/** Every command with its flags: what is parsed, what `--help` prints and what the README's table shows. */
export const commands = {
  check: {
    usage: 'check [PATH…]',
    help: 'report what is wrong or unfinished; exit code 1 when there is something at or above --fail-on',
    paths: true,
    flags: {
      since: { value: 'REF', help: 'only what came after the merge base with this revision' },
      format: format('text', 'json', 'sarif', 'github', 'junit'),
      'fail-on': failOn,
      ...everywhere,
    },
  },
  work: {
    usage: 'work',
    help: 'list all work — TODOs, branches, commits — with its why and the evidence for it',
    paths: false,
    flags: {
      kind: {
        value: 'todo|branch|commit',
        help: 'only this kind',
        choices: ['todo', 'branch', 'commit'],
      },
      format: format('text', 'json'),
      ...everywhere,
    },
  },
  why: {
    usage: 'why FILE[:LINE[:COLUMN]]',
    help: 'tell why a place is flagged, or why it is not listed: the rule, the policy or the ignore rule, and where it is written',
    paths: true,
    flags: everywhere,
  },
  tree: {
    usage: 'tree',
    help: 'show the outcomes with progress, outputs and the work that serves them',
    paths: false,
    flags: { format: format('text', 'json'), ...everywhere },
  },
  'check-in': {
    usage: 'check-in METRIC VALUE',
    help: 'add a check-in to a metric, named by its id; the value is a number, with the unit of the metric or without; several at once are METRIC=VALUE METRIC=VALUE',
    paths: true,
    numbers: true,
    flags: {
      date: { value: 'DATE', help: 'the day it was measured, YYYY-MM-DD (default: today)' },
      confidence: {
        value: 'on-track|at-risk|off-track',
        help: 'how sure you are that the target will be reached',
      },
      note: { value: 'TEXT', help: 'what the number does not say' },
      'dry-run': { value: null, help: 'show what would be written, and write nothing' },
      ...everywhere,
    },
  },
  report: {
    usage: 'report',
    help: 'print the review: what moved, what needs attention, work without a why, choices and changes',
    paths: false,
    flags: {
      since: { value: 'REF', help: 'also what changed since this revision or date, YYYY-MM-DD' },
      format: format('md', 'html', 'json'),
      'no-cache': {
        value: null,
        help: 'make it anew and keep nothing (default: what took long is kept in your cache folder for the next time)',
      },
      ...everywhere,
    },
  },
  init: {
    usage: 'init',
    help: 'write a first outcomes.yml; an existing one is left alone',
    paths: false,
    flags: everywhere,
  },
  migrate: {
    usage: 'migrate',
    help: 'propose an outcomes.yml from the TODOs and the settings that are there; shown as a diff',
    paths: false,
    flags: {
      format: format('text', 'json'),
      write: { value: null, help: 'write the proposed file, unless there is an outcomes.yml already' },
      cwd: everywhere['cwd']!,
      help: everywhere['help']!,
    },
  },
  hooks: {
    usage: 'hooks install|uninstall',
    help: 'set up git hooks that run the two commands below, beside hooks that are there, or take them away',
    paths: true,
    flags: { cwd: everywhere['cwd']!, help: everywhere['help']! },
  },
  'commit-msg': {
    usage: 'commit-msg FILE',
    help: 'check a commit message, as git hook; exit code 1 when there is something at or above --fail-on',
    paths: true,
    flags: { 'fail-on': failOn, ...everywhere },
  },
  'prepare-commit-msg': {
    usage: 'prepare-commit-msg FILE [SOURCE [SHA]]',
    help: 'fill the outcome of the branch, or of the staged TODOs, into a new commit message, as git hook',
    paths: true,
    flags: everywhere,
  },
  schema: {
    usage: 'schema',
    help: 'print the JSON Schema of outcomes.yml',
    paths: false,
    flags: { help: everywhere['help']! },
  },
} as const satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof commands;

export interface Invocation {
  readonly command: CommandName;
  readonly paths: readonly string[];
  /** The flags that were given, checked against their choices. */
  readonly flags: ReadonlyMap<string, string>;
}

/** What a command line asks for. A command line that cannot be read is a HumanError that says what to write. */
export function readCommandLine(argv: readonly string[]): Invocation | { readonly help: string } | 'version' {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h') return { help: overview() };
  if (name === 'help')
    return { help: rest[0] === undefined ? overview() : commandHelp(commands[commandNamed(rest[0])]) };
  if (name === '--version' || name === '-v') return 'version';
  const command = commandNamed(name);
  const spec: CommandSpec = commands[command];
  const { values, positionals } = parse(command, spec, rest);
  if (values['help'] === true) return { help: commandHelp(spec) };
  if (positionals.length > 0 && !spec.paths)
    throw new HumanError(`\`outcomes ${command}\` takes no path; remove \`${positionals[0]!}\``);
  const flags = new Map<string, string>();
  for (const [flag, value] of Object.entries(values)) {
    if (value === true) flags.set(flag, '');
    if (typeof value !== 'string') continue;
    checkFlag(flag, value, spec.flags[flag]!);
    flags.set(flag, value);
  }
  return { command, paths: positionals, flags };
}

function commandNamed(name: string): CommandName {
  if (Object.hasOwn(commands, name)) return name as CommandName;
  if (name.startsWith('-'))
    throw new HumanError(
      `the command comes first and then \`${name}\`, as in \`outcomes check ${name}\`; \`outcomes --help\` lists the commands`,
    );
  const near = nearestName(name, Object.keys(commands));
  const meant = near === null ? '' : ` Did you mean \`${near}\`?`;
  throw new HumanError(`there is no command \`${name}\`; \`outcomes --help\` lists them.${meant}`);
}

function parse(command: string, spec: CommandSpec, args: string[]) {
  const options = Object.fromEntries(
    Object.entries(spec.flags).map(([flag, { value }]) => [
      flag,
      {
        type: value === null ? ('boolean' as const) : ('string' as const),
        ...(flag === 'help' && { short: 'h' }),
      },
    ]),
  );
  const given = spec.numbers === true ? args.map(hidden) : args;
  try {
    const { values, positionals } = parseArgs({ args: given, options, allowPositionals: true, strict: true });
    return { values, positionals: positionals.map(unhidden) };
  } catch (error) {
    const [reason] = (error as Error).message.split('. ');
    const unknown = /^Unknown option '--([^']+)'/.exec(reason!)?.[1];
    const near = unknown === undefined ? null : nearestName(unknown, Object.keys(spec.flags));
    const meant = near === null ? '' : ` Did you mean \`--${near}\`?`;
    throw new HumanError(`${reason!}; \`outcomes ${command} --help\` lists what it takes.${meant}`);
  }
}

/** Keeps a negative number from being taken for a flag. */
const HIDDEN = '\0';
const hidden = (arg: string): string => (/^-[\d.]/.test(arg) ? `${HIDDEN}${arg}` : arg);
const unhidden = (arg: string): string => (arg.startsWith(HIDDEN) ? arg.slice(HIDDEN.length) : arg);

function checkFlag(name: string, value: string, flag: Flag): void {
  if (value === '') throw new HumanError(`--${name} needs a value`);
  if (flag.choices !== undefined && !flag.choices.includes(value))
    throw new HumanError(`--${name} ${value}: write one of ${flag.choices.join(', ')}`);
  if (name === 'today' && !isDay(value))
    throw new HumanError(`--today ${value}: write a day that exists, as YYYY-MM-DD`);
}

function overview(): string {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length));
  const list = Object.values(commands).map(({ usage, help }) => `  outcomes ${usage.padEnd(width)}  ${help}`);
  return [
    'Keeps the why next to the work: TODOs, branches and commits linked to the outcomes in outcomes.yml.',
    '',
    ...list,
    '',
    '`outcomes COMMAND --help` lists its flags.',
    'Exit codes: 0 clean, 1 findings at or above --fail-on, 2 could not run.',
    '',
  ].join('\n');
}

function commandHelp(spec: CommandSpec): string {
  const names = Object.entries(spec.flags).map(
    ([flag, { value, help }]) => [`--${flag}${value === null ? '' : ` ${value}`}`, help] as const,
  );
  const width = Math.max(...names.map(([name]) => name.length));
  return [
    `outcomes ${spec.usage} [flags]`,
    `  ${spec.help}`,
    '',
    ...names.map(([name, help]) => `  ${name.padEnd(width)}  ${help}`),
    '',
  ].join('\n');
}

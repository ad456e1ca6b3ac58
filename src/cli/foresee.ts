import fs from 'node:fs';
import path from 'node:path';
import { startEarlySearch } from '../node/scan/early';
import { findRipgrep, searchArguments } from '../node/scan/program';

/** What is searched for when no policy names other tags; of the form that core's compileTags gives. */
export const DEFAULT_PATTERN = '\\b(?:FIXME|HACK|TODO|BUG|XXX)\\b';

/** A larger outcomes.yml is not looked into. */
const LARGEST = 1024 * 1024;

/**
 * Starts the search that a command line will ask for, so that it runs while the command is still being loaded. What
 * was foreseen wrongly costs a little work and nothing else: the scan takes only the very search that it wants.
 */
export function startForeseenSearch(argv: readonly string[]): void {
  const folder = folderToSearch(argv);
  const program = folder === undefined ? undefined : findRipgrep();
  if (folder !== undefined && program !== undefined)
    startEarlySearch({ program, args: searchArguments(DEFAULT_PATTERN, []), folder });
}

/** The folder in which this command line will search by the default policy; undefined where that is not likely. */
export function folderToSearch(argv: readonly string[]): string | undefined {
  const [command = '', ...rest] = argv;
  if (
    !['work', 'check', 'tree', 'report'].includes(command) ||
    rest.some((word) => word === '--help' || word === '-h')
  )
    return undefined;
  const folder = resolved(valueOf(rest, '--cwd') ?? '.');
  if (folder === undefined) return undefined;
  const policies = ['outcomes.yml', 'outcomes.yaml'].map((name) => policyIn(path.join(folder, name)));
  if (policies.includes('own')) return undefined;
  // Without an outcomes.yml there is nothing to check.
  return command === 'work' || policies.includes('default') ? folder : undefined;
}

/** undefined where the current folder was removed; the command itself says so. */
function resolved(folder: string): string | undefined {
  try {
    return path.resolve(folder);
  } catch {
    return undefined;
  }
}

function valueOf(args: readonly string[], flag: string): string | undefined {
  const at = args.findIndex((arg) => arg === flag || arg.startsWith(`${flag}=`));
  return args[at] === flag ? args[at + 1] : args[at]?.slice(flag.length + 1);
}

/** Whether a file's policy may say what to search for. */
function policyIn(file: string): 'none' | 'default' | 'own' {
  try {
    const stat = fs.statSync(file);
    if (!stat.isFile()) return 'none';
    if (stat.size > LARGEST) return 'own';
    const text = fs.readFileSync(file);
    return text.includes('tags') || text.includes('ignore') ? 'own' : 'default';
  } catch {
    return 'none';
  }
}

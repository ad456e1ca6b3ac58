import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { LARGEST_FILE } from './limits';

let found: { readonly program: string | undefined } | undefined;

/** The packaged ripgrep beside the running bundle, else the npm package's; undefined when there is none. */
export function findRipgrep(): string | undefined {
  found ??= { program: lookForRipgrep() };
  return found.program;
}

function lookForRipgrep(): string | undefined {
  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const packaged = path.join(__dirname, 'bin', name);
  if (fs.existsSync(packaged)) return packaged;
  try {
    const from = createRequire(__filename).resolve('@vscode/ripgrep');
    return createRequire(from).resolve(`@vscode/ripgrep-${process.platform}-${process.arch}/bin/${name}`);
  } catch {
    return undefined;
  }
}

/**
 * ripgrep's arguments: every place of the pattern in the working folder, which the parsers in ripgrep.ts read.
 * `leaves` are folders, relative with `/`, that are not entered.
 *
 * Files with NUL bytes are searched as text (-a), so that a binary file with tag words is known and can be reported.
 * --debug names the files that are too large; ripgrep says so nowhere else. Without the `.` it would read standard
 * input.
 */
export function searchArguments(pattern: string, leaves: readonly string[]): string[] {
  return [
    '--no-config',
    '--null',
    '--only-matching',
    '--byte-offset',
    '--line-number',
    '--heading',
    '--with-filename',
    '--color=never',
    '--no-ignore-messages',
    '--hidden',
    '--text',
    '--debug',
    `--max-filesize=${LARGEST_FILE}`,
    '--glob=!.git',
    ...leaves.map((folder) => `--glob=!/${folder}/`),
    `--regexp=${pattern}`,
    '.',
  ];
}

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const PACKAGE = 'python3-pygments';

/** A Python that has Pygments: PYTHON, Debian's, or the first one on the path; undefined when none has. */
export function findPython(): string | undefined {
  const stated = process.env['PYTHON'];
  const candidates = stated === undefined ? ['/usr/bin/python3', 'python3', 'python'] : [stated];
  return candidates.find((python) => spawnSync(python, ['-c', 'import pygments']).status === 0);
}

/**
 * As findPython(), but first installs Debian's package when it may: as root, on Debian or Ubuntu. Throws an error that
 * says what to install.
 */
export function ensurePython(say: (line: string) => void = console.error): string {
  const found = findPython();
  if (found !== undefined) return found;
  if (process.env['PYTHON'] === undefined && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    say(`Pygments is missing; installing ${PACKAGE} with apt-get…`);
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', PACKAGE],
    ])
      apt(args);
  }
  const installed = findPython();
  if (installed === undefined) throw new Error(`There is no Python with Pygments. ${HOW_TO_INSTALL}`);
  return installed;
}

function apt(args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Its output is of interest only when it fails.
  const { status, error, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
  if (status === 0) return;
  const why = error?.message ?? (stderr || stdout).trim();
  throw new Error(`apt-get ${args.join(' ')} failed:\n${why}\n${HOW_TO_INSTALL}`);
}

const HOW_TO_INSTALL =
  `On Debian, as root: apt-get update && apt-get install -y ${PACKAGE}. ` +
  'Elsewhere: python3 -m pip install Pygments. PYTHON names another Python.';

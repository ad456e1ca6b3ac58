import fs from 'node:fs';
import path from 'node:path';
import { ExitCode, RunError } from './exit-codes';

/** The VS Codes that the suites run in: the one of today and the oldest that package.json allows. */
export type ReleaseName = 'current' | 'oldest';

export interface Release {
  readonly name: ReleaseName;
  /** Version of VS Code, as desktop and server call it. */
  readonly vscode: string;
  /** The npm project that installs it as a server. */
  readonly dir: string;
}

const hostDir = path.join(__dirname, '..');

const RELEASES: Readonly<Record<ReleaseName, Release>> = {
  current: { name: 'current', vscode: '1.139.1', dir: path.join(hostDir, 'vscode') },
  oldest: { name: 'oldest', vscode: '1.105.1', dir: path.join(hostDir, 'vscode-oldest') },
};

/** The release of that name, or the one that VSCODE_TEST_VERSION names; current by default. */
export function releaseOf(name = process.env['VSCODE_TEST_VERSION'] ?? 'current'): Release {
  if (name !== 'current' && name !== 'oldest')
    throw new RunError(ExitCode.usage, `VS Code "${name}" is unknown; say current or oldest`);
  return RELEASES[name];
}

/** Where the server's own files are: server-main.js below `out`, built-in extensions, product.json. */
export const serverRoot = (release: Release): string =>
  path.join(release.dir, 'node_modules', 'code-server', 'lib', 'vscode');

/**
 * The Node that runs the server: VSCODE_SERVER_NODE, else the one installed with it (Linux, x64 and arm64), else
 * the running one when it is new enough.
 */
export function serverNode(release: Release): string {
  const stated = process.env['VSCODE_SERVER_NODE'];
  if (stated) return stated;
  const installed = path.join(
    release.dir,
    'node_modules',
    `node-${process.platform}-${process.arch}`,
    'bin',
    'node',
  );
  if (fs.existsSync(installed)) return installed;
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  throw new RunError(
    ExitCode.notReady,
    `VS Code's server needs Node 22 or later on ${process.platform}-${process.arch}; ` +
      'run this with one, or name one in VSCODE_SERVER_NODE',
  );
}

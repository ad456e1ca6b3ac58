import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.join(__dirname, '..', '..', '..');

/** Makes a workspace below an empty folder; gives what VS Code shall open, undefined for nothing. */
export type MakeWorkspace = (dir: string) => Promise<string | undefined>;

/** What the suites can be opened on; a folder of test/host/suite is named for one of these. */
export const WORKSPACES: Readonly<Record<string, MakeWorkspace>> = {
  /** The sample repository with its whole git history. */
  sample: makeSample,
  /** A git repository with a TODO and without an outcomes.yml: the extension has nothing to say here. */
  plain: (dir) => {
    fs.writeFileSync(path.join(dir, 'main.ts'), '// TODO: close the file\nexport const answer = 42;\n');
    commitAll(dir, 'Add the answer');
    return Promise.resolve(dir);
  },
  /** A window without a folder. */
  nothing: () => Promise.resolve(undefined),
};

/** Copies examples/voice-migration and makes its history; gives its folder. */
export async function makeSample(dir: string): Promise<string> {
  const script = path.join(root, 'scripts', 'sample.mjs');
  const { makeSample: make } = (await import(pathToFileURL(script).href)) as {
    makeSample: (target: string) => Promise<string>;
  };
  return make(path.join(dir, 'voice-migration'));
}

function commitAll(dir: string, message: string): void {
  const identity = { NAME: 'Ana', EMAIL: 'ana@example.invalid', DATE: '2026-01-05T12:00:00Z' };
  const env = { ...process.env };
  for (const [key, value] of Object.entries(identity))
    for (const role of ['AUTHOR', 'COMMITTER']) env[`GIT_${role}_${key}`] = value;
  for (const args of [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', message],
  ])
    execFileSync('git', args, { cwd: dir, env });
}

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
  /**
   * Thousands of files with a TODO in each comment, most of them in the base, the rest not committed. VS Code's own
   * git extension takes a tenth of a second on the same thread for so many changes; it is switched off.
   */
  many: (dir) => {
    fs.mkdirSync(path.join(dir, '.vscode'));
    fs.writeFileSync(path.join(dir, '.vscode/settings.json'), '{ "git.enabled": false }\n');
    const outcomes = '  - { id: short-wait, title: Callers wait less, paths: [src/module-1*/**] }';
    fs.writeFileSync(path.join(dir, 'outcomes.yml'), `version: 1\noutcomes:\n${outcomes}\n`);
    writeTodos(dir, 'module', 2400, 5);
    commitAll(dir, 'Add what is there');
    writeTodos(dir, 'new', 600, 3);
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

/** Writes `src/NAME-<i>/file-<j>.ts`, ten files to a folder, with as many TODOs in each. */
function writeTodos(dir: string, name: string, files: number, todos: number): void {
  for (let i = 0; i < files; i++) {
    const folder = path.join(dir, 'src', `${name}-${Math.floor(i / 10)}`);
    fs.mkdirSync(folder, { recursive: true });
    const lines = Array.from(
      { length: todos },
      (_, todo) => `// TODO: look again at case ${todo} of file ${i}\nexport const value${todo} = ${i};\n`,
    );
    fs.writeFileSync(path.join(folder, `file-${i % 10}.ts`), lines.join('\n'));
  }
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

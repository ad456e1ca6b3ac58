import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.join(__dirname, '..', '..', '..');

/** What VS Code opens, and how. */
export interface Opening {
  /** A folder or a .code-workspace file; nothing is opened without it. */
  readonly path?: string;
  /** In Restricted Mode, until somebody trusts it. */
  readonly restricted?: boolean;
  /** Beside all that comes with VS Code; by default what only runs beside the extension is left out. */
  readonly amongAllBuiltins?: boolean;
  /** User settings on top of the usual ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Added to the environment of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** Makes it removable again. */
  readonly dispose?: () => void;
}

/** Makes a workspace below an empty folder. */
export type MakeWorkspace = (dir: string) => Promise<Opening>;

/** What the suites can be opened on; a folder of test/host/suite is named for one of these. */
export const WORKSPACES: Readonly<Record<string, MakeWorkspace>> = {
  /** The sample repository with its whole git history. */
  sample: async (dir) => ({ path: await makeSample(dir), amongAllBuiltins: true }),
  /** A git repository with a TODO and without an outcomes.yml: the extension has nothing to say here. */
  plain: (dir) => {
    writeFiles(dir, { 'main.ts': '// TODO: close the file\nexport const answer = 42;\n' });
    commitAll(dir, 'Add the answer');
    return Promise.resolve({ path: dir });
  },
  /**
   * Thousands of files with a TODO in each comment, most of them in the base, the rest not committed. VS Code's own
   * git extension takes a tenth of a second on the same thread for so many changes; it is switched off.
   */
  many: (dir) => {
    const outcomes = '  - { id: short-wait, title: Callers wait less, paths: [src/module-1*/**] }';
    writeFiles(dir, {
      '.vscode/settings.json': '{ "git.enabled": false }\n',
      'outcomes.yml': `version: 1\noutcomes:\n${outcomes}\n`,
    });
    writeTodos(dir, 'module', 2400, 5);
    commitAll(dir, 'Add what is there');
    writeTodos(dir, 'new', 600, 3);
    return Promise.resolve({ path: dir });
  },
  /** Hundreds of files with TODOs that all can be changed at once. */
  hundreds: (dir) => {
    const outcomes = '  - { id: short-wait, title: Callers wait less }';
    writeFiles(dir, { 'outcomes.yml': `version: 1\noutcomes:\n${outcomes}\n` });
    commitAll(dir, 'Add what is there');
    writeTodos(dir, 'new', 600, 3);
    return Promise.resolve({ path: dir, settings: { 'git.enabled': false } });
  },
  /**
   * Two hundred files on `main`, a branch `crowd` with five thousand more, and a branch `topic` of three commits on
   * what `main` was before.
   */
  storm: (dir) => {
    execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: dir });
    execFileSync('git', ['fast-import', '--quiet'], { cwd: dir, input: stormHistory() });
    execFileSync('git', ['reset', '--quiet', '--hard'], { cwd: dir });
    return Promise.resolve({
      path: dir,
      settings: { 'git.enabled': false },
      env: { VSCODE_TEST_SOAK_MINUTES: process.env['SOAK_MINUTES'] ?? '' },
    });
  },
  /** A window without a folder. */
  nothing: () => Promise.resolve({}),
  'no-git': (dir) => {
    makeWithoutGit(dir);
    return Promise.resolve({ path: dir });
  },
  'read-only': makeReadOnly,
  restricted: makeRestricted,
  'two-roots': makeTwoRoots,
};

/** In the language of git fast-import. */
function stormHistory(): string {
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const put = (file: string, text: string) => `M 100644 inline ${file}\n${data(text)}`;
  let mark = 0;
  const commit = (branch: string, from: number | null, message: string, files: readonly string[]) => {
    mark++;
    const time = Date.UTC(2026, 0, 5, 12) / 1000 + mark * 60;
    const begin = `commit refs/heads/${branch}\nmark :${mark}\ncommitter Ana <ana@example.invalid> ${time} +0000\n`;
    return `${begin}${data(message)}${from === null ? '' : `from :${from}\n`}${files.join('')}`;
  };
  const many = (folder: string, count: number) =>
    Array.from({ length: count }, (_, i) =>
      put(
        `${folder}/${Math.floor(i / 50)}/file-${i}.ts`,
        `// TODO: look again at ${i}\nexport const value = ${i};\n// FIXME(short-wait): round ${i}\n`,
      ),
    );
  const outcomes =
    'version: 1\noutcomes:\n  - { id: short-wait, title: Callers wait less, paths: [src/1/**] }\n';
  return [
    commit('main', null, 'Add what is there', [put('outcomes.yml', outcomes), ...many('src', 150)]),
    ...[1, 2, 3].map((i) =>
      commit('topic', i === 1 ? 1 : mark, `Topic ${i}`, [put(`topic/${i}.ts`, `// TODO: topic ${i}\n`)]),
    ),
    commit('main', 1, 'Go on', many('more', 50)),
    commit('crowd', 5, 'Add a crowd', many('crowd', 5000)),
  ].join('\n');
}

/** Copies examples/voice-migration and makes its history; gives its folder. */
export async function makeSample(dir: string): Promise<string> {
  const script = path.join(root, 'scripts', 'sample.mjs');
  const { makeSample: make } = (await import(pathToFileURL(script).href)) as {
    makeSample: (target: string) => Promise<string>;
  };
  return make(path.join(dir, 'voice-migration'));
}

/** A folder that git knows nothing of. */
function makeWithoutGit(dir: string): void {
  writeFiles(dir, {
    'outcomes.yml': [
      'version: 1',
      'outcomes:',
      '  - id: short-wait',
      '    title: Callers wait less than a minute',
      '    paths: [queue/**]',
      '    outputs: [{ id: callback, title: Offer a callback }]',
      '',
    ].join('\n'),
    'main.ts': '// TODO: close the file\n// TODO(short-wait): count the callers\nexport const answer = 42;\n',
    'queue/line.py': '# FIXME: the tone is too loud\n',
  });
}

/**
 * Two repositories in which nothing can be written, the second one without an outcomes.yml. Files and folders are
 * marked as read-only, and as immutable where that is possible, because an administrator passes over the first mark.
 * VSCODE_TEST_UNWRITABLE says whether the disk really refuses.
 */
function makeReadOnly(dir: string): Promise<Opening> {
  const [kept, bare] = ['kept', 'bare'].map((name) => path.join(dir, name)) as [string, string];
  makeWithoutGit(kept);
  writeFiles(bare, { 'main.ts': '// TODO: close the file\n' });
  for (const folder of [kept, bare]) commitAll(folder, 'Add what is there');
  const own = [kept, bare].flatMap((folder) => [
    folder,
    ...fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => !file.startsWith('.git'))
      .map((file) => path.join(folder, file)),
  ]);
  const change = (flag: string) => spawnSync('chattr', [flag, ...own], { stdio: 'ignore' });
  for (const file of own) fs.chmodSync(file, fs.statSync(file).mode & 0o555);
  change('+i');
  return Promise.resolve({
    path: makeWorkspaceFile(dir, ['kept', 'bare']),
    env: { VSCODE_TEST_UNWRITABLE: canWrite(bare) ? '' : '1' },
    dispose: () => {
      change('-i');
      for (const file of own) fs.chmodSync(file, fs.statSync(file).mode | 0o200);
    },
  });
}

function canWrite(dir: string): boolean {
  const probe = path.join(dir, '.probe');
  try {
    fs.writeFileSync(probe, '');
    fs.rmSync(probe);
    return true;
  } catch {
    return false;
  }
}

/**
 * The sample, not trusted. Whatever asks for git finds a program that writes down that it was called, and then is git;
 * the repository itself names another one for `git status` to run. VSCODE_TEST_CANARY is the file with the calls.
 */
async function makeRestricted(dir: string): Promise<Opening> {
  const sample = await makeSample(dir);
  const calls = path.join(dir, 'calls');
  fs.writeFileSync(calls, '');
  const bin = path.join(dir, 'bin');
  const programs = process.env['PATH'] ?? '';
  for (const name of ['git', 'rg']) writeProgram(path.join(bin, name), calls, programs, name);
  writeProgram(path.join(bin, 'fsmonitor'), calls, programs, 'false');
  execFileSync('git', ['config', 'core.fsmonitor', path.join(bin, 'fsmonitor')], { cwd: sample });
  return {
    path: sample,
    restricted: true,
    settings: {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
    },
    env: { VSCODE_TEST_CANARY: calls, PATH: `${bin}${path.delimiter}${programs}` },
  };
}

/** A program for the shell that writes its name and arguments down, and goes on as another of `programs`. */
function writeProgram(file: string, calls: string, programs: string, next: string): void {
  const lines = [
    '#!/bin/sh',
    `printf '%s\\n' "${path.basename(file)} $*" >> '${calls}'`,
    `PATH='${programs}' exec ${next} "$@"`,
  ];
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o755 });
}

/**
 * A .code-workspace of two repositories whose folders have the same name. Both have an outcomes.yml, with an id in
 * common and ids of their own; a third repository has none.
 */
function makeTwoRoots(dir: string): Promise<Opening> {
  const outcomes = (own: string) =>
    [
      'version: 1',
      'outcomes:',
      `  - { id: shared, title: The shared one of ${own} }`,
      `  - { id: ${own}-only, title: Only in ${own} }`,
      '',
    ].join('\n');
  for (const own of ['left', 'right']) {
    const folder = path.join(dir, own, 'app');
    writeFiles(folder, {
      'outcomes.yml': outcomes(own),
      'main.ts': [
        `// TODO(shared): the shared one`,
        `// TODO(${own}-only): its own`,
        `// TODO: nothing yet`,
        '',
      ].join('\n'),
    });
    commitAll(folder, 'Add what is there');
  }
  const bare = path.join(dir, 'bare');
  writeFiles(bare, { 'main.ts': '// TODO(shared): not an id here\n// TODO: nothing yet\n' });
  commitAll(bare, 'Add what is there');
  return Promise.resolve({ path: makeWorkspaceFile(dir, ['left/app', 'right/app', 'bare']) });
}

function makeWorkspaceFile(dir: string, folders: readonly string[]): string {
  const file = path.join(dir, 'all.code-workspace');
  fs.writeFileSync(file, JSON.stringify({ folders: folders.map((folder) => ({ path: folder })) }));
  return file;
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

function writeFiles(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    fs.writeFileSync(path.join(dir, file), text);
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

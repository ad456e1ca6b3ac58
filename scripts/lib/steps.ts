import fs from 'node:fs';
import path from 'node:path';

export const root = path.join(__dirname, '..', '..');

/** What must be there before a step can run. */
export type Need = 'bundles' | 'git' | 'server' | 'chromium' | 'pygments' | 'vscode' | 'vscode-oldest';

export interface Step {
  readonly name: string;
  readonly title: string;
  readonly needs: readonly Need[];
  readonly commands: readonly StepCommand[];
  /** Mocha counts its tests; any other step that passes is one test; the build is none. */
  readonly counts: 'tests' | 'one' | 'none';
  readonly limitMinutes: number;
  /** Makes the bundles: what needs them waits for it. */
  readonly first?: true;
  /** Runs by itself when all others have ended. */
  readonly last?: true;
  /** Runs beside the others on what they leave of the processors: nothing in it waits for a window. */
  readonly patient?: true;
}

export interface StepCommand {
  readonly script: string;
  readonly args: readonly string[];
  readonly nodeOptions?: readonly string[];
}

const bin = (...parts: string[]) => path.join(root, 'node_modules', ...parts);

export const mocha = (...files: string[]): StepCommand => ({
  script: bin('mocha', 'bin', 'mocha.js'),
  args: ['--reporter', path.join(__dirname, 'counting-reporter.cjs'), ...files],
});

/** Suites that measure, and would measure what runs beside them: how long a thread sleeps depends on that. */
const MEASURING = ['many', 'hundreds'];

/** What it shows does not depend on the release, and takes a minute and a half. */
const STORM = 'storm';

const OTHERS = fs
  .readdirSync(path.join(root, 'test', 'host', 'suite'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && ![...MEASURING, STORM].includes(entry.name))
  .map(({ name }) => name);

/**
 * What a release changes is its API, what it makes of package.json, and what it trusts. These suites call the whole API,
 * and run every command, untrusted and trusted. The others open something else, which only this extension's code tells apart.
 */
const IN_OLDEST = ['restricted', 'sample'];

const hostSuites = (release: string, suites: readonly string[]): StepCommand => ({
  nodeOptions: ['--require', 'tsx/cjs'],
  script: path.join('test', 'host', 'run.ts'),
  args: ['--release', release, ...suites],
});

const entriesOf = (folder: string) => fs.readdirSync(path.join(root, folder), { withFileTypes: true });

/** Folders of unit tests that start git thousands of times. */
const STARTING = ['editor', 'workspace', 'node'];

const unit = (): StepCommand =>
  mocha(
    ...entriesOf('test/unit')
      .filter(({ name }) => !STARTING.includes(name))
      .filter((entry) => entry.isDirectory() || entry.name.endsWith('.test.ts'))
      .map((entry) => `test/unit/${entry.name}${entry.isDirectory() ? '/**/*.test.ts' : ''}`),
  );

/**
 * Each start of a git copies the page tables of the process that asks for it, and each of the tests leaves some memory
 * behind: folder by folder, in processes of their own, they take a fraction of the time.
 */
function unitThatStarts(): StepCommand[] {
  const below = entriesOf('test/unit/node').filter((entry) => entry.isDirectory());
  return [
    ...STARTING.filter((name) => name !== 'node').map((name) => mocha(`test/unit/${name}/**/*.test.ts`)),
    mocha('test/unit/node/*.test.ts'),
    ...below.map(({ name }) => mocha(`test/unit/node/${name}/**/*.test.ts`)),
  ];
}

/**
 * In the order in which they are begun: what fails fastest comes first, then the longest, so that those that run at a
 * time end together.
 */
export const STEPS: readonly Step[] = [
  {
    name: 'build',
    title: 'Bundles',
    needs: [],
    commands: [{ script: path.join('scripts', 'build.mjs'), args: [] }],
    counts: 'none',
    limitMinutes: 2,
    first: true,
  },
  {
    name: 'types',
    title: 'Types',
    needs: [],
    // In native code it takes a quarter of the time; ESLint's rules need the interface of the release before.
    commands: [
      { script: bin('typescript-7', 'bin', 'tsc'), args: ['--noEmit'] },
      { script: bin('typescript-7', 'bin', 'tsc'), args: ['--noEmit', '-p', 'src/webview'] },
    ],
    counts: 'one',
    limitMinutes: 5,
    patient: true,
  },
  {
    name: 'lint',
    title: 'Lint and format',
    needs: [],
    commands: [
      { script: bin('eslint', 'bin', 'eslint.js'), args: ['.'] },
      { script: bin('prettier', 'bin', 'prettier.cjs'), args: ['--check', '--log-level', 'warn', '.'] },
    ],
    counts: 'one',
    limitMinutes: 10,
    patient: true,
  },
  {
    name: 'self',
    title: 'The project by its own rules: outcomes check',
    needs: ['bundles', 'git'],
    commands: [{ script: path.join('dist', 'cli.js'), args: ['check'] }],
    counts: 'one',
    limitMinutes: 2,
  },
  {
    name: 'host',
    title: 'Host suites in the current VS Code',
    needs: ['bundles', 'git', 'vscode'],
    commands: [hostSuites('current', OTHERS)],
    counts: 'tests',
    limitMinutes: 15,
  },
  {
    name: 'host-oldest',
    title: 'Host suites that depend on the release, in the oldest supported VS Code',
    needs: ['bundles', 'git', 'vscode-oldest'],
    commands: [hostSuites('oldest', IN_OLDEST)],
    counts: 'tests',
    limitMinutes: 15,
  },
  {
    name: 'ui',
    title: 'The packaged extension in the workbench',
    needs: ['bundles', 'git', 'server', 'chromium'],
    commands: [mocha('test/ui/*.test.ts')],
    counts: 'tests',
    limitMinutes: 15,
  },
  {
    name: 'runner',
    title: 'The test host itself: every way in which a run must fail',
    needs: ['bundles', 'git', 'server', 'chromium'],
    commands: [mocha('test/runner/*.test.ts')],
    counts: 'tests',
    limitMinutes: 15,
  },
  {
    name: 'storm',
    title: 'Storms and an hour of work in the current VS Code',
    needs: ['bundles', 'git', 'vscode'],
    commands: [hostSuites('current', [STORM])],
    counts: 'tests',
    limitMinutes: 10,
  },
  {
    name: 'held',
    title: 'How long the thread of the extensions is held in the current VS Code',
    needs: ['bundles', 'git', 'vscode'],
    commands: [hostSuites('current', MEASURING)],
    counts: 'tests',
    limitMinutes: 10,
    last: true,
  },
  {
    name: 'unit-git',
    title: 'Unit tests that start git',
    needs: ['git'],
    commands: unitThatStarts(),
    counts: 'tests',
    limitMinutes: 10,
    patient: true,
  },
  {
    name: 'unit',
    title: 'Unit tests',
    // The grammars are tested with those of VS Code.
    needs: ['git', 'server'],
    commands: [unit()],
    counts: 'tests',
    limitMinutes: 10,
    patient: true,
  },
  {
    name: 'trust',
    title: 'Fuzzing, faults and hostile repositories',
    needs: ['bundles', 'git'],
    commands: [mocha('test/trust/**/*.test.ts')],
    counts: 'tests',
    limitMinutes: 10,
    patient: true,
  },
  {
    name: 'oracle',
    title: 'Exactness: which tag words of real files are in comments, beside Pygments',
    // The server is the largest of the trees that are compared.
    needs: ['server', 'pygments'],
    commands: [
      { nodeOptions: ['--import', 'tsx'], script: path.join('test', 'oracle', 'compare.ts'), args: [] },
    ],
    counts: 'one',
    limitMinutes: 10,
    patient: true,
  },
  {
    name: 'golden',
    title: 'Golden workspaces: what the command prints',
    needs: ['bundles', 'git'],
    commands: [mocha('test/golden/*.test.ts')],
    counts: 'tests',
    limitMinutes: 10,
    patient: true,
  },
  {
    name: 'bench',
    title: 'The short benchmark: ratios to a peer of the same run',
    needs: ['bundles', 'git'],
    commands: [{ nodeOptions: ['--import', 'tsx'], script: path.join('bench', 'run.ts'), args: ['--short'] }],
    counts: 'one',
    limitMinutes: 10,
    patient: true,
  },
];

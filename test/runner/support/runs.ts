import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundleTests } from '../../host/lib/bundle';
import { installServer } from '../../host/lib/install';
import { releaseOf, serverNode } from '../../host/lib/releases';

const root = path.join(__dirname, '..', '..', '..');
const fixtures = path.join(root, 'test', 'runner', 'fixtures');
const extension = path.join(fixtures, 'extension');

export interface Run {
  readonly code: number | null;
  /** Standard output and standard error together. */
  readonly output: string;
  readonly counts:
    { readonly passed: number; readonly failed: number; readonly failures: readonly string[] } | undefined;
}

/** Runs a suite of the fixtures as the host suites are run, in the server host. */
export function runHostSuite(name: string, env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const suites = path.join(fixtures, 'suites', name);
  const script = path.join(root, 'test', 'host', 'run.ts');
  return run(['--require', 'tsx/cjs', script, '--extension', extension, '--suites', suites], env);
}

/** Runs a test entry of the fixtures with the VS Code look-alike, as any extension's tests are run. */
export function runEntry(name: string, env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const entry = path.join(fixtures, 'entries', name);
  const launcher = path.join(root, 'test', 'host', 'code.mjs');
  return run([launcher, `--extensionDevelopmentPath=${extension}`, `--extensionTestsPath=${entry}`], env);
}

interface Called extends Run {
  readonly marker: unknown;
}

/** What inside/mocha.cjs leaves of how its tests ended. */
interface Report {
  readonly exitCode: number;
  readonly why: string;
}

/** Runs a test entry through inside/entry.cjs alone, on the Node of VS Code's server but without VS Code. */
export const callEntry = (name: string): Promise<Called> => callFile(path.join(fixtures, 'entries', name));

/** Runs a suite of the fixtures, bundled as it is for VS Code, in the same way. */
export async function callSuite(name: string): Promise<Called & { readonly report: Report }> {
  const suites = path.join(fixtures, 'suites', name);
  const files = fs
    .readdirSync(suites, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.includes('.test.'))
    .map((file) => path.join(suites, file));
  const dir = path.join(root, 'out', 'host', `called-${name}-${process.pid}`);
  const reportFile = path.join(dir, 'report.json');
  try {
    await bundleTests(files, dir);
    const env = { VSCODE_TEST_SUITE: dir, VSCODE_TEST_REPORT: reportFile };
    const called = await callFile(path.join(root, 'test', 'host', 'inside', 'mocha.cjs'), env);
    return { ...called, report: JSON.parse(fs.readFileSync(reportFile, 'utf8')) as Report };
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

async function callFile(file: string, more: Readonly<Record<string, string>> = {}): Promise<Called> {
  await installServer(releaseOf());
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-entry-'));
  const below = (base: string) => path.join(dir, base);
  try {
    const entry = path.join(root, 'test', 'host', 'inside', 'entry.cjs');
    const env = {
      ...more,
      VSCODE_TEST_ENTRY: file,
      VSCODE_TEST_MARKER: below('marker.json'),
      VSCODE_TEST_OUTPUT: below('output'),
    };
    const call = `require(${JSON.stringify(entry)}).run().catch(() => process.exit(1))`;
    const ended = await run(['--eval', call], env, serverNode(releaseOf()));
    const output = fs.readFileSync(below('output'), 'utf8');
    return { ...ended, output, marker: JSON.parse(fs.readFileSync(below('marker.json'), 'utf8')) };
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** Runs Node in the repository; the counts are those that it left in TEST_COUNTS. */
export async function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  node = process.execPath,
): Promise<Run> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-run-'));
  const countsFile = path.join(dir, 'counts.json');
  try {
    const child = spawn(node, args, {
      cwd: root,
      env: {
        ...process.env,
        VSCODE_TEST_HOST: 'server',
        VSCODE_TEST_VERSION: 'current',
        TEST_COUNTS: countsFile,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const add = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    const counts = fs.existsSync(countsFile)
      ? (JSON.parse(fs.readFileSync(countsFile, 'utf8')) as NonNullable<Run['counts']>)
      : undefined;
    return { code, output, counts };
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { makeQuietBuiltins } from './builtins';
import { bundleTests } from './bundle';
import { executableFor } from './desktop';
import { ExitCode, nameOf, RunError } from './exit-codes';
import type { Release } from './releases';
import { writeSettings } from './settings';
import type { MakeWorkspace } from './workspaces';

export interface Suite {
  readonly name: string;
  /** Test files in TypeScript or JavaScript, of one folder. */
  readonly files: readonly string[];
  readonly workspace: MakeWorkspace;
}

export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly exitCode: number;
  /** Empty when all tests passed. */
  readonly why: string;
  /** What failed, each as "title: error". */
  readonly failures: readonly string[];
}

interface Report {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
  readonly exitCode: number;
  readonly why: string;
}

/** Longer than the launcher's own limit, so that it can tell what went wrong. */
const GRACE_MS = 30_000;

/** Runs the tests of a suite with mocha inside the extension host of a VS Code of their own. */
export async function runSuite(suite: Suite, release: Release, extensionDir: string): Promise<SuiteResult> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-host-'));
  // Below the repository, so that what a bundle leaves external is found.
  const bundles = path.join(
    __dirname,
    '..',
    '..',
    '..',
    'out',
    'host',
    `${release.name}-${suite.name}-${process.pid}`,
  );
  try {
    await bundleTests(suite.files, bundles);
    const reportFile = path.join(dir, 'report.json');
    const ended = await launch({ suite, release, extensionDir, dir, bundles, reportFile });
    return judge(ended, readReport(reportFile));
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    return { passed: 0, failed: 1, failures: [], exitCode: error.exitCode, why: error.message };
  } finally {
    fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    fs.rmSync(bundles, { recursive: true, force: true });
  }
}

interface Launch {
  readonly suite: Suite;
  readonly release: Release;
  readonly extensionDir: string;
  readonly dir: string;
  readonly bundles: string;
  readonly reportFile: string;
}

/** Gives the exit code of VS Code, or of the limit that it went over. */
async function launch({ suite, release, extensionDir, dir, bundles, reportFile }: Launch): Promise<number> {
  const executable = await executableFor(release);
  const workspaceDir = path.join(dir, 'workspace');
  fs.mkdirSync(workspaceDir);
  const opening = await suite.workspace(workspaceDir);
  const userDataDir = path.join(dir, 'data');
  writeSettings(userDataDir, opening.settings);
  const quiet = executable.kind === 'server' && !opening.amongAllBuiltins;
  const program = opening.restricted
    ? { path: process.execPath, args: [path.join(__dirname, 'asking-for-trust.mjs'), executable.path] }
    : { path: executable.path, args: [] };

  let code: number = ExitCode.passed;
  const stop = (reason: number) => () => {
    code = reason;
    process.emit('SIGINT'); // The signal for which runTests() ends VS Code, first kindly, then by force.
  };
  const interrupted = () => (code ||= ExitCode.interrupted);
  process.on('SIGINT', interrupted);
  const limit = Number(process.env['VSCODE_TEST_TIMEOUT_MS'] ?? 600_000) + GRACE_MS;
  const timers = [
    setTimeout(stop(ExitCode.timeLimit), limit),
    setTimeout(stop(ExitCode.timeLimit), limit + 5000),
  ];
  try {
    await runTests({
      vscodeExecutablePath: program.path,
      extensionDevelopmentPath: extensionDir,
      extensionTestsPath: path.join(__dirname, '..', 'inside', 'mocha.cjs'),
      launchArgs: [
        ...program.args,
        ...(opening.path === undefined ? [] : [opening.path]),
        '--disable-extensions',
        `--user-data-dir=${userDataDir}`,
        `--extensions-dir=${path.join(dir, 'extensions')}`,
        ...(quiet
          ? [`--builtin-extensions-dir=${makeQuietBuiltins(release, path.join(dir, 'builtins'))}`]
          : []),
      ],
      extensionTestsEnv: {
        VSCODE_TEST_VERSION: release.name,
        VSCODE_TEST_SUITE: bundles,
        VSCODE_TEST_REPORT: reportFile,
        VSCODE_TEST_WORKSPACE: suite.name,
        ...opening.env,
      },
    });
  } catch (error) {
    if (!(error instanceof TestRunFailedError)) throw error;
    code ||= error.code ?? ExitCode.extensionHostEnded;
  } finally {
    timers.forEach(clearTimeout);
    opening.dispose?.();
    process.off('SIGINT', interrupted);
  }
  return code;
}

/** Passed is what both VS Code and mocha's own report call passed. */
function judge(ended: number, report: Report | undefined): SuiteResult {
  const { passed, failed, failures } = report ?? { passed: 0, failed: 0, failures: [] };
  const counts = { passed, failed, failures };
  if (ended === 0 && report?.exitCode === 0) return { ...counts, exitCode: 0, why: '' };
  if (report && report.exitCode !== 0)
    return { ...counts, failed: Math.max(1, counts.failed), exitCode: report.exitCode, why: report.why };
  const exitCode = ended === 0 ? ExitCode.extensionHostEnded : ended;
  const why = report ? 'after its tests had ended' : 'before its tests had ended';
  return { ...counts, failed: counts.failed + 1, exitCode, why: `${nameOf(exitCode)} (${exitCode}) ${why}` };
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined; // Not written: mocha did not come to its end.
  }
}

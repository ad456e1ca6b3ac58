// Runs the host suites: node --import tsx test/host/run.ts [--release current|oldest] [--suites DIR] [--extension DIR] [NAME…]
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ExitCode, RunError } from './lib/exit-codes';
import { releaseOf } from './lib/releases';
import { runSuite, type Suite, type SuiteResult } from './lib/run-suite';
import { WORKSPACES } from './lib/workspaces';

const root = path.join(__dirname, '..', '..');

/** Test files at the top of the suites' folder are opened on this workspace. */
const DEFAULT_WORKSPACE = 'sample';

/** Where the sum goes. Taken out of the environment, which the suites inherit: theirs are parts of it. */
const countsFile = process.env['TEST_COUNTS'];
delete process.env['TEST_COUNTS'];

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      release: { type: 'string' },
      suites: { type: 'string', default: path.join(__dirname, 'suite') },
      extension: { type: 'string', default: root },
    },
  });
  const release = releaseOf(values.release);
  requireBuilt(values.extension);
  const suites = suitesIn(path.resolve(values.suites)).filter(
    ({ name }) => positionals.length === 0 || positionals.includes(name),
  );
  if (suites.length === 0) throw new RunError(ExitCode.noTests, `No test file was found in ${values.suites}`);

  const results: SuiteResult[] = [];
  for (const suite of suites) {
    console.log(`\n  VS Code ${release.vscode}, workspace "${suite.name}"`);
    const result = await runSuite(suite, release, path.resolve(values.extension));
    if (result.why) console.error(`  ${suite.name}: ${result.why.split('\n', 1)[0]!}`);
    results.push(result);
  }
  return summarize(results);
}

/** Prints and stores the sum; gives the exit code of the first suite that did not pass. */
function summarize(results: readonly SuiteResult[]): number {
  const sum = (key: 'passed' | 'failed') => results.reduce((total, result) => total + result[key], 0);
  const failures = results.flatMap(({ failures: own, why }) => (own.length === 0 && why ? [why] : own));
  const counts = { passed: sum('passed'), failed: sum('failed'), pending: 0, failures };
  if (countsFile) fs.writeFileSync(countsFile, JSON.stringify(counts));
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
  return results.find(({ exitCode }) => exitCode !== 0)?.exitCode ?? ExitCode.passed;
}

/** One suite for each folder that has test files; a folder is named for the workspace that it is opened on. */
function suitesIn(dir: string): Suite[] {
  const folders = new Map<string, string[]>();
  for (const file of fs.readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.test\.(ts|js)$/.test(file)) continue;
    const [first, ...rest] = file.split(path.sep);
    const name = rest.length === 0 ? DEFAULT_WORKSPACE : first!;
    folders.set(name, [...(folders.get(name) ?? []), path.join(dir, file)]);
  }
  return [...folders].map(([name, files]) => {
    const workspace = WORKSPACES[name];
    if (!workspace)
      throw new RunError(
        ExitCode.usage,
        `${path.join(dir, name)} is named for no workspace; there are ${Object.keys(WORKSPACES).join(', ')}`,
      );
    return { name, files, workspace };
  });
}

function requireBuilt(extensionDir: string): void {
  const { main: entry } = JSON.parse(fs.readFileSync(path.join(extensionDir, 'package.json'), 'utf8')) as {
    main: string;
  };
  if (!fs.existsSync(path.join(extensionDir, entry)))
    throw new RunError(ExitCode.notReady, `${entry} is missing: run npm run build first`);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const known = error instanceof RunError;
    console.error(known ? error.message : error);
    process.exit(known ? error.exitCode : ExitCode.internalError);
  },
);

'use strict';
// The entry of this project's host suites, in the server host and in the desktop alike: runs mocha on the bundled
// test files of VSCODE_TEST_SUITE and writes what came of it to VSCODE_TEST_REPORT.
const fs = require('node:fs');
const { findSourceMap } = require('node:module');
const path = require('node:path');
const { fileURLToPath } = require('node:url');
const Mocha = require('mocha');
const CountingReporter = require('../../../scripts/lib/counting-reporter.cjs');

const TESTS_FAILED = 1;
const NOT_LOADED = 66;
const NO_TESTS = 68;

exports.run = async function run() {
  process.setSourceMapsEnabled(true);
  const { VSCODE_TEST_SUITE, VSCODE_TEST_REPORT, MOCHA_GREP } = process.env;
  const report = (counts, exitCode, why) => {
    fs.writeFileSync(VSCODE_TEST_REPORT, JSON.stringify({ ...counts, exitCode, why }));
    // VS Code prints the stack of what is thrown here, and the launcher then the message.
    if (exitCode !== 0) throw Object.assign(new Error(why), { exitCode, stack: why.split('\n', 1)[0] });
  };
  const none = { passed: 0, failed: 0, pending: 0, failures: [] };

  let counts = none;
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: CountingReporter,
    reporterOptions: { counted: (counted) => (counts = counted) },
    color: false,
    timeout: 30_000,
    forbidOnly: true,
    forbidPending: true,
    ...(MOCHA_GREP ? { grep: MOCHA_GREP } : {}),
  });
  try {
    for (const file of testFiles(VSCODE_TEST_SUITE)) mocha.addFile(file);
    mocha.loadFiles();
  } catch (error) {
    return report(none, NOT_LOADED, `a test file cannot be loaded: ${sourceStack(error)}`);
  }
  await new Promise((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('fail', (_test, error) => {
      if (error instanceof Error) error.stack = sourceStack(error);
    });
  });
  if (counts.failed > 0) return report(counts, TESTS_FAILED, `${counts.failed} tests failed`);
  if (counts.passed === 0) return report(counts, NO_TESTS, 'no test was executed');
  return report(counts, 0, '');
};

function testFiles(dir) {
  return fs
    .readdirSync(dir, { recursive: true })
    .filter((name) => name.endsWith('.test.js'))
    .sort()
    .map((name) => path.join(dir, name));
}

/** The stack in lines of the source. Node's own mapping is lost because VS Code formats stacks itself. */
function sourceStack(error) {
  return String(error?.stack ?? error).replace(/([^\s(]+):(\d+):(\d+)/g, (place, file, line, column) => {
    const map = findSourceMap(file);
    const entry = map?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry?.originalSource === undefined) return place;
    const source = path.resolve(path.dirname(file), fileOf(entry.originalSource));
    return `${path.relative(process.cwd(), source)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

const fileOf = (source) => (source.startsWith('file:') ? fileURLToPath(source) : source);

'use strict';
// The entry of this project's host suites, in the server host and in the desktop alike: runs mocha on the bundled
// test files of VSCODE_TEST_SUITE and writes what came of it to VSCODE_TEST_REPORT.
const fs = require('node:fs');
const path = require('node:path');
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
    if (exitCode !== 0) throw Object.assign(new Error(why), { exitCode });
  };
  const none = { passed: 0, failed: 0, pending: 0 };

  const mocha = new Mocha({
    ui: 'bdd',
    reporter: CountingReporter,
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
    return report(none, NOT_LOADED, `a test file cannot be loaded: ${error?.stack ?? error}`);
  }
  const counts = await new Promise((resolve) => {
    const runner = mocha.run(() => resolve(CountingReporter.countsOf(runner)));
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

import assert from 'node:assert/strict';
import { ExitCode, nameOf } from '../host/lib/exit-codes';
import { callSuite, runEntry, runHostSuite, type Run } from './support/runs';

/** Each run starts a VS Code of its own. */
const LIMIT_MS = 120_000;

describe('a run of host suites', function () {
  this.timeout(LIMIT_MS);

  const fails: readonly {
    readonly what: string;
    readonly run: () => Promise<Run>;
    readonly code: ExitCode;
    readonly says: RegExp;
  }[] = [
    {
      what: 'a test file is no JavaScript',
      run: () => runHostSuite('not-parsed'),
      code: ExitCode.notLoaded,
      says: /cannot be bundled[^]*not-parsed\.test\.js:\d+:\d+/,
    },
    {
      what: 'no test is executed',
      run: () => runHostSuite('no-tests'),
      code: ExitCode.noTests,
      // The launcher's own line: the code came to it as well.
      says: /noTests: no test was executed/,
    },
    {
      what: 'there is no test file',
      run: () => runHostSuite('../extension'),
      code: ExitCode.noTests,
      says: /No test file was found/,
    },
    {
      what: 'the extension host hangs',
      run: () => runHostSuite('hanging', { VSCODE_TEST_TIMEOUT_MS: '20000' }),
      code: ExitCode.timeLimit,
      says: /timeLimit: no result after 20000 ms/,
    },
    {
      what: 'the extension host ends itself, with success',
      run: () => runHostSuite('exits'),
      code: ExitCode.extensionHostEnded,
      says: /the extension host ended after the tests had started/,
    },
    {
      what: 'the extension host is killed by a bad memory access',
      run: () => runHostSuite('segfaults'),
      code: ExitCode.extensionHostEnded,
      says: /the extension host ended after the tests had started/,
    },
    {
      what: 'the page crashes',
      run: () => runEntry('crashes-page.js'),
      code: ExitCode.pageCrashed,
      says: /pageCrashed/,
    },
    {
      what: 'the browser ends',
      run: () => runEntry('ends-browser.js'),
      code: ExitCode.browserEnded,
      says: /browserEnded/,
    },
    {
      what: 'the server ends',
      run: () => runEntry('ends-server.js'),
      code: ExitCode.serverEnded,
      says: /serverEnded[^]*SIGKILL/,
    },
  ];

  it(`ends with 1 (${nameOf(1)}) when a test fails, and prints and counts those that passed`, async () => {
    const { code, output, counts } = await runHostSuite('failing');
    assert.equal(code, ExitCode.testsFailed, output);
    assert.match(output, /✔ runs in the VS Code that was asked for/);
    assert.match(output, /a line from inside/);
    assert.match(output, /3 passing[^]*1 failing[^]*is wrong[^]*failing\.test\.ts:21:\d+[^]*1 tests failed/);
    const { failures, ...numbers } = counts!;
    assert.deepEqual(numbers, { passed: 3, failed: 1, pending: 0 });
    assert.match(failures.join(), /is wrong/);
    assert.match(output, /3 passed, 1 failed\n$/);
  });

  for (const { what, run, code, says } of fails)
    it(`ends with ${code} (${nameOf(code)}) when ${what}`, async () => {
      const result = await run();
      assert.equal(result.code, code, result.output);
      assert.match(result.output, says);
      assert.notEqual(result.counts?.failed, 0, 'somewhere a failure is counted');
    });
});

/** What fails inside is reported, and ends a run as above. */
describe('the tests inside of the extension host', function () {
  this.timeout(LIMIT_MS);

  for (const { what, suite, code, says } of [
    {
      what: 'a test is left out',
      suite: 'pending',
      code: ExitCode.testsFailed,
      says: /Pending test forbidden/,
    },
    {
      what: 'a test file throws while it is loaded',
      suite: 'throws-on-load',
      code: ExitCode.notLoaded,
      says: /cannot be loaded[^]*thrown while loading[^]*throws-on-load\.test\.ts:2/,
    },
    {
      what: 'a test hides the others with .only',
      suite: 'focused',
      code: ExitCode.notLoaded,
      says: /`\.only` forbidden/,
    },
  ])
    it(`report ${code} (${nameOf(code)}) when ${what}`, async () => {
      const { output, marker, report } = await callSuite(suite);
      const { exitCode, error } = marker as { readonly exitCode: number; readonly error: string };
      assert.deepEqual([exitCode, report.exitCode], [code, code], output);
      assert.match(`${output}\n${error}`, says);
      assert.equal(report.why, error);
    });
});

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
      what: 'a test fails',
      run: () => runHostSuite('failing'),
      code: ExitCode.testsFailed,
      says: /1 passing[^]*1 failing[^]*is wrong[^]*failing\.test\.ts:6:\d+[^]*1 tests failed/,
    },
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
      says: /no test was executed/,
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
      what: 'the extension host aborts',
      run: () => runHostSuite('aborts'),
      code: ExitCode.extensionHostEnded,
      says: /the extension host ended after the tests had started/,
    },
    {
      what: 'the entry has no run()',
      run: () => runEntry('without-run.js'),
      code: ExitCode.neverRan,
      says: /neverRan: .*without-run\.js exports no run\(\)/,
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

  it('passes when all its tests pass, and prints and counts them', async () => {
    const { code, output, counts } = await runHostSuite('passing');
    assert.equal(code, ExitCode.passed, output);
    assert.match(output, /✔ runs in the VS Code that was asked for/);
    assert.match(output, /a line from inside/);
    assert.deepEqual(counts, { passed: 3, failed: 0, pending: 0, failures: [] });
    assert.match(output, /3 passed, 0 failed\n$/);
  });

  it('passes in the oldest supported VS Code', async () => {
    const { code, output } = await runHostSuite('passing', { VSCODE_TEST_VERSION: 'oldest' });
    assert.equal(code, ExitCode.passed, output);
    assert.match(output, /VS Code 1\.105\.1[^]*3 passed, 0 failed\n$/);
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

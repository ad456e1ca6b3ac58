import assert from 'node:assert/strict';
import { ExitCode } from '../host/lib/exit-codes';
import { callEntry } from './support/runs';

describe('the entry in the extension host', () => {
  it('leaves a proof that a run() with a promise ended', async () => {
    const { code, marker } = await callEntry('ends-early.js');
    assert.deepEqual(marker, { state: 'passed' });
    assert.equal(code, 0);
  });

  it('takes a run() with a callback', async () => {
    assert.deepEqual((await callEntry('callback.js')).marker, { state: 'passed' });
  });

  it('takes the number of failures from a callback', async () => {
    const { code, marker } = await callEntry('callback-fails.js');
    assert.equal(code, 1);
    assert.match(JSON.stringify(marker), /"failed".*3 tests failed/);
  });

  it('loads an ES module, and sends on what it prints', async () => {
    const { marker, output } = await callEntry('module.mjs');
    assert.deepEqual(marker, { state: 'passed' });
    assert.equal(output, 'an ES module ran\n');
  });

  it('hands over the error of a run() that rejects', async () => {
    const { code, marker } = await callEntry('rejects.js');
    assert.equal(code, 1);
    assert.match(JSON.stringify(marker), /"failed".*no, thank you.*rejects\.js/);
  });

  it('says where a file cannot be parsed', async () => {
    const { marker } = await callEntry('not-parsed.js');
    assert.equal((marker as { exitCode: number }).exitCode, ExitCode.notLoaded);
    assert.match(JSON.stringify(marker), /not-parsed\.js:\d+/);
  });

  it('says that a file has no run()', async () => {
    const { marker } = await callEntry('without-run.js');
    assert.equal((marker as { exitCode: number }).exitCode, ExitCode.neverRan);
  });
});

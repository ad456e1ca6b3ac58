import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEarlySearch, takeEarlySearch, type SearchCommand } from '../../../../src/node/scan/early';

const folder = fs.realpathSync(os.tmpdir());
const never = new AbortController().signal;

function command(script: string): SearchCommand {
  return { program: process.execPath, args: ['-e', script], folder };
}

/** Starts and takes it, and reads all of it. */
async function search(script: string, before: () => Promise<unknown> = () => Promise.resolve()) {
  startEarlySearch(command(script));
  await before();
  const early = takeEarlySearch(command(script));
  assert.ok(early, 'it is the search that was started');
  const said = { stdout: '', stderr: '' };
  const end = await early.read(
    {
      stdout: (chunk) => (said.stdout += chunk.toString()),
      stderr: (chunk) => (said.stderr += chunk.toString()),
    },
    never,
  );
  return { ...end, ...said };
}

describe('a search that was started early', () => {
  const loud =
    'process.stdout.write("x".repeat(300000) + "."); process.stderr.write("e"); process.exitCode = 1';
  const whole = { code: 1, killedBy: null, stdout: `${'x'.repeat(300_000)}.`, stderr: 'e' };

  it('gives all of its output, whether it is asked for before the end', async () => {
    assert.deepEqual(await search(loud), whole);
  });

  it('or long after it', async () => {
    const file = path.join(folder, `outcomes-early-${process.pid}`);
    const script = `${loud}; process.on("exit", () => fs.writeFileSync(${JSON.stringify(file)}, ""))`;
    const ended = async (): Promise<void> => {
      while (!fs.existsSync(file)) await sleep(10);
      await sleep(100);
    };
    try {
      assert.deepEqual(await search(script, ended), whole);
    } finally {
      fs.rmSync(file, { force: true });
    }
  });

  it('is taken once, and only for the very same search', async () => {
    const wanted = command('setTimeout(() => {}, 20000)');
    for (const other of [
      { ...wanted, args: [...wanted.args, 'more'] },
      { ...wanted, folder: path.dirname(folder) },
      { ...wanted, program: 'rg' },
    ]) {
      startEarlySearch(wanted);
      assert.equal(takeEarlySearch(other), undefined);
      assert.equal(takeEarlySearch(wanted), undefined, 'it was ended');
    }
    startEarlySearch(wanted);
    const early = takeEarlySearch(wanted);
    assert.ok(early);
    assert.equal(takeEarlySearch(wanted), undefined);
    early.end();
    const end = await early.read({ stdout: () => undefined, stderr: () => undefined }, never);
    assert.equal(end.code, null);
  });

  it('ends when the signal is aborted, with the reason', async () => {
    const wanted = command('setInterval(() => process.stdout.write("x"), 5)');
    startEarlySearch(wanted);
    const stop = new AbortController();
    const reading = takeEarlySearch(wanted)!.read(
      { stdout: () => stop.abort(new Error('enough')), stderr: () => undefined },
      stop.signal,
    );
    await assert.rejects(reading, /enough/);
  });

  it('tells that the program did not start', async () => {
    const wanted = { program: path.join(folder, 'no', 'such', 'program'), args: [], folder };
    startEarlySearch(wanted);
    const end = await takeEarlySearch(wanted)!.read(
      { stdout: () => undefined, stderr: () => undefined },
      never,
    );
    assert.deepEqual(end, { code: null, killedBy: null });
  });
});

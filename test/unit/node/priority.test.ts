import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import os from 'node:os';
import { run } from '../../../src/node/process';
import { runBehind } from '../../../src/node/priority';

const { PRIORITY_BELOW_NORMAL } = os.constants.priority;

describe('priority', () => {
  it('puts what is run behind this process, and never before it', async () => {
    // Written when there is something to read, which is long after it was started.
    const program =
      'process.stdin.on("data", () => { process.stdout.write(`${os.getPriority()}`); process.exit() })';
    const { stdout } = await run(process.execPath, ['-e', program], { cwd: os.tmpdir(), input: 'now' });
    assert.equal(Number(stdout.toString()), Math.max(os.getPriority(), PRIORITY_BELOW_NORMAL));
  });

  it('says nothing of a process that did not start or is gone', async () => {
    runBehind(undefined);
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await new Promise((resolve) => child.on('exit', resolve));
    assert.doesNotThrow(() => runBehind(child.pid));
  });
});

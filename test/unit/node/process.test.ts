import assert from 'node:assert/strict';
import os from 'node:os';
import path from 'node:path';
import { HumanError } from '../../../src/core/errors';
import { run } from '../../../src/node/process';

const cwd = os.tmpdir();
const node = (code: string, ...args: string[]): [string, string[]] => [
  process.execPath,
  ['-e', code, '--', ...args],
];

describe('run', () => {
  it('gives exit code, output and what was said on standard error', async () => {
    const result = await run(
      ...node("process.stdout.write('out'); process.stderr.write('err'); process.exitCode = 3"),
      { cwd },
    );
    assert.deepEqual(
      { ...result, stdout: result.stdout.toString() },
      { code: 3, killedBy: null, stdout: 'out', stderr: 'err' },
    );
  });

  it('passes arguments as they are: no shell reads them', async () => {
    const odd = ['$(touch x)', '; echo', 'a "b"', '*', ''];
    const result = await run(...node('process.stdout.write(JSON.stringify(process.argv.slice(1)))', ...odd), {
      cwd,
    });
    assert.deepEqual(JSON.parse(result.stdout.toString()), odd);
  });

  it('writes input and closes it', async () => {
    const result = await run(...node('process.stdin.pipe(process.stdout)'), { cwd, input: 'häuser' });
    assert.equal(result.stdout.toString(), 'häuser');
  });

  it('sets and takes away variables', async () => {
    const code = 'process.stdout.write(String(process.env.OUTCOMES_A) + process.env.PATH)';
    const result = await run(...node(code), { cwd, env: { OUTCOMES_A: '1', PATH: undefined } });
    assert.equal(result.stdout.toString(), '1undefined');
  });

  it('streams output larger than any buffer', async () => {
    let bytes = 0;
    const result = await run(
      ...node("const b = Buffer.alloc(1e6, 'x'); for (let i = 0; i < 20; i++) process.stdout.write(b)"),
      {
        cwd,
        onStdout: (chunk) => {
          bytes += chunk.length;
        },
      },
    );
    assert.equal(bytes, 20e6);
    assert.equal(result.stdout.length, 0);
  });

  it('says what to do when the program is missing', async () => {
    await assert.rejects(run('no-such-program-here', [], { cwd, advice: 'Install it.' }), (error) => {
      assert.ok(error instanceof HumanError);
      assert.equal(
        error.message,
        'Could not start no-such-program-here: the program was not found. Install it.',
      );
      return true;
    });
  });

  it('tells a missing folder from a missing program', async () => {
    const gone = path.join(cwd, 'no-such-folder-here');
    await assert.rejects(run(process.execPath, ['-v'], { cwd: gone }), (error) => {
      assert.ok(error instanceof HumanError);
      assert.equal(error.message, `Could not start ${process.execPath}: the folder ${gone} does not exist.`);
      return true;
    });
  });

  it('ends the process and rejects with the reason when aborted', async () => {
    const abort = new AbortController();
    let pid = 0;
    const running = run(...node('console.log(process.pid); setInterval(() => {}, 1000)'), {
      cwd,
      signal: abort.signal,
      onStdout: (chunk) => {
        pid = Number(chunk.toString());
        abort.abort(new Error('enough'));
      },
    });
    await assert.rejects(running, /^Error: enough$/);
    assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
  });

  it('kills a process that ignores SIGTERM', async function () {
    this.timeout(10_000);
    const abort = new AbortController();
    let pid = 0;
    const running = run(
      ...node("process.on('SIGTERM', () => {}); console.log(process.pid); setInterval(() => {}, 1000)"),
      {
        cwd,
        signal: abort.signal,
        onStdout: (chunk) => {
          pid = Number(chunk.toString());
          abort.abort(new Error('enough'));
        },
      },
    );
    await assert.rejects(running, /enough/);
    assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
  });

  it('starts nothing when it is aborted already', async () => {
    await assert.rejects(
      run('no-such-program-here', [], { cwd, signal: AbortSignal.abort(new Error('early')) }),
      /^Error: early$/,
    );
  });

  it('rejects with what the consumer of the output throws', async () => {
    await assert.rejects(
      run(...node("console.log('x'); setInterval(() => {}, 1000)"), {
        cwd,
        onStdout: () => {
          throw new Error('bad output');
        },
      }),
      /^Error: bad output$/,
    );
  });
});

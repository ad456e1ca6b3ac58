import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createGit } from '../../src/node/git';
import { QUERY } from '../support/git-facts';
import { BARE_ENVIRONMENT, makeRepository, type TestRepository } from '../support/repository';

const cli = path.join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

interface Printed {
  readonly work: readonly { readonly kind: string; readonly file?: string }[];
  readonly skipped: readonly unknown[];
}

describe('the command when something fails', function () {
  this.timeout(120_000);

  let repo: TestRepository;
  let programs: string;
  beforeEach(() => {
    repo = makeRepository();
    repo.write('outcomes.yml', 'version: 1\noutcomes:\n  - { id: calm-desk, title: Calls fall }\n');
    for (let i = 0; i < 50; i++) repo.write(`src/${i}.ts`, '// TODO(calm-desk): explain\n');
    repo.commit('chore: begin\n\nOutcome: calm-desk');
    programs = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-programs-'));
  });
  afterEach(() => {
    repo.remove();
    fs.rmSync(programs, { recursive: true });
  });

  /** A git that does what the script says, first on PATH. */
  const fakeGit = (script: string): string => {
    const file = path.join(programs, 'git');
    fs.writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return file;
  };
  const environment = () => ({
    ...process.env,
    ...BARE_ENVIRONMENT,
    PATH: `${programs}${path.delimiter}${process.env['PATH']}`,
  });
  const work = () => {
    const run = spawnSync(process.execPath, [cli, 'work', '--format', 'json'], {
      cwd: repo.folder,
      env: environment(),
      encoding: 'utf8',
      timeout: 60_000,
    });
    assert.equal(run.status, 0, run.stderr);
    return { ...(JSON.parse(run.stdout) as Printed), stderr: run.stderr };
  };
  const kinds = ({ work: list }: Printed) => {
    const count = (kind: string) => list.filter((item) => item.kind === kind).length;
    return { todos: count('todo'), branches: count('branch'), commits: count('commit') };
  };
  // Its commit is older than what is looked at.
  const whole = { todos: 50, branches: 1, commits: 0 };
  const withoutGit = { todos: 50, branches: 0, commits: 0 };

  for (const [what, script] of [
    ['is ended by a signal', 'kill -9 $$'],
    ['exits with an error and no word', 'exit 128'],
    ['speaks another language', 'head -c 3000 /dev/urandom; exit 0'],
    ['is of a version that knows no option', "echo 'unknown option: -z' >&2; exit 129"],
    ['prints nothing', 'exit 0'],
    [
      'says that the index is locked',
      'echo "fatal: Unable to create \'.git/index.lock\': File exists." >&2; exit 128',
    ],
  ] as const)
    it(`lists the TODOs, and says what it lacks, where git ${what}`, () => {
      fakeGit(script);
      const found = work();
      assert.deepEqual(kinds(found), withoutGit);
      assert.match(found.stderr, /^outcomes: Without git in the folder: git .+\n$/);
      fs.rmSync(path.join(programs, 'git'));
      assert.deepEqual(kinds(work()), whole, 'a second try works');
    });

  it('ends a git that hangs, goes on without it, and leaves no process', async () => {
    const pidFile = path.join(programs, 'pids');
    const program = fakeGit(`echo $$ >> '${pidFile}'; exec sleep 600`);
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const logger = { error: say, warn: say, info: say, debug: say };
    const git = createGit(repo.folder, { logger, program, patience: 300 });
    assert.deepEqual(await git.facts(QUERY, new AbortController().signal), []);
    assert.match(lines.join('\n'), /said nothing for 0\.3 s/);
    const pids = fs.readFileSync(pidFile, 'utf8').trim().split('\n').map(Number);
    assert.ok(pids.length > 0);
    for (const pid of pids) assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
  });

  it('tells all that stays while files come, grow and go under its hands', async () => {
    const stop = new AbortController();
    const churn = (async () => {
      for (let n = 0; !stop.signal.aborted; n++) {
        const file = path.join(repo.folder, 'churn', `${n % 40}.ts`);
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.appendFileSync(file, `${'x'.repeat(5000)}\n// TODO: explain\n`);
        fs.rmSync(path.join(repo.folder, 'churn', `${(n * 7) % 40}.ts`), { force: true });
        if (n % 13 === 0) fs.rmSync(path.join(repo.folder, 'churn'), { recursive: true, force: true });
        if (n % 5 === 0) await wait(1);
      }
    })();
    try {
      for (let round = 0; round < 5; round++) {
        const found = await new Promise<Printed>((resolve, reject) => {
          const child = spawn(process.execPath, [cli, 'work', '--format', 'json'], {
            cwd: repo.folder,
            env: environment(),
          });
          let out = '';
          let said = '';
          child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
          child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
          child.on('close', (code) =>
            code === 0 ? resolve(JSON.parse(out) as Printed) : reject(new Error(`${code}: ${said}`)),
          );
        });
        const staying = found.work.filter(({ kind, file }) => kind === 'todo' && file?.startsWith('src/'));
        assert.equal(staying.length, 50);
      }
    } finally {
      stop.abort();
      await churn;
    }
    fs.rmSync(path.join(repo.folder, 'churn'), { recursive: true, force: true });
    assert.deepEqual(kinds(work()), whole);
  });

  it('ends without a trace when its reader goes away', async () => {
    for (let i = 0; i < 3000; i++)
      repo.write(`more/${i % 30}/${i}.ts`, '// TODO: explain this at some length\n'.repeat(20));
    const child = spawn(process.execPath, [cli, 'work', '--format', 'json'], {
      cwd: repo.folder,
      env: environment(),
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    assert.equal(said, '');
    assert.notEqual(code, 2);
  });

  it('ends at once when it is told to, with its processes', async () => {
    const pidFile = path.join(programs, 'pids');
    fakeGit(`echo $$ >> '${pidFile}'; exec sleep 600`);
    const child = spawn(process.execPath, [cli, 'check'], { cwd: repo.folder, env: environment() });
    while (!fs.existsSync(pidFile)) await wait(20);
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('close', resolve));
    const pids = fs.readFileSync(pidFile, 'utf8').trim().split('\n').map(Number);
    for (let tries = 0; tries < 100 && pids.some(lives); tries++) await wait(50);
    assert.deepEqual(pids.filter(lives), []);
  });
});

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createGit } from '../../src/node/git';
import { run } from '../../src/node/process';
import { trackedThoughIgnored } from '../../src/node/scan/tracked';
import { QUERY } from '../support/git-facts';
import { BARE_ENVIRONMENT, preparedRepository, type TestRepository } from '../support/repository';
import { ended, lives } from './support';

const cli = path.join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

interface Printed {
  readonly work: readonly { readonly kind: string; readonly file?: string }[];
  readonly skipped: readonly unknown[];
}

const prepared = preparedRepository((repo) => {
  repo.write('outcomes.yml', 'version: 1\noutcomes:\n  - { id: calm-desk, title: Calls fall }\n');
  for (let i = 0; i < 50; i++) repo.write(`src/${i}.ts`, '// TODO(calm-desk): explain\n');
  repo.commit('chore: begin\n\nOutcome: calm-desk');
});

describe('the command when something fails', function () {
  this.timeout(120_000);

  let repo: TestRepository;
  let programs: string;
  beforeEach(() => {
    repo = prepared();
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

  it('ends a git that hangs where it is asked for tracked files that are ignored', async () => {
    fakeGit('exec sleep 600');
    const before = process.env['PATH'];
    process.env['PATH'] = environment().PATH;
    const lines: string[] = [];
    try {
      const signal = new AbortController().signal;
      assert.deepEqual(await trackedThoughIgnored(repo.folder, signal, (line) => lines.push(line), 300), []);
    } finally {
      process.env['PATH'] = before;
    }
    assert.match(lines.join('\n'), /said nothing for 0\.3 s/);
  });

  it('does not wait for what an aborted program started', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const pidFile = path.join(programs, 'pid');
    const program = fakeGit(`sleep 600 & echo $! > '${pidFile}'`);
    const running = run(program, [], { cwd: repo.folder, signal: stop.signal, patience: 60_000 });
    // It has ended by then, but its pipes are open.
    await wait(500);
    stop.abort(reason);
    const late = wait(5000, 'late', { ref: false });
    assert.equal(await Promise.race([running.catch((error: unknown) => error), late]), reason);
    process.kill(Number(fs.readFileSync(pidFile, 'utf8')));
  });

  it('ends when a revision is unknown, whatever else git was asked meanwhile', () => {
    const real = whereGitIs();
    // Told at once that the revision is not there, the command ends while others begin or end.
    for (const pause of ['0', '0.02', '0.05']) {
      fakeGit(
        `case "$*" in *rev-parse*HEAD~5*|*merge-base*) ;; *) sleep ${pause};; esac\nexec '${real}' "$@"`,
      );
      const began = performance.now();
      const { status, stderr } = spawnSync(process.execPath, [cli, 'check', '--since', 'HEAD~5'], {
        cwd: repo.folder,
        env: environment(),
        encoding: 'utf8',
        timeout: 30_000,
      });
      assert.equal(status, 2, stderr);
      assert.match(stderr, /no revision "HEAD~5"/);
      assert.ok(performance.now() - began < 20_000);
    }
  });

  it('says the same with a git of 2.25, which knows nothing of what came later', () => {
    const real = whereGitIs();
    repo.git('switch', '-q', '-c', 'topic');
    repo.write('old.ts', '// TODO: new\n');
    repo.git('config', 'branch.topic.outcome', 'calm-desk');
    const modern = work();
    const asked = path.join(programs, 'asked');
    // Each with the version that brought it; in the commands where 2.25 had no such option yet.
    const later = [
      '*rev-parse*--end-of-options*', // 2.30
      '*--path-format*', // 2.31
      '*diff*--merge-base*', // 2.30
      '*--diff-merges*', // 2.31
      '*--no-lazy-fetch*', // 2.44
      '*ls-files*--format*', // 2.38
      '*for-each-ref*--exclude*', // 2.42
      '*for-each-ref*--stdin*', // 2.41
      '*--show-ref-format*', // 2.44
      '*--attr-source*', // 2.41
      '*--config-env*', // 2.31
      '*cat-file*--batch-command*', // 2.36
      '*merge-tree*--write-tree*', // 2.38
      '*log*--remerge-diff*', // 2.35
    ];
    fakeGit(
      [
        `echo "$*" >> '${asked}'`,
        `case "$*" in ${later.join('|')}) echo "error: unknown option" >&2; exit 129;; esac`,
        'if test "$1" = --version; then echo "git version 2.25.0"; exit 0; fi',
        // It knew no settings by the environment.
        'unset GIT_CONFIG_COUNT',
        `exec '${real}' "$@"`,
      ].join('\n'),
    );
    const old = work();
    assert.ok(fs.readFileSync(asked, 'utf8').split('\n').length > 5, fs.readFileSync(asked, 'utf8'));
    assert.deepEqual(old, modern);
    assert.equal(old.stderr, '');
    assert.deepEqual(kinds(old), { todos: 51, branches: 1, commits: 0 });
  });

  it('names what it may not read, and tells the rest', () => {
    repo.write('closed/in.ts', '// TODO: behind a closed folder\n');
    repo.write('secret.ts', '// TODO: secret\n');
    fs.chmodSync(path.join(repo.folder, 'secret.ts'), 0);
    fs.chmodSync(path.join(repo.folder, 'closed'), 0);
    try {
      const [program, ...args] = withoutPrivilege([process.execPath, cli, 'work', '--format', 'json']);
      const { status, stdout, stderr } = spawnSync(program!, args, {
        cwd: repo.folder,
        env: environment(),
        encoding: 'utf8',
      });
      assert.equal(status, 0, stderr);
      const found = JSON.parse(stdout) as Printed;
      assert.equal(kinds(found).todos, 50);
      assert.deepEqual(found.skipped, [
        { file: 'closed', reason: 'unreadable: permission denied' },
        { file: 'secret.ts', reason: 'unreadable: permission denied' },
      ]);
    } finally {
      fs.chmodSync(path.join(repo.folder, 'closed'), 0o755);
    }
    fs.chmodSync(path.join(repo.folder, 'secret.ts'), 0o644);
    assert.equal(kinds(work()).todos, 52, 'and the second try has them');
  });

  it('tells all that stays while files come, grow and go under its hands', async () => {
    const stop = new AbortController();
    const churn = (async () => {
      for (let n = 0; !stop.signal.aborted; n++) {
        const file = path.join(repo.folder, 'churn', `${n % 40}.ts`);
        fs.mkdirSync(path.dirname(file), { recursive: true });
        if (!isPlain(file)) fs.rmSync(file, { recursive: true, force: true });
        fs.appendFileSync(file, `${'x'.repeat(5000)}\n// TODO: explain\n`);
        fs.rmSync(path.join(repo.folder, 'churn', `${(n * 7) % 40}.ts`), { recursive: true, force: true });
        if (n % 11 === 0) disturb(path.join(repo.folder, 'churn', `${n % 40}.ts`), n);
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
    await ended(child);
    const pids = fs.readFileSync(pidFile, 'utf8').trim().split('\n').map(Number);
    for (let tries = 0; tries < 100 && pids.some(lives); tries++) await wait(50);
    assert.deepEqual(pids.filter(lives), []);
  });
});

function isPlain(file: string): boolean {
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true && (stat.mode & 0o200) !== 0;
}

/** Makes something else of a file. */
function disturb(file: string, n: number): void {
  fs.rmSync(file, { recursive: true, force: true });
  if (n % 4 === 0) fs.mkdirSync(file, { recursive: true });
  else if (n % 4 === 1) fs.symlinkSync(path.basename(file), file);
  else if (n % 4 === 2) fs.writeFileSync(file, '// TODO: not for everybody\n', { mode: 0 });
  else fs.writeFileSync(file, Buffer.alloc(300_000, 'TODO\n'));
}

/** The command line for somebody to whom permissions apply: an administrator may read everything. */
function withoutPrivilege(line: readonly string[]): readonly string[] {
  return process.getuid?.() === 0
    ? ['setpriv', '--inh-caps=-all', '--bounding-set=-all', '--', ...line]
    : line;
}

function whereGitIs(): string {
  return execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
}

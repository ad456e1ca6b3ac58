import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BARE_ENVIRONMENT, makeRepository, type TestRepository } from '../support/repository';

const cli = path.join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

/** Names that a shell, a terminal, a parser of lines or a browser might take for something else; the worst first. */
const NAMES = [
  '$(touch ran-name).ts',
  '`touch ran-name`.ts',
  'a;touch ran-name;.ts',
  'a|b&c.ts',
  '-rf.ts',
  '--output=ran-name.ts',
  'line\nbreak.ts',
  'tab\there.ts',
  'escape\u001b[2J.ts',
  'bidi\u202egnp.ts',
  'quote"and\'s.ts',
  'back\\slash.ts',
  'per%0Acent.ts',
  '::error::x.ts',
  ' blank .ts',
  '<script>alert(1)<\\script>.ts',
  'é😀.ts',
  `${'n'.repeat(252)}.ts`,
  '*.ts',
  '[a-z].ts',
  ':(exclude)x.ts',
];

const BRANCHES = [
  '$(touch${IFS}ran-branch)',
  '`touch${IFS}ran-branch`',
  'a;b',
  'é😀',
  '<b>x</b>',
  "it's",
  '"q"',
  'b'.repeat(200),
];

const SUBJECTS = [
  '$(touch ran-subject)',
  '\u001b[2J\u001b]0;owned\u0007',
  '\u202egnp',
  '<img src=x onerror=alert(1)>',
  '::set-output name=a::b',
  '](command:x)',
];

describe('the command in a hostile repository', function () {
  this.timeout(120_000);

  let repo: TestRepository;
  before(() => {
    repo = makeRepository();
    repo.write(
      'outcomes.yml',
      'version: 1\npolicy: { commits-since: 2026-01-01 }\noutcomes:\n  - { id: calm-desk, title: Calls fall }\n',
    );
    repo.commit('chore: begin\n\nOutcome: calm-desk');
    repo.git('branch', 'base');
    repo.git('switch', '-q', '-c', 'topic');
    for (const name of NAMES) repo.write(name, '// TODO: explain\n');
    for (const subject of SUBJECTS) repo.commit(subject);
    for (const branch of BRANCHES) {
      repo.git('switch', '-q', '-c', branch, 'base');
      repo.commit(`work on ${branch}`);
    }
    repo.git('switch', '-q', 'topic');
    fs.symlinkSync('.', path.join(repo.folder, 'loop'));
    fs.symlinkSync('/', path.join(repo.folder, 'top'));
    fs.symlinkSync('gone.ts', path.join(repo.folder, 'dangling.ts'));
    fs.symlinkSync('/etc/passwd', path.join(repo.folder, 'secret.ts'));
    fs.writeFileSync(path.join(repo.folder, 'long.js'), `${'x'.repeat(3_000_000)} // TODO: explain\n`);
    if (process.platform !== 'win32') execFileSync('mkfifo', [path.join(repo.folder, 'pipe.ts')]);
  });
  after(() => repo.remove());

  const outcomes = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args, '--today', '2026-11-22'], {
      cwd: repo.folder,
      env: { ...process.env, ...BARE_ENVIRONMENT },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      timeout: 60_000,
    });
    assert.ok(status === 0 || status === 1, `${args.join(' ')}: ${status} ${stderr}`);
    return stdout;
  };

  it('finds the TODO of every file, by its very name, and follows no link', () => {
    const { work } = JSON.parse(outcomes('work', '--format', 'json')) as {
      work: { kind: string; file?: string; name?: string; subject?: string }[];
    };
    const files = work.filter(({ kind }) => kind === 'todo').map(({ file }) => file);
    assert.deepEqual(files.toSorted(), [...NAMES, 'long.js'].sort());
    const branches = work.filter(({ kind }) => kind === 'branch').map(({ name }) => name);
    assert.deepEqual(branches.toSorted(), [...BRANCHES, 'topic'].sort());
  });

  for (const format of ['text', 'json', 'sarif', 'github', 'junit'])
    it(`prints nothing that acts in a terminal or a log: check --format ${format}`, () => {
      const printed = outcomes('check', '--format', format);
      assert.ok(printed.includes('ran-name'), 'the names are there');
      assert.doesNotMatch(printed, /[\0-\x08\x0b-\x1f\x7f-\x9f]/);
      if (format !== 'json' && format !== 'sarif')
        assert.doesNotMatch(printed, /[\u202a-\u202e\u2066-\u2069]/, 'bidi');
      if (format === 'github')
        for (const line of printed.trimEnd().split('\n'))
          assert.match(line, /^::(?:error|warning|notice)[ :]/);
    });

  for (const [command, ...more] of [
    ['work'],
    ['tree'],
    ['report', '--format', 'md'],
    ['report', '--format', 'html'],
  ] as const)
    it(`prints nothing that acts: ${[command, ...more].join(' ')}`, () => {
      const printed = outcomes(command, ...more);
      assert.ok(printed.length > 0);
      assert.doesNotMatch(printed, /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
      if (command === 'report') assert.doesNotMatch(printed, /<img|<script>alert|<b>x/);
    });

  it('takes names that are given to it as they are', () => {
    for (const name of NAMES.slice(0, 7))
      assert.match(outcomes('why', `./${name}:1:4`), /todo-without-why/, JSON.stringify(name));
    for (const branch of BRANCHES.slice(0, 3))
      assert.match(outcomes('check', '--since', branch), /explain|TODO/, branch);
  });

  it('has run nothing that a name says', () => {
    const ran = fs.readdirSync(repo.folder).filter((name) => name.startsWith('ran-'));
    assert.deepEqual(ran, []);
    assert.ok(!fs.existsSync(path.join(os.homedir(), 'ran-name')));
  });

  it('reads a `.git` file that points elsewhere as git does, and survives one that points nowhere', () => {
    const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-elsewhere-'));
    try {
      for (const target of [
        '/nonexistent/.git',
        '../'.repeat(40) + 'etc',
        '$(touch ran-gitfile)',
        '\0',
        elsewhere,
      ]) {
        fs.writeFileSync(path.join(elsewhere, '.git'), `gitdir: ${target}\n`);
        fs.writeFileSync(path.join(elsewhere, 'a.ts'), '// TODO: explain\n');
        const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'work', '--format', 'json'], {
          cwd: elsewhere,
          encoding: 'utf8',
          timeout: 30_000,
        });
        assert.equal(status, 0, stderr);
        assert.equal((JSON.parse(stdout) as { work: unknown[] }).work.length, 1, target);
      }
      assert.deepEqual(fs.readdirSync(elsewhere).sort(), ['.git', 'a.ts']);
    } finally {
      fs.rmSync(elsewhere, { recursive: true });
    }
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runOutcomes } from '../support/golden';
import { makeRepository, type TestRepository } from '../support/repository';

describe('the command', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-cli-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  const refusals: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown command', ['chekc'], /no command `chekc`.*--help.*Did you mean `check`\?/],
    ['an unknown command that is near to none', ['frobnicate'], /no command `frobnicate`.*lists them\.$/m],
    [
      'a flag in front of the command',
      ['--cwd', '.', 'check'],
      /command comes first.*`outcomes check --cwd`/,
    ],
    ['help on an unknown command', ['help', 'tre'], /no command `tre`.*Did you mean `tree`\?/],
    ['an unknown flag', ['check', '--sinse', 'main'], /--sinse.*check --help.*Did you mean `--since`\?/],
    ['an empty value', ['check', '--format='], /--format needs a value/],
    ['a value that is none of the choices', ['check', '--format', 'xml'], /--format xml.*text, json/],
    ['a day that does not exist', ['check', '--today', '2026-02-30'], /2026-02-30.*YYYY-MM-DD/],
    ['a flag without its value', ['check', '--since'], /--since/],
    ['a folder that does not exist', ['check', '--cwd', 'nowhere'], /nowhere.*does not exist/],
    ['a path where none is taken', ['tree', 'src'], /takes no path.*src/],
    ['a folder without outcomes', ['check'], /no outcomes\.yml.*outcomes init/],
  ];
  for (const [what, args, message] of refusals)
    it(`refuses ${what} in one line with exit code 2`, () => {
      const { code, stdout, stderr } = runOutcomes(folder, args);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^outcomes: [^\n]+\n$/);
      assert.match(stderr, message);
    });

  it('refuses a revision that does not exist, and one that looks like an option', () => {
    runOutcomes(folder, ['init']);
    for (const since of ['no-such-revision', '--output=pwned']) {
      const { code, stderr } = runOutcomes(folder, ['check', `--since=${since}`]);
      assert.equal(code, 2, stderr);
      assert.match(stderr, /^outcomes: [^\n]+\n$/);
    }
    assert.deepEqual(fs.readdirSync(folder), ['outcomes.yml']);
  });

  describe('in a repository', () => {
    let repository: TestRepository;
    before(() => {
      repository = makeRepository();
      repository.write('outcomes.yml', 'version: 1\n');
      repository.write('..odd/deep down/a.ts', '// TODO: one\n');
      repository.commit('chore: begin');
    });
    after(() => repository.remove());

    it('refuses a revision that is not there in one line, and says nothing of another base', () => {
      const { code, stderr } = runOutcomes(repository.folder, ['check', '--since', 'nowhere']);
      assert.equal(code, 2);
      assert.match(stderr, /^outcomes: The repository has no revision "nowhere"[^\n]+\n$/);
    });

    it('says what is missing where git cannot be started', () => {
      const { code, stdout, stderr } = runOutcomes(repository.folder, ['report', '--since', 'main'], {
        PATH: '',
      });
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(
        stderr,
        /^outcomes: nothing can be compared with main: Could not start git\b.*Install git/m,
      );
      assert.doesNotMatch(stderr, /internal error/);
    });

    it('names the repository of a branch and a commit that are not its own', () => {
      const nested = repository.nested('vendor/lib');
      nested.commit('chore: begin');
      nested.git('switch', '--quiet', '--create', 'topic');
      const id = nested.commit('feat: nested').slice(0, 10);
      const { stdout } = runOutcomes(repository.folder, ['work', '--today', '2026-03-05']);
      assert.match(stdout, /^branch topic in vendor\/lib {2}/m);
      assert.match(stdout, new RegExp(`^commit ${id} in vendor/lib  feat: nested`, 'm'));
      assert.match(
        runOutcomes(repository.folder, ['check']).stdout,
        /^branch topic in vendor\/lib {2}warning/m,
      );
      fs.rmSync(nested.folder, { recursive: true, force: true });
    });

    it('tells who stands below the outcomes.yml where it is, and not to write another', () => {
      const below = path.join(repository.folder, '..odd/deep down');
      for (const args of [['check'], ['tree'], ['report'], ['why', 'a.ts:1'], ['check-in', 'm', '5']]) {
        const { code, stdout, stderr } = runOutcomes(below, args);
        assert.deepEqual([code, stdout], [2, ''], args.join(' '));
        assert.match(
          stderr,
          /^outcomes: no outcomes\.yml in [^\n]+outcomes\.yml; run this there, or with `--cwd \.\.\/\.\.`\n$/,
        );
      }
    });

    it('takes a name that starts with two dots for one inside of the folder', () => {
      const inside = runOutcomes(repository.folder, ['check', '..odd', '--format', 'json']);
      assert.match(inside.stdout, /"file":"\.\.odd\/deep down\/a\.ts"/);
      assert.equal(runOutcomes(repository.folder, ['why', '..odd/deep down/a.ts:1:4']).code, 0);
      assert.match(runOutcomes(repository.folder, ['check', '../a.ts']).stderr, /outside of/);
    });

    it('colors what FORCE_COLOR asks for, and nothing else that is no terminal', () => {
      const isColored = (environment: Record<string, string>) =>
        runOutcomes(repository.folder, ['check'], environment).stdout.includes('\u001b[');
      assert.equal(isColored({ NO_COLOR: '', FORCE_COLOR: '' }), false);
      assert.equal(isColored({ NO_COLOR: '', FORCE_COLOR: '1' }), true);
      assert.equal(isColored({ NO_COLOR: '', FORCE_COLOR: '0' }), false);
      assert.equal(isColored({ NO_COLOR: '1', FORCE_COLOR: '1' }), false);
    });
  });

  it('says that the current folder is gone', function () {
    // Windows keeps a folder that somebody is in.
    if (process.platform === 'win32') return;
    const command = path.join(import.meta.dirname, '../../dist/cli.js');
    for (const name of ['check', 'work', 'init']) {
      const gone = fs.mkdtempSync(path.join(folder, 'gone-'));
      const script = 'cd "$1" && rmdir "$1" && exec "$2" "$3" "$4"';
      const { status, stderr } = spawnSync(
        'sh',
        ['-c', script, 'sh', gone, process.execPath, command, name],
        {
          encoding: 'utf8',
        },
      );
      assert.deepEqual(
        [status, stderr],
        [2, 'outcomes: the current folder is not there any more; go to one that is\n'],
      );
    }
  });

  it('says of an outcomes.yml that does not count why', () => {
    const said = () => runOutcomes(folder, ['check']).stderr;
    const file = path.join(folder, 'outcomes.yml');
    fs.symlinkSync('elsewhere.yml', file);
    assert.match(
      said(),
      /^outcomes: [^\n]+outcomes\.yml is a symbolic link, and links are not followed[^\n]+\n$/,
    );
    fs.rmSync(file);
    fs.mkdirSync(file);
    assert.match(said(), /^outcomes: [^\n]+outcomes\.yml is no file\n$/);
    fs.rmdirSync(file);
    fs.writeFileSync(file, 'version: 1\n');
    fs.mkdirSync(path.join(folder, '.git', 'refs'), { recursive: true });
    fs.mkdirSync(path.join(folder, '.git', 'objects'));
    fs.writeFileSync(path.join(folder, '.git', 'HEAD'), 'ref: refs/heads/main\n');
    fs.writeFileSync(path.join(folder, '.gitignore'), '*.yml\n');
    assert.match(
      said(),
      /outcomes\.yml is ignored by git's rules, .*`git check-ignore -v --no-index outcomes\.yml`/,
    );
  });

  it('writes a first file once, whose check succeeds in telling what to do next', () => {
    assert.equal(runOutcomes(folder, ['init']).code, 0);
    const written = fs.readFileSync(path.join(folder, 'outcomes.yml'), 'utf8');
    const again = runOutcomes(folder, ['init']);
    assert.equal(again.code, 2);
    assert.match(again.stderr, /exists already/);
    assert.equal(fs.readFileSync(path.join(folder, 'outcomes.yml'), 'utf8'), written);
    assert.notEqual(runOutcomes(folder, ['check']).code, 2);
  });

  it('lists work also where no outcomes.yml is', () => {
    fs.writeFileSync(path.join(folder, 'a.ts'), '// TODO: one\n');
    const { code, stdout } = runOutcomes(folder, ['work', '--format', 'json']);
    assert.equal(code, 0);
    assert.deepEqual(
      (JSON.parse(stdout) as { work: { file: string; line: number; column: number }[] }).work.map(
        ({ file, line, column }) => [file, line, column],
      ),
      [['a.ts', 1, 4]],
    );
  });

  it('fails at the level that --fail-on names', () => {
    fs.writeFileSync(
      path.join(folder, 'outcomes.yml'),
      'version: 1\noutcomes:\n  - { id: a, title: Customers wait less, why: b, owner: c, due: 2026-12, metrics: [{ title: Wait, baseline: 9, target: 3 }] }\n',
    );
    const today = ['--today', '2026-11-22'];
    assert.equal(runOutcomes(folder, ['check', ...today]).code, 0);
    fs.writeFileSync(path.join(folder, 'a.ts'), '// TODO: one\n');
    assert.equal(runOutcomes(folder, ['check', ...today]).code, 1);
    assert.equal(runOutcomes(folder, ['check', '--fail-on', 'error', ...today]).code, 0);
  });

  it('prints help and version on stdout', () => {
    for (const args of [['--help'], ['check', '--help'], ['check', '-h'], ['help', 'check'], ['help'], []]) {
      const { code, stdout, stderr } = runOutcomes(folder, args);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /outcomes check/);
    }
    assert.match(runOutcomes(folder, ['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
  });
});

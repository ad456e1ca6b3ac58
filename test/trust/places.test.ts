import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { onlyFacts } from '../support/git-facts';
import {
  BARE_ENVIRONMENT,
  makeRepository,
  preparedRepository,
  openRepository,
  type TestRepository,
} from '../support/repository';
import { allSay, command, OUTCOMES, temporary, toldByCommand, toldBySession, writeProgram } from './support';

const prepared = preparedRepository((repo) => {
  repo.write('outcomes.yml', OUTCOMES);
  repo.write('old.ts', '// TODO: old\n');
  repo.commit('Begin\n\nOutcome: calm-desk');
});

/**
 * Wherever a person may open a folder: all work is found at its place, what is new is what git says is new, and what
 * cannot be known is said. Each place is looked at by the command, by a session, and by one that begins with the
 * index that the session before saved; the three must agree.
 */
describe('work is told rightly', function () {
  this.timeout(60_000);

  let repo: TestRepository;
  const others: string[] = [];
  before(() => void Object.assign(process.env, BARE_ENVIRONMENT));
  beforeEach(() => {
    repo = prepared();
  });
  afterEach(() => {
    repo.remove();
    for (const folder of others.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
  });

  /** A folder that is gone after the test. */
  const elsewhere = (name: string): string => {
    const folder = temporary(name);
    others.push(folder);
    return folder;
  };
  const topic = (): void => {
    repo.git('switch', '-q', '-c', 'topic');
    repo.write('new.ts', '// TODO(calm-desk): new\n');
    repo.commit('Add new work');
  };
  const TOPIC = ['new.ts:1:4 TODO new new → calm-desk (stated)', 'old.ts:1:4 TODO old'];

  describe('of repositories in repositories', () => {
    it('where one lies in another and git knows nothing of it: each has its own base', async () => {
      const inner = repo.nested('tools/inner');
      inner.write('a.ts', '// TODO: inner old\n');
      inner.commit('Inner');
      inner.git('switch', '-q', '-c', 'inner-topic');
      inner.write('b.ts', '// TODO: inner new\n');
      inner.commit('Inner too');
      topic();
      repo.git('rm', '-q', '-r', '--cached', 'tools');
      repo.git('commit', '-q', '--amend', '--no-edit');
      const { todos, branches, stderr } = await allSay(repo.folder);
      assert.deepEqual(todos, [
        ...TOPIC,
        'tools/inner/a.ts:1:4 TODO inner old',
        'tools/inner/b.ts:1:4 TODO inner new new',
      ]);
      assert.deepEqual(branches, ['topic', 'inner-topic']);
      assert.equal(stderr, '');
    });

    it('where it is a submodule, also one that was never fetched', async () => {
      const library = makeRepository();
      others.push(library.folder);
      library.write('lib.c', '/* TODO: of the library */\n');
      library.commit('Library');
      for (const at of ['libs/here', 'libs/absent'])
        repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library.folder, at);
      repo.commit('With submodules');
      repo.git('submodule', '--quiet', 'deinit', '-f', 'libs/absent');
      topic();
      fs.appendFileSync(path.join(repo.folder, 'libs/here/lib.c'), '/* TODO: added here */\n');
      const { todos, stderr } = await allSay(repo.folder);
      assert.deepEqual(todos, [
        'libs/here/lib.c:1:4 TODO of the library',
        'libs/here/lib.c:2:4 TODO added here new',
        ...TOPIC,
      ]);
      assert.equal(stderr, '');
      // The submodule itself as the folder: its outcomes are its own, and it has none.
      assert.equal(toldByCommand(path.join(repo.folder, 'libs/here')).todos.length, 2);
    });

    it('where it is a second working tree, opened alone or lying in the first', async () => {
      topic();
      repo.git('switch', '-q', 'main');
      const outside = path.join(elsewhere('tree'), 'second tree');
      for (const at of [outside, path.join(repo.folder, 'trees/side')]) {
        repo.git('worktree', 'add', '-q', at, 'topic');
        assert.deepEqual((await allSay(at)).todos, TOPIC);
        const tree = openRepository(at);
        tree.write('more.ts', '// TODO: not committed\n');
        assert.deepEqual((await allSay(at)).todos, ['more.ts:1:4 TODO not committed new', ...TOPIC]);
        if (at === outside) repo.git('worktree', 'remove', '--force', at);
      }
      const { todos, branches } = await allSay(repo.folder);
      assert.deepEqual(todos, [
        'old.ts:1:4 TODO old',
        'trees/side/more.ts:1:4 TODO not committed new',
        'trees/side/new.ts:1:4 TODO new new → calm-desk (stated)',
        'trees/side/old.ts:1:4 TODO old',
      ]);
      assert.deepEqual(branches, ['main', 'topic'], 'its history is told once');
    });

    it('where a bare repository has one', async () => {
      topic();
      const bare = path.join(elsewhere('bare'), 'bare.git');
      repo.git('clone', '-q', '--bare', repo.folder, bare);
      const { todos, branches, stderr } = toldByCommand(bare);
      assert.deepEqual([todos, branches, stderr], [[], [], ''], 'the bare one itself is no place of work');
      const tree = path.join(path.dirname(bare), 'tree');
      openRepository(bare).git('worktree', 'add', '-q', tree, 'topic');
      assert.deepEqual((await allSay(tree)).todos, TOPIC);
    });
  });

  describe('of clones that lack something', () => {
    it('where only some folders are checked out, before and after more are', async () => {
      for (const folder of ['app', 'desk', 'far']) repo.write(`${folder}/a.ts`, `// TODO: of ${folder}\n`);
      repo.commit('Folders');
      topic();
      repo.git('sparse-checkout', 'set', '--cone', 'app');
      assert.deepEqual((await allSay(repo.folder)).todos, ['app/a.ts:1:4 TODO of app', ...TOPIC]);
      const storage = elsewhere('storage');
      await toldBySession(repo.folder, storage);
      repo.git('sparse-checkout', 'set', '--cone', 'desk');
      const { log, ...found } = await toldBySession(repo.folder, storage);
      const { stderr, ...fresh } = toldByCommand(repo.folder);
      assert.deepEqual(found, fresh, log.join('\n'));
      assert.deepEqual(fresh.todos, ['desk/a.ts:1:4 TODO of desk', ...TOPIC]);
      assert.equal(stderr, '');
    });

    it('where the history is cut off before the base: all is new, and that is said', async () => {
      topic();
      repo.git('switch', '-q', 'main');
      repo.commit('The base goes on');
      const shallow = path.join(elsewhere('shallow'), 'clone');
      const from = `file://${repo.folder}`;
      repo.git('clone', '-q', '--depth=1', '--no-single-branch', '--branch', 'topic', from, shallow);
      const { todos, stderr } = await allSay(shallow);
      assert.deepEqual(todos, [TOPIC[0], 'old.ts:1:4 TODO old new']);
      assert.match(stderr, /shallow clone.+every line counts as new: fetch its history/);
      const check = command(shallow, ['check', '--since', 'HEAD~5'], { codes: [2] });
      assert.match(check.stderr, /HEAD~5.+The clone is shallow: fetch its history\.\n$/);
      openRepository(shallow).git('fetch', '-q', '--unshallow');
      assert.deepEqual((await allSay(shallow)).todos, TOPIC, 'and with the history it is right');
    });

    it('where old contents were left at a server that is gone: changed files are new, and that is said', async () => {
      repo.write('same.ts', '// TODO: the same\n');
      repo.commit('Both');
      repo.git('config', 'uploadpack.allowFilter', 'true');
      repo.git('branch', 'topic');
      repo.git('switch', '-q', 'topic');
      repo.write('old.ts', '// TODO: old\n// TODO: added\n');
      repo.commit('Change');
      repo.git('switch', '-q', 'main');
      const partial = path.join(elsewhere('partial'), 'clone');
      repo.git('clone', '-q', '--filter=blob:none', '--branch', 'topic', `file://${repo.folder}`, partial);
      fs.renameSync(repo.folder, `${repo.folder}-gone`);
      try {
        const { todos, stderr } = await allSay(partial);
        assert.deepEqual(todos, [
          'old.ts:1:4 TODO old new',
          'old.ts:2:4 TODO added new',
          'same.ts:1:4 TODO the same',
        ]);
        assert.match(stderr, /lacks old contents, so each line of a changed file counts as new/);
      } finally {
        fs.renameSync(`${repo.folder}-gone`, repo.folder);
      }
      const after = await allSay(partial);
      assert.equal(after.todos.length, 3);
    });
  });

  describe('in whatever state a repository is', () => {
    it('without a branch, also where no branch holds the commits', async () => {
      topic();
      repo.git('switch', '-q', '--detach');
      repo.git('branch', '-q', '-D', 'topic');
      const { todos, commits } = await allSay(repo.folder);
      assert.deepEqual(todos, TOPIC);
      assert.ok(commits.includes('Add new work'), commits.join());
    });

    for (const backend of ['--merge', '--apply'])
      it(`stopped in a rebase (${backend})`, async () => {
        topic();
        repo.write('old.ts', '// TODO: mine\n');
        repo.commit('Mine');
        repo.git('switch', '-q', 'main');
        repo.write('old.ts', '// TODO: theirs\n');
        repo.commit('Theirs');
        repo.git('switch', '-q', 'topic');
        assert.throws(() => repo.git('rebase', '-q', backend, 'main'));
        const { todos, branches } = await allSay(repo.folder);
        assert.deepEqual(
          todos.filter((todo) => !todo.startsWith('old.ts')),
          TOPIC.slice(0, 1),
        );
        const conflict = todos.filter((todo) => todo.startsWith('old.ts')).map((todo) => todo.slice(7));
        assert.deepEqual(conflict, ['2:4 TODO theirs', '4:4 TODO mine new'], 'both sides are shown');
        assert.deepEqual(branches, ['topic']);
        assert.equal((await onlyFacts(repo.folder)).branch, 'topic', 'the one that is rebased');
        repo.git('rebase', '--abort');
        assert.equal((await allSay(repo.folder)).todos.length, 2);
      });

    it('before the first commit', async () => {
      const young = makeRepository();
      others.push(young.folder);
      young.write('outcomes.yml', OUTCOMES);
      young.write('a.ts', '// TODO: first\n');
      assert.deepEqual((await allSay(young.folder)).todos, ['a.ts:1:4 TODO first new']);
      young.git('add', '.');
      assert.deepEqual((await allSay(young.folder)).todos, ['a.ts:1:4 TODO first new']);
    });

    for (const format of objectFormats())
      it(`with ${format.join(' ')}`, async () => {
        repo.remove();
        repo = makeRepository('main', ...format);
        repo.write('outcomes.yml', OUTCOMES);
        repo.write('old.ts', '// TODO: old\n');
        repo.commit('Begin\n\nOutcome: calm-desk');
        topic();
        const { todos, branches, commits, stderr } = await allSay(repo.folder);
        assert.deepEqual([todos, branches, commits.length, stderr], [TOPIC, ['topic'], 2, '']);
        const storage = elsewhere('storage');
        await toldBySession(repo.folder, storage);
        const { log } = await toldBySession(repo.folder, storage);
        assert.ok(
          log.some((line) => line.includes('Of the saved index')),
          log.join('\n'),
        );
      });

    it('that git refuses to read because it is somebody else’s: the TODOs are there, and why no more is', () => {
      topic();
      const env = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
      const { todos, branches, stderr } = toldByCommand(repo.folder, env);
      assert.deepEqual(
        todos,
        TOPIC.map((todo) => (todo.includes(' new →') ? todo : `${todo} new`)),
      );
      assert.deepEqual(branches, []);
      assert.match(stderr, /^outcomes: Without git in the folder: .*dubious ownership.*safe\.directory.*\n$/);
    });

    it('while git has it locked', async () => {
      topic();
      for (const lock of ['index.lock', 'HEAD.lock', 'config.lock', 'packed-refs.lock', 'shallow.lock'])
        repo.write(`.git/${lock}`, '');
      // What was moved is only known by a look at an index of one's own.
      fs.renameSync(path.join(repo.folder, 'old.ts'), path.join(repo.folder, 'zold.ts'));
      const { todos, branches, stderr } = await allSay(repo.folder);
      assert.deepEqual([todos, branches, stderr], [[TOPIC[0], 'zold.ts:1:4 TODO old'], ['topic'], '']);
      assert.ok(fs.existsSync(path.join(repo.folder, '.git/index.lock')), 'the lock is left alone');
    });
  });

  describe('from wherever it is asked', () => {
    it('of a folder in a repository', async () => {
      repo.write('packages/app/outcomes.yml', OUTCOMES);
      repo.write('packages/app/a.ts', '// TODO: app\n');
      repo.write('packages/.gitignore', 'made/\n');
      repo.write('packages/app/made/kept.ts', '// TODO: ignored and yet tracked\n');
      repo.write('packages/app/made/left.ts', '// TODO: ignored\n');
      repo.git('add', '-f', 'packages/app/made/kept.ts');
      repo.commit('Packages');
      topic();
      repo.write('packages/app/b.ts', '// TODO: in the app\n');
      repo.write('packages/app/a.ts', '// TODO: app\n// TODO: changed\n');
      const { todos, branches } = await allSay(path.join(repo.folder, 'packages/app'));
      assert.deepEqual(todos, [
        'a.ts:1:4 TODO app',
        'a.ts:2:4 TODO changed new',
        'b.ts:1:4 TODO in the app new',
        'made/kept.ts:1:4 TODO ignored and yet tracked',
      ]);
      assert.deepEqual(branches, ['topic']);
    });

    it('of a folder whose path has spaces, a line break, quotes and more, and through a link to it', async () => {
      topic();
      const odd = path.join(elsewhere('odd'), ' a\nb "c" $(d) %41 ;e\\ é\u{1f3af}');
      fs.renameSync(repo.folder, odd);
      try {
        assert.deepEqual((await allSay(odd)).todos, TOPIC);
        const link = path.join(elsewhere('link'), 'to');
        fs.symlinkSync(odd, link);
        assert.deepEqual((await allSay(link)).todos, TOPIC);
      } finally {
        fs.renameSync(odd, repo.folder);
      }
    });

    it('by a hook, for which git sets variables that name other files, also in a second working tree', () => {
      repo.write('.gitignore', 'made/\n');
      repo.write('made/kept.ts', '// TODO: ignored and yet tracked\n');
      repo.git('add', '-f', 'made/kept.ts');
      repo.commit('Ignore');
      topic();
      repo.git('switch', '-q', 'main');
      const tree = path.join(elsewhere('tree'), 'second');
      repo.git('worktree', 'add', '-q', tree, 'topic');
      const heard = elsewhere('heard');
      const hook = path.join(repo.folder, '.git/hooks/pre-commit');
      const ask = `'${process.execPath}' '${path.resolve('dist/cli.js')}' work --format json --today 2026-11-22`;
      const other = repo.nested('other');
      other.write('.gitignore', 'made/\n');
      other.write('made/other.ts', '// TODO: of another repository\n');
      other.git('add', '-f', 'made/other.ts');
      other.commit('Other');
      writeProgram(
        hook,
        `${ask} > '${heard}/answer'`,
        `${ask} --cwd '${other.folder}' > '${heard}/other'`,
        `env > '${heard}/environment'`,
      );
      const second = openRepository(tree);
      second.write('sub/c.ts', '// TODO: in the commit\n');
      second.git('add', '.');
      const expected = toldByCommand(tree).todos;
      second.git('commit', '-q', '-a', '-m', 'By the hook');
      const environment = fs.readFileSync(path.join(heard, 'environment'), 'utf8');
      assert.match(environment, /^GIT_DIR=/m);
      assert.match(environment, /^GIT_INDEX_FILE=/m);
      const files = (answer: string) =>
        (
          JSON.parse(fs.readFileSync(path.join(heard, answer), 'utf8')) as {
            work: { kind: string; file: string; new: boolean }[];
          }
        ).work
          .filter(({ kind }) => kind === 'todo')
          .map((todo) => `${todo.file}${todo.new ? ' new' : ''}`);
      assert.deepEqual(files('answer'), ['made/kept.ts', 'new.ts new', 'old.ts', 'sub/c.ts new']);
      assert.deepEqual(files('other'), ['made/other.ts'], 'of the folder that it names');
      assert.equal(expected.length, 4);
    });
  });

  describe('whatever the files are like', () => {
    it('with names that differ in case alone, in a repository that takes them for one', async () => {
      repo.git('config', 'core.ignoreCase', 'true');
      repo.write('.gitignore', 'Made/\n');
      repo.write('Made/a.ts', '// TODO: ignored\n');
      repo.write('made/a.ts', '// TODO: small\n');
      repo.write('OLD.ts', '// TODO(Calm-Desk): large\n');
      const { todos } = await allSay(repo.folder);
      assert.deepEqual(todos, [
        // What is new is git's word, and to git both are known names.
        'OLD.ts:1:4 TODO large → calm-desk (stated)',
        'made/a.ts:1:4 TODO small',
        'old.ts:1:4 TODO old',
      ]);
      // Git would not tell of this change: to it the file is ignored.
      const storage = elsewhere('storage');
      await toldBySession(repo.folder, storage);
      repo.write('made/a.ts', '// TODO: smaller\n');
      const { log, ...found } = await toldBySession(repo.folder, storage);
      const { stderr, ...fresh } = toldByCommand(repo.folder);
      assert.deepEqual([found, stderr], [fresh, ''], log.join('\n'));
      assert.ok(fresh.todos.some((todo) => todo.includes('smaller')));
      repo.git('switch', '-q', '-c', 'CALM-DESK/queue');
      repo.commit('Work');
      assert.match(command(repo.folder, ['work']).stdout, /CALM-DESK\/queue.+calm-desk/);
    });

    for (const [how, set] of [
      ['by core.autocrlf', () => repo.git('config', 'core.autocrlf', 'true')],
      ['by an attribute', () => repo.write('.gitattributes', '*.ts text eol=crlf\n')],
      ['without conversion', () => repo.git('config', 'core.autocrlf', 'false')],
    ] as const)
      it(`with CRLF line ends, ${how}: places, texts and new lines`, async () => {
        set();
        const before = '// TODO: one\r\n\r\n/*\r\n * TODO: two\r\n *   and more\r\n */\r\n';
        repo.write('windows.ts', before);
        repo.write('outcomes.yml', OUTCOMES.replaceAll('\n', '\r\n'));
        repo.commit('From Windows');
        repo.git('switch', '-q', '-c', 'topic');
        repo.git('rm', '-q', '--cached', 'windows.ts');
        repo.git('checkout', '-q', 'HEAD', '--', 'windows.ts');
        assert.ok(fs.readFileSync(path.join(repo.folder, 'windows.ts'), 'utf8').includes('\r\n'));
        repo.write('windows.ts', `${before}// TODO: three\r\n`);
        const { todos, stderr } = await allSay(repo.folder);
        assert.deepEqual(todos, [
          'old.ts:1:4 TODO old',
          'windows.ts:1:4 TODO one',
          'windows.ts:4:4 TODO two and more',
          'windows.ts:7:4 TODO three new',
        ]);
        assert.equal(stderr, '');
      });

    it('in other encodings: line, column and the words that can be read', async () => {
      const bytes = (...parts: readonly (string | readonly number[])[]) =>
        Buffer.concat(
          parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
        );
      const utf16 = (text: string, big: boolean, mark: boolean) => {
        const little = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
        return big ? little.swap16() : little;
      };
      const text = 'int é; // TODO: über 🎯\r\n\r\n/* FIXME: zwei */\r\n';
      repo.write('latin1.c', bytes('int ', [0xe9], '; // TODO: ', [0xfc], 'ber\n\n/* FIXME: zwei */\n'));
      // Shift-JIS: the second byte of 表 is a backslash, which ends no line here.
      repo.write(
        'sjis.py',
        bytes('x = 1 # ', [0x95, 0x5c], '\n# TODO: ', [0x8e, 0x96, 0x95, 0x5c], ' list\ny = 2\n'),
      );
      repo.write('utf8-mark.c', `\ufeff${text}`);
      repo.write('utf16-le.c', utf16(text, false, true));
      repo.write('utf16-be.c', utf16(text, true, true));
      repo.write('utf16-bare.c', utf16(text, false, false));
      repo.commit('Encodings');
      const { todos, skipped } = await allSay(repo.folder);
      const marked = (file: string) => [`${file}:1:11 TODO über 🎯`, `${file}:3:4 FIXME zwei`];
      assert.deepEqual(todos, [
        'latin1.c:1:11 TODO \ufffdber',
        'latin1.c:3:4 FIXME zwei',
        'old.ts:1:4 TODO old',
        'sjis.py:2:3 TODO \ufffd\ufffd\ufffd\\ list',
        ...marked('utf16-be.c'),
        ...marked('utf16-le.c'),
        ...marked('utf8-mark.c'),
      ]);
      // Without a mark it has a NUL in each word, which is binary to git too.
      assert.deepEqual(skipped, []);
      repo.git('switch', '-q', '-c', 'topic');
      fs.appendFileSync(path.join(repo.folder, 'latin1.c'), bytes('// TODO: ', [0xe4], '\n'));
      const changed = (await allSay(repo.folder)).todos.filter((todo) => todo.startsWith('latin1'));
      assert.deepEqual(
        changed.map((todo) => todo.endsWith(' new')),
        [false, false, true],
      );
    });
  });
});

/** The forms of a repository that this git can make besides the usual one. */
function objectFormats(): string[][] {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(execFileSync('git', ['--version'], { encoding: 'utf8' }))!;
  const hasReftable = Number(major) > 2 || Number(minor) >= 45;
  return [['--object-format=sha256'], ...(hasReftable ? [['--ref-format=reftable']] : [])];
}

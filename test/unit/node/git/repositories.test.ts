import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createGit } from '../../../../src/node/git';
import { factsOf, onlyFacts, QUERY, shownAdded, withBareGit } from '../../../support/git-facts';
import { makeRepository, openRepository, type TestRepository } from '../../../support/repository';

describe('repositories of a folder', () => {
  withBareGit();
  let repo: TestRepository;
  beforeEach(() => (repo = makeRepository()));
  afterEach(() => repo.remove());

  const names = async (folder = repo.folder) =>
    (await factsOf(folder)).facts.map((facts) => facts.repository);

  it('are none without a repository, which is nothing to warn of', async () => {
    fs.rmSync(path.join(repo.folder, '.git'), { recursive: true });
    assert.deepEqual(await factsOf(repo.folder), { facts: [], warnings: [] });
  });

  it('are none inside of .git or in a bare repository', async () => {
    repo.commit('first');
    assert.deepEqual(await names(path.join(repo.folder, '.git')), []);
    const bare = path.join(repo.folder, 'bare');
    repo.git('clone', '-q', '--bare', '.', 'bare');
    assert.deepEqual(await names(bare), []);
  });

  it('include submodules, untracked repositories and those in them, but not what is ignored or not fetched', async () => {
    const library = makeRepository();
    try {
      library.write('lib.c', 'x\n');
      library.commit('library');
      repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library.folder, 'libs/one');
      repo.git(
        '-c',
        'protocol.file.allow=always',
        'submodule',
        '--quiet',
        'add',
        library.folder,
        'libs/absent',
      );
      repo.write('.gitignore', 'ignored/\n');
      repo.commit('with submodules');
      repo.git('submodule', '--quiet', 'deinit', '-f', 'libs/absent');
      const untracked = repo.nested('new one');
      untracked.write('a', 'x\n');
      const inner = untracked.nested('deep/er');
      inner.write('b', 'x\n');
      repo.nested('ignored/other');
      openRepository(path.join(repo.folder, 'libs/one')).write('more.c', 'x\n');
      const { facts, warnings } = await factsOf(repo.folder);
      assert.deepEqual(
        facts.map((one) => [one.repository, shownAdded(one)]),
        [
          ['', {}],
          ['libs/one', { 'libs/one/more.c': 'all' }],
          ['new one', { 'new one/a': 'all' }],
          ['new one/deep/er', { 'new one/deep/er/b': 'all' }],
        ],
      );
      assert.deepEqual(warnings, []);
    } finally {
      library.remove();
    }
  });

  it('are not mistaken for files whose names look like what git says of them', async () => {
    const names = ['160000 a', '? b', 'H 160000 c', '160000 0000 0'];
    for (const name of names) repo.write(name, 'x\n');
    repo.commit('tracked');
    for (const name of names) repo.write(`untracked/${name}`, 'x\n');
    for (const name of names) repo.write(`${name}.new`, 'x\n');
    const { facts, warnings } = await factsOf(repo.folder);
    const added = [...names.map((name) => `untracked/${name}`), ...names.map((name) => `${name}.new`)];
    assert.deepEqual(
      facts.map((one) => [one.repository, shownAdded(one)]),
      [['', Object.fromEntries(added.sort().map((name) => [name, 'all']))]],
    );
    assert.deepEqual(warnings, []);
  });

  it('are told from thousands of files, however what git says of them is cut into pieces', async () => {
    repo.write('tracked', 'x\n');
    repo.commit('first');
    // Names of two and three bytes a character, longer together than what a pipe gives at a time.
    const names = Array.from({ length: 2000 }, (_, i) => `neu/${'ü€'.repeat(10 + (i % 7))}-${i}`);
    for (const name of names) repo.write(name, 'x\n');
    repo.nested('zuletzt').write('a', 'x\n');
    const { facts } = await factsOf(repo.folder);
    assert.deepEqual(
      facts.map((one) => one.repository),
      ['', 'zuletzt'],
    );
    assert.deepEqual([...facts[0]!.added.keys()].sort(), names.sort());
  });

  it('are found below a folder that is in none', async () => {
    const parent = `${repo.folder}-many`;
    fs.mkdirSync(parent);
    const outer = openRepository(parent);
    try {
      outer.nested('b').commit('x');
      outer.nested('group/a').commit('x');
      outer.nested('.hidden');
      outer.nested('node_modules/dep');
      assert.deepEqual(await names(parent), ['b', 'group/a']);
      const { facts } = await factsOf(parent, { addedSince: 'main' });
      assert.equal(facts.length, 2);
      await assert.rejects(factsOf(parent, { addedSince: 'nope' }), /"nope"/);
    } finally {
      outer.remove();
    }
  });

  it('tell the history of a repository once, though it has a worktree inside', async () => {
    repo.commit('base');
    repo.git('worktree', 'add', '-q', '-b', 'side', 'trees/side');
    openRepository(path.join(repo.folder, 'trees/side')).commit('on the side');
    const { facts } = await factsOf(repo.folder);
    assert.deepEqual(
      facts.map((one) => [one.repository, one.branch, one.branches.length, one.commits.length]),
      [
        ['', 'main', 2, 2],
        ['trees/side', 'side', 0, 0],
      ],
    );
  });

  it('take a revision that only the folder’s own repository knows', async () => {
    repo.commit('first');
    repo.git('tag', 'v1');
    repo.nested('inner').commit('x');
    const { facts } = await factsOf(repo.folder, { addedSince: 'v1' });
    assert.deepEqual(
      facts.map((one) => one.repository),
      ['', 'inner'],
    );
  });

  it('are found through a link to the folder and from inside of a hook', async () => {
    repo.write('a', 'x\n');
    repo.commit('first');
    const link = `${repo.folder}-link`;
    fs.symlinkSync(repo.folder, link);
    process.env['GIT_DIR'] = '/nonexistent';
    process.env['GIT_INDEX_FILE'] = '/nonexistent/index';
    try {
      const facts = await onlyFacts(link);
      assert.equal(facts.repository, '');
      assert.deepEqual(shownAdded(facts), {});
    } finally {
      Reflect.deleteProperty(process.env, 'GIT_DIR');
      Reflect.deleteProperty(process.env, 'GIT_INDEX_FILE');
      fs.unlinkSync(link);
    }
  });

  it('are none, and one line says why, where git is missing', async () => {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const logger = { error: say, warn: say, info: say, debug: say };
    const git = createGit(repo.folder, { logger, program: path.join(repo.folder, 'no-git') });
    for (let i = 0; i < 2; i++) {
      assert.deepEqual(await git.facts(QUERY, new AbortController().signal), []);
    }
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /Install git/);
  });

  it('are none, and one line says why, where git refuses a folder of somebody else', async () => {
    repo.commit('first');
    process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER'] = '1';
    try {
      const { facts, warnings } = await factsOf(repo.folder);
      assert.deepEqual(facts, []);
      assert.equal(warnings.length, 1);
      assert.match(warnings[0]!, /dubious ownership/);
    } finally {
      Reflect.deleteProperty(process.env, 'GIT_TEST_ASSUME_DIFFERENT_OWNER');
    }
  });

  it('reject with the reason when aborted', async () => {
    repo.commit('first');
    const say = (line: string): never => {
      throw new Error(`logged: ${line}`);
    };
    const logger = { error: say, warn: say, info: say, debug: say };
    const git = createGit(repo.folder, { logger });
    const reason = new Error('enough');
    await assert.rejects(git.facts(QUERY, AbortSignal.abort(reason)), reason);
    // A promise that nobody awaits would end the process here.
    for (const delay of [1, 5, 10, 15, 20, 30]) {
      const stop = new AbortController();
      const facts = git.facts(QUERY, stop.signal);
      setTimeout(() => stop.abort(reason), delay);
      await facts.then(
        () => assert.ok(delay > 10, 'done before it was aborted'),
        (error: unknown) => assert.equal(error, reason),
      );
    }
  });
});

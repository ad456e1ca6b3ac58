import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { HumanError } from '../../../../src/core';
import { createGitWriter, switchRefusal } from '../../../../src/node/git/write';
import { gitDirOf, operationIn, workTreeOf } from '../../../../src/node/git/work-tree';
import { onlyFacts, withBareGit } from '../../../support/git-facts';
import {
  makeRepository,
  preparedRepository,
  openRepository,
  type TestRepository,
} from '../../../support/repository';

/** Names that git takes and that a shell, an option parser or a configuration file would not take as they are. */
const HOSTILE = [
  '$(touch${IFS}x)',
  '`id`',
  'a;b',
  "it's",
  'say"so"',
  'a=b',
  'a.b.outcome',
  '#1',
  'ünï/code',
  'x|y&z>w',
  '%s%n',
  'UPPER/lower',
  ']x',
];

const prepared = preparedRepository((repository) => {
  repository.write('a.ts', 'one\n');
  repository.commit('first');
});

describe('writing to git', () => {
  withBareGit();
  let repository: TestRepository;
  let others: string[];
  beforeEach(() => {
    repository = prepared();
    others = [];
  });
  afterEach(() => {
    repository.remove();
    for (const folder of others) fs.rmSync(folder, { recursive: true, force: true });
  });

  const writer = (folder = repository.folder) => createGitWriter(folder);
  const config = () => fs.readFileSync(path.join(repository.folder, '.git/config'), 'utf8');
  const head = () => repository.git('symbolic-ref', '--short', 'HEAD');
  const refusal = async (work: Promise<unknown>): Promise<string> => {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof HumanError, String(error));
    return error.message;
  };
  /** A second working tree of the repository. */
  const worktree = (branch: string): TestRepository => {
    const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-tree-')));
    others.push(folder);
    repository.git('worktree', 'add', '--quiet', '-b', branch, path.join(folder, 'tree'));
    return openRepository(path.join(folder, 'tree'));
  };

  describe('a branch’s outcome', () => {
    it('is what git’s configuration holds, and goes without a trace', async () => {
      const before = config();
      assert.deepEqual(await writer().setOutcome('main', ['voip']), []);
      assert.equal(repository.git('config', 'branch.main.outcome'), 'voip');
      assert.deepEqual((await onlyFacts(repository.folder)).branches[0]?.config, ['voip']);
      assert.deepEqual(await writer().setOutcome('main', ['calm', 'desk']), ['voip']);
      assert.deepEqual(await writer().outcomeOf('main'), ['calm', 'desk']);
      assert.deepEqual(await writer().setOutcome('main', []), ['calm', 'desk']);
      assert.equal(config(), before);
      assert.deepEqual(await writer().setOutcome('main', []), []);
    });

    it('leaves everything else in the file as it is', async () => {
      const file = path.join(repository.folder, '.git/config');
      const text = `${config()}# mine\n[branch "main"]\n\tremote = origin ; why not\n\toutcome = old\n\toutcome = older\n`;
      fs.writeFileSync(file, text);
      assert.deepEqual(await writer().setOutcome('main', ['voip']), ['old', 'older']);
      const lines = config().split('\n');
      assert.ok(lines.includes('# mine') && lines.includes('\tremote = origin ; why not'));
      await writer().setOutcome('main', ['old', 'older']);
      assert.equal(config(), text);
    });

    for (const name of HOSTILE)
      it(`is noted for a branch called ${name}`, async () => {
        repository.git('branch', '--', name);
        await writer().setOutcome(name, ['voip']);
        assert.deepEqual(await writer().outcomeOf(name), ['voip']);
        const { branches } = await onlyFacts(repository.folder);
        assert.deepEqual(branches.find((branch) => branch.name === name)?.config ?? ['voip'], ['voip']);
        assert.deepEqual(await writer().outcomeOf('main'), []);
        await writer().setOutcome(name, []);
        assert.deepEqual(await writer().outcomeOf(name), []);
        assert.deepEqual(fs.readdirSync(repository.folder).sort(), ['.git', 'a.ts']);
      });

    it('is refused for what is no name of a branch', async () => {
      for (const name of ['', '-x', '--global', 'a\nb', 'a\0b'])
        assert.match(await refusal(writer().setOutcome(name, ['voip'])), /is no name of a branch/);
    });

    it('takes any value literally', async () => {
      for (const id of ['--unset', '$(id)', 'a "b" \\ c', ' # ; '])
        await writer()
          .setOutcome('main', [id])
          .then(async () => assert.deepEqual(await writer().outcomeOf('main'), [id]));
    });

    it('is shared by all worktrees', async () => {
      const tree = worktree('side');
      tree.git('config', 'extensions.worktreeConfig', 'true');
      await writer(tree.folder).setOutcome('side', ['voip']);
      assert.match(config(), /\[branch "side"\]\n\toutcome = voip\n/);
      assert.deepEqual(await writer().outcomeOf('side'), ['voip']);
      await writer().setOutcome('side', []);
      assert.deepEqual(await writer(tree.folder).outcomeOf('side'), []);
    });

    it('names the file that states it, when that is not the repository’s own', async () => {
      const included = path.join(repository.folder, '.git/team config');
      fs.writeFileSync(included, '[branch "main"]\n\toutcome = voip\n');
      repository.git('config', 'include.path', 'team config');
      const before = config();
      for (const ids of [[], ['other']])
        assert.equal(
          await refusal(writer().setOutcome('main', ids)),
          `${included} says that branch main serves voip. Change it there.`,
        );
      assert.deepEqual(await writer().setOutcome('main', ['voip']), ['voip']);
      assert.equal(config(), before);
      await writer().setOutcome('side', ['voip']);
    });

    it('says why it could not be written', async () => {
      fs.writeFileSync(path.join(repository.folder, '.git/config.lock'), '');
      assert.match(
        await refusal(writer().setOutcome('main', ['voip'])),
        /^Git could not note the outcome of branch main\. Could not lock config file \.git\/config: File exists\.$/,
      );
    });

    it('says that there is no repository', async () => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-none-'));
      others.push(folder);
      assert.match(await refusal(writer(folder).state(null)), /not a git repository/i);
    });
  });

  describe('a new branch', () => {
    it('begins at the commit, follows nothing, and takes uncommitted work along', async () => {
      const first = repository.git('rev-parse', 'HEAD');
      repository.git('update-ref', 'refs/remotes/origin/main', first);
      repository.write('b.ts', 'x\n');
      repository.commit('second');
      repository.write('c.ts', 'mine\n');
      const { base } = await writer().state('origin/main');
      assert.deepEqual(base, { ref: 'origin/main', oid: first });
      await writer().create('calm/desk', base.oid);
      assert.equal(head(), 'calm/desk');
      assert.equal(repository.git('rev-parse', 'HEAD'), first);
      assert.ok(!config().includes('[branch'));
      assert.equal(fs.readFileSync(path.join(repository.folder, 'c.ts'), 'utf8'), 'mine\n');
    });

    it('may be the first', async () => {
      const empty = makeRepository();
      others.push(empty.folder);
      const { branch, head: commit, base } = await writer(empty.folder).state(null);
      assert.deepEqual([branch, commit, base], ['main', null, null]);
      await writer(empty.folder).create('calm', null);
      assert.equal(empty.git('symbolic-ref', 'HEAD'), 'refs/heads/calm');
    });

    it('is not made over uncommitted changes, which it names', async () => {
      const first = repository.git('rev-parse', 'HEAD');
      repository.write('a.ts', 'two\n');
      repository.commit('second');
      repository.write('a.ts', 'three\n');
      assert.equal(
        await refusal(writer().create('calm', first)),
        'Git could not make branch calm. Uncommitted changes in a.ts are in its way. Commit or stash them.',
      );
      assert.equal(head(), 'main');
      assert.deepEqual([...(await writer().state(null)).branches.keys()], ['main']);
    });

    it('is not made over a file that git does not know', async () => {
      const first = repository.git('rev-parse', 'HEAD');
      repository.git('rm', '-q', 'a.ts');
      repository.commit('second');
      repository.write('a.ts', 'mine\n');
      assert.match(
        await refusal(writer().create('calm', first)),
        /Files that git does not track are in its way: a\.ts\./,
      );
    });

    it('is not made twice, nor below another', async () => {
      assert.match(await refusal(writer().create('main', null)), /already exists\.$/);
      assert.match(await refusal(writer().create('main/x', null)), /main/);
      assert.match(await refusal(writer().create('a..b', null)), /not a valid branch name/);
    });

    it('runs the hooks that a checkout in a terminal would run', async () => {
      const hook = path.join(repository.folder, '.git/hooks/post-checkout');
      fs.mkdirSync(path.dirname(hook), { recursive: true });
      fs.writeFileSync(hook, '#!/bin/sh\necho ran > .git/ran\n', { mode: 0o755 });
      await writer().create('calm', null);
      assert.ok(fs.existsSync(path.join(repository.folder, '.git/ran')));
    });

    it('is taken back while it has no commits of its own', async () => {
      const first = repository.git('rev-parse', 'HEAD');
      await writer().create('calm', first);
      await writer().setOutcome('calm', ['voip']);
      await writer().switchTo('main');
      await writer().remove('calm', first);
      assert.ok(!config().includes('calm'));
      await writer().create('calm', first);
      repository.commit('work');
      await writer().switchTo('main');
      assert.match(await refusal(writer().remove('calm', first)), /has commits of its own/);
      assert.equal((await writer().state(null)).branches.size, 2);
    });
  });

  describe('a switch', () => {
    it('goes to the branch, and says where else it is checked out', async () => {
      const tree = worktree('side');
      repository.git('branch', 'calm');
      await writer().switchTo('calm');
      assert.equal(head(), 'calm');
      assert.equal(await writer().checkedOutAt('side'), tree.folder);
      assert.equal(await writer(tree.folder).checkedOutAt('side'), undefined);
      assert.equal(await writer().checkedOutAt('main'), undefined);
      assert.equal(
        await refusal(writer().switchTo('side')),
        `Git could not switch to branch side. It is checked out in ${tree.folder}.`,
      );
    });

    it('makes no branch of a remote one', async () => {
      repository.git('update-ref', 'refs/remotes/origin/far', 'HEAD');
      assert.match(await refusal(writer().switchTo('far')), /Git could not switch to branch far\./);
    });

    it('counts the files that are in its way', () => {
      const files = ['a', 'b', 'c', 'd', 'e'].map((file) => `\t${file}\n`).join('');
      const text = `error: Your local changes to the following files would be overwritten by checkout:\n${files}Aborting`;
      assert.match(switchRefusal(text)!, /^Uncommitted changes in a, b, c and 2 more are/);
      assert.equal(switchRefusal('fatal: something else'), undefined);
    });
  });

  describe('the state', () => {
    it('tells a detached HEAD, and one whose commits nothing holds', async () => {
      repository.git('switch', '--quiet', '--detach');
      const held = await writer().state(null);
      assert.deepEqual([held.branch, held.detached, held.adrift], [null, true, false]);
      repository.commit('nobody holds this');
      assert.equal((await writer().state(null)).adrift, true);
      repository.git('tag', 'kept');
      assert.equal((await writer().state(null)).adrift, false);
    });

    it('tells a rebase, of which branch, and a merge, in the worktree that they happen in', async () => {
      const tree = worktree('side');
      repository.write('a.ts', 'two\n');
      repository.commit('second');
      tree.write('a.ts', 'three\n');
      tree.commit('other');
      assert.throws(() => tree.git('rebase', 'main'));
      const { branch, operation, detached } = await writer(tree.folder).state(null);
      assert.deepEqual([branch, operation, detached], ['side', 'rebase', true]);
      assert.equal((await writer().state(null)).operation, null);
      await writer(tree.folder).setOutcome('side', ['voip']);
      assert.deepEqual(await writer().outcomeOf('side'), ['voip']);
      tree.git('rebase', '--abort');
      assert.throws(() => tree.git('merge', 'main'));
      assert.equal((await writer(tree.folder).state(null)).operation, 'merge');
      tree.git('merge', '--abort');
      assert.equal((await writer(tree.folder).state(null)).operation, null);
    });

    it('tells a cherry-pick, a revert and a bisect', async () => {
      const first = repository.git('rev-parse', 'HEAD');
      repository.write('a.ts', 'two\n');
      const second = repository.commit('second');
      repository.write('a.ts', 'three\n');
      repository.commit('third');
      const operation = async () => (await writer().state(null)).operation;
      assert.throws(() => repository.git('revert', '--no-edit', second));
      assert.equal(await operation(), 'revert');
      repository.git('revert', '--abort');
      repository.git('bisect', 'start', 'HEAD', first);
      assert.equal(await operation(), 'bisect');
      repository.git('bisect', 'reset');
      repository.git('switch', '-q', '-c', 'side', first);
      assert.throws(() => repository.git('cherry-pick', 'main'));
      assert.equal(await operation(), 'cherry-pick');
    });
  });

  describe('a git folder', () => {
    it('leads to its working tree and back, of a worktree and a submodule too', () => {
      const tree = worktree('side');
      const outer = makeRepository();
      others.push(outer.folder);
      outer.git(
        '-c',
        'protocol.file.allow=always',
        'submodule',
        '--quiet',
        'add',
        repository.folder,
        'in side',
      );
      for (const top of [repository.folder, tree.folder, outer.folder, path.join(outer.folder, 'in side')]) {
        const gitDir = gitDirOf(top)!;
        assert.ok(fs.existsSync(path.join(gitDir, 'HEAD')), gitDir);
        assert.equal(workTreeOf(gitDir), top);
        assert.equal(operationIn(gitDir), null);
      }
      assert.equal(gitDirOf(os.tmpdir()), undefined);
      assert.equal(workTreeOf(path.join(os.tmpdir(), 'nowhere')), undefined);
    });
  });
});

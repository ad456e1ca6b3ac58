import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { HumanError } from '../../../../src/core/errors';
import { factsOf, onlyFacts, shownAdded, withBareGit } from '../../../support/git-facts';
import { makeRepository, openRepository, type TestRepository } from '../../../support/repository';

describe('the base', () => {
  withBareGit();
  let repo: TestRepository;
  beforeEach(() => (repo = makeRepository('trunk')));
  afterEach(() => repo.remove());

  const baseRef = async (wanted: string | null = null) =>
    (await onlyFacts(repo.folder, { base: wanted })).base?.ref ?? null;
  const remote = (name: string) => repo.git('update-ref', `refs/remotes/${name}`, 'HEAD');

  it('is the remote’s HEAD, then origin’s main or master, then main or master', async () => {
    repo.commit('first');
    assert.equal(await baseRef(), null);
    repo.git('branch', 'master');
    assert.equal(await baseRef(), 'master');
    repo.git('branch', 'main');
    assert.equal(await baseRef(), 'main');
    remote('upstream/main');
    assert.equal(await baseRef(), 'upstream/main');
    remote('origin/master');
    assert.equal(await baseRef(), 'origin/master');
    remote('origin/main');
    assert.equal(await baseRef(), 'origin/main');
    remote('upstream/next');
    repo.git('symbolic-ref', 'refs/remotes/upstream/HEAD', 'refs/remotes/upstream/next');
    assert.equal(await baseRef(), 'upstream/next');
    remote('origin/develop');
    repo.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/develop');
    assert.equal(await baseRef(), 'origin/develop');
  });

  it('passes over a remote’s HEAD that points to nothing', async () => {
    repo.commit('first');
    remote('origin/main');
    repo.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/deleted');
    assert.equal(await baseRef(), 'origin/main');
  });

  it('is what the policy names: a branch, a remote branch, a tag or a commit', async () => {
    const first = repo.commit('first');
    repo.git('branch', 'main');
    repo.git('tag', '-a', '-m', 'x', 'v1');
    repo.git('branch', 'release/2');
    remote('origin/next');
    for (const wanted of ['release/2', 'origin/next', 'v1', 'HEAD', first, 'refs/heads/release/2']) {
      const facts = await onlyFacts(repo.folder, { base: wanted });
      assert.deepEqual(facts.base, { ref: wanted, oid: first, mergeBase: first });
    }
  });

  it('falls back when the named one is missing, and says so once', async () => {
    repo.commit('first');
    repo.git('branch', 'main');
    repo.git('branch', 'develop');
    const { facts, warnings } = await factsOf(repo.folder, { base: 'origin/main' });
    assert.equal(facts[0]!.base!.ref, 'main');
    assert.deepEqual(warnings, [
      'This repository has no revision "origin/main": new work is measured against main.',
    ]);
    assert.equal(await baseRef('origin/develop'), 'develop');
    remote('origin/stable');
    assert.equal(await baseRef('stable'), 'origin/stable');
    assert.equal(await baseRef('no/such'), 'main');
    for (const odd of [
      '--all',
      '-x',
      '',
      ' ',
      'a b',
      'main..trunk',
      '^main',
      '*',
      '$(touch x)',
      'main^{tree}',
    ]) {
      assert.equal(await baseRef(odd), 'main', odd);
    }
  });

  it('has the merge base with HEAD', async () => {
    const fork = repo.commit('fork');
    repo.git('branch', 'main');
    repo.commit('mine');
    repo.git('switch', '-q', 'main');
    const tip = repo.commit('theirs');
    repo.git('switch', '-q', 'trunk');
    const facts = await onlyFacts(repo.folder);
    assert.deepEqual(facts.base, { ref: 'main', oid: tip, mergeBase: fork });
  });

  it('is missing in a shallow clone that was cut before it, which is said', async () => {
    repo.commit('fork');
    repo.git('branch', 'main');
    repo.write('a', 'x\n');
    repo.commit('mine');
    repo.commit('mine too');
    repo.git('switch', '-q', 'main');
    repo.commit('theirs');
    repo.git('switch', '-q', 'trunk');
    const folder = `${repo.folder}-clone`;
    try {
      repo.git('clone', '-q', '--depth=1', '--no-single-branch', `file://${repo.folder}`, folder);
      const { facts, warnings } = await factsOf(folder, { base: 'origin/main' });
      assert.equal(facts[0]!.base!.mergeBase, null);
      assert.deepEqual(shownAdded(facts[0]!), { a: 'all' });
      assert.match(warnings.join('\n'), /shallow/);
    } finally {
      openRepository(folder).remove();
    }
  });
});

describe('the revision that a user names', () => {
  withBareGit();
  let repo: TestRepository;
  beforeEach(() => (repo = makeRepository()));
  afterEach(() => repo.remove());

  it('must exist: otherwise the message names it', async () => {
    repo.commit('first');
    for (const revision of ['nope', 'a b', '', 'main..HEAD', '*', 'HEAD:missing']) {
      await assert.rejects(factsOf(repo.folder, { addedSince: revision, base: revision }), (error) => {
        assert.ok(error instanceof HumanError);
        assert.ok(error.message.includes(JSON.stringify(revision)), error.message);
        return true;
      });
    }
  });

  it('never acts as an option', async () => {
    repo.write('a', 'x\n');
    repo.commit('first');
    repo.git('update-ref', 'refs/heads/--output=made', 'HEAD');
    for (const revision of ['--output=other', '--octopus', '--is-ancestor', '-h', '--all', '--fork-point']) {
      await assert.rejects(factsOf(repo.folder, { addedSince: revision }), HumanError, revision);
    }
    for (const revision of ['--output=made', 'refs/heads/--output=made']) {
      const named = await onlyFacts(repo.folder, { addedSince: revision, base: revision });
      assert.equal(named.base!.ref, revision);
      assert.deepEqual(shownAdded(named), {});
    }
    assert.deepEqual(fs.readdirSync(repo.folder).sort(), ['.git', 'a']);
  });

  it('cannot be in a repository without commits or a folder without a repository', async () => {
    await assert.rejects(factsOf(repo.folder, { addedSince: 'main' }), HumanError);
    fs.rmSync(path.join(repo.folder, '.git'), { recursive: true });
    await assert.rejects(factsOf(repo.folder, { addedSince: 'main' }), HumanError);
  });
});

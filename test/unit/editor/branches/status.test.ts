import assert from 'node:assert/strict';
import { branchWhy, repositoryOf } from '../../../../src/editor/view/branch-why';
import type { Snapshot } from '../../../../src/workspace/snapshot';
import { withBareGit } from '../../../support/git-facts';
import { makeRepository, type TestRepository } from '../../../support/repository';
import { snapshotOf } from '../support';

const OUTCOMES = `version: 1
policy: { base: main, exempt-branches: [release/**] }
outcomes:
  - { id: short-wait, title: Callers wait less, branches: [desk/**] }
  - { id: calm-desk, title: The desk is calm }
`;

describe('the status bar', () => {
  withBareGit();
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
    repository.write('outcomes.yml', OUTCOMES);
    repository.write('a.ts', 'one\n');
    repository.commit('Begin');
  });
  afterEach(() => repository.remove());

  const snapshot = (): Promise<Snapshot> => snapshotOf(repository.folder);
  const shown = async (file = 'a.ts') => {
    const now = await snapshot();
    return branchWhy(now, repositoryOf(now, file))?.text ?? null;
  };
  const evidence = async () =>
    branchWhy(await snapshot())
      ?.tooltip.split('\\): ')
      .at(-1)
      ?.split('): ')
      .at(-1);

  it('names the outcome and says which evidence matched', async () => {
    repository.git('switch', '-q', '-c', 'desk/one');
    assert.equal(await shown(), '$(target) Callers wait less');
    assert.equal(await evidence(), 'a pattern for branches matches the name');
    repository.git('switch', '-q', '-c', 'ana/short-wait-2');
    assert.equal(await evidence(), 'the branch is named after it');
    repository.git('switch', '-q', '-c', 'ana/other');
    repository.commit('x\n\nOutcome: calm-desk');
    assert.equal(await evidence(), "the branch's commits serve it");
    repository.git('config', 'branch.ana/other.outcome', 'short-wait');
    assert.equal(await evidence(), "git's configuration states it for the branch");
  });

  it('counts further outcomes, and says what is no outcome', async () => {
    repository.git('switch', '-q', '-c', 'two');
    repository.git('config', 'branch.two.outcome', 'short-wait, calm-desk');
    assert.equal(await shown(), '$(target) Callers wait less +1');
    repository.git('config', 'branch.two.outcome', 'short-wiat');
    assert.equal(await shown(), '$(question) No why');
    assert.match(branchWhy(await snapshot())!.tooltip, /did you mean short\\-wait\?$/);
  });

  it('says nothing with a detached HEAD, on the base and on an exempt branch without a link', async () => {
    repository.git('switch', '-q', '--detach');
    assert.equal(await shown(), null);
    repository.git('switch', '-q', 'main');
    assert.equal(await shown(), null);
    repository.git('switch', '-q', '-c', 'release/1');
    assert.equal(await shown(), null);
    repository.git('config', 'branch.release/1.outcome', 'calm-desk');
    assert.equal(await shown(), '$(target) The desk is calm');
  });

  it('goes on naming the outcome of a branch that is being rebased', async () => {
    repository.git('switch', '-q', '-c', 'desk/one');
    repository.write('a.ts', 'two\n');
    repository.commit('Two');
    repository.git('switch', '-q', 'main');
    repository.write('a.ts', 'three\n');
    repository.commit('Three');
    repository.git('switch', '-q', 'desk/one');
    assert.throws(() => repository.git('rebase', 'main'));
    assert.equal(await shown(), '$(target) Callers wait less');
  });

  it('follows the active file into a repository inside of the folder', async () => {
    repository.git('switch', '-q', '-c', 'desk/one');
    const inner = repository.nested('libs/inner');
    inner.write('b.ts', 'one\n');
    inner.commit('Begin');
    inner.git('switch', '-q', '-c', 'calm-desk');
    inner.commit('More');
    assert.equal(await shown(), '$(target) Callers wait less');
    assert.equal(await shown('libs/inner/b.ts'), '$(target) The desk is calm');
    assert.equal(await shown('libs/inner2/b.ts'), '$(target) Callers wait less');
    inner.git('switch', '-q', '--detach');
    inner.git('branch', '-q', '-D', 'calm-desk', 'main');
    const now = await snapshot();
    // Only who sees the folder's repositories can tell that there is one.
    const known = repositoryOf(now, 'libs/inner/b.ts', ['libs/inner']);
    assert.equal(known, 'libs/inner');
    assert.equal(branchWhy(now, known), null);
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../../../src/extension';
import { waitFor } from '../../../support/waitFor';
import { closeEditors, folder, ready, removeFile, uriOf, writeFile } from '../support';

const { executeCommand } = vscode.commands;

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: folder().uri.fsPath, encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** What git's configuration says of a branch; '' for nothing. */
function configured(branch: string): string {
  try {
    return git('config', '--get-all', `branch.${branch}.outcome`);
  } catch {
    return '';
  }
}

describe('branches', () => {
  let api: Api;
  let start: string;
  before(async () => {
    api = await ready();
    start = git('symbolic-ref', '--short', 'HEAD');
  });
  afterEach(closeEditors);

  const place = (branch: string) => ({ folder: folder().uri.toString(), repository: '', branch });
  const linkOf = (name: string) => {
    const [first] = api.folders.list();
    const branch = first?.source.snapshot?.branches.find((each) => each.name === name);
    return branch?.links.map(({ outcome, output, evidence }) => `${output ?? outcome} ${evidence}`).join();
  };
  /** Back to where the sample was, without the branch. */
  const leave = (branch: string) => {
    git('switch', '--quiet', start);
    git('branch', '--quiet', '-D', '--', branch);
  };

  for (const branch of ['ben/misc-cleanup', '$(touch${IFS}made-by-a-name)'])
    it(`are linked and unlinked in git’s configuration: ${branch}`, async () => {
      const made = branch.startsWith('$');
      if (made) git('branch', '--', branch, 'ben/misc-cleanup');
      try {
        assert.equal(await executeCommand('outcomes.linkBranch', place(branch), 'FEWER-calls'), true);
        assert.equal(configured(branch), 'fewer-calls');
        await waitFor(
          'the link',
          () => linkOf(branch),
          (link) => link === 'fewer-calls config',
        );
        assert.equal(await executeCommand('outcomes.unlinkBranch', place(branch)), true);
        assert.equal(configured(branch), '');
        await waitFor(
          'no link',
          () => linkOf(branch),
          (link) => link === '',
        );
        assert.ok(!fs.existsSync(uriOf('made-by-a-name').fsPath));
      } finally {
        if (made) git('branch', '-D', '--', branch);
      }
    });

  it('are not linked to what is not there, nor unlinked from what nobody wrote', async () => {
    assert.equal(await executeCommand('outcomes.linkBranch', place('ben/misc-cleanup'), 'no-such'), false);
    assert.equal(await executeCommand('outcomes.unlinkBranch', place(start)), false);
    assert.equal(await executeCommand('outcomes.linkBranch', place('-x'), 'voip'), false);
  });

  it('lead to the definition of what they serve', async () => {
    await executeCommand('outcomes.openBranchOutcome');
    const editor = await waitFor(
      'the definition',
      () => vscode.window.activeTextEditor,
      (active) => active?.document.uri.path.endsWith('/outcomes.yml') === true,
    );
    assert.match(editor!.document.getText(editor!.selection), /^voip\b|id: voip/);
  });

  it('are made from the base for new work, with the link, and the git view follows', async () => {
    const branch = 'voip/try-another-codec';
    const dirty = git('status', '--porcelain');
    assert.equal(await executeCommand('outcomes.startWork', 'voip', 'Try another codec'), true);
    try {
      assert.equal(git('symbolic-ref', '--short', 'HEAD'), branch);
      assert.equal(git('rev-parse', 'HEAD'), git('rev-parse', 'main'));
      assert.equal(git('status', '--porcelain'), dirty);
      assert.equal(configured(branch), 'voip');
      await waitFor(
        'the link',
        () => linkOf(branch),
        (link) => link === 'voip config',
      );
      const scm = vscode.extensions.getExtension<{
        getAPI(version: 1): { repositories: { state: { HEAD?: { name?: string } } }[] };
      }>('vscode.git');
      assert.equal(scm?.exports.getAPI(1).repositories[0]?.state.HEAD?.name, branch);
      git('switch', '--quiet', start);
      // The branch that is there is used again.
      assert.equal(await executeCommand('outcomes.startWork', 'voip', 'Try another codec'), true);
      assert.equal(git('symbolic-ref', '--short', 'HEAD'), branch);
    } finally {
      leave(branch);
    }
  });

  it('are not made over work that is not committed', async () => {
    const file = 'services/voice/gateway.ts';
    const text = fs.readFileSync(uriOf(file).fsPath, 'utf8');
    writeFile(file, `// mine\n${text}`);
    try {
      assert.equal(await executeCommand('outcomes.startWork', 'voip', 'Never made'), false);
      assert.equal(git('symbolic-ref', '--short', 'HEAD'), start);
      assert.equal(git('branch', '--list', 'voip/never-made'), '');
      assert.ok(fs.readFileSync(uriOf(file).fsPath, 'utf8').startsWith('// mine\n'));
    } finally {
      writeFile(file, text);
    }
  });

  it('that are checked out in another worktree stay there', async () => {
    const tree = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-tree-')), 'tree');
    git('worktree', 'add', '--quiet', '-b', 'voip/elsewhere', tree, 'main');
    try {
      assert.equal(await executeCommand('outcomes.startWork', 'voip', 'elsewhere'), false);
      assert.equal(git('symbolic-ref', '--short', 'HEAD'), start);
    } finally {
      git('worktree', 'remove', '--force', tree);
      git('branch', '-D', 'voip/elsewhere');
    }
  });

  it('are not left while something is in progress', async () => {
    const merging = '.git/MERGE_HEAD';
    writeFile(merging, `${git('rev-parse', 'main')}\n`);
    try {
      assert.equal(await executeCommand('outcomes.startWork', 'voip', 'Never made'), false);
      assert.equal(git('branch', '--list', 'voip/never-made'), '');
    } finally {
      removeFile(merging);
    }
  });
});

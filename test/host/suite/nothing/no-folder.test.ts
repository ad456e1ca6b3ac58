import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { allProblems, theExtension } from '../support';

describe('a window without a folder', () => {
  it('has nothing to say, and its commands end without an error', async () => {
    const { folders, outcomes, withoutWhy } = await theExtension().activate();
    assert.equal(folders.state, 'empty');
    for (const command of ['refresh', 'openFile', 'reveal', 'showBranchWhy', 'createFile'])
      void vscode.commands.executeCommand(`outcomes.${command}`);
    await vscode.commands.executeCommand('outcomes.refresh');
    assert.deepEqual([outcomes.rows(), withoutWhy.rows(), allProblems()], [[], [], []]);
  });
});

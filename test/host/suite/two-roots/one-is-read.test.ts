import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Command } from '../../../../src/manifest';
import { waitFor } from '../../../support/waitFor';
import { closeEditors, ready, theExtension } from '../support';
import { choosing } from './choosing';

describe('while one of several repositories is read and the others are not', () => {
  before(ready);
  beforeEach(async () => {
    await closeEditors();
    await untilOneIsRead();
  });

  it('a review is asked for of each', async () => {
    const offered = await choosing(-1, () => vscode.commands.executeCommand(Command.openReview));
    assert.deepEqual(
      offered.map(({ label }) => label),
      ['app', 'app'],
    );
  });

  it('a new outcome is offered the file of each', async () => {
    const offered = await choosing(-1, () => vscode.commands.executeCommand(Command.newOutcome));
    assert.equal(offered.length, 2, JSON.stringify(offered));
    assert.ok(offered.every(({ label }) => label.endsWith('outcomes.yml')));
  });
});

/** Has all folders read anew, and comes back at the moment at which the first one is. */
async function untilOneIsRead(): Promise<void> {
  const enable = (on: boolean | undefined) =>
    vscode.workspace.getConfiguration('outcomes').update('enable', on, vscode.ConfigurationTarget.Global);
  await enable(false);
  const { folders } = await theExtension().activate();
  await waitFor('the folders to be closed', () => folders.list().length === 0);
  const first = new Promise<void>((resolve) => {
    const listener = folders.onDidChange(() => {
      if (folders.state !== 'ready') return;
      listener.dispose();
      resolve();
    });
  });
  await enable(undefined);
  await first;
}

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Command } from '../../../../src/manifest';
import { waitFor } from '../../../support/waitFor';
import { reviewPages, savingAs } from '../reviewing';
import { closeEditors, ready } from '../support';
import { choosing } from './choosing';

describe('the review of several repositories', () => {
  let temp = '';
  before(async () => {
    await ready();
    temp = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-review-'));
  });
  after(() => fs.rmSync(temp, { recursive: true, force: true }));
  afterEach(closeEditors);

  it('asks which, and tells folders of one name apart', async () => {
    const offered = await choosing(-1, () => vscode.commands.executeCommand(Command.openReview));
    const [left, right, bare] = vscode.workspace.workspaceFolders!.map(({ uri }) => uri.fsPath);
    assert.deepEqual(
      offered.map(({ label, detail }) => [label, detail]),
      [
        ['app', left],
        ['app', right],
      ],
      `without ${bare!}, where no outcomes are`,
    );
    assert.deepEqual(reviewPages(), [], 'nothing was chosen');
  });

  it('is of the folder that was chosen, with a page for each', async () => {
    for (const [at, own, other] of [
      [0, 'left', 'right'],
      [1, 'right', 'left'],
    ] as const) {
      const file = path.join(temp, `${own}.md`);
      await choosing(at, () => savingAs(file, () => vscode.commands.executeCommand(Command.exportReview)));
      const text = fs.readFileSync(file, 'utf8');
      assert.ok(text.includes(`Only in ${own}`), text);
      assert.equal(text.includes(`Only in ${other}`), false);
      for (let again = 0; again < 2; again++)
        await choosing(at, () => vscode.commands.executeCommand(Command.openReview));
    }
    await waitFor(
      'a page for each',
      () => reviewPages().length,
      (count) => count === 2,
    );
  });
});

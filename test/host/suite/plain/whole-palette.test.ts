import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { Api } from '../../../../src/extension';
import { waitFor } from '../../../support/waitFor';
import { PALETTE_TIME, assertRefused, runEveryCommand } from '../every-command';
import { closeEditors, ready, removeFile, uriOf } from '../support';

describe('the commands in a folder without an outcomes.yml', () => {
  let api: Api;
  before(async () => (api = await ready()));
  afterEach(closeEditors);

  it('say that there is none, or begin one', async function () {
    this.timeout(PALETTE_TIME);
    const ran = await runEveryCommand();
    assert.ok(fs.existsSync(uriOf('outcomes.yml').fsPath), 'outcomes.createFile makes the first one');
    removeFile('outcomes.yml');
    await waitFor('the folder to be quiet', () => api.folders.state === 'empty');
    assertRefused(ran, /outcomes\.yml/, ['outcomes.openFile']);
  });
});

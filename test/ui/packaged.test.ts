import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './use-workbench';

const { publisher, name, displayName } = JSON.parse(
  readFileSync(path.join(__dirname, '..', '..', 'package.json'), 'utf8'),
) as { publisher: string; name: string; displayName: string };

describe('the packaged extension in a fresh VS Code', () => {
  const workbench = useWorkbench({ amongAllBuiltins: true });

  it('is activated because the folder has an outcomes.yml', async () => {
    const activation = new RegExp(
      `_doActivateExtension ${publisher}\\.${name},.*workspaceContains:.*outcomes\\.yml`,
    );
    await waitFor('its activation in the log', () => workbench().logLines(activation).length === 1);
  });

  it('has a place in the activity bar', async () => {
    await workbench().openContainer(displayName);
    await workbench().screenshot('activity-bar');
  });

  it('shows no error', async () => {
    assert.deepEqual(await workbench().notifications('error').allInnerTexts(), []);
    assert.deepEqual(workbench().pageErrors, []);
  });

  it('writes no error to a log', () => {
    assert.ok(workbench().logLines(/./).length > 10, 'the logs are read');
    const mine = new RegExp(`\\[error\\].*(${publisher}\\.${name}|${displayName})`, 'i');
    assert.deepEqual(workbench().logLines(mine), []);
  });
});

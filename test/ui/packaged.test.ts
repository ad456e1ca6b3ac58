import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './use-workbench';

const { publisher, name, displayName } = JSON.parse(
  readFileSync(path.join(__dirname, '..', '..', 'package.json'), 'utf8'),
) as { publisher: string; name: string; displayName: string };

describe('the packaged extension in a fresh VS Code', () => {
  const workbench = useWorkbench();

  it('is activated by a folder that has an outcomes.yml', async () => {
    const { page, command } = { page: workbench().page, command: workbench().command.bind(workbench()) };
    await command('Developer: Show Running Extensions');
    const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: displayName });
    await row.getByText(/Activation|Startup Activation/).waitFor();
    await command('View: Close Editor');
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

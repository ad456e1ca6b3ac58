import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { waitFor } from '../../../support/waitFor';
import { closeEditors, ready, removeFile, uriOf, writeFile } from '../support';

const FILE = 'migration-test/a.ts';

/** The text that a proposal would put in the place of a file's, once its diff is open. */
async function proposed(): Promise<string> {
  const input = await waitFor(
    'the diff',
    () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
    (shown) => shown instanceof vscode.TabInputTextDiff,
  );
  assert.ok(input instanceof vscode.TabInputTextDiff);
  assert.equal(input.original.toString(), uriOf('outcomes.yml').toString());
  return (await vscode.workspace.openTextDocument(input.modified)).getText();
}

describe('Propose Policy from Existing TODOs', () => {
  const onDisk = () => fs.readFileSync(uriOf('outcomes.yml').fsPath, 'utf8');
  let original = '';
  before(async () => {
    await ready();
    // On by default in a browser, where it would save what is to stay unsaved.
    await vscode.workspace
      .getConfiguration('files')
      .update('autoSave', 'off', vscode.ConfigurationTarget.Global);
    original = onDisk();
    writeFile(FILE, '// TODO(SWITCH-12): a\n');
  });
  afterEach(closeEditors);
  after(() => removeFile('migration-test'));

  it('shows a diff, writes nothing, and changes the file on "Apply" with one edit that one undo takes back', async () => {
    // The question at its end is answered by a command here, so it is not waited for.
    void vscode.commands.executeCommand('outcomes.migrate');
    const text = await proposed();
    assert.match(text, /\n {2}- id: SWITCH-12\n/);
    assert.equal(onDisk(), original);
    const document = await vscode.workspace.openTextDocument(uriOf('outcomes.yml'));
    assert.equal(document.getText(), original);

    await vscode.commands.executeCommand('outcomes.applyProposal');
    assert.equal(document.getText(), text);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.ok(
      vscode.window.tabGroups.all.every(({ tabs }) => tabs.every(({ label }) => !label.includes('Proposal'))),
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), original);
  });

  it('shows the comments that would change beside the file, and changes all of them at once', async () => {
    writeFile(FILE, '// TODO(#4711): a\nexport {};\n');
    void vscode.commands.executeCommand('outcomes.migrate');
    await waitFor(
      'the diffs',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '',
      (label) => label.includes('Proposal'),
    );
    await vscode.commands.executeCommand('outcomes.applyProposal');
    const source = await vscode.workspace.openTextDocument(uriOf(FILE));
    assert.equal(source.getText(), '// TODO(issue-4711): a\nexport {};\n');
    const file = await vscode.workspace.openTextDocument(uriOf('outcomes.yml'));
    assert.match(file.getText(), /id: issue-4711/);
    for (const document of [source, file]) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    assert.equal(onDisk(), original);
  });

  it('refuses when a file has changed since it was shown', async () => {
    writeFile(FILE, '// TODO(SWITCH-12): a\n');
    void vscode.commands.executeCommand('outcomes.migrate');
    await proposed();
    const document = await vscode.workspace.openTextDocument(uriOf('outcomes.yml'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# mine\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await vscode.commands.executeCommand('outcomes.applyProposal');
    assert.equal(document.getText(), `# mine\n${original}`);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

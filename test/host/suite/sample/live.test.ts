import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from '../../../support/waitFor';
import { closeEditors, problems, ready, removeFile, uriOf, writeFile } from '../support';

const FILE = 'live-test/unsaved.ts';
const YAML = 'live-test/outcomes.yml';
const TREE = `version: 1
outcomes:
  - id: live-typing
    title: Reviewers wait 2 hours instead of 2 days
    why: Waiting costs more than reviewing
    owner: "@team"
    due: 2027-Q4
    metrics:
      - { id: wait, title: Median wait, unit: hours, baseline: 48, target: 2 }
`;

async function edit(change: (edit: vscode.TextEditorEdit) => void): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  assert.ok(await editor?.edit(change));
}

describe('findings while typing', () => {
  before(async () => {
    await ready();
    // On by default in a browser, where it would save what is to stay unsaved.
    const files = vscode.workspace.getConfiguration('files');
    await files.update('autoSave', 'off', vscode.ConfigurationTarget.Global);
    writeFile(YAML, TREE);
    writeFile(FILE, 'export const a = 1;\n');
  });
  afterEach(closeEditors);
  after(() => removeFile('live-test'));

  it('appear for unsaved text, move with it, and go', async () => {
    await vscode.window.showTextDocument(uriOf(FILE));
    await edit((e) => e.insert(new vscode.Position(0, 0), '// TODO: think\n'));
    await waitFor(
      'the finding',
      () => problems(FILE).join(),
      (found) => found === '1:4 todo-without-why',
    );
    await edit((e) => e.insert(new vscode.Position(0, 0), '\n\n'));
    await waitFor(
      'the finding below',
      () => problems(FILE).join(),
      (found) => found === '3:4 todo-without-why',
    );
    await edit((e) => e.insert(new vscode.Position(2, 7), '(live-typing)'));
    await waitFor(
      'no finding',
      () => problems(FILE).join(),
      (found) => found === '',
    );
    await edit((e) => e.replace(new vscode.Range(2, 8, 2, 19), 'live-tpying'));
    await waitFor(
      'the misspelt id',
      () => problems(FILE).join(),
      (found) => found === '3:9 unknown-outcome',
    );
  });

  it('go back to the disk when an edited document is dropped', async () => {
    await vscode.window.showTextDocument(uriOf(FILE));
    await edit((e) => e.insert(new vscode.Position(0, 0), '// TODO: think\n'));
    await waitFor('the finding', () => problems(FILE).length === 1);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await waitFor('no finding', () => problems(FILE).length === 0);
  });

  /** No work names the outcome of this file: that is all there is to say of it. */
  const onlyUnserved = () =>
    problems(YAML)
      .join()
      .replace(/^\d+:\d+ /, '') === 'outcome-without-work';

  it('follow the outcomes.yml that is being typed', async () => {
    await vscode.window.showTextDocument(uriOf(YAML));
    await waitFor('a clean file', onlyUnserved);
    await edit((e) => e.replace(new vscode.Range(6, 9, 6, 16), '2027-Q9'));
    await waitFor(
      'the finding',
      () => problems(YAML),
      (found) => found.some((one) => one.startsWith('7:10 invalid-')),
    );
    await edit((e) => e.replace(new vscode.Range(6, 9, 6, 16), '2027-Q3'));
    await waitFor('a clean file', onlyUnserved);
  });

  it('follow files that other programs write and delete, one by one and as a folder', async () => {
    writeFile('live-test/deep/one.py', '# TODO: one\n');
    writeFile('live-test/deep/two.py', 'x = 1\n# TODO: two\n');
    const both = () => [...problems('live-test/deep/one.py'), ...problems('live-test/deep/two.py')].join();
    await waitFor('both findings', both, (found) => found === '1:3 todo-without-why,2:3 todo-without-why');
    writeFile('live-test/deep/one.py', '# TODO(live-typing): one\n');
    await waitFor('one finding', both, (found) => found === '2:3 todo-without-why');
    removeFile('live-test/deep');
    await waitFor('no finding', both, (found) => found === '');
  });
});

import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { PALETTE_TIME, type Ran, runCommand, runEveryCommand } from '../every-command';
import { closeEditors, paths, ready, uriOf } from '../support';
import type { Api } from '../../../../src/extension';

const { executeCommand } = vscode.commands;

function inBare(file: string): vscode.Uri {
  const bare = vscode.workspace.workspaceFolders!.find(({ name }) => name === 'bare')!;
  return vscode.Uri.joinPath(bare.uri, file);
}

function assertSays({ command, said, error }: Ran, what: RegExp): void {
  assert.equal(error, null);
  assert.ok(
    said.some((text) => what.test(text)),
    `${command} says ${JSON.stringify(said)}`,
  );
}

async function actionsAt(file: string, code: string): Promise<vscode.CodeAction[]> {
  const found = vscode.languages
    .getDiagnostics(uriOf(file))
    .find((problem) => problem.source === 'outcomes' && problem.code === code);
  assert.ok(found, `${file} has no ${code}`);
  return executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uriOf(file),
    found.range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
}

describe('a folder in which nothing can be written', () => {
  let api: Api;
  before(async () => (api = await ready()));
  afterEach(closeEditors);

  it('is shown as any other', () => {
    assert.equal(paths(api.outcomes, ({ kind }) => kind === 'outcome').length, 1);
    assert.equal(paths(api.withoutWhy, ({ kind }) => kind === 'todo').length, 1);
  });

  it('has commands that work, or say why not', async function () {
    this.timeout(PALETTE_TIME);
    await runEveryCommand();
    await vscode.window.showTextDocument(uriOf('main.ts'));
    await runEveryCommand();
    assert.deepEqual(
      vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ fileName }) => fileName),
      [],
    );
  });

  for (const [file, code] of [
    ['main.ts', 'todo-without-why'],
    ['outcomes.yml', 'not-measurable'],
  ] as const)
    it(`has fixes that say why they change nothing in ${file}`, async () => {
      const document = await vscode.workspace.openTextDocument(uriOf(file));
      await vscode.window.showTextDocument(document);
      const before = document.getText();
      const actions = await actionsAt(file, code);
      assert.ok(actions.length > 0);
      for (const action of actions) {
        assert.deepEqual(action.edit?.entries() ?? [], [], `${action.title} changes what is read-only`);
        assert.ok(action.command, action.title);
        const { said, asked, error } = await runCommand(action.command.command, {
          args: (action.command.arguments ?? []) as unknown[],
        });
        assert.equal(error, null, action.title);
        assert.ok(
          asked.length > 0 || said.some((text) => /read-only/.test(text)),
          `${action.title}: ${said.join()}`,
        );
      }
      assert.equal(document.getText(), before);
      assert.equal(document.isDirty, false);
    });

  it('refuses a rename and says why', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf('outcomes.yml'));
    const at = document.positionAt(document.getText().indexOf('short-wait') + 1);
    await assert.rejects(
      async () => executeCommand('vscode.executeDocumentRenameProvider', document.uri, at, 'shorter-wait'),
      /read-only/,
    );
  });

  it('gets no outcomes.yml, and says so', async function () {
    // An administrator may write where he likes, unless the disk itself refuses.
    if (!process.env['VSCODE_TEST_UNWRITABLE']) {
      console.log('    NOTE: this user may write everywhere here, so that only marked files refuse.');
      return;
    }
    assertSays(await runCommand('outcomes.createFile', { pick: 'bare' }), /could not be created/);
    assertSays(await runCommand('outcomes.migrate', { pick: 'bare' }), /This is the proposed outcomes\.yml/);
    assertSays(await runCommand('outcomes.applyProposal'), /could not be changed/);
    assert.equal(fs.existsSync(inBare('outcomes.yml').fsPath), false);
  });

  it('takes no new outcome, and says so before it asks for one', async () => {
    const { said, asked } = await runCommand('outcomes.newOutcome');
    assert.deepEqual(asked, []);
    assert.match(said.join(), /read-only/);
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from '../../../support/waitFor';
import { closeEditors, problems, ready, uriOf } from '../support';

const FILE = 'outcomes.yml';
const { executeCommand } = vscode.commands;

/** Opens the sample's outcomes.yml with a replacement made in it, and waits for what is found then. */
async function changed(from: string, to: string, code: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uriOf(FILE));
  const editor = await vscode.window.showTextDocument(document);
  const start = document.getText().indexOf(from);
  assert.ok(start >= 0, from);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
  assert.ok(await editor.edit((e) => e.replace(range, to)));
  await found(code);
  return editor;
}

function found(code: string): Promise<string[]> {
  return waitFor(
    code,
    () => problems(FILE),
    (list) => list.some((problem) => problem.endsWith(code)),
  );
}

function gone(code: string): Promise<string[]> {
  return waitFor(
    `no ${code}`,
    () => problems(FILE),
    (list) => !list.some((problem) => problem.endsWith(code)),
  );
}

/** The actions that are offered at the finding, their edits included. */
async function actionsAt(code: string, kind = vscode.CodeActionKind.QuickFix): Promise<vscode.CodeAction[]> {
  const diagnostic = vscode.languages
    .getDiagnostics(uriOf(FILE))
    .find((each) => each.source === 'outcomes' && each.code === code);
  assert.ok(diagnostic, code);
  return executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uriOf(FILE),
    diagnostic.range,
    kind.value,
    20,
  );
}

async function apply(code: string, title: string): Promise<void> {
  let action: vscode.CodeAction | undefined;
  // Nothing is offered for the moment in which the text is newer than what was read of it.
  await waitFor(
    title,
    async () => {
      const actions = await actionsAt(code);
      action = actions.find((each) => each.title === title);
      return actions.map((each) => each.title).join(', ');
    },
    () => action?.edit !== undefined,
  );
  assert.ok(await vscode.workspace.applyEdit(action!.edit!));
}

describe('fixes of outcomes.yml', () => {
  before(ready);
  afterEach(closeEditors);

  it('correct a misspelt field, with one undo', async () => {
    const { document } = await changed('    why: Half', '    wyh: Half', 'unknown-field');
    const before = document.getText();
    await apply('unknown-field', 'Rename to `why`');
    assert.equal(document.getText(), before.replace('wyh: Half', 'why: Half'));
    await gone('unknown-field');
    await executeCommand('undo');
    assert.equal(document.getText(), before);
    await found('unknown-field');
  });

  it('select what is to be typed over', async () => {
    const editor = await changed("    owner: '@support-team'\n", '', 'no-owner');
    const before = editor.document.getText();
    await apply('no-owner', 'Add `owner`');
    await waitFor(
      'the selection',
      () => editor.document.getText(editor.selection),
      (text) => text === '@team',
    );
    await gone('no-owner');
    await executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('go through the fields of a new metric', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf(FILE));
    const editor = await vscode.window.showTextDocument(document);
    await found('not-measurable');
    const before = document.getText();
    await apply('not-measurable', 'Add a metric');
    for (const text of ['What is counted', 'unit', '0', '0']) {
      await waitFor(
        text,
        () => document.getText(editor.selection),
        (selected) => selected === text,
      );
      await executeCommand('jumpToNextSnippetPlaceholder');
    }
    assert.match(
      document.getText(),
      /\n {4}metrics:\n {6}- id: customer-portal-metric\n {8}title: What is counted\n {8}unit: unit\n {8}baseline: 0\n {8}target: 0\n/,
    );
    await found('conflicting-target');
    await executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('turn an outcome that names a delivery into an output', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf(FILE));
    await vscode.window.showTextDocument(document);
    await found('output-as-outcome');
    const before = document.getText();
    await apply('output-as-outcome', 'Make it an output under a new outcome');
    await gone('output-as-outcome');
    assert.match(document.getText(), /id: customer-portal, title: Launch the new customer portal/);
    await executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('put all that is misspelt right at once', async () => {
    const { document } = await changed('    why: Half', '    wyh: Half', 'unknown-field');
    const editor = vscode.window.activeTextEditor!;
    const instead = document.getText().indexOf('instead: chatbot') + 'instead: '.length;
    const range = new vscode.Range(document.positionAt(instead), document.positionAt(instead + 7));
    assert.ok(await editor.edit((e) => e.replace(range, 'chatbto')));
    await found('unknown-reference');
    const [all] = await actionsAt('unknown-field', vscode.CodeActionKind.SourceFixAll);
    assert.ok(all?.edit);
    assert.ok(await vscode.workspace.applyEdit(all.edit));
    await gone('unknown-field');
    await gone('unknown-reference');
    assert.match(document.getText(), / {4}why: Half[^]*instead: chatbot\n/);
  });
});

describe('a new outcome', () => {
  before(ready);
  afterEach(closeEditors);

  /** Presses Enter in the box that asks, until the command has an answer. */
  async function accepted<T>(running: Thenable<T>): Promise<T> {
    let answer: { readonly value: T } | undefined;
    void running.then((value) => (answer = { value }));
    const result = await waitFor(
      'the end of the questions',
      async () => {
        if (answer === undefined) await executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return answer;
      },
      (value) => value !== undefined,
    );
    return result!.value;
  }

  it('is written by one edit, and taken back by one undo', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf('web/outcomes.yml'));
    const editor = await vscode.window.showTextDocument(document);
    const before = document.getText();
    const id = await accepted(
      executeCommand<string | undefined>('outcomes.newOutcome', {
        title: 'Visitors find their street at once',
        outputs: ['Suggest streets while one types'],
      }),
    );
    assert.equal(id, 'visitors-find-street-once');
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.ok(document.getText().startsWith(before.trimEnd()));
    const added = document.getText().slice(before.trimEnd().length);
    assert.match(
      added,
      / {2}- id: visitors-find-street-once\n {4}title: Visitors find their street at once\n/,
    );
    assert.match(added, /title: Suggest streets while one types, status: planned/);
    assert.match(document.lineAt(editor.selection.active).text, /title: Visitors find/);
    assert.ok(document.isDirty);
    await executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('leaves no trace when it is given up', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf('web/outcomes.yml'));
    await vscode.window.showTextDocument(document);
    const version = document.version;
    let ended = false;
    const running = executeCommand<string | undefined>('outcomes.newOutcome', { title: 'T' }).then((id) => {
      ended = true;
      return id;
    });
    await waitFor(
      'the end',
      async () => {
        await executeCommand('workbench.action.closeQuickOpen');
        return ended;
      },
      (value) => value,
    );
    assert.equal(await running, undefined);
    assert.equal(document.version, version);
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from '../../../support/waitFor';
import { Command } from '../../../../src/manifest';
import { closeEditors, folder, ready, uriOf } from '../support';

const FILE = 'outcomes.yml';
const { executeCommand } = vscode.commands;

/** Types into the boxes of a command, one text each, and presses Enter; lists keep their first choice. */
async function typing(texts: readonly string[], run: () => Thenable<unknown>): Promise<void> {
  const { window } = vscode;
  const original = window.createInputBox;
  let made = 0;
  // The API that a test sees is the extension's own.
  const typed = () => {
    const box = original.call(window);
    const text = texts[made++];
    setTimeout(() => (box.value = text ?? ''), 0);
    return box;
  };
  Object.defineProperty(window, 'createInputBox', { value: typed, configurable: true, writable: true });
  let ended = false;
  const running = run().then(() => (ended = true));
  try {
    await waitFor(
      'the last question',
      async () => {
        if (!ended) await executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return ended;
      },
      Boolean,
      { within: 20_000, hold: 0 },
    );
    await running;
  } finally {
    Object.defineProperty(window, 'createInputBox', { value: original, configurable: true, writable: true });
  }
}

describe('checking in', () => {
  before(ready);
  afterEach(closeEditors);

  function metricPlace(document: vscode.TextDocument) {
    const at = document.positionAt(document.getText().indexOf('desk-calls'));
    return { folder: folder().uri.toString(), file: FILE, start: { line: at.line, character: at.character } };
  }

  it('adds one entry in the style of the others, which one undo takes back', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf(FILE));
    const before = document.getText();
    const place = metricPlace(document);
    await typing(['68 calls', 'A quiet week'], () => executeCommand(Command.checkIn, place));
    const added = document
      .getText()
      .split('\n')
      .filter((line) => !before.split('\n').includes(line));
    assert.equal(added.length, 1);
    assert.match(
      added[0]!,
      /^ {10}- \{ date: \d{4}-\d\d-\d\d, value: 68, confidence: on-track, note: A quiet week \}$/,
    );
    await vscode.window.showTextDocument(document);
    await executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('is offered above every metric that is open', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf(FILE));
    const { start } = metricPlace(document);
    const lenses = await executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      500,
    );
    const own = lenses.filter(({ command }) => command?.command === Command.checkIn);
    assert.ok(own.some(({ range }) => range.start.line === start.line));
    const closed = document.positionAt(document.getText().indexOf('id: fax-customers'));
    assert.ok(!own.some(({ range }) => range.start.line === closed.line));
  });
});

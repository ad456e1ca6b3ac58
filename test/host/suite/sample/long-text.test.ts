import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { waitFor } from '../../../support/waitFor';
import { closeEditors, problems, ready, removeFile, uriOf, writeFile } from '../support';

// VS Code checks nothing in this language by itself: of TypeScript it would underline each of the lines.
const FILE = 'long-test/long.c';
const LINE = 'int price = compute("€", 12345); /* total */ // as it was\n';
const TODO = '// TODO: why\n';

/** Every TODO of these texts begins a line and stands outside of any other comment. */
function expected(text: string): string[] {
  return text
    .split(/\r?\n/)
    .flatMap((line, i) => (line.startsWith('// TODO: ') ? [`${i + 1}:4 todo-without-why`] : []));
}

const block = (lines: number) => `${TODO}${LINE.repeat(lines)}${TODO}`;

describe('findings in a text that is too long to be sent at each key', function () {
  this.timeout(60_000);
  let document: vscode.TextDocument;

  before(async () => {
    await ready();
    const files = vscode.workspace.getConfiguration('files');
    await files.update('autoSave', 'off', vscode.ConfigurationTarget.Global);
    // Longer than what is sent at a time; what is pasted below is longer than what is sent as an edit.
    writeFile(FILE, block(1200) + block(1200));
    document = await vscode.workspace.openTextDocument(uriOf(FILE));
    await vscode.window.showTextDocument(document);
  });
  after(async () => {
    await closeEditors();
    removeFile('long-test');
  });

  async function edit(change: (edit: vscode.TextEditorEdit) => void): Promise<void> {
    assert.ok(await vscode.window.activeTextEditor?.edit(change));
  }

  /** The problems are those of this text; by default of what is in the editor. */
  async function areThoseOf(text = document.getText()): Promise<void> {
    const wanted = expected(text).join();
    await waitFor(
      'the problems',
      () => problems(FILE).join(),
      (found) => found === wanted,
    );
  }

  const top = (line: number) => new vscode.Position(line, 0);

  it('follow edits in one place and in many, and take them back', async () => {
    await areThoseOf();
    await edit((e) => e.insert(top(100), TODO));
    await areThoseOf();
    await edit((e) => {
      e.insert(top(0), '\n🎯\n');
      e.insert(top(0), TODO);
      e.delete(new vscode.Range(50, 3, 60, 7));
      e.replace(new vscode.Range(200, 0, 201, 0), `${TODO}${TODO}`);
      for (let line = 1250; line < 1290; line += 2) e.insert(top(line), TODO);
    });
    await areThoseOf();
    await vscode.commands.executeCommand('undo');
    await areThoseOf();
    await vscode.commands.executeCommand('redo');
    vscode.window.activeTextEditor!.selection = new vscode.Selection(top(500), top(500));
    for (let i = 0; i < 30; i++)
      await vscode.commands.executeCommand('type', { text: i % 9 === 0 ? '\n' : 'x' });
    await edit((e) => e.insert(top(1000), TODO));
    await areThoseOf();
  });

  it('follow other line ends, another language and a text that is pasted', async () => {
    await edit((e) => e.setEndOfLine(vscode.EndOfLine.CRLF));
    await edit((e) => e.insert(top(300), TODO));
    await areThoseOf();
    await vscode.languages.setTextDocumentLanguage(document, 'cpp');
    await edit((e) => e.insert(top(400), `${TODO}\n`));
    await areThoseOf();
    await edit((e) => e.insert(top(10), block(1750)));
    await edit((e) => e.insert(top(20), TODO));
    await areThoseOf();
  });

  it('stay when it gets another language, with nothing typed after it', async () => {
    await edit((e) => e.insert(top(7), TODO));
    await areThoseOf();
    const before = problems(FILE).join();
    await vscode.languages.setTextDocumentLanguage(document, 'c');
    await waitFor(
      'the problems to stay',
      () => problems(FILE).join(),
      (found) => found === before,
      { hold: 1500 },
    );
  });

  it('follow what is saved, reverted and written by others, and what is typed after it', async () => {
    await document.save();
    await areThoseOf(fs.readFileSync(uriOf(FILE).fsPath, 'utf8'));
    await edit((e) => e.insert(top(30), TODO));
    await areThoseOf();
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await waitFor('the document', () => !document.isDirty);
    await areThoseOf(fs.readFileSync(uriOf(FILE).fsPath, 'utf8'));
    const text = `\ufeff${TODO}${block(1250)}${block(500)}`;
    writeFile(FILE, text);
    await waitFor(
      'the reload',
      () => document.lineCount,
      (lines) => lines === text.split('\n').length,
      { within: 20_000 },
    );
    await areThoseOf(text.slice(1));
    await edit((e) => e.insert(top(3), `${TODO}// `));
    await areThoseOf();
  });

  it('come with links and definitions of the ids in it', async () => {
    const stated = '// TODO(reliable-voice): why\n';
    await edit((e) => e.insert(top(1), stated));
    await areThoseOf();
    const at = new vscode.Position(1, stated.indexOf('voice'));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const own = links.filter(({ target }) => target?.path.endsWith('/outcomes.yml'));
    assert.deepEqual(
      own.map(({ range }) => document.getText(range)),
      ['reliable-voice'],
    );
    for (const [line, count] of [
      [1, 1],
      [2, 0],
    ] as const) {
      const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at.with(line),
      );
      const outcomes = found.filter(({ targetUri }) => targetUri.path.endsWith('/outcomes.yml'));
      assert.equal(outcomes.length, count);
    }
  });

  it('are those of the disk again when it is closed', async () => {
    const text = fs.readFileSync(uriOf(FILE).fsPath, 'utf8').slice(1);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await areThoseOf(text);
  });
});

import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import type { Api } from '../../../../src/extension';
import { waitFor } from '../../../support/waitFor';
import { PALETTE_TIME, runCommand, runEveryCommand } from '../every-command';
import { closeEditors, paths, ready } from '../support';

const { executeCommand } = vscode.commands;

/** A file of a root; roots are told apart by their number, two of them have the same name. */
function fileOf(root: number, file: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![root]!.uri, file);
}

async function open(root: number, file: string, line = 0, character = 0): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(fileOf(root, file));
  editor.selection = new vscode.Selection(line, character, line, character);
  return editor;
}

function codes(root: number, file: string): string[] {
  return vscode.languages
    .getDiagnostics(fileOf(root, file))
    .filter(({ source }) => source === 'outcomes')
    .map(({ range: { start }, code }) => `${start.line + 1} ${code as string}`);
}

async function completions(root: number, line: number, character: number): Promise<string[]> {
  const { items } = await executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    fileOf(root, 'main.ts'),
    new vscode.Position(line, character),
  );
  const texts = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  return texts.filter((text) => /^(?:shared|left-only|right-only)$/.test(text)).sort();
}

const LEFT = 0;
const RIGHT = 1;
const BARE = 2;
/** In `// TODO(shared): …` */
const INSIDE_ID = 10;

describe('a workspace of several repositories', () => {
  let api: Api;
  before(async () => (api = await ready()));
  afterEach(closeEditors);

  it('has two folders of the same name', () => {
    const names = vscode.workspace.workspaceFolders!.map(({ name }) => name);
    assert.deepEqual(names, ['app', 'app', 'bare']);
    assert.ok(vscode.workspace.workspaceFile?.fsPath.endsWith('.code-workspace'));
  });

  it('shows the outcomes of each, and tells the folders apart', () => {
    const outcomes = paths(api.outcomes, ({ kind }) => kind === 'outcome');
    assert.equal(outcomes.length, 4, outcomes.join('\n'));
    for (const own of ['left', 'right'])
      assert.equal(outcomes.filter((path) => path.endsWith(`Only in ${own}`)).length, 1);
    assert.equal(outcomes.filter((path) => path.includes('bare')).length, 0);
  });

  it('finds fault with TODOs by the ids of their own root, and with none where there is no outcomes.yml', async () => {
    // All of it was committed before, so that what has no why is a hint, which is shown of open files.
    for (const root of [BARE, LEFT, RIGHT]) {
      await open(root, 'main.ts');
      const wanted = root === BARE ? '' : '3 todo-without-why';
      await waitFor(
        'what is found',
        () => codes(root, 'main.ts').join(),
        (found) => found === wanted,
      );
    }
  });

  it('offers the ids of the own root', async () => {
    await open(LEFT, 'main.ts');
    assert.deepEqual(await completions(LEFT, 0, INSIDE_ID), ['left-only', 'shared']);
    await open(RIGHT, 'main.ts');
    assert.deepEqual(await completions(RIGHT, 0, INSIDE_ID), ['right-only', 'shared']);
    await open(BARE, 'main.ts');
    assert.deepEqual(await completions(BARE, 0, INSIDE_ID), []);
  });

  it('finds definitions and references in the own root', async () => {
    for (const root of [LEFT, RIGHT]) {
      await open(root, 'main.ts');
      const at = [fileOf(root, 'main.ts'), new vscode.Position(0, INSIDE_ID)] as const;
      const definitions = await executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        ...at,
      );
      const targets = definitions.map((found) => ('targetUri' in found ? found.targetUri : found.uri));
      const own = targets.filter(({ path }) => path.endsWith('outcomes.yml'));
      assert.deepEqual(own.map(String), [String(fileOf(root, 'outcomes.yml'))]);
      const references = await executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', ...at);
      const files = new Set(references.map(({ uri }) => String(uri)));
      assert.deepEqual(
        [...files].sort(),
        ['main.ts', 'outcomes.yml'].map((file) => String(fileOf(root, file))),
      );
    }
  });

  it('renames in the own root', async () => {
    await open(RIGHT, 'main.ts');
    const edit = await executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      fileOf(RIGHT, 'main.ts'),
      new vscode.Position(0, INSIDE_ID),
      'common',
    );
    const files = edit.entries().map(([uri]) => String(uri));
    assert.deepEqual(
      files.sort(),
      ['main.ts', 'outcomes.yml'].map((file) => String(fileOf(RIGHT, file))),
    );
  });

  it('knows no id where there is no outcomes.yml', async () => {
    await open(BARE, 'main.ts');
    const at = [fileOf(BARE, 'main.ts'), new vscode.Position(0, INSIDE_ID)] as const;
    const references = await executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', ...at);
    assert.deepEqual(
      references.filter(({ uri }) => uri.path.endsWith('outcomes.yml')),
      [],
    );
    const hovers = await executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', ...at);
    const texts = hovers.flatMap(({ contents }) => contents).map((part) => JSON.stringify(part));
    assert.deepEqual(
      texts.filter((text) => text.includes('The shared one')),
      [],
    );
  });

  it('has commands that work or say why not, with nothing in the editor and with a file of any root', async function () {
    this.timeout(PALETTE_TIME);
    const created = fileOf(BARE, 'outcomes.yml').fsPath;
    for (const root of [undefined, LEFT, RIGHT, BARE]) {
      if (root !== undefined) await open(root, 'main.ts', 2, 4);
      await runEveryCommand();
    }
    assert.equal(fs.existsSync(created), false, 'no question was answered');
  });

  it('asks for the folder where it cannot be told', async () => {
    for (const command of [
      'outcomes.createFile',
      'outcomes.openFile',
      'outcomes.migrate',
      'outcomes.newOutcome',
    ]) {
      const { asked, error } = await runCommand(command);
      assert.deepEqual([error, asked.length], [null, 1], `${command} asked ${asked.join()}`);
    }
  });

  for (const [name, root] of [
    ['left', LEFT],
    ['right', RIGHT],
  ] as const)
    it(`links the TODO in the editor to an outcome of its own root, ${name}`, async () => {
      const editor = await open(root, 'main.ts', 2, 4);
      const { asked, error, said } = await runCommand('outcomes.linkToOutcome');
      assert.deepEqual([error, asked.length, said], [null, 1, []]);
      assert.equal(editor.document.isDirty, false);
    });
});

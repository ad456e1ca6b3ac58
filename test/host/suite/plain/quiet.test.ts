import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { staysTrue, waitFor } from '../../../support/waitFor';
import {
  allProblems,
  closeEditors,
  paths,
  problems,
  ready,
  theExtension,
  uriOf,
  writeFile,
} from '../support';

describe('a folder without an outcomes.yml', () => {
  afterEach(closeEditors);

  it('does not start the extension', () => {
    assert.equal(theExtension().isActive, false);
  });

  it('is left in peace: no diagnostic, nothing to show', async () => {
    const { folders, outcomes, withoutWhy } = await ready();
    assert.equal(folders.state, 'empty');
    await vscode.window.showTextDocument(uriOf('main.ts'));
    await staysTrue('nothing is said', () => allProblems().length === 0);
    assert.deepEqual([outcomes.rows(), withoutWhy.rows()], [[], []]);
  });

  it('comes alive when a first file is created, and is quiet again when it is gone', async () => {
    const { folders, outcomes, withoutWhy } = await ready();
    // The watcher makes nothing of a creation and a deletion that it hears of together.
    const watcher = vscode.workspace.createFileSystemWatcher('**/outcomes.yml');
    const created = new Promise((resolve) => watcher.onDidCreate(resolve));
    await vscode.commands.executeCommand('outcomes.createFile');
    await waitFor(
      'the folder to be read',
      () => folders.state,
      (state) => state === 'ready',
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf('outcomes.yml').toString());
    assert.deepEqual(problems('outcomes.yml'), [], 'the first file is a good example');
    const rows = outcomes.rows();
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['outcome'],
    );
    assert.deepEqual(
      outcomes.rows(rows[0]).map(({ kind }) => kind),
      ['metric', 'output', 'output'],
    );
    // Committed before: an older TODO, a hint in the view and nothing louder.
    await waitFor(
      'the older TODO',
      () => paths(withoutWhy, ({ kind }) => kind === 'todo'),
      (found) => found.join() === 'Older > TODOs > main.ts > close the file',
    );
    await vscode.window.showTextDocument(uriOf('main.ts'));
    await waitFor(
      'the hint',
      () =>
        allProblems()
          .map(({ severity }) => severity)
          .join(),
      (severities) => severities === String(vscode.DiagnosticSeverity.Hint),
    );

    await closeEditors();
    await created;
    watcher.dispose();
    fs.rmSync(uriOf('outcomes.yml').fsPath);
    await waitFor(
      'the folder to be quiet',
      () => folders.state,
      (state) => state === 'empty',
    );
    await waitFor('no diagnostic', () => allProblems().length === 0);
    assert.deepEqual([outcomes.rows(), withoutWhy.rows()], [[], []]);
  });

  it('never has its outcomes.yml overwritten', async () => {
    const { folders } = await ready();
    const text = 'version: 1\noutcomes: []\n';
    writeFile('outcomes.yml', text);
    await waitFor(
      'the folder to be read',
      () => folders.state,
      (state) => state === 'ready',
    );
    await vscode.commands.executeCommand('outcomes.createFile');
    assert.equal(fs.readFileSync(uriOf('outcomes.yml').fsPath, 'utf8'), text);
    await closeEditors();
    fs.rmSync(uriOf('outcomes.yml').fsPath);
    await waitFor(
      'the folder to be quiet',
      () => folders.state,
      (state) => state === 'empty',
    );
  });
});

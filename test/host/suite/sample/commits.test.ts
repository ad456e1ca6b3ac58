import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { Api } from '../../../../src/extension';
import { waitFor } from '../../../support/waitFor';
import { closeEditors, folder, ready, removeFile, uriOf, writeFile } from '../support';

const { executeCommand } = vscode.commands;

interface Repository {
  readonly rootUri: vscode.Uri;
  readonly inputBox: { value: string };
  readonly state: { readonly indexChanges: readonly unknown[] };
  status(): Promise<void>;
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: folder().uri.fsPath, encoding: 'utf8', stdio: 'pipe' }).trim();
}

function codes(uri: vscode.Uri): string {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'outcomes')
    .map(({ code, range }) => `${range.start.line + 1}:${range.start.character + 1} ${code as string}`)
    .join();
}

function becomes(uri: vscode.Uri, wanted: string): Promise<string> {
  return waitFor(
    wanted === '' ? 'no finding' : wanted,
    () => codes(uri),
    (found) => found === wanted,
    { within: 10_000 },
  );
}

async function fix(uri: vscode.Uri, title: RegExp): Promise<void> {
  const [diagnostic] = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'outcomes');
  assert.ok(diagnostic);
  const { value } = vscode.CodeActionKind.QuickFix;
  const actions = await executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    diagnostic.range,
    value,
    20,
  );
  const action = actions.find((each) => title.test(each.title));
  assert.ok(action?.edit, `${String(title)} is not among ${actions.map((each) => each.title).join(' | ')}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

describe('the commit box', () => {
  let repository: Repository;
  let box: vscode.TextDocument;

  let api: Api;
  before(async () => {
    api = await ready();
    const scm = vscode.extensions.getExtension<{ getAPI(version: 1): { repositories: Repository[] } }>(
      'vscode.git',
    );
    await scm!.activate();
    repository = (await waitFor(
      'the repository',
      () => scm!.exports.getAPI(1).repositories.find(({ rootUri }) => rootUri.fsPath === folder().uri.fsPath),
      (found) => found !== undefined,
    ))!;
    await executeCommand('workbench.view.scm');
    box = (await waitFor(
      'the box',
      () => vscode.workspace.textDocuments.find(({ languageId }) => languageId === 'scminput'),
      (found) => found !== undefined,
    ))!;
    git('config', 'user.name', 'Ana Duarte');
    git('config', 'user.email', 'ana@northline.example');
  });
  afterEach(() => {
    repository.inputBox.value = '';
  });
  after(async () => {
    git('config', '--unset', 'user.name');
    git('config', '--unset', 'user.email');
    await closeEditors();
  });

  const type = async (text: string) => {
    repository.inputBox.value = text;
    await waitFor(
      'the text',
      () => box.getText(),
      (now) => now === text,
    );
  };

  it('tells that a why is missing, adds what the branch serves, and takes it back', async () => {
    await type('Answer in French too\n\n# kept, as git keeps it here\nand this');
    await becomes(box.uri, '1:1 commit-without-why');
    await fix(box.uri, /^Add `Outcome: voip`: the branch is named after it$/);
    assert.equal(
      box.getText(),
      'Answer in French too\n\n# kept, as git keeps it here\nand this\n\nOutcome: voip',
    );
    await becomes(box.uri, '');
    await executeCommand('workbench.scm.focus');
    await executeCommand('undo');
    await waitFor(
      'the text before',
      () => box.getText(),
      (text) => text === 'Answer in French too\n\n# kept, as git keeps it here\nand this',
    );
  });

  it('is quiet when it is empty, and about what a rebase will fold', async () => {
    await type('Word');
    await becomes(box.uri, '1:1 commit-without-why');
    await type('');
    await becomes(box.uri, '');
    await type('Word');
    await becomes(box.uri, '1:1 commit-without-why');
    await type('fixup! Word');
    await becomes(box.uri, '');
    await type("Merge branch 'side'");
    await becomes(box.uri, '');
  });

  it('corrects a misspelt id, and knows a closed outcome and a waiver without a reason', async () => {
    await type('Answer\n\nOutcome: viop');
    await becomes(box.uri, '3:10 unknown-outcome');
    await fix(box.uri, /^Change to `voip`$/);
    assert.equal(box.getText(), 'Answer\n\nOutcome: voip');
    await type('Answer\n\nOutcome: none');
    await becomes(box.uri, '3:10 waiver-without-reason');
  });

  it('gets the trailer by one command, which tells when there is nothing to add', async () => {
    await type('Answer\n\nSigned-off-by: Ana <ana@northline.example>');
    assert.equal(await executeCommand('outcomes.addTrailer'), true);
    const text = 'Answer\n\nSigned-off-by: Ana <ana@northline.example>\nOutcome: voip';
    assert.equal(box.getText(), text);
    assert.equal(await executeCommand('outcomes.addTrailer'), false);
    assert.equal(box.getText(), text);
    await type('fixup! Answer');
    assert.equal(await executeCommand('outcomes.addTrailer'), false);
  });

  it('gets the outcome of the staged TODOs where the branch tells none', async () => {
    const branch = git('symbolic-ref', '--short', 'HEAD');
    const file = 'commit-todo.ts';
    git('switch', '--quiet', 'ben/misc-cleanup');
    try {
      await waitFor(
        'the other branch',
        () => api.folders.list()[0]?.source.snapshot?.repository?.branch,
        (name) => name === 'ben/misc-cleanup',
      );
      writeFile(file, '// TODO(conversion): say why\n');
      git('add', file);
      await type('Answer');
      await becomes(box.uri, '1:1 commit-without-why');
      await fix(box.uri, /^Add `Outcome: conversion`: the staged TODO in commit-todo\.ts names it$/);
      assert.equal(box.getText(), 'Answer\n\nOutcome: conversion');
      await type('Answer');
      assert.equal(await executeCommand('outcomes.addTrailer'), true);
      assert.equal(box.getText(), 'Answer\n\nOutcome: conversion');
    } finally {
      git('reset', '--quiet', '--', file);
      removeFile(file);
      git('switch', '--quiet', branch);
    }
    await waitFor(
      'the branch before',
      () => api.folders.list()[0]?.source.snapshot?.repository?.branch,
      (name) => name === branch,
    );
  });

  it('commits with a trailer that git finds', async () => {
    const before = git('rev-parse', 'HEAD');
    writeFile('commit-test.md', 'Text\n');
    git('add', 'commit-test.md');
    await repository.status();
    try {
      await type('Write it down');
      assert.equal(await executeCommand('outcomes.addTrailer'), true);
      await executeCommand('git.commit');
      assert.notEqual(git('rev-parse', 'HEAD'), before);
      assert.equal(git('log', '-1', '--format=%(trailers:key=Outcome,valueonly)'), 'voip');
      assert.equal(git('log', '-1', '--format=%s'), 'Write it down');
    } finally {
      git('reset', '--quiet', '--soft', before);
      git('reset', '--quiet', '--', 'commit-test.md');
      removeFile('commit-test.md');
    }
  });

  it('is held back by git.diagnosticsCommitHook while a staged file has a finding', async () => {
    const before = git('rev-parse', 'HEAD');
    const file = 'commit-test.ts';
    const settings = vscode.workspace.getConfiguration('git.diagnosticsCommitHook');
    await settings.update('enabled', true, vscode.ConfigurationTarget.Global);
    await settings.update('sources', { outcomes: 'warning' }, vscode.ConfigurationTarget.Global);
    try {
      writeFile(file, '// TODO: say why\n');
      git('add', file);
      await repository.status();
      await becomes(uriOf(file), '1:4 todo-without-why');
      await type('Answer\n\nOutcome: voip');
      // It asks, and in tests nobody answers.
      await executeCommand('git.commit').then(undefined, () => undefined);
      assert.equal(git('rev-parse', 'HEAD'), before);
      writeFile(file, '// TODO(voip): say why\n');
      git('add', file);
      await repository.status();
      await becomes(uriOf(file), '');
      await executeCommand('git.commit');
      assert.notEqual(git('rev-parse', 'HEAD'), before);
    } finally {
      git('reset', '--quiet', '--soft', before);
      git('reset', '--quiet', '--', file);
      removeFile(file);
      await settings.update('enabled', undefined, vscode.ConfigurationTarget.Global);
      await settings.update('sources', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('COMMIT_EDITMSG', () => {
  const FILE = '.git/COMMIT_EDITMSG';
  const TEXT = [
    'Answer in French too',
    '',
    '# Please enter the commit message for your changes.',
    '# Outcome: comments',
    '# ------------------------ >8 ------------------------',
    'diff --git a/a.ts b/a.ts',
    '+Outcome: diff',
    '',
  ].join('\n');

  before(ready);
  afterEach(closeEditors);
  after(() => removeFile(FILE));

  it('gets findings and the trailer above comments and scissors, with one undo', async () => {
    writeFile(FILE, TEXT);
    const document = await vscode.workspace.openTextDocument(uriOf(FILE));
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'git-commit');
    await becomes(document.uri, '1:1 commit-without-why');
    assert.equal(await executeCommand('outcomes.addTrailer'), true);
    assert.equal(document.getText(), TEXT.replace('too\n', 'too\n\nOutcome: voip\n'));
    await becomes(document.uri, '');
    await executeCommand('undo');
    assert.equal(document.getText(), TEXT);
    await becomes(document.uri, '1:1 commit-without-why');
  });

  it('leaves the first line to the subject', async () => {
    writeFile(FILE, '\n# Please enter the commit message.\n');
    const document = await vscode.workspace.openTextDocument(uriOf(FILE));
    const editor = await vscode.window.showTextDocument(document);
    // VS Code may still have what the file was a moment ago.
    await executeCommand('workbench.action.files.revert');
    assert.equal(await executeCommand('outcomes.addTrailer'), true);
    assert.match(document.getText(), /^\n\nOutcome: voip\n/);
    assert.equal(editor.selection.active.line, 0);
    await waitFor(
      'no finding',
      () => codes(document.uri),
      (found) => found === '',
    );
  });
});

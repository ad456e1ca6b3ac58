import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../../src/extension';
import type { Row } from '../../../src/editor/view/rows';
import { waitFor } from '../../support/waitFor';

export function theExtension(): vscode.Extension<Api> {
  const { name, publisher } = { name: 'outcomes', publisher: 'outcomes' };
  const extension = vscode.extensions.getExtension<Api>(`${publisher}.${name}`);
  assert.ok(extension, 'the extension is not installed');
  return extension;
}

/** The extension once it has read every folder. */
export async function ready(): Promise<Api> {
  const api = await theExtension().activate();
  await waitFor(
    'the first reading',
    () => api.folders.state,
    (state) => state !== 'reading',
    {
      within: 30_000,
    },
  );
  return api;
}

export function folder(): vscode.WorkspaceFolder {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'no folder is open');
  return first;
}

export function uriOf(file: string): vscode.Uri {
  return vscode.Uri.joinPath(folder().uri, file);
}

/** Writes a file from outside of VS Code, as another program would. */
export function writeFile(file: string, text: string): void {
  const target = uriOf(file).fsPath;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text);
}

export function removeFile(file: string): void {
  fs.rmSync(uriOf(file).fsPath, { recursive: true, force: true });
}

/** The extension's own diagnostics of a file as `line:character code`, lines and characters from 1. */
export function problems(file: string): string[] {
  return vscode.languages
    .getDiagnostics(uriOf(file))
    .filter(({ source }) => source === 'outcomes')
    .map(({ range: { start }, code }) => `${start.line + 1}:${start.character + 1} ${code as string}`);
}

/** Every diagnostic of the extension, in all files. */
export function allProblems(): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics()
    .flatMap(([, diagnostics]) => diagnostics)
    .filter(({ source }) => source === 'outcomes');
}

/** The labels of the rows on the way to every leaf that `wanted` accepts. */
export function paths(view: { rows(parent?: Row): readonly Row[] }, wanted: (row: Row) => boolean): string[] {
  const found: string[] = [];
  const visit = (row: Row, above: string): void => {
    const here = above === '' ? row.label : `${above} > ${row.label}`;
    if (wanted(row)) found.push(here);
    if (row.children !== null) for (const child of view.rows(row)) visit(child, here);
  };
  for (const row of view.rows()) visit(row, '');
  return found;
}

export async function closeEditors(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.isDirty)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

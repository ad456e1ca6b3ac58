import * as vscode from 'vscode';
import type { Logger } from '../../workspace/ports';
import type { FolderSource } from '../folders';
import { isForPeople, traceOf } from './for-people';
import { noteFor } from './notes';

const FILTERS = { 'Web page': ['html'], Markdown: ['md'] };

/** Asks for a file and writes the review to it, in the format that its name says. */
export async function writeReview(entry: FolderSource, since: string | null, logger: Logger): Promise<void> {
  const today = entry.source.snapshot?.today ?? '';
  const target = await vscode.window.showSaveDialog({
    title: 'Export the review',
    defaultUri: vscode.Uri.joinPath(entry.folder.uri, `outcomes-${today}.html`),
    filters: FILTERS,
  });
  if (target === undefined) return;
  const as = /\.(?:md|markdown)$/i.test(target.path) ? 'markdown' : 'html';
  try {
    const { text } = await entry.source.review({ since, note: noteFor(entry), as });
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch (error) {
    if (!isForPeople(error)) logger.error(`The review could not be exported: ${traceOf(error)}`);
    void vscode.window.showErrorMessage(
      `The review was not written: ${isForPeople(error) ? error.message : 'The log says more.'}`,
    );
    return;
  }
  await offerToOpen(target, as);
}

async function offerToOpen(target: vscode.Uri, as: 'html' | 'markdown'): Promise<void> {
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const action = as === 'html' ? 'Open in Browser' : 'Open';
  if (
    (await vscode.window.showInformationMessage(`The review was written to ${name}.`, action)) === undefined
  )
    return;
  if (as === 'html') await vscode.env.openExternal(target);
  else await vscode.window.showTextDocument(target);
}

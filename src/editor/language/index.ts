import * as vscode from 'vscode';
import type { Disposable } from '../disposables';
import type { Folders } from '../folders';
import type { ChosenIds } from '../pick-outcome';
import { idCompletion } from './completion';
import { idHover } from './hover';
import { idDefinition, idHighlights, idLinks, idReferences, workspaceSymbols } from './navigation';
import { idRename } from './rename';
import { SELECTOR } from './texts';

/** Ids as symbols of every language, in comments, commit messages, Markdown and outcomes.yml. */
export function registerLanguage(folders: Folders, chosen: ChosenIds): Disposable {
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerCompletionItemProvider(
      SELECTOR,
      idCompletion(folders, chosen),
      '(',
      ',',
      ':',
      ' ',
      '`',
    ),
    languages.registerHoverProvider(SELECTOR, idHover(folders)),
    languages.registerDefinitionProvider(SELECTOR, idDefinition(folders)),
    languages.registerReferenceProvider(SELECTOR, idReferences(folders)),
    languages.registerDocumentHighlightProvider(SELECTOR, idHighlights(folders)),
    languages.registerDocumentLinkProvider(SELECTOR, idLinks(folders)),
    languages.registerRenameProvider(SELECTOR, idRename(folders)),
    languages.registerWorkspaceSymbolProvider(workspaceSymbols(folders)),
  );
}

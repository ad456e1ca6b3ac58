import * as vscode from 'vscode';
import type { Disposable } from '../disposables';
import type { Folders } from '../folders';
import { once } from '../once';
import type { ChosenIds } from '../pick-outcome';
import { idTextOf, SELECTOR } from './id-text';

/**
 * Ids as symbols of every language, in comments, commit messages, Markdown and outcomes.yml. What answers is loaded
 * when something is asked of the first document that may hold one.
 */
export function registerLanguage(folders: Folders, chosen: ChosenIds): Disposable {
  const { languages } = vscode;
  const load = once(async () => (await import('./answers')).createAnswers(folders, chosen));
  const answers = (document: vscode.TextDocument) =>
    idTextOf(folders, document) === undefined ? undefined : load();
  const rename = once(async () => (await import('./rename')).idRename(folders));
  const { registerCompletionItemProvider } = languages;
  return vscode.Disposable.from(
    registerCompletionItemProvider(
      SELECTOR,
      {
        provideCompletionItems: async (document, ...rest) =>
          (await answers(document))?.completion.provideCompletionItems(document, ...rest),
        resolveCompletionItem: async (item, token) =>
          (await load()).completion.resolveCompletionItem?.(item, token) ?? item,
      },
      ...['(', ',', ':', ' ', '`'],
    ),
    languages.registerHoverProvider(SELECTOR, {
      provideHover: async (document, ...rest) =>
        (await answers(document))?.hover.provideHover(document, ...rest),
    }),
    languages.registerDefinitionProvider(SELECTOR, {
      provideDefinition: async (document, ...rest) =>
        (await answers(document))?.definition.provideDefinition(document, ...rest),
    }),
    languages.registerReferenceProvider(SELECTOR, {
      provideReferences: async (document, ...rest) =>
        (await answers(document))?.references.provideReferences(document, ...rest),
    }),
    languages.registerDocumentHighlightProvider(SELECTOR, {
      provideDocumentHighlights: async (document, ...rest) =>
        (await answers(document))?.highlights.provideDocumentHighlights(document, ...rest),
    }),
    languages.registerDocumentLinkProvider(SELECTOR, {
      provideDocumentLinks: async (document, token) =>
        (await answers(document))?.links.provideDocumentLinks(document, token),
    }),
    languages.registerRenameProvider(SELECTOR, {
      prepareRename: async (...asked) => (await rename()).prepareRename?.(...asked),
      provideRenameEdits: async (...asked) => (await rename()).provideRenameEdits(...asked),
    }),
    languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: async (...asked) => (await load()).symbols.provideWorkspaceSymbols(...asked),
    }),
  );
}

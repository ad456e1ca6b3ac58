import * as vscode from 'vscode';
import { type Entry, idAt } from '../../core';
import type { Snapshot } from '../../workspace/snapshot';
import { toRange, toUri } from '../convert';
import type { FolderSource, Folders } from '../folders';
import { idTextOf, type IdText } from './id-text';
import { entryAt, placesIn, referencesIn } from './texts';
import { referencesTo } from './references';

/** From an id to the place in an outcomes.yml that defines it. */
export function idDefinition(folders: Folders): vscode.DefinitionProvider {
  return {
    provideDefinition(document, position) {
      const text = idTextOf(folders, document);
      const found = text && entryAt(text, position);
      const target = text && found && definitionOf(text.entry, text.snapshot, found.entry);
      if (found === undefined || target === undefined) return undefined;
      const link: vscode.LocationLink = {
        originSelectionRange: toRange(found.place.range),
        targetUri: target.uri,
        targetRange: target.node,
        targetSelectionRange: target.range,
      };
      return [link];
    },
  };
}

export function idReferences(folders: Folders): vscode.ReferenceProvider {
  return {
    async provideReferences(document, position, { includeDeclaration }, token) {
      const text = idTextOf(folders, document);
      const found = text && entryAt(text, position);
      if (text === undefined || found === undefined) return undefined;
      const places = await referencesTo(text.entry, text.snapshot, found.entry, token);
      const own =
        text.kind === 'message'
          ? sameIds(text, found.entry).map((range) => ({ uri: document.uri, range, role: 'reference' }))
          : [];
      return [...places, ...own]
        .filter(({ role }) => includeDeclaration || role === 'reference')
        .map(({ uri, range }) => new vscode.Location(uri, range));
    },
  };
}

export function idHighlights(folders: Folders): vscode.DocumentHighlightProvider {
  return {
    provideDocumentHighlights(document, position) {
      const text = idTextOf(folders, document);
      const found = text && entryAt(text, position);
      return text && found && sameIds(text, found.entry).map((range) => new vscode.DocumentHighlight(range));
    },
  };
}

function sameIds(text: IdText, entry: Entry): vscode.Range[] {
  const key = (entry.output ?? entry.outcome).id.toLowerCase();
  return placesIn(text)
    .filter((place) => place.text.toLowerCase() === key)
    .map(({ range }) => toRange(range));
}

/** Ids as links to where they are defined. Code has "go to definition" for that; words there are not underlined. */
export function idLinks(folders: Folders): vscode.DocumentLinkProvider {
  return {
    provideDocumentLinks(document) {
      const text = idTextOf(folders, document);
      if (text === undefined) return undefined;
      return referencesIn(text).flatMap(({ text: id, range, role }) => {
        const entry = role === 'reference' ? text.snapshot.tree.entries.get(id.toLowerCase()) : undefined;
        const target = entry && definitionOf(text.entry, text.snapshot, entry);
        if (entry === undefined || target === undefined) return [];
        const { line, character } = target.range.start;
        const link = new vscode.DocumentLink(
          toRange(range),
          target.uri.with({ fragment: `L${line + 1},${character + 1}` }),
        );
        link.tooltip = `Open ${entry.kind} ${id}`;
        return [link];
      });
    },
  };
}

/** Every outcome and output of the workspace, by id or words of its title. */
export function workspaceSymbols(folders: Folders): vscode.WorkspaceSymbolProvider {
  return {
    provideWorkspaceSymbols(query) {
      return folders.list().flatMap((entry) => {
        const { snapshot } = entry.source;
        if (snapshot === undefined) return [];
        return [...snapshot.tree.entries.values()].flatMap((each) => {
          const { id, title } = each.output ?? each.outcome;
          const target = isMatch(query, `${id} ${title}`) ? definitionOf(entry, snapshot, each) : undefined;
          if (target === undefined) return [];
          const kind = each.kind === 'outcome' ? vscode.SymbolKind.Event : vscode.SymbolKind.Package;
          const location = new vscode.Location(target.uri, target.range);
          return [
            new vscode.SymbolInformation(
              `${id} – ${title}`,
              kind,
              each.output ? each.outcome.id : '',
              location,
            ),
          ];
        });
      });
    },
  };
}

/** VS Code filters by the characters of the query in their order; this leaves out no more than that. */
function isMatch(query: string, name: string): boolean {
  const [wanted, text] = [query.toLowerCase().replace(/\s+/g, ''), name.toLowerCase()];
  let at = 0;
  for (const character of wanted) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

interface Definition {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  /** All of what is defined. */
  readonly node: vscode.Range;
}

function definitionOf(
  { folder }: FolderSource,
  { tree }: Snapshot,
  { outcome, output }: Entry,
): Definition | undefined {
  const file = tree.files.find(({ path }) => path === outcome.file);
  const node = output ?? outcome;
  if (file === undefined) return undefined;
  return {
    uri: toUri(folder.uri, file.path),
    range: toRange(file.lines.rangeOf(idAt(node) ?? node.at.self)),
    node: toRange(file.lines.rangeOf(node.at.node)),
  };
}

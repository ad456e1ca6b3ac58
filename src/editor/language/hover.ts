import * as vscode from 'vscode';
import { entryCard } from '../card';
import { toRange } from '../convert';
import type { Folders } from '../folders';
import { idTextOf } from './id-text';
import { entryAt } from './texts';

/** The card of the outcome or output whose id is under the pointer. */
export function idHover(folders: Folders): vscode.HoverProvider {
  return {
    provideHover(document, position) {
      const text = idTextOf(folders, document);
      const found = text && entryAt(text, position);
      if (text === undefined || found === undefined) return undefined;
      const card = new vscode.MarkdownString(entryCard(found.entry, text.snapshot));
      return new vscode.Hover(card, toRange(found.place.range));
    },
  };
}

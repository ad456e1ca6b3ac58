import * as vscode from 'vscode';
import { contextAt, type FileContext } from '../../core';
import type { Clock } from '../../workspace/ports';
import { toRange } from '../convert';
import { proposalsAt, type Proposal } from './proposals';
import type { Fields } from './schema';
import { listIndentOf } from './skeletons';

/**
 * Fields, choices, days and first entries while an outcomes.yml is written. Where another extension completes by the
 * schema, it is left what the schema tells. Ids are completed as everywhere (editor/language).
 */
export function fileCompletion(fields: () => Promise<Fields>, clock: Clock): vscode.CompletionItemProvider {
  return {
    async provideCompletionItems(document, position, token) {
      const text = document.getText();
      const context = contextAt(text, position);
      if (context === undefined) return undefined;
      const options = {
        fields: await fields(),
        today: clock.today(),
        listIndent: listIndentOf(text),
        schemaIsServed: schemaIsServed(document),
      };
      if (token.isCancellationRequested) return undefined;
      return proposalsAt(context, options).map((proposal, i) => toItem(proposal, context, i));
    },
  };
}

/** Asked each time: extensions come and go while a file is open. */
function schemaIsServed({ uri }: vscode.TextDocument): boolean {
  return (
    vscode.extensions.getExtension('redhat.vscode-yaml') !== undefined &&
    vscode.workspace.getConfiguration('yaml', uri).get('completion') !== false
  );
}

const KINDS: Readonly<Record<Proposal['kind'], vscode.CompletionItemKind>> = {
  field: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  day: vscode.CompletionItemKind.Constant,
  skeleton: vscode.CompletionItemKind.Snippet,
};

function toItem(proposal: Proposal, context: FileContext, order: number): vscode.CompletionItem {
  const { label, note, about, insert, filter, again, tight, kind } = proposal;
  const item = new vscode.CompletionItem({ label, description: note }, KINDS[kind]);
  item.range = toRange(context.range);
  item.insertText = new vscode.SnippetString(insert);
  item.keepWhitespace = true;
  item.filterText = filter;
  item.sortText = String(order).padStart(4, '0');
  item.detail = note;
  item.documentation = about;
  if (again) item.command = { command: 'editor.action.triggerSuggest', title: 'Choose' };
  if (tight) item.additionalTextEdits = [vscode.TextEdit.delete(spaceBefore(context))];
  return item;
}

/** The one space that stands behind a colon. */
function spaceBefore({ range }: FileContext): vscode.Range {
  const { line, character } = range.start;
  return new vscode.Range(line, Math.max(0, character - 1), line, character);
}

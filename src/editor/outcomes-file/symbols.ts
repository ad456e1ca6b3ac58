import * as vscode from 'vscode';
import type { Entry, OutlineNode } from '../../core';
import type { Snapshot } from '../../workspace/snapshot';
import type { Folders } from '../folders';
import { OutcomeFacts } from '../outcome-facts';
import { outlineIn, rangeIn } from './file';

/** The outline: policy, outcomes, metrics and outputs, with what the tree says of each as far as it was read. */
export function fileSymbols(folders: Folders): vscode.DocumentSymbolProvider {
  return {
    provideDocumentSymbols(document) {
      const snapshot = folders.at(document.uri)?.entry.source.snapshot;
      return outlineIn(document).map((node) => toSymbol(document, node, snapshot, undefined));
    },
  };
}

const KINDS: Readonly<Record<OutlineNode['kind'], vscode.SymbolKind>> = {
  policy: vscode.SymbolKind.Object,
  outcome: vscode.SymbolKind.Event,
  metric: vscode.SymbolKind.Number,
  output: vscode.SymbolKind.Package,
};

function toSymbol(
  document: vscode.TextDocument,
  node: OutlineNode,
  snapshot: Snapshot | undefined,
  above: Entry | undefined,
): vscode.DocumentSymbol {
  const entry = node.id === '' ? undefined : snapshot?.tree.entries.get(node.id.toLowerCase());
  const symbol = new vscode.DocumentSymbol(
    nameOf(node),
    snapshot === undefined ? '' : detailOf(node, OutcomeFacts.of(snapshot), entry, above),
    KINDS[node.kind],
    rangeIn(document, node),
    rangeIn(document, node.self),
  );
  symbol.children = node.children.map((child) => toSymbol(document, child, snapshot, entry));
  return symbol;
}

/** As the symbols of the workspace are named. */
function nameOf({ kind, id, title }: OutlineNode): string {
  if (kind === 'policy') return kind;
  return [id, title].filter(Boolean).join(' – ') || `Untitled ${kind}`;
}

function detailOf(
  { kind, id, title }: OutlineNode,
  facts: OutcomeFacts,
  entry: Entry | undefined,
  above: Entry | undefined,
): string {
  if (kind === 'outcome' && entry?.kind === 'outcome') return facts.outcome(entry.outcome);
  if (kind === 'output' && entry?.kind === 'output') return facts.output(entry.output);
  if (kind !== 'metric' || above?.kind !== 'outcome') return '';
  const metric = above.outcome.metrics.find((each) =>
    id === '' ? each.id === null && each.title === title : each.id === id,
  );
  return metric === undefined ? '' : facts.metric(above.outcome, metric);
}

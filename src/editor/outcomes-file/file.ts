import * as vscode from 'vscode';
import { type OutlineNode, type OutlineReading, readOutline } from '../../core';

/** Every outcomes.yml, also an old revision of one. */
export const SELECTOR: vscode.DocumentSelector = [
  { pattern: '**/outcomes.yml' },
  { pattern: '**/outcomes.yaml' },
];

interface Known {
  readonly version: number;
  readonly reading: OutlineReading;
}

const known = new WeakMap<vscode.TextDocument, Known>();

/** The outline of the document as it is now; of each of its versions only what has changed is read. */
export function outlineIn(document: vscode.TextDocument): readonly OutlineNode[] {
  const before = known.get(document);
  if (before?.version === document.version) return before.reading.nodes;
  const reading = readOutline(document.getText(), before?.reading);
  known.set(document, { version: document.version, reading });
  return reading.nodes;
}

/** These nodes and all below them, a parent before its children. */
export function* everyNode(nodes: readonly OutlineNode[]): Generator<OutlineNode> {
  for (const node of nodes) {
    yield node;
    yield* everyNode(node.children);
  }
}

export function rangeIn(
  document: vscode.TextDocument,
  { start, end }: { readonly start: number; readonly end: number },
): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

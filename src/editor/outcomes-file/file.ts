import * as vscode from 'vscode';
import { outlineOf, type OutlineNode } from '../../core';

/** Every outcomes.yml, also an old revision of one. */
export const SELECTOR: vscode.DocumentSelector = [
  { pattern: '**/outcomes.yml' },
  { pattern: '**/outcomes.yaml' },
];

interface Known {
  readonly version: number;
  readonly outline: readonly OutlineNode[];
}

const known = new WeakMap<vscode.TextDocument, Known>();

/** The outline of the document as it is now, read once for each of its versions. */
export function outlineIn(document: vscode.TextDocument): readonly OutlineNode[] {
  const before = known.get(document);
  if (before?.version === document.version) return before.outline;
  const outline = outlineOf(document.getText());
  known.set(document, { version: document.version, outline });
  return outline;
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

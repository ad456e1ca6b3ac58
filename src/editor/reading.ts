import type * as vscode from 'vscode';
import type { Day, OutcomesFile, OutcomeTree } from '../core';
import type { Folders } from './folders';

/** An outcomes.yml as its document is now, in the tree of its folder. */
export interface Reading {
  readonly folder: vscode.Uri;
  readonly tree: OutcomeTree;
  readonly file: OutcomesFile;
  readonly today: Day;
}

interface Kept extends Reading {
  readonly version: number;
  readonly base: OutcomeTree;
}

const kept = new WeakMap<vscode.TextDocument, Kept>();

/** Reading a longer text takes a moment that nobody has to spare while the cursor moves. */
const SHORT = 100_000;

/**
 * What the folder knows of the document. Where it knows an older text, as in the moment after a key, the document is
 * read anew: at once when it is short, else only if somebody asks for it (`asked`).
 */
export async function readingOf(
  folders: Folders,
  document: vscode.TextDocument,
  asked: boolean,
): Promise<Reading | undefined> {
  const at = folders.at(document.uri);
  const snapshot = at?.entry.source.snapshot;
  const known = snapshot?.tree.files.find(({ path }) => path === at?.file);
  if (at === undefined || snapshot === undefined || known === undefined) return undefined;
  const { tree, today } = snapshot;
  const folder = at.entry.folder.uri;
  const text = document.getText();
  if (known.text === text) return { folder, tree, file: known, today };
  const { version } = document;
  const before = kept.get(document);
  if (before?.version === version && before.base === tree) return before;
  if (!asked && text.length > SHORT) return undefined;
  const { readAnew } = await import('./read-anew');
  const now = { folder, ...readAnew(tree, known, text), today };
  kept.set(document, { ...now, version, base: tree });
  return now;
}

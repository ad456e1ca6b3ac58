import * as vscode from 'vscode';
import type { Snapshot } from '../../workspace/snapshot';
import type { FolderSource, Folders } from '../folders';

/** How ids are written in a document. */
export type TextKind = 'outcomes' | 'message' | 'prose' | 'code';

/** A document whose ids mean something: the folder that answers for it, and what is known there. */
export interface IdText {
  readonly document: vscode.TextDocument;
  readonly kind: TextKind;
  readonly entry: FolderSource;
  readonly snapshot: Snapshot;
  /** The path in the folder; of a commit message its name alone. */
  readonly file: string;
}

/** Documents that these features are for. Others show what lies elsewhere: old revisions, output, settings. */
export const SELECTOR: vscode.DocumentSelector = [
  { scheme: 'file' },
  { language: 'scminput' },
  { language: 'git-commit' },
];

/** undefined where no outcomes.yml holds, or while the folder is being read for the first time. */
export function idTextOf(folders: Folders, document: vscode.TextDocument): IdText | undefined {
  const kind = kindOf(document);
  const at = kind === 'message' ? messageOwner(folders, document) : folders.at(document.uri);
  const snapshot = at?.entry.source.snapshot;
  if (at === undefined || snapshot === undefined || snapshot.tree.files.length === 0) return undefined;
  return { document, kind, entry: at.entry, snapshot, file: at.file };
}

function kindOf({ languageId, uri }: vscode.TextDocument): TextKind {
  if (languageId === 'scminput' || languageId === 'git-commit') return 'message';
  if (/(?:^|\/)outcomes\.ya?ml$/.test(uri.path)) return 'outcomes';
  return /\.(?:md|markdown)$/i.test(uri.path) ? 'prose' : 'code';
}

/** The commit box names its repository in the query; COMMIT_EDITMSG lies in it, or in the main one of a worktree. */
function messageOwner(
  folders: Folders,
  { uri }: vscode.TextDocument,
): { entry: FolderSource; file: string } | undefined {
  const root = new URLSearchParams(uri.query).get('rootUri');
  const place = root === null ? uri : vscode.Uri.parse(root);
  const inside = folders.at(vscode.Uri.joinPath(place, root === null ? '' : 'COMMIT_EDITMSG'));
  const entry =
    inside?.entry ??
    folders.list().find(({ folder }) => folder.uri.path.startsWith(`${place.path}/`)) ??
    folders.list().find(({ source }) => (source.snapshot?.tree.files.length ?? 0) > 0);
  return entry && { entry, file: 'COMMIT_EDITMSG' };
}

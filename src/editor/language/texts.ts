import * as vscode from 'vscode';
import {
  compileTags,
  type Entry,
  idsInCode,
  idsInFile,
  idsInMessage,
  idsInProse,
  type IdPlace,
  type IdSlot,
  type MessageOptions,
  type OutcomesFile,
  policyFor,
  slotInCode,
  slotInFile,
  slotInMessage,
  slotInProse,
  type TagMatcher,
} from '../../core';
import type { Snapshot } from '../../workspace/snapshot';
import { toRange } from '../convert';
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

interface Read {
  readonly version: number;
  readonly tree: Snapshot['tree'];
  readonly places: readonly IdPlace[];
}

const read = new WeakMap<vscode.TextDocument, Read>();

/**
 * Where ids are written in the document, read once for each of its versions. Of an outcomes.yml that was changed a
 * moment ago, and is not read anew yet, nothing.
 */
export function placesIn(text: IdText): readonly IdPlace[] {
  const { document, snapshot } = text;
  const before = read.get(document);
  if (before?.version === document.version && before.tree === snapshot.tree) return before.places;
  const file = text.kind === 'outcomes' ? fileOf(text) : undefined;
  if (text.kind === 'outcomes' && file === undefined) return [];
  const places =
    file === undefined
      ? placesOf(text.kind, document.getText(), text, messageOptions(document))
      : idsInFile(file);
  read.set(document, { version: document.version, tree: snapshot.tree, places });
  return places;
}

/** Where ids are written in a text that need not be open. */
export function placesOf(
  kind: TextKind,
  text: string,
  { snapshot, file }: Pick<IdText, 'snapshot' | 'file'>,
  options?: MessageOptions,
): readonly IdPlace[] {
  const { tags, mentions } = questionsFor(snapshot, file);
  switch (kind) {
    case 'outcomes':
      return [];
    case 'message':
      return idsInMessage(text, options);
    case 'prose':
      return idsInProse(text, { tags, mentions });
    case 'code':
      return idsInCode(text, file, { tags, mentions });
  }
}

/** The outcomes.yml as it was read, when it was read as the document is now. */
export function fileOf({ document, snapshot, file }: IdText): OutcomesFile | undefined {
  const known = snapshot.tree.files.find(({ path }) => path === file);
  return known?.text === document.getText() ? known : undefined;
}

/** The commit box hands its text to git as it is: lines with `#` stay. */
function messageOptions({ languageId }: vscode.TextDocument): MessageOptions {
  return languageId === 'scminput' ? { cleanup: 'whitespace' } : {};
}

const matchers = new Map<string, TagMatcher>();

function questionsFor(snapshot: Snapshot, file: string) {
  const { tags, mentions } = policyFor(snapshot.tree, file);
  const key = tags.join('\n');
  let matcher = matchers.get(key);
  if (matcher === undefined) matchers.set(key, (matcher = compileTags(tags)));
  return { tags: matcher, mentions };
}

/** The id that is written at a position, what it names, and where. */
export function entryAt(
  text: IdText,
  position: vscode.Position,
): { readonly place: IdPlace; readonly entry: Entry } | undefined {
  const place = placesIn(text).find(({ range }) => toRange(range).contains(position));
  const entry = place && text.snapshot.tree.entries.get(place.text.toLowerCase());
  return place && entry && { place, entry };
}

/** Where an id may be typed at the position. */
export function slotAt(text: IdText, position: vscode.Position): IdSlot | undefined {
  const { document, kind, file, snapshot } = text;
  const { tags } = questionsFor(snapshot, file);
  switch (kind) {
    case 'outcomes':
      return slotInFile(document.getText(), position);
    case 'message':
      return slotInMessage(document.getText(), position, messageOptions(document));
    case 'prose':
      return slotInProse(document.getText(), position, { tags });
    case 'code':
      return slotInCode(document.getText(), file, position, tags);
  }
}

import type * as vscode from 'vscode';
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
  typedIn,
} from '../../core';
import type { Snapshot } from '../../workspace/snapshot';
import { toRange } from '../convert';
import type { IdText, TextKind } from './id-text';

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
  if (!mayHoldId(text, position)) return undefined;
  const place = placesIn(text).find(({ range }) => toRange(range).contains(position));
  const entry = place && text.snapshot.tree.entries.get(place.text.toLowerCase());
  return place && entry && { place, entry };
}

/** UTF-16 units. To put a longer text together and to read it takes a part of a frame that nobody has to spare. */
const LONG = 500_000;

/** What is asked with each move of the cursor must not read all of a long source text: most lines hold no id. */
function mayHoldId({ document, kind, snapshot }: IdText, { line }: vscode.Position): boolean {
  if (kind !== 'code' || !isLong(document)) return true;
  const written = document.lineAt(line).text.toLowerCase();
  for (const id of snapshot.tree.entries.keys()) if (written.includes(id)) return true;
  return false;
}

/**
 * Where a source text names outcomes and outputs. Of a long one what the session found in it last, as far as it is
 * there still: this is asked after each edit.
 */
export function referencesIn(text: IdText): readonly IdPlace[] {
  const { document, kind, snapshot, file } = text;
  if (kind !== 'code' || !isLong(document)) return placesIn(text);
  const todos = snapshot.files.find((work) => work.file === file)?.todos ?? [];
  return todos
    .flatMap(({ statedAt }) => statedAt)
    .filter((place) => document.getText(toRange(place.range)) === place.text)
    .map(({ text: id, range }) => ({ text: id, range, role: 'reference' }));
}

function isLong(document: vscode.TextDocument): boolean {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end) > LONG;
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
    case 'code': {
      // Where nothing on the line asks for an id, all of the text need not be put together.
      const before = document.lineAt(position.line).text.slice(0, position.character);
      if (typedIn(before, tags) === undefined) return undefined;
      return slotInCode(document.getText(), file, position, tags);
    }
  }
}

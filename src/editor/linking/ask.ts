import * as vscode from 'vscode';
import { Command } from '../../manifest';
import type { DocumentEdits, EditedText } from '../apply-edits';
import type { FolderSource } from '../folders';
import { pickOutcome } from '../pick-outcome';
import type { Linking } from './context';

const NEW = '$(add) New outcome…';

/** A file is read again in a fraction of that, in milliseconds. */
const LONGEST = 3000;

/** What the id is asked for. */
export interface Question {
  readonly title: string;
  /** The file, relative to the folder, whose path may hint at an outcome. */
  readonly file: string | undefined;
  /** What a new outcome would be started with: the outputs that it could need. */
  readonly outputs: readonly string[];
}

/** What is written together with a new outcome, so that one undo takes both back. */
export type Also = (id: string) => Promise<readonly DocumentEdits<EditedText>[]>;

/**
 * Asks for an outcome or output, or for a new one, with which what `also` gives is written. Undefined when there is no
 * answer.
 */
export async function askForId(
  { chosen }: Linking,
  entry: FolderSource,
  { title, file, outputs }: Question,
  also?: Also,
): Promise<string | undefined> {
  const { snapshot } = entry.source;
  if (snapshot === undefined) return undefined;
  const extras = [{ label: NEW }];
  const picked = await pickOutcome(snapshot, chosen, { title, hints: { file }, extras });
  if (picked === undefined) return undefined;
  return 'id' in picked ? picked.id : newOutcome(entry, file, outputs, also);
}

/** The guided new outcome; gives its id once the folder knows it. */
export async function newOutcome(
  { folder, source }: FolderSource,
  file: string | undefined,
  outputs: readonly string[],
  also?: Also,
): Promise<string | undefined> {
  const near = vscode.Uri.joinPath(folder.uri, file ?? 'outcomes.yml');
  const argument = { near, outputs, also };
  const id = await vscode.commands.executeCommand<string | undefined>(Command.newOutcome, argument);
  if (id !== undefined) await untilKnown(source, id);
  return id;
}

/** Branches and outputs can only be linked to what is known; a TODO could do without, so no failure comes of it. */
function untilKnown(source: FolderSource['source'], id: string): Promise<void> {
  const isKnown = () => source.snapshot?.tree.entries.has(id.toLowerCase()) === true;
  return new Promise((resolve) => {
    if (isKnown()) {
      resolve();
      return;
    }
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, LONGEST);
    const stop = source.onDidChange(() => {
      if (isKnown()) done();
    });
  });
}

/** A reason of a few words; undefined when there is none. */
export async function askForReason(tag: string): Promise<string | undefined> {
  const reason = await vscode.window.showInputBox({
    title: `Why This ${tag} Serves No Outcome`,
    prompt: 'A few words that will stand in the comment, such as “vendored” or “release plumbing”.',
    validateInput: (text) =>
      /\p{L}/u.test(text) ? undefined : 'Say in a few words why it needs no outcome.',
  });
  return reason?.trim() || undefined;
}

import * as vscode from 'vscode';
import { Command } from '../../manifest';
import type { FileEdits } from '../apply-as-one';
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
  /** The folder whose outcomes.yml, or the next one above, takes a new outcome; '' or with a slash at its end. */
  readonly folder: string;
  /** What a new outcome would be started with: the outputs that it could need. */
  readonly outputs: readonly string[];
}

/**
 * Writes a new outcome, given as an edit of its file, together with what is to link to its id, so that one undo takes
 * both back. null when done, else why not.
 */
export type Also = (id: string, outcome: FileEdits) => Promise<string | null>;

/**
 * Asks for an outcome or output, or for a new one, which `also` writes. Undefined when there is no answer.
 */
export async function askForId(
  { chosen }: Linking,
  entry: FolderSource,
  { title, file, folder, outputs }: Question,
  also?: Also,
): Promise<string | undefined> {
  const { snapshot } = entry.source;
  if (snapshot === undefined) return undefined;
  const extras = [{ label: NEW }];
  const picked = await pickOutcome(snapshot, chosen, { title, hints: { file }, extras });
  if (picked === undefined) return undefined;
  return 'id' in picked ? picked.id : newOutcome(entry, folder, outputs, also);
}

/** The guided new outcome, for what lies in `below`; gives its id once the folder knows it. */
export async function newOutcome(
  { folder, source }: FolderSource,
  below: string,
  outputs: readonly string[],
  also?: Also,
): Promise<string | undefined> {
  const near = vscode.Uri.joinPath(folder.uri, `${below}outcomes.yml`);
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

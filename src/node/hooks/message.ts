import path from 'node:path';
import {
  addTrailer,
  applyEdits,
  checkMessage,
  commentCharOf,
  commitOf,
  type Day,
  type InferredId,
  type MessageContext,
  type MessageFinding,
  outcomeTrailers,
  readMessage,
} from '../../core';
import type { Logger } from '../../workspace/ports';
import { inferIds } from './infer';
import { openMessageFile } from './message-file';
import { readSituation, type Situation } from './situation';

export interface HookInput {
  /** The folder that git runs the hook in. */
  readonly folder: string;
  /** The file of the message as git names it, relative to the folder or absolute. */
  readonly file: string;
  readonly today: Day;
  readonly logger: Logger;
}

/**
 * Fills the outcome of a new commit into its message, as trailers; gives the ids, [] when there was nothing to do. A
 * message that a person or git wrote for something else stays as it is: merges, squashes, reverts, fixups, what a
 * rebase or cherry-pick replays, and every message that says its why or waives it.
 * @param source git's second argument: '' (a new message), message, template, merge, squash or commit
 */
export async function prepareMessage(input: HookInput, source: string): Promise<readonly InferredId[]> {
  if (source === 'merge' || source === 'squash') return [];
  const situation = await readSituation(input.folder, input.logger);
  if (situation === undefined) return [];
  const { merge, replay } = situation.progress;
  if (merge || (replay && source !== '' && source !== 'template')) return [];
  const file = openMessageFile(path.resolve(input.folder, input.file));
  const options = contextOf(situation, input, file.text);
  const message = readMessage(file.text, options);
  if (message.kind !== 'normal' && message.kind !== 'empty') return [];
  // An empty message without an editor to write one in is meant to be empty.
  if (message.kind === 'empty' && process.env['GIT_EDITOR'] === ':') return [];
  const { links, broken, waiver } = commitOf(message, options);
  const isStated = links.length > 0 || broken.length > 0 || waiver !== null;
  if (isStated || outcomeTrailers(message).length > 0) return [];

  const inferred = await inferIds(situation);
  let { text } = file;
  for (const { id } of inferred) {
    text = applyEdits(text, addTrailer(text, id, { ...options, existing: 'add' }));
  }
  if (text !== file.text) file.write([{ span: { start: 0, end: file.text.length }, newText: text }]);
  return inferred;
}

export interface CheckedMessage {
  readonly text: string;
  readonly findings: readonly MessageFinding[];
  /** What the commit could name, when it names nothing. */
  readonly inferred: readonly InferredId[];
  /** Ids of the outcomes that are open, in the order of their files. */
  readonly open: readonly string[];
  /** True when nobody wrote a message: there is but the trailer that was filled in. */
  readonly onlyTrailer: boolean;
}

/** What the rules say of a message that is about to be committed; undefined where nothing is asked of it. */
export async function checkMessageFile(input: HookInput): Promise<CheckedMessage | undefined> {
  const situation = await readSituation(input.folder, input.logger);
  if (situation === undefined) return undefined;
  const { text } = openMessageFile(path.resolve(input.folder, input.file));
  const context = contextOf(situation, input, text);
  const message = readMessage(text, context);
  const findings = checkMessage(text, context);
  const lacksWhy = findings.some(({ code }) => code === 'commit-without-why');
  return {
    text,
    findings,
    inferred: lacksWhy ? await inferIds(situation) : [],
    open: [...situation.tree.entries.values()].flatMap(({ kind, outcome }) =>
      kind === 'outcome' && (outcome.status === 'active' || outcome.status === 'draft') ? [outcome.id] : [],
    ),
    onlyTrailer: message.kind === 'empty' && outcomeTrailers(message).length > 0,
  };
}

function contextOf(situation: Situation, { today }: HookInput, text: string): MessageContext {
  const { tree, linker, progress, cleanup, commentChar } = situation;
  return {
    tree,
    linker,
    cleanup,
    commentChar: commentCharOf(text, commentChar),
    time: Date.parse(`${today}T12:00:00Z`) / 1000,
    // Of an amended merge nothing but its wording is known here.
    ...(progress.merge && { parents: 2 }),
  };
}

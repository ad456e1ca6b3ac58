import fs from 'node:fs';
import path from 'node:path';
import {
  compileTags,
  explainReading,
  HumanError,
  layOut,
  LineIndex,
  policyFor,
  type Position,
} from '../core';
import { decodeText } from '../node/files';
import { createOutcomeHistory } from '../node/git/outcome-history';
import { pathInside } from '../node/path-inside';
import { createSession } from '../workspace/session';
import type { Snapshot } from '../workspace/snapshot';
import type { Invocation } from './args';
import { demandOutcomes, folderOf, look, type Answer, type Terminal } from './look';

/** Tells why a place is flagged, or why it is not listed: the exact rule, severity, glob or ignore rule, and where it is written. */
export async function why(invocation: Invocation, terminal: Terminal): Promise<Answer> {
  const folder = folderOf(invocation);
  const [given, ...more] = invocation.paths;
  if (given === undefined || more.length > 0)
    throw new HumanError('name one place: `outcomes why FILE:LINE:COLUMN`, as the other commands print it');
  const place = readPlace(folder, given);
  const text = read(path.join(folder, place.file), given);
  const snapshot = await look(createSession, invocation, terminal, {
    history: createOutcomeHistory(folder),
  });
  demandOutcomes(snapshot, invocation);
  const { explainPlace } = await import('../node/explain/place');
  const explanation = await explainPlace({
    folder,
    snapshot,
    busy: false,
    file: place.file,
    text,
    position: place.position ?? firstTag(snapshot, place.file, text),
    editor: null,
    processes: true,
    shown: () => [],
    signal: new AbortController().signal,
  });
  const parts = explainReading(stateOf(folder, snapshot));
  return { stdout: layOut(explanation).text + layOut({ subject: '', parts }).text, code: 0 };
}

interface GivenPlace {
  /** Relative to the folder, with `/`. */
  readonly file: string;
  readonly position: Position | null;
}

/** `FILE`, `FILE:LINE` or `FILE:LINE:COLUMN`, from 1; a file whose own name ends like that is taken as it is. */
function readPlace(folder: string, given: string): GivenPlace {
  const match = fs.existsSync(path.resolve(folder, given)) ? null : /^(.+?):(\d+)(?::(\d+))?$/s.exec(given);
  const [, name = given, line, column = '1'] = match ?? [];
  const file = pathInside(folder, path.resolve(folder, name));
  if (file === undefined || file === '')
    throw new HumanError(`${name} is no file inside of ${folder}; name one inside of it`);
  if (line === undefined) return { file, position: null };
  const position = { line: Math.max(0, Number(line) - 1), character: Math.max(0, Number(column) - 1) };
  return { file, position };
}

function read(at: string, given: string): string {
  try {
    return decodeText(fs.readFileSync(at));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new HumanError(`${given}: there is no such file`);
    if (code === 'EISDIR') throw new HumanError(`${given} is a folder; name a file in it`);
    // Why it cannot be read is the answer.
    if (code === 'EACCES' || code === 'EPERM') return '';
    throw new HumanError(`could not read ${given}: ${message}`);
  }
}

function firstTag(snapshot: Snapshot, file: string, text: string): Position {
  const [first] = compileTags(policyFor(snapshot.tree, file).tags).find(text);
  return new LineIndex(text).positionAt(first?.index ?? 0);
}

function stateOf(folder: string, { tree, files, skipped, unverified }: Snapshot) {
  const known = { outcomesFiles: tree.files.length, files: files.length, skipped, unverified, cost: null };
  return { folder: path.basename(folder), busy: false, failure: null, restricted: false, known };
}

import fs from 'node:fs';
import path from 'node:path';
import { toUtf8, type FileReason } from '../../core';
import { BINARY_PREFIX, LARGEST_FILE } from '../scan/limits';
import { FileReader } from '../scan/reader';
import { trackedThoughIgnored } from '../scan/tracked';
import { ignoringRule } from './ignoring-rule';

export interface FileQuestion {
  /** An absolute path. */
  readonly folder: string;
  /** Relative to it, with `/`. */
  readonly file: string;
  /** The text comes from an editor, and the disk holds another one or none. */
  readonly unsaved: boolean;
  /** False where no process may be run (Restricted Mode). */
  readonly processes: boolean;
  readonly signal: AbortSignal;
}

/**
 * Why a scan does not look at a file; null when it does. What the policy says is another matter. Asks what the scanner
 * asks, of the disk as it is now.
 */
export async function whyNotRead(question: FileQuestion): Promise<FileReason | null> {
  const { folder, file, unsaved } = question;
  if (file.split('/').includes('.git')) return { kind: 'git-folder' };
  const ignored = await whyIgnored(question);
  if (ignored !== null || unsaved) return ignored;
  const link = linkOnTheWay(folder, file);
  return link === null ? whyNotReadable(path.join(folder, file)) : { kind: 'link', at: link };
}

async function whyIgnored({
  folder,
  file,
  processes,
  signal,
}: FileQuestion): Promise<Extract<FileReason, { kind: 'ignored' }> | null> {
  const found = ignoringRule(folder, file);
  if (found === null) return null;
  const { rule, at, by } = found;
  if (!processes) return { kind: 'ignored', rule, at, by: by === 'git' ? 'git-not-asked' : by };
  const complaints: string[] = [];
  const tracked = await trackedThoughIgnored(folder, signal, (complaint) => complaints.push(complaint));
  if (tracked.some((one) => one.file === file)) return null;
  return { kind: 'ignored', rule, at, by: by === 'git' && complaints.length > 0 ? 'git-not-asked' : by };
}

/** The file, or the outermost folder that it is in, that is a symbolic link; null when none is. */
function linkOnTheWay(folder: string, file: string): string | null {
  const names = file.split('/');
  for (let depth = 1; depth <= names.length; depth++) {
    const at = names.slice(0, depth).join('/');
    if (statOf(path.join(folder, at))?.isSymbolicLink() === true) return at;
  }
  return null;
}

/** undefined for what is not there, or below what is no folder any more. */
function statOf(at: string): fs.Stats | undefined {
  try {
    return fs.lstatSync(at, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function whyNotReadable(at: string): FileReason | null {
  const stat = statOf(at);
  if (stat === undefined) return { kind: 'gone' };
  if (!stat.isFile()) return { kind: 'no-file' };
  if (stat.size > LARGEST_FILE) return { kind: 'too-large', bytes: stat.size };
  const read = new FileReader().readStart(at, BINARY_PREFIX);
  switch (read.kind) {
    case 'read':
      // Of UTF-16 the mark tells, and only what is left of it after decoding is looked at.
      return toUtf8(read.bytes).kind === 'binary' ? { kind: 'binary' } : null;
    case 'unreadable':
      return { kind: 'unreadable', reason: read.reason };
    case 'too-large':
      return { kind: 'too-large', bytes: stat.size };
    case 'gone':
      return { kind: 'gone' };
  }
}

import {
  applyEdits,
  byFile,
  mergeFiles,
  migrationScopes,
  parseOutcomes,
  proposeMigration,
  rewriteEdits,
  unifiedDiff,
  type OutcomesFile,
  type Proposal,
  type ScannedFile,
  type SettingsFile,
} from '../core';
import { ownFacts } from './own-work';
import type { Files, Git, Scanner } from './ports';

export interface MigrationPorts {
  readonly files: Files;
  readonly scanner: Scanner;
  /** null where git may not be asked. */
  readonly git: Git | null;
}

/** A proposal and the texts of the files that it changes. */
export interface Migration {
  readonly proposal: Proposal;
  readonly changes: readonly FileChange[];
}

export interface FileChange {
  /** Relative to the folder. */
  readonly path: string;
  /** null for a file that is not there yet. */
  readonly before: string | null;
  readonly after: string;
}

/**
 * Reads a folder's settings and TODOs and makes the proposal. `settings` are paths that may hold some; those that are
 * not there are passed over. Rejects with the signal's reason when aborted.
 */
export async function readMigration(
  name: string,
  settings: readonly string[],
  { files, scanner, git }: MigrationPorts,
  signal: AbortSignal,
): Promise<Migration> {
  const texts = await readAll(files, settings);
  const tree = mergeFiles(await readOutcomes(files, signal));
  const existing = tree.files.find(({ path }) => !path.includes('/')) ?? null;
  const found: ScannedFile[] = [];
  // Only the base is wanted of git: no commit is as young as this day.
  const query = { base: null, since: '9999-12-31', addedSince: null };
  const [facts] = await Promise.all([
    git?.facts(query, signal) ?? [],
    scanner.scan({ scopes: migrationScopes(texts, tree) }, (batch) => void found.push(...batch), signal),
  ]);
  signal.throwIfAborted();
  const sorted = found.sort((a, b) => (a.file < b.file ? -1 : 1));
  const base = ownFacts(facts)?.base?.ref ?? null;
  const proposal = proposeMigration({ name, settings: texts, files: sorted, tree, existing, base });
  return { proposal, changes: await changesOf(proposal, files) };
}

/** Every file's change, one after the other, as `git apply` takes it. */
export function diffOf({ changes }: Migration): string {
  return changes.map(({ path, before, after }) => unifiedDiff(path, before, after)).join('');
}

async function changesOf(proposal: Proposal, files: Files): Promise<FileChange[]> {
  const { path, before, after } = proposal;
  const changes: FileChange[] = before === after ? [] : [{ path, before, after }];
  for (const [file, rewrites] of byFile(proposal.rewrites)) {
    const text = await files.read(file);
    const edits = text === undefined ? [] : rewriteEdits(text, rewrites);
    if (edits.length > 0) changes.push({ path: file, before: text!, after: applyEdits(text!, edits) });
  }
  return changes;
}

async function readAll(files: Files, paths: readonly string[]): Promise<SettingsFile[]> {
  const read = await Promise.all(paths.map(async (path) => ({ path, text: await files.read(path) })));
  return read.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
}

async function readOutcomes(files: Files, signal: AbortSignal): Promise<OutcomesFile[]> {
  const paths = await files.findOutcomesFiles(signal);
  return (await readAll(files, paths)).map(({ path, text }) => parseOutcomes(path, text));
}

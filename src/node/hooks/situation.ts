import fs from 'node:fs';
import path from 'node:path';
import { type Cleanup, createLinker, type Linker, type OutcomeTree } from '../../core';
import { OutcomeFiles } from '../../workspace/outcome-files';
import type { Logger } from '../../workspace/ports';
import { createFiles } from '../files';
import { createGitCommand, GitFailure, type GitCommand } from '../git/command';

/** What a hook knows of the repository that a commit is about to be made in. */
export interface Situation extends MessageSettings {
  readonly git: GitCommand;
  /** The working tree's top: paths of files are relative to it, as they are in CI. */
  readonly top: string;
  readonly tree: OutcomeTree;
  readonly linker: Linker;
  readonly progress: Progress;
}

export interface MessageSettings {
  /** `core.commentChar`; null when it is not set. */
  readonly commentChar: string | null;
  /** What git will leave of the typed text. */
  readonly cleanup: Cleanup;
}

/** What git is in the middle of; a commit made then is often not one that a person just wrote. */
export interface Progress {
  readonly merge: boolean;
  /** A rebase, or a cherry-pick or revert of one or several commits. */
  readonly replay: boolean;
}

/** Undefined where there is nothing to do: outside of a working tree, and where no outcomes.yml is. */
export async function readSituation(folder: string, logger: Logger): Promise<Situation | undefined> {
  const { signal } = new AbortController();
  const located = await locate(createGitCommand('git', folder, signal));
  if (located === undefined) return undefined;
  const { top, gitDir } = located;
  const git = createGitCommand('git', top, signal);
  const [tree, settings] = await Promise.all([
    new OutcomeFiles(createFiles(top, { logger }), new Map()).loadAll(signal),
    readMessageSettings(git),
  ]);
  if (tree.files.length === 0) return undefined;
  return { git, top, tree, linker: createLinker(tree), progress: progressIn(gitDir), ...settings };
}

async function locate(git: GitCommand): Promise<{ top: string; gitDir: string } | undefined> {
  try {
    const said = await git.text(['rev-parse', '--is-inside-work-tree', '--show-cdup', '--git-dir']);
    // The path comes last: it may hold newlines.
    const [inside, up, ...gitDir] = said!.split('\n');
    if (inside !== 'true') return undefined;
    return {
      top: path.resolve(git.folder, up!),
      gitDir: path.resolve(git.folder, gitDir.join('\n').replace(/\n$/, '')),
    };
  } catch (error) {
    if (error instanceof GitFailure && error.code !== null) return undefined;
    throw error;
  }
}

/** As git-status(1) tells it: by the files that each command leaves in the worktree's own git folder. */
function progressIn(gitDir: string): Progress {
  const has = (name: string) => fs.existsSync(path.join(gitDir, name));
  const replays = ['rebase-merge', 'rebase-apply', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'sequencer'];
  return { merge: has('MERGE_HEAD'), replay: replays.some(has) };
}

/** What git's configuration says of typed commit messages. */
export async function readMessageSettings(git: GitCommand): Promise<MessageSettings> {
  const wanted = String.raw`^(core\.comment(char|string)|commit\.cleanup)$`;
  const listed = await git.text(['config', '-z', '--get-regexp', wanted], [1]);
  const settings = new Map(
    (listed ?? '').split('\0').flatMap((entry): [string, string][] => {
      const end = entry.indexOf('\n');
      return end < 0 ? [] : [[entry.slice(0, end), entry.slice(end + 1)]];
    }),
  );
  return {
    commentChar: settings.get('core.commentstring') ?? settings.get('core.commentchar') ?? null,
    cleanup: cleanupOf(settings.get('commit.cleanup')),
  };
}

/** Git says by `GIT_EDITOR=:` that no editor is used; then lines that look like comments stay in the message. */
function cleanupOf(configured: string | undefined): Cleanup {
  const isEdited = process.env['GIT_EDITOR'] !== ':';
  switch (configured) {
    case 'strip':
    case 'whitespace':
    case 'verbatim':
      return configured;
    case 'scissors':
      return isEdited ? 'scissors' : 'whitespace';
    default:
      return isEdited ? 'strip' : 'whitespace';
  }
}

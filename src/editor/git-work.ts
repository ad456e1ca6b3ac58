import * as vscode from 'vscode';
import type { Logger } from '../workspace/ports';
import { registerBranches } from './branches';
import { registerCommits } from './commits';
import type { Config } from './config';
import type { Disposable } from './disposables';
import type { Folders } from './folders';
import type { ChosenIds } from './pick-outcome';
import { showBranchWhy } from './status-bar';
import type { Revealer } from './views';

export interface GitWorkParts {
  readonly folders: Folders;
  readonly chosen: ChosenIds;
  readonly config: Config;
  readonly log: Logger;
  readonly outcomes: Revealer;
  readonly withoutWhy: Revealer;
}

/** The why of branches and commits: shown in the status bar, checked while it is typed, and written. */
export function registerGitWork(parts: GitWorkParts): Disposable {
  const { folders, chosen, config, log, outcomes, withoutWhy } = parts;
  return vscode.Disposable.from(
    showBranchWhy(folders, outcomes, withoutWhy),
    registerBranches(folders, chosen, config, log),
    registerCommits(folders, chosen, config),
  );
}

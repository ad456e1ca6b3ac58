import * as vscode from 'vscode';
import type { Logger } from '../../workspace/ports';
import { toFile } from '../convert';
import { Disposables, type Disposable } from '../disposables';
import type { Folders } from '../folders';
import { type GitRepository, startedGitApi } from '../git-extension';
import { debounced } from '../timing';

const QUIET = 300;

/**
 * Follows commits and switched branches through the built-in git extension, which also knows repositories whose
 * `.git` lies outside the folder: worktrees, and folders inside a repository. What lies inside is seen by
 * watchFiles as well, so with the git extension disabled nothing but those outside is missed.
 */
export function watchGit(folders: Folders, logger: Logger): Disposable {
  const store = new Disposables();
  const touched = new Set<string>();
  const push = store.add(
    debounced(
      () => {
        for (const { folder, source } of folders.list())
          if ([...touched].some((root) => overlaps(folder.uri, vscode.Uri.parse(root)))) source.refreshGit();
        touched.clear();
      },
      QUIET,
      QUIET * 4,
    ),
  );
  const follow = (repository: GitRepository) => {
    let last = headOf(repository);
    store.add(
      repository.state.onDidChange(() => {
        // Fires on every `git status`; only another HEAD matters.
        const head = headOf(repository);
        if (head === last) return;
        last = head;
        touched.add(repository.rootUri.toString());
        push.call();
      }),
    );
  };
  startedGitApi().then(
    (git) => {
      if (git === undefined) return;
      git.repositories.forEach(follow);
      store.add(git.onDidOpenRepository(follow));
    },
    (error: unknown) => logger.warn(`The built-in git extension is not available: ${String(error)}`),
  );
  return store;
}

function headOf({ state: { HEAD } }: GitRepository): string {
  return `${HEAD?.name ?? ''} ${HEAD?.commit ?? ''}`;
}

function overlaps(folder: vscode.Uri, root: vscode.Uri): boolean {
  return (
    folder.path === root.path || toFile(folder, root) !== undefined || toFile(root, folder) !== undefined
  );
}

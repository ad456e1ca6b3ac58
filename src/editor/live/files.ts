import * as vscode from 'vscode';
import { Disposables, type Disposable } from '../disposables';
import type { FolderSource, Folders } from '../folders';
import { debounced } from '../timing';
import { below, meaning } from './changes';

/** A checkout or a build arrives as a storm of events; they are taken together. */
const QUIET = 200;
const LONGEST = 1000;

/** From so many changed files on a whole scan is about as cheap, and they are no longer counted. */
const STORM = 10_000;

/** Of so many at a time some may get lost: a folder that has just come is not always watched before it is written to. */
const MANY = 200;
/** Then all is looked at once more, when nothing has been told for so long. */
const CALM = 3000;

/** Who tells of files that came, changed and went. */
export type FileEvents = Pick<vscode.FileSystemWatcher, 'onDidCreate' | 'onDidChange' | 'onDidDelete'>;

/**
 * Tells the folders what changed on the disk: files, and what git writes when a branch moves.
 * @param events by default VS Code's watcher of the workspace
 */
export function watchFiles(folders: Folders, events?: FileEvents): Disposable {
  const store = new Disposables();
  let pending = new Map<FolderSource, Pending>();
  const doubted = new Set<FolderSource>();
  const settle = store.add(
    debounced(() => {
      for (const { source } of doubted) source.refresh();
      doubted.clear();
    }, CALM),
  );
  const push = store.add(
    debounced(
      () => {
        const batch = pending;
        pending = new Map();
        for (const [entry, changes] of batch) {
          report(entry, changes);
          if (changes.created.size + changes.changed.size >= MANY) doubted.add(entry);
        }
        if (doubted.size > 0) settle.call();
      },
      QUIET,
      LONGEST,
    ),
  );
  const note = (uri: vscode.Uri, kind: 'created' | 'changed' | 'deleted') => {
    const at = folders.at(uri);
    if (at === undefined) return;
    const change = meaning(at.file);
    if (change === 'nothing') return;
    let own = pending.get(at.entry);
    if (own === undefined)
      pending.set(at.entry, (own = { created: new Set(), changed: new Set(), git: false }));
    if (change === 'git') own.git = true;
    else if (own.created.size + own.changed.size <= STORM)
      (kind === 'created' ? own.created : own.changed).add(at.file);
    push.call();
  };
  // VS Code watches the workspace anyway; this listens to all of it, files.watcherExclude applied.
  const watcher = events ?? store.add(vscode.workspace.createFileSystemWatcher('**/*'));
  store.add(watcher.onDidCreate((uri) => note(uri, 'created')));
  store.add(watcher.onDidChange((uri) => note(uri, 'changed')));
  store.add(watcher.onDidDelete((uri) => note(uri, 'deleted')));
  return store;
}

interface Pending {
  readonly created: Set<string>;
  readonly changed: Set<string>;
  git: boolean;
}

function report({ source }: FolderSource, { created, changed, git }: Pending): void {
  if (created.size + changed.size > STORM) {
    source.refresh();
    return;
  }
  const files = [...created, ...changed];
  const { snapshot } = source;
  // A folder that went is one event, whatever it held. What one that came holds is found out where it is read.
  if (files.length > 0)
    source.refresh([...files, ...(snapshot === undefined ? [] : below(snapshot, changed))]);
  if (git) source.refreshGit();
}

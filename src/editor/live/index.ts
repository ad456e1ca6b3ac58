import type { Clock, Logger } from '../../workspace/ports';
import { Disposables, type Disposable } from '../disposables';
import type { Folders } from '../folders';
import { watchDay } from './day';
import { watchDocuments } from './documents';
import { watchFiles } from './files';
import { watchGit } from './git';

/** Tells the folders of everything that changes: what is typed, saved and checked out, and the day. */
export function watchEverything(folders: Folders, log: Logger, clock: Clock): Disposable {
  const store = new Disposables();
  store.add(watchDocuments(folders));
  store.add(watchFiles(folders));
  store.add(watchGit(folders, log));
  store.add(watchDay(folders, () => clock.today()));
  return store;
}

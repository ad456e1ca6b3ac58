import * as vscode from 'vscode';
import { Disposables, type Disposable } from '../disposables';
import type { Folders } from '../folders';
import { untilMidnight } from './midnight';

/** What is due, stale or expected depends on the day, so a new day is a change. `today` reads the clock. */
export function watchDay(folders: Folders, today: () => string): Disposable {
  const store = new Disposables();
  let day = today();
  const look = () => {
    if (day === today()) return;
    day = today();
    folders.refresh();
  };
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    timer = setTimeout(() => {
      look();
      wait();
    }, untilMidnight(new Date()));
  };
  wait();
  store.onDispose(() => clearTimeout(timer));
  // A machine that slept through midnight.
  store.add(vscode.window.onDidChangeWindowState(look));
  return store;
}

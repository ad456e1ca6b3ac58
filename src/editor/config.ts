import * as vscode from 'vscode';
import { defaultSettings, type Settings } from '../manifest';
import { Disposables, type Disposable } from './disposables';

/** The one reader of settings. A value of the wrong type counts as not set. */
export class Config implements Disposable {
  private readonly store = new Disposables();
  private readonly changed = this.store.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor() {
    this.store.add(
      vscode.workspace.onDidChangeConfiguration((e) => {
        if (e.affectsConfiguration('outcomes')) this.changed.fire();
      }),
    );
  }

  get<K extends keyof Settings>(name: K, scope?: vscode.ConfigurationScope): Settings[K] {
    const value = vscode.workspace.getConfiguration(undefined, scope).get<unknown>(name);
    return typeof value === typeof defaultSettings[name] ? (value as Settings[K]) : defaultSettings[name];
  }

  /** Every setting as it applies to the workspace, for the log. */
  effective(): Settings {
    return {
      'outcomes.enable': this.get('outcomes.enable'),
      'outcomes.problems': this.get('outcomes.problems'),
      'outcomes.lenses': this.get('outcomes.lenses'),
      'outcomes.branchNameTemplate': this.get('outcomes.branchNameTemplate'),
    };
  }

  dispose(): void {
    this.store.dispose();
  }
}

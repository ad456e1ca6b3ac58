import * as vscode from 'vscode';
import { defaultSettings, type Settings } from '../manifest';
import { Disposables, type Disposable } from './disposables';

const SECTION = 'outcomes';

/** The one reader of settings. A value of the wrong type counts as not set. */
export class Config implements Disposable {
  private readonly store = new Disposables();
  private readonly changed = this.store.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor() {
    this.store.add(
      vscode.workspace.onDidChangeConfiguration((e) => {
        if (e.affectsConfiguration(SECTION)) this.changed.fire();
      }),
    );
  }

  /** In a scope, or, for null, in the workspace as a whole. */
  get<K extends keyof Settings>(name: K, scope: vscode.ConfigurationScope | null): Settings[K] {
    // VS Code copies what it is asked for: of all sections together that takes milliseconds.
    const value = vscode.workspace
      .getConfiguration(SECTION, scope)
      .get<unknown>(name.slice(SECTION.length + 1));
    return typeof value === typeof defaultSettings[name] ? (value as Settings[K]) : defaultSettings[name];
  }

  /** Every setting as it applies to the workspace, for the log. */
  effective(): Settings {
    return {
      'outcomes.enable': this.get('outcomes.enable', null),
      'outcomes.problems': this.get('outcomes.problems', null),
      'outcomes.lenses': this.get('outcomes.lenses', null),
      'outcomes.branchNameTemplate': this.get('outcomes.branchNameTemplate', null),
    };
  }

  dispose(): void {
    this.store.dispose();
  }
}

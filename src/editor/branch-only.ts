import * as vscode from 'vscode';
import { Command, Context } from '../manifest';
import { Disposables, type Disposable } from './disposables';
import type { Folders } from './folders';
import { whyNoGit, whyNoOutcomes } from './why-not';

/** Whether both views are limited to the work of the checked-out branch; kept for the workspace. */
export class BranchOnly implements Disposable {
  private readonly store = new Disposables();
  private readonly changed = this.store.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly memory: vscode.Memento,
    folders: Folders,
  ) {
    const { registerCommand } = vscode.commands;
    this.store.add(registerCommand(Command.showThisBranchOnly, () => this.set(true, whyNoGit(folders))));
    this.store.add(registerCommand(Command.showAllWork, () => this.set(false, whyNoOutcomes(folders))));
    void this.announce();
  }

  get on(): boolean {
    return this.memory.get(Context.thisBranchOnly, false);
  }

  dispose(): void {
    this.store.dispose();
  }

  private async set(on: boolean, whyNot: string | null): Promise<void> {
    if (whyNot !== null) {
      const what = on ? 'The work of this branch cannot be told from the rest.' : 'There is no work to show.';
      void vscode.window.showInformationMessage(`${what} ${whyNot}`);
      return;
    }
    await this.memory.update(Context.thisBranchOnly, on);
    await this.announce();
    this.changed.fire();
  }

  private async announce(): Promise<void> {
    await vscode.commands.executeCommand('setContext', Context.thisBranchOnly, this.on);
  }
}

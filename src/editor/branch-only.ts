import * as vscode from 'vscode';
import { Command, Context } from '../manifest';
import { Disposables, type Disposable } from './disposables';

/** Whether both views are limited to the work of the checked-out branch; kept for the workspace. */
export class BranchOnly implements Disposable {
  private readonly store = new Disposables();
  private readonly changed = this.store.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {
    this.store.add(vscode.commands.registerCommand(Command.showThisBranchOnly, () => this.set(true)));
    this.store.add(vscode.commands.registerCommand(Command.showAllWork, () => this.set(false)));
    void this.announce();
  }

  get on(): boolean {
    return this.memory.get(Context.thisBranchOnly, false);
  }

  dispose(): void {
    this.store.dispose();
  }

  private async set(on: boolean): Promise<void> {
    await this.memory.update(Context.thisBranchOnly, on);
    await this.announce();
    this.changed.fire();
  }

  private async announce(): Promise<void> {
    await vscode.commands.executeCommand('setContext', Context.thisBranchOnly, this.on);
  }
}

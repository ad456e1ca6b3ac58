import * as vscode from 'vscode';
import { Command, View } from '../manifest';
import type { BranchOnly } from './branch-only';
import { Disposables, type Disposable } from './disposables';
import type { Folders } from './folders';
import { RowDragging } from './view/dragging';
import { outcomeRows } from './view/outcome-rows';
import { RowProvider } from './view/provider';
import type { Row } from './view/rows';
import type { Target } from './view/targets';
import { folderRows, follow, readFolders, revealTarget } from './views';

/** The view "Outcomes": what the team wants to change, and the work that serves it. */
export class OutcomesView implements Disposable {
  readonly id = View.outcomes;
  /** Work, files of TODOs and outputs are dropped on an outcome or output here. */
  readonly dragging = new RowDragging({ isTarget: true });
  private readonly store = new Disposables();
  private readonly provider: RowProvider;
  private readonly view: vscode.TreeView<Row>;

  constructor(folders: Folders, branchOnly: BranchOnly) {
    const build = () =>
      folderRows(
        readFolders(folders),
        ({ snapshot, key }, parent) => outcomeRows(snapshot, key, branchOnly.on, parent),
        ({ snapshot }) => snapshot.tree.files[0]?.title ?? '',
      );
    this.provider = this.store.add(new RowProvider(build, Command.open));
    this.view = this.store.add(
      vscode.window.createTreeView(View.outcomes, {
        treeDataProvider: this.provider,
        showCollapseAll: true,
        canSelectMany: true,
        dragAndDropController: this.dragging,
      }),
    );
    follow(this.store, [folders.onDidChange, branchOnly.onDidChange], () => {
      this.view.description = branchOnly.on ? 'this branch only' : '';
      this.provider.refresh();
    });
  }

  /** The rows that the view shows below a row, or at the top. */
  rows(parent?: Row): readonly Row[] {
    return this.provider.getChildren(parent);
  }

  selected(): readonly Row[] {
    return this.view.selection;
  }

  /** Selects a row and moves the focus to it. False when it is not shown. */
  reveal(target: Target): Promise<boolean> {
    return revealTarget(this.view, this.provider, target);
  }

  dispose(): void {
    this.store.dispose();
  }
}

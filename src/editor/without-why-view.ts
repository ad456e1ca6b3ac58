import * as vscode from 'vscode';
import { Command, View } from '../manifest';
import type { BranchOnly } from './branch-only';
import { Disposables, type Disposable } from './disposables';
import type { Folders } from './folders';
import { RowDragging } from './view/dragging';
import { RowProvider } from './view/provider';
import type { Row } from './view/rows';
import type { Target } from './view/targets';
import { withoutWhy, type WithoutWhy } from './view/without-why-rows';
import { apart, counted, joined } from './view/words';
import { folderRows, follow, readFolders, revealTarget, type ReadFolder } from './views';

/** The view "Without a why": work that serves no outcome that anybody named. */
export class WithoutWhyView implements Disposable {
  readonly id = View.withoutWhy;
  /** Rows are dragged from here; nothing is dropped. */
  readonly dragging = new RowDragging({ isTarget: false });
  private readonly store = new Disposables();
  private readonly provider: RowProvider;
  private readonly view: vscode.TreeView<Row>;
  private found: readonly (ReadFolder & WithoutWhy)[] = [];

  constructor(folders: Folders, branchOnly: BranchOnly) {
    const build = () =>
      folderRows(
        this.found.filter(({ fresh, older, snapshot }) => fresh + older + snapshot.skipped.length > 0),
        ({ roots }, parent) => roots(parent),
        countText,
      );
    this.provider = this.store.add(new RowProvider(build, Command.open));
    this.view = this.store.add(
      vscode.window.createTreeView(View.withoutWhy, {
        treeDataProvider: this.provider,
        showCollapseAll: true,
        canSelectMany: true,
        dragAndDropController: this.dragging,
      }),
    );
    follow(this.store, [folders.onDidChange, branchOnly.onDidChange], () => {
      this.found = readFolders(folders).map((folder) => ({
        ...folder,
        ...withoutWhy(folder.snapshot, folder.key, branchOnly.on),
      }));
      this.showCounts(branchOnly.on);
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

  private showCounts(branchOnly: boolean): void {
    const sum = {
      fresh: this.found.reduce((total, { fresh }) => total + fresh, 0),
      older: this.found.reduce((total, { older }) => total + older, 0),
    };
    this.view.description = joined([branchOnly ? 'this branch only' : null, countText(sum)]);
    this.view.badge =
      sum.fresh === 0
        ? undefined
        : {
            value: sum.fresh,
            tooltip: counted(sum.fresh, 'new piece of work', 'new pieces of work') + ' without a why',
          };
  }
}

function countText({ fresh, older }: { readonly fresh: number; readonly older: number }): string {
  return joined([fresh > 0 ? `${apart(fresh)} new` : null, older > 0 ? `${apart(older)} older` : null]);
}

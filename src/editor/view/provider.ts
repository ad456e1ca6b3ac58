import * as vscode from 'vscode';
import type { Disposable } from '../disposables';
import { RowTrait, type Command } from '../../manifest';
import { toUri } from '../convert';
import { throttled } from '../timing';
import type { Row } from './rows';
import { ShownRows } from './shown-rows';

/** At most one change event in so many milliseconds. */
const INTERVAL = 150;

/** Gives VS Code the rows of a view, each made when its parent is opened; `build` gives the top ones anew. */
export class RowProvider implements vscode.TreeDataProvider<Row>, Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly rows: ShownRows;
  /** What VS Code was last told about. */
  private told: readonly Row[] | undefined;
  private readonly announce = throttled(() => this.announceChange(), INTERVAL);

  constructor(
    build: () => readonly Row[],
    private readonly openCommand: Command,
  ) {
    this.rows = new ShownRows(build);
  }

  /** What the rows are made from has changed. */
  refresh(): void {
    this.rows.refresh();
    this.announce.call();
  }

  getChildren(parent?: Row): readonly Row[] & Row[] {
    const children = parent === undefined ? this.rows.top() : this.rows.childrenOf(parent);
    return children as Row[];
  }

  getParent(row: Row): Row | undefined {
    return this.rows.parentOf(row);
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const item = new vscode.TreeItem(row.label, collapsible(row));
    item.id = row.id;
    item.description = row.description;
    item.iconPath = iconOf(row);
    // Gives the icon of the file's kind, and git's colour and the number of problems as in the explorer.
    if (row.kind === 'file' && row.place?.kind === 'file')
      item.resourceUri = toUri(vscode.Uri.parse(row.place.folder, true), row.place.file);
    item.contextValue = traits(row);
    item.accessibilityInformation = { label: row.spoken };
    if (row.place !== null && row.kind !== 'file')
      item.command = { command: this.openCommand, title: 'Open', arguments: [row] };
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
    const text = row.tooltip();
    // Not trusted, no HTML, no icons: the text comes from files and commits that anybody may have written.
    item.tooltip = text === '' ? row.label : new vscode.MarkdownString(text);
    return item;
  }

  /** The first row that `wanted` accepts; `mayHold` says below which rows it is worth looking. */
  find(wanted: (row: Row) => boolean, mayHold: (row: Row) => boolean): Row | undefined {
    const search = (rows: readonly Row[]): Row | undefined => {
      for (const row of rows) {
        if (wanted(row)) return row;
        const found = row.children !== null && mayHold(row) ? search(this.rows.childrenOf(row)) : undefined;
        if (found !== undefined) return found;
      }
      return undefined;
    };
    return search(this.getChildren());
  }

  dispose(): void {
    this.announce.dispose();
    this.changed.dispose();
  }

  private announceChange(): void {
    const top = this.rows.top();
    if (top === this.told) return;
    this.told = top;
    this.changed.fire(undefined);
  }
}

function collapsible(row: Row): vscode.TreeItemCollapsibleState {
  if (row.children === null) return vscode.TreeItemCollapsibleState.None;
  return row.expanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function iconOf({ kind, icon, color }: Row): vscode.ThemeIcon {
  if (kind === 'file') return vscode.ThemeIcon.File;
  if (kind === 'directory') return vscode.ThemeIcon.Folder;
  return new vscode.ThemeIcon(icon, color === null ? undefined : new vscode.ThemeColor(color));
}

const LINKABLE: ReadonlySet<Row['kind']> = new Set(['todo', 'file', 'directory', 'branch', 'output']);

/** The `viewItem` of menus: the kind of the row, then what it can do. */
function traits(row: Row): string {
  return [
    row.kind,
    row.place === null ? '' : RowTrait.openable,
    row.copy === null ? '' : RowTrait.copyable,
    LINKABLE.has(row.kind) ? RowTrait.linkable : '',
  ]
    .filter(Boolean)
    .join(' ');
}

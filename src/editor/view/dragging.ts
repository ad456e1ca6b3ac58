import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { Command, View } from '../../manifest';
import type { Row } from './rows';

/** What was dropped, and on what: the argument of `outcomes.linkToOutcome` where nobody is to be asked for the id. */
export interface LinkRequest {
  /** Undefined where it was dropped on none. */
  readonly target: Row | undefined;
  readonly rows: readonly Row[];
  /** Addresses of files and folders, from the explorer. */
  readonly files: readonly string[];
}

/** The name under which rows of either view are carried. */
const ROWS = 'application/vnd.outcomes.rows';
/** By this VS Code tells on the way that rows of the other view may be dropped. */
const OTHER_VIEW = `application/vnd.code.tree.${View.withoutWhy.toLowerCase()}`;
const FILES = 'text/uri-list';

/** Takes rows out of a view, and lets rows and files be dropped on rows of one that is a target. */
export class RowDragging implements vscode.TreeDragAndDropController<Row> {
  readonly dragMimeTypes = [ROWS];
  readonly dropMimeTypes: readonly string[];

  constructor({ isTarget }: { readonly isTarget: boolean }) {
    this.dropMimeTypes = isTarget ? [ROWS, OTHER_VIEW, FILES] : [];
  }

  handleDrag(rows: readonly Row[], data: vscode.DataTransfer): void {
    dragged = { name: randomUUID(), rows };
    data.set(ROWS, new vscode.DataTransferItem(dragged.name));
  }

  async handleDrop(
    target: Row | undefined,
    data: vscode.DataTransfer,
    token: Pick<vscode.CancellationToken, 'isCancellationRequested'>,
  ): Promise<void> {
    // Under the same name VS Code adds an empty item.
    const names = await Promise.all([...data].map(([, item]) => item.asString()));
    const rows = names.includes(dragged.name) ? dragged.rows : [];
    // VS Code adds the files that rows stand for: those are in the rows already.
    const files = rows.length > 0 ? [] : addressesIn((await data.get(FILES)?.asString()) ?? '');
    // VS Code gives no more of a token than its properties: there is nothing to listen to.
    if (rows.length + files.length === 0 || token.isCancellationRequested) return;
    const request: LinkRequest = { target, rows, files };
    await vscode.commands.executeCommand(Command.linkToOutcome, request);
  }
}

/** Between two views only text is carried, so that what is dragged is kept here under the name that is carried. */
let dragged: { readonly name: string; readonly rows: readonly Row[] } = { name: '', rows: [] };

/** RFC 2483: an address on each line, comments begin with `#`. */
function addressesIn(list: string): string[] {
  return list
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

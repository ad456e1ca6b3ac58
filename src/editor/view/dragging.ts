import * as vscode from 'vscode';
import { Command, type View } from '../../manifest';
import type { Row } from './rows';

/** What was dropped, and on what: the argument of `outcomes.linkToOutcome` where nobody is to be asked for the id. */
export interface LinkRequest {
  /** Undefined where it was dropped on none. */
  readonly target: Row | undefined;
  readonly rows: readonly Row[];
  /** Addresses of files and folders, from the explorer. */
  readonly files: readonly string[];
  readonly token: vscode.CancellationToken;
}

type ViewId = (typeof View)[keyof typeof View];

const FILES = 'text/uri-list';

/** Takes rows out of a view, and lets rows of `from` and files be dropped on rows of it. */
export class RowDragging implements vscode.TreeDragAndDropController<Row> {
  readonly dragMimeTypes: readonly string[];
  readonly dropMimeTypes: readonly string[];

  constructor(
    private readonly view: ViewId,
    private readonly from: readonly ViewId[],
  ) {
    this.dragMimeTypes = [mimeOf(view)];
    this.dropMimeTypes = from.length === 0 ? [] : [...from.map(mimeOf), FILES];
  }

  handleDrag(rows: readonly Row[], data: vscode.DataTransfer): void {
    data.set(mimeOf(this.view), new vscode.DataTransferItem(rows));
  }

  async handleDrop(
    target: Row | undefined,
    data: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const rows = this.from.flatMap((view) => rowsIn(data.get(mimeOf(view))));
    // VS Code adds the files that rows stand for: those are in the rows already.
    const files = rows.length > 0 ? [] : addressesIn((await data.get(FILES)?.asString()) ?? '');
    if (rows.length + files.length === 0 || token.isCancellationRequested) return;
    const request: LinkRequest = { target, rows, files, token };
    await vscode.commands.executeCommand(Command.linkToOutcome, request);
  }
}

/** VS Code's own name for rows of a view. */
export function mimeOf(view: ViewId): string {
  return `application/vnd.code.tree.${view.toLowerCase()}`;
}

function rowsIn(item: vscode.DataTransferItem | undefined): readonly Row[] {
  const value: unknown = item?.value;
  return Array.isArray(value) ? (value as readonly Row[]) : [];
}

/** RFC 2483: an address on each line, comments begin with `#`. */
function addressesIn(list: string): string[] {
  return list
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

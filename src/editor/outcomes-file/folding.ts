import * as vscode from 'vscode';
import { type Fold, foldsOf } from '../../core';

const KINDS: Readonly<Partial<Record<Fold['kind'], vscode.FoldingRangeKind>>> = {
  comment: vscode.FoldingRangeKind.Comment,
  region: vscode.FoldingRangeKind.Region,
};

/** VS Code folds by indentation only where no extension folds, so this gives all that it would, and more. */
export const fileFolding: vscode.FoldingRangeProvider = {
  provideFoldingRanges: (document) =>
    foldsOf(document.getText()).map(
      ({ start, end, kind }) => new vscode.FoldingRange(start, end, KINDS[kind]),
    ),
};

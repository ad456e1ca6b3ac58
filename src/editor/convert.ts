import * as vscode from 'vscode';
import type { OutcomesFile, Range, Severity, Span } from '../core';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

export function toSeverity(severity: Severity): vscode.DiagnosticSeverity {
  return SEVERITIES[severity];
}

export function toRange(range: Range): vscode.Range {
  return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}

/** The place of a span in the text of an outcomes.yml. */
export function toDocumentRange({ lines }: OutcomesFile, span: Span): vscode.Range {
  return toRange(lines.rangeOf(span));
}

/** The address of a file of a folder; `file` is relative to it, with `/`. */
export function toUri(folder: vscode.Uri, file: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, file);
}

/** The path of `uri` relative to the folder, with `/`; undefined when it is the folder itself or not below it. */
export function toFile(folder: vscode.Uri, uri: vscode.Uri): string | undefined {
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority) return undefined;
  const base = folder.path.endsWith('/') ? folder.path : folder.path + '/';
  return uri.path.length > base.length && uri.path.startsWith(base) ? uri.path.slice(base.length) : undefined;
}

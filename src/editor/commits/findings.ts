import * as vscode from 'vscode';
import { checkMessage, type MessageFinding } from '../../core';
import type { Config } from '../config';
import { toSeverity } from '../convert';
import { Disposables, type Disposable } from '../disposables';
import type { Folders } from '../folders';
import { debounced } from '../timing';
import { contextOf, isMessage, ownerOf } from './owner';
import type { SettingsOfMessages } from './settings';

/** Nobody reads a finding while typing; milliseconds. */
const QUIET = 150;

/** Shows what the rules for commits say of a message while it is typed, in the commit box and in COMMIT_EDITMSG. */
export function publishMessageFindings(
  folders: Folders,
  config: Config,
  settings: SettingsOfMessages,
): Disposable {
  const store = new Disposables();
  const collection = store.add(vscode.languages.createDiagnosticCollection('outcomes-commits'));
  const waiting = new Set<vscode.TextDocument>();
  const check = (document: vscode.TextDocument) => {
    const findings = document.isClosed ? [] : findingsIn(document);
    collection.set(document.uri, findings.length === 0 ? undefined : findings);
  };
  const findingsIn = (document: vscode.TextDocument): vscode.Diagnostic[] => {
    const owner = ownerOf(folders, document);
    if (owner === undefined) return [];
    const shown = config.get('outcomes.problems', owner.entry.folder.uri);
    if (shown === 'none') return [];
    const typed = settings.now(document, owner, () => check(document));
    const text = document.getText();
    return checkMessage(text, contextOf(owner, document, text, typed))
      .filter(({ severity }) => shown === 'all' || severity === 'error' || severity === 'warning')
      .map((finding) => toDiagnostic(document, finding));
  };
  const later = store.add(
    debounced(
      () => {
        for (const document of waiting) check(document);
        waiting.clear();
      },
      QUIET,
      QUIET * 4,
    ),
  );
  const lookAt = (document: vscode.TextDocument) => {
    if (!isMessage(document)) return;
    waiting.add(document);
    later.call();
  };
  const checkAll = () => vscode.workspace.textDocuments.forEach(lookAt);
  store.add(vscode.workspace.onDidOpenTextDocument(lookAt));
  store.add(vscode.workspace.onDidChangeTextDocument(({ document }) => lookAt(document)));
  store.add(
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (isMessage(document)) collection.delete(document.uri);
    }),
  );
  store.add(folders.onDidChange(checkAll));
  store.add(config.onDidChange(checkAll));
  checkAll();
  return store;
}

function toDiagnostic(
  document: vscode.TextDocument,
  { span, message, severity, code }: MessageFinding,
): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  const diagnostic = new vscode.Diagnostic(range, message, toSeverity(severity));
  diagnostic.source = 'outcomes';
  diagnostic.code = code;
  return diagnostic;
}

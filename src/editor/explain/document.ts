import * as vscode from 'vscode';
import {
  explainFindings,
  explainMissing,
  mergeFiles,
  type Explanation,
  type Finding,
  type MissingReason,
} from '../../core';
import { explainPlace, surroundings } from '../../node/explain/place';
import type { FolderSource } from '../folders';
import type { Asking } from './context';
import { shownText } from './shown';

/** Milliseconds that a reading on its way is waited for. */
const PATIENCE = 1000;

/** What is asked about, in its folder; undefined for what lies in none. */
export interface Explained {
  readonly entry: FolderSource | undefined;
  readonly explanation: Explanation;
}

/** Why a place in a document is flagged, or why it is not listed. */
export async function explainDocument(
  asking: Asking,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<Explained> {
  const { folders, config, branchOnly } = asking;
  const { uri } = document;
  const at = uri.scheme === 'file' ? folders.at(uri) : undefined;
  const message = explainMessage(asking, document, position);
  if (message !== null) return message;
  if (at === undefined) {
    const isOff = uri.scheme === 'file' && vscode.workspace.getWorkspaceFolder(uri) !== undefined;
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    return {
      entry: undefined,
      explanation: missing({ kind: isOff ? 'disabled' : 'outside' }, name, position),
    };
  }
  const { entry, file } = at;
  await whenIdle(entry);
  const { snapshot, failure, busy } = entry.source;
  if (snapshot === undefined || snapshot.tree.files.length === 0) {
    const reason: MissingReason =
      snapshot !== undefined
        ? { kind: 'no-outcomes' }
        : failure === undefined
          ? { kind: 'reading' }
          : { kind: 'failed', message: failure.message };
    return { entry, explanation: missing(reason, file, position) };
  }
  const shown = { problems: config.get('outcomes.problems', uri), branchOnly: branchOnly.on };
  const explanation = await explainPlace({
    folder: entry.folder.uri.fsPath,
    snapshot,
    busy,
    file,
    text: document.getText(),
    position,
    editor: { language: document.languageId, encoding: document.encoding, unsaved: document.isDirty },
    processes: vscode.workspace.isTrusted,
    shown: (findings, todo) => shownText(findings, todo, snapshot, shown),
    signal: new AbortController().signal,
  });
  return { entry, explanation };
}

/** What is said of a commit message is in no snapshot: its diagnostics tell. null for what is none, or where none is. */
function explainMessage(
  { folders }: Asking,
  document: vscode.TextDocument,
  position: vscode.Position,
): Explained | null {
  const { uri, languageId } = document;
  if (languageId !== 'scminput' && languageId !== 'git-commit') return null;
  const findings = vscode.languages
    .getDiagnostics(uri)
    .filter(
      ({ source, range }) =>
        source === 'outcomes' && range.start.line <= position.line && position.line <= range.end.line,
    )
    .map((diagnostic) => toFinding(diagnostic, 'the commit message'));
  const repository = new URLSearchParams(uri.query).get('rootUri');
  const inside =
    repository === null ? uri : vscode.Uri.joinPath(vscode.Uri.parse(repository), 'COMMIT_EDITMSG');
  const entry = folders.at(inside)?.entry ?? folders.list()[0];
  const snapshot = entry?.source.snapshot;
  if (findings.length === 0 || snapshot === undefined) return null;
  const around = surroundings({ snapshot, processes: vscode.workspace.isTrusted }, null);
  return { entry, explanation: explainFindings(findings, { ...around, hidden: [] }) };
}

function missing(reason: MissingReason, file: string, { line, character }: vscode.Position): Explanation {
  return explainMissing({ reason, word: '', file, at: { line, character }, editor: null }, mergeFiles([]));
}

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

function toFinding({ code, severity, message, range }: vscode.Diagnostic, file: string): Finding {
  const { start, end } = range;
  return {
    code: String(typeof code === 'object' ? code.value : code),
    severity: SEVERITIES[severity],
    message,
    subject: { kind: 'file', file, range: { start, end } },
    related: [],
    outcome: null,
  };
}

/** A moment after a key, what is known is still of the text before it. */
function whenIdle({ source }: FolderSource): Promise<void> {
  if (!source.busy || source.snapshot === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(end, PATIENCE);
    const stop = source.onDidChange(() => {
      if (!source.busy) end();
    });
  });
}

import * as vscode from 'vscode';
import { checkMessage, type InferredId, type MessageFinding, type TextEdit } from '../../core';
import { applyEdits, spanRange, toWorkspaceEdit } from '../apply-edits';
import type { Disposable } from '../disposables';
import { openDocument } from '../file-text';
import type { Folders } from '../folders';
import type { ChosenIds } from '../pick-outcome';
import { askOutcome, askWaiver } from './ask';
import { type Inference, reasonFor } from './infer';
import { trailerEdits } from './message';
import { contextOf, MESSAGES, ownerOf } from './owner';
import type { SettingsOfMessages } from './settings';

/** Not for people: what a fix that has to ask something runs in place of edits. */
const ASK = '_outcomes.askForTrailer';
const WHAT = 'The commit message';

/** What is asked, and which word of the message the answer takes the place of; it is added to the trailers without. */
interface Question {
  readonly uri: vscode.Uri;
  readonly about: 'outcome' | 'waiver';
  readonly word?: { readonly start: number; readonly text: string };
}

/** Quick fixes for what is found in a commit message. */
export function registerMessageFixes(
  folders: Folders,
  chosen: ChosenIds,
  settings: SettingsOfMessages,
  inference: Inference,
): Disposable {
  const fixes = new MessageFixes(folders, settings, inference);
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(MESSAGES, fixes, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.commands.registerCommand(ASK, (question: Question) => fixes.answer(question, chosen)),
  );
}

class MessageFixes implements vscode.CodeActionProvider {
  constructor(
    private readonly folders: Folders,
    private readonly settings: SettingsOfMessages,
    private readonly inference: Inference,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics, only }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    if (only !== undefined && !only.intersects(vscode.CodeActionKind.QuickFix)) return [];
    const owner = ownerOf(this.folders, document);
    if (owner === undefined) return [];
    const { version } = document;
    const settings = await this.settings.of(document, owner);
    const text = document.getText();
    const context = contextOf(owner, document, text, settings);
    const here = checkMessage(text, context).filter(
      ({ span }) => spanRange(document, span).intersection(range) !== undefined,
    );
    const needsWhy = here.some(({ code }) => code === 'commit-without-why');
    const inferred = needsWhy ? await this.inference.idsFor(owner) : [];
    if (token.isCancellationRequested || document.version !== version) return [];
    const add = (id: string) => trailerEdits(text, [id], context);
    return here.flatMap((finding) => {
      const own = diagnostics.filter(
        ({ code, range: at }) => code === finding.code && at.isEqual(spanRange(document, finding.span)),
      );
      return fixesFor(document, finding, inferred, add).map((action) => {
        action.diagnostics = own;
        return action;
      });
    });
  }

  /** Asks, and writes the answer into the message as it is then. */
  async answer({ uri, about, word }: Question, chosen: ChosenIds): Promise<boolean> {
    const document = openDocument(uri);
    const owner = document && ownerOf(this.folders, document);
    if (document === undefined || owner === undefined) return false;
    const value = about === 'waiver' ? await askWaiver() : await askOutcome(owner, chosen);
    if (value === undefined) return false;
    const settings = await this.settings.of(document, owner);
    const text = document.getText();
    const isThere = word !== undefined && text.startsWith(word.text, word.start);
    const context = contextOf(owner, document, text, settings);
    const edits: TextEdit[] = isThere
      ? [{ span: { start: word.start, end: word.start + word.text.length }, newText: value }]
      : trailerEdits(text, [value], context);
    return applyEdits([{ document, edits }], WHAT);
  }
}

function fixesFor(
  document: vscode.TextDocument,
  finding: MessageFinding,
  inferred: readonly InferredId[],
  add: (id: string) => readonly TextEdit[],
): vscode.CodeAction[] {
  const { code, span, suggestion } = finding;
  const word = { start: span.start, text: document.getText().slice(span.start, span.end) };
  const { uri } = document;
  switch (code) {
    case 'commit-without-why':
      return [
        ...inferred.map((each) => {
          const action = editing(document, `Add \`Outcome: ${each.id}\`: ${reasonFor(each)}`, add(each.id));
          action.isPreferred = inferred.length === 1;
          return action;
        }),
        asking('Add an outcome…', { uri, about: 'outcome' }),
        asking('Waive with a reason…', { uri, about: 'waiver' }),
      ];
    case 'unknown-outcome': {
      const others = asking('Choose an outcome…', { uri, about: 'outcome', word });
      if (suggestion === null) return [others];
      const fix = editing(document, `Change to \`${suggestion}\``, [{ span, newText: suggestion }]);
      fix.isPreferred = true;
      return [fix, others];
    }
    case 'closed-outcome':
      return [asking('Choose an outcome that is open…', { uri, about: 'outcome', word })];
    case 'waiver-without-reason':
      return [asking('Give a reason…', { uri, about: 'waiver', word })];
    default:
      return [];
  }
}

function editing(
  document: vscode.TextDocument,
  title: string,
  edits: readonly TextEdit[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = toWorkspaceEdit([{ document, edits }]);
  return action;
}

function asking(title: string, question: Question): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: ASK, title, arguments: [question] };
  return action;
}

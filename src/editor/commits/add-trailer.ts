import path from 'node:path';
import * as vscode from 'vscode';
import { applyEdits as applied, HumanError, type InferredId } from '../../core';
import { applyEdits } from '../apply-edits';
import { openDocument } from '../file-text';
import type { Folders } from '../folders';
import { gitApi, type GitRepository, repositoryAt, samePath } from '../git-extension';
import type { ChosenIds } from '../pick-outcome';
import { askOutcome } from './ask';
import { type Inference, reasonFor } from './infer';
import { trailerEdits, whyOf } from './message';
import { contextOf, DEFAULT_SETTINGS, type MessageOwner, ownerOf, ownerOfTop } from './owner';
import type { SettingsOfMessages } from './settings';

/** How long it is shown what was added, and why; milliseconds. */
const SHOWN = 8000;

/** Where a message is typed. The commit box is a document only once it was shown. */
type Target =
  | { readonly document: vscode.TextDocument; readonly owner: MessageOwner }
  | { readonly box: GitRepository; readonly owner: MessageOwner };

/** "Add the Outcome to the Commit Message", by one key: the outcome that the commit serves, or the one that is chosen. */
export class AddTrailer {
  constructor(
    private readonly folders: Folders,
    private readonly chosen: ChosenIds,
    private readonly settings: SettingsOfMessages,
    private readonly inference: Inference,
  ) {}

  /**
   * @param argument the source control of a title bar, or the address of a message's document; by default what is
   * being edited, or the commit box
   * @returns false when nothing was added, which was said then, or was given up
   */
  async run(argument?: unknown): Promise<boolean> {
    try {
      const target = await this.target(argument);
      return target === undefined ? false : await this.addTo(target);
    } catch (error) {
      if (!(error instanceof HumanError)) throw error;
      void vscode.window.showInformationMessage(error.message);
      return false;
    }
  }

  private async addTo(target: Target): Promise<boolean> {
    const { owner } = target;
    const read = () => ('box' in target ? target.box.inputBox.value : target.document.getText());
    const context = await this.contextFor(target);
    const { isFixup, stated } = whyOf(read(), context);
    if (isFixup) throw new HumanError('This commit will be folded into another one, which states the why.');
    if (stated.length > 0)
      throw new HumanError(`The message says its why already: Outcome: ${stated.join(', ')}.`);
    const inferred = await this.inference.idsFor(owner, true);
    const ids = inferred.length > 0 ? inferred.map(({ id }) => id) : await this.ask(owner);
    if (ids === undefined) return false;
    // The message may have been typed on meanwhile.
    const text = read();
    const edits = trailerEdits(text, ids, context);
    if ('box' in target) target.box.inputBox.value = applied(text, edits);
    else if (!(await applyEdits([{ document: target.document, edits }], 'The commit message'))) return false;
    if (whyOf(text, context).isEmpty && 'document' in target) toFirstLine(target.document);
    tell(ids, inferred);
    return true;
  }

  private async contextFor(target: Target) {
    if ('box' in target) return contextOf(target.owner, { languageId: 'scminput' }, '', DEFAULT_SETTINGS);
    const { document, owner } = target;
    return contextOf(owner, document, document.getText(), await this.settings.of(document, owner));
  }

  private async ask(owner: MessageOwner): Promise<readonly string[] | undefined> {
    const id = await askOutcome(owner, this.chosen);
    return id === undefined ? undefined : [id];
  }

  private async target(argument: unknown): Promise<Target | undefined> {
    const active = vscode.window.activeTextEditor?.document;
    const named = argument instanceof vscode.Uri ? argument : undefined;
    const document = named === undefined ? active : openDocument(named);
    const root = (argument as { readonly rootUri?: unknown } | undefined)?.rootUri;
    const isTyped = named !== undefined || document?.languageId === 'git-commit';
    if (root === undefined && isTyped && document !== undefined) {
      const owner = ownerOf(this.folders, document);
      if (owner === undefined) throw new HumanError(NO_OUTCOMES);
      return { document, owner };
    }
    const top = root instanceof vscode.Uri ? root : (await chooseRepository())?.rootUri;
    return top && this.boxOf(top);
  }

  private boxOf(top: vscode.Uri): Target {
    const owner = ownerOfTop(this.folders, top.fsPath);
    if (owner === undefined) throw new HumanError(NO_OUTCOMES);
    const document = vscode.workspace.textDocuments.find(
      (each) =>
        each.languageId === 'scminput' && samePath(ownerOf(this.folders, each)?.top ?? '', top.fsPath),
    );
    if (document !== undefined) return { document, owner };
    const box = repositoryAt(top);
    if (box === undefined) throw new HumanError(NO_BOX);
    return { box, owner };
  }
}

const NO_OUTCOMES = 'No outcomes.yml is known for this repository, so there is no outcome to name.';
const NO_BOX =
  'There is no commit box to write into: the git extension is switched off, or no repository is open.';

/** The one that the source control view shows as selected, else the only one, else the one that is chosen. */
async function chooseRepository(): Promise<GitRepository | undefined> {
  const repositories = gitApi()?.repositories ?? [];
  if (repositories.length === 0)
    throw new HumanError(
      vscode.workspace.isTrusted ? NO_BOX : `${NO_BOX} It does not run in Restricted Mode.`,
    );
  const selected = repositories.filter(({ ui }) => ui.selected);
  const [only] = selected.length === 1 ? selected : repositories;
  if (selected.length === 1 || repositories.length === 1) return only;
  const picked = await vscode.window.showQuickPick(
    repositories.map((repository) => ({
      label: `$(repo) ${path.basename(repository.rootUri.fsPath)}`,
      description: repository.state.HEAD?.name ?? '',
      repository,
    })),
    { placeHolder: 'The repository whose commit message is meant' },
  );
  return picked?.repository;
}

/** There the subject is to be typed; what is inserted at a cursor would push it down. */
function toFirstLine(document: vscode.TextDocument): void {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document === document) editor.selection = new vscode.Selection(0, 0, 0, 0);
}

function tell(ids: readonly string[], inferred: readonly InferredId[]): void {
  const [first] = inferred;
  const reason = first === undefined ? '' : `: ${reasonFor(first)}`;
  vscode.window.setStatusBarMessage(`$(target) Outcome: ${ids.join(', ')}${reason}`, SHOWN);
}

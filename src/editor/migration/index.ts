import * as vscode from 'vscode';
import { Command, Context } from '../../manifest';
import type { Logger } from '../../workspace/ports';
import type { Migration } from '../../workspace/migration';
import { chooseFolder } from '../create-file';
import { Disposables, type Disposable } from '../disposables';
import type { Folders } from '../folders';
import { ProposalTexts } from './preview';

const APPLY = 'Apply';
const DETAILS = 'Show What Was Found';

interface Shown {
  readonly folder: vscode.WorkspaceFolder;
  readonly migration: Migration;
}

/**
 * "Propose Policy from Existing TODOs…": what the TODOs and settings of a folder say already, as an outcomes.yml. It is
 * shown as a diff of every file that it would change, and written only on "Apply", as one undoable edit.
 */
export function registerMigration(folders: Folders, logger: Logger): Disposable {
  const store = new Disposables();
  const texts = store.add(new ProposalTexts());
  let shown: Shown | undefined;

  const show = (next: Shown | undefined): void => {
    shown = next;
    void vscode.commands.executeCommand('setContext', Context.hasProposal, next !== undefined);
  };

  const apply = async (): Promise<void> => {
    const proposal = shown;
    if (proposal === undefined) {
      void vscode.window.showInformationMessage('There is no proposal to apply. Make one first.');
      return;
    }
    const { applyChanges } = await import('./lazily');
    if (!(await applyChanges(proposal.folder.uri, proposal.migration.changes))) return;
    show(undefined);
    await texts.close();
    const { path } = proposal.migration.proposal;
    folders.at(vscode.Uri.joinPath(proposal.folder.uri, path))?.entry.source.refresh([path]);
    await vscode.window.showTextDocument(vscode.Uri.joinPath(proposal.folder.uri, path));
  };

  const propose = async (): Promise<void> => {
    const folder = await chooseFolder();
    const { detailsOf, readFolder } = await import('./lazily');
    const migration = folder && (await readFolder(folder, logger));
    if (folder === undefined || migration === undefined) return;
    const details = detailsOf(migration);
    logger.info(details);
    show(migration.changes.length === 0 ? undefined : { folder, migration });
    await texts.show(folder.uri, migration.changes, details);
    for (;;) {
      const answer = await vscode.window.showInformationMessage(
        describe(migration),
        ...(migration.changes.length === 0 ? [] : [APPLY]),
        DETAILS,
      );
      if (answer === APPLY && shown?.migration === migration) await apply();
      if (answer !== DETAILS) return;
      await texts.showDetails();
    }
  };

  store.add(vscode.commands.registerCommand(Command.migrate, propose));
  store.add(vscode.commands.registerCommand(Command.applyProposal, apply));
  return store;
}

function describe({ proposal, changes }: Migration): string {
  const { path, todos, notes } = proposal;
  const found = `${todos} ${todos === 1 ? 'TODO was' : 'TODOs were'} read.`;
  const left =
    notes.length === 0
      ? ''
      : ` ${notes.length === 1 ? '1 note' : `${notes.length} notes`} on what was left out.`;
  if (changes.length === 0) return `${found} There is nothing to add to ${path}.${left}`;
  const others = changes.filter((change) => change.path !== path).length;
  const more =
    others === 0 ? '' : `, and ${others} ${others === 1 ? 'file' : 'files'} whose comments become links`;
  return `${found} This is the proposed ${path}${more}. Nothing is written before you apply it.${left}`;
}

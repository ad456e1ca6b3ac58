import * as vscode from 'vscode';
import { Disposables, type Disposable } from './editor/disposables';
import { BranchOnly } from './editor/branch-only';
import { registerCommands } from './editor/commands';
import { Config } from './editor/config';
import { publishDiagnostics } from './editor/diagnostics';
import { Folders } from './editor/folders';
import { registerGitWork } from './editor/git-work';
import { registerLanguage } from './editor/language';
import { registerLinking } from './editor/linking';
import { watchEverything } from './editor/live';
import { createLog } from './editor/log';
import { registerRowCommands } from './editor/open';
import { registerOutcomesFile } from './editor/outcomes-file';
import { OutcomesView } from './editor/outcomes-view';
import { ChosenIds } from './editor/pick-outcome';
import { registerReveal } from './editor/reveal';
import { createSources, indexStorage } from './editor/sources';
import { announceState } from './editor/state';
import { WithoutWhyView } from './editor/without-why-view';
import { registerWriting } from './editor/writing';
import { createClock } from './node/clock';

/** What the extension gives to its own tests. */
export interface Api {
  readonly folders: Folders;
  readonly outcomes: OutcomesView;
  readonly withoutWhy: WithoutWhyView;
}

export function activate(context: vscode.ExtensionContext): Api {
  const store = new Disposables();
  context.subscriptions.push(store);
  const own = <T extends Disposable>(item: T): T => store.add(item);
  const clock = createClock();
  const config = own(new Config());
  const log = own(createLog(context, config));
  const createSource = createSources(log, indexStorage(context));
  const source = ({ uri }: vscode.WorkspaceFolder) => createSource(uri.fsPath, vscode.workspace.isTrusted);
  const folders = own(new Folders(source, config));
  const branchOnly = own(new BranchOnly(context.workspaceState, folders));
  const outcomes = own(new OutcomesView(folders, branchOnly));
  const withoutWhy = own(new WithoutWhyView(folders, branchOnly));
  own(announceState(folders));
  own(publishDiagnostics(folders, config));
  own(registerReveal(folders, outcomes, withoutWhy));
  own(registerRowCommands([outcomes, withoutWhy]));
  const chosen = new ChosenIds(context.workspaceState);
  own(registerLanguage(folders, chosen));
  own(registerGitWork({ folders, chosen, config, log, outcomes, withoutWhy }));
  own(registerOutcomesFile({ folders, config, chosen, outcomes, clock, extension: context.extensionUri }));
  own(registerLinking(folders, chosen, log, [outcomes, withoutWhy]));
  own(registerWriting(folders, clock, config, log));
  own(registerCommands({ folders, log, config, branchOnly, context, views: [outcomes, withoutWhy] }));
  folders.update();
  own(watchEverything(folders, log, clock));
  return { folders, outcomes, withoutWhy };
}

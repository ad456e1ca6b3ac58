import * as vscode from 'vscode';
import type { Clock } from '../../workspace/ports';
import type { Config } from '../config';
import { Disposables, type Disposable } from '../disposables';
import type { Folders } from '../folders';
import { once } from '../once';
import type { ChosenIds } from '../pick-outcome';
import { registerShowOutcome } from '../show-outcome';
import type { Revealer } from '../views';
import { fileCompletion } from './completion';
import { SELECTOR } from './file';
import { fileFolding } from './folding';
import { FileLenses } from './lenses';
import { fieldsOf, type Fields } from './schema';
import { fileSymbols } from './symbols';

export interface OutcomesFileServices {
  readonly folders: Folders;
  readonly config: Config;
  readonly chosen: ChosenIds;
  readonly outcomes: Revealer;
  readonly clock: Clock;
  /** Where the extension is installed. */
  readonly extension: vscode.Uri;
}

/** outcomes.yml as a language: completion, outline, folding, and a lens above each outcome. */
export function registerOutcomesFile(services: OutcomesFileServices): Disposable {
  const { folders, config, chosen, outcomes, clock, extension } = services;
  const { languages } = vscode;
  const store = new Disposables();
  const fields = once(() => readFields(extension));
  const completion = fileCompletion(fields, clock);
  store.add(
    languages.registerCompletionItemProvider(SELECTOR, completion, ' ', ':', '"', "'", '[', '{', ','),
  );
  store.add(languages.registerDocumentSymbolProvider(SELECTOR, fileSymbols(folders), { label: 'Outcomes' }));
  store.add(languages.registerFoldingRangeProvider(SELECTOR, fileFolding));
  const lenses = store.add(new FileLenses(folders, config));
  store.add(languages.registerCodeLensProvider(SELECTOR, lenses));
  store.add(registerShowOutcome(folders, chosen, outcomes));
  return store;
}

/** The fields as the schema says that the extension ships for every editor of YAML. */
async function readFields(extension: vscode.Uri): Promise<Fields> {
  const uri = vscode.Uri.joinPath(extension, 'syntaxes', 'outcomes.schema.json');
  const bytes = await vscode.workspace.fs.readFile(uri);
  return fieldsOf(JSON.parse(new TextDecoder().decode(bytes)));
}

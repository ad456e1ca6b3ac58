import * as vscode from 'vscode';
import {
  addToList,
  applyEdits,
  lineEdits,
  moveOutput,
  type Outcome,
  type OutcomesFile,
  type Output,
  parseOutcomes,
} from '../../core';
import type { FileEdits } from '../apply-as-one';
import { toUri } from '../convert';
import type { FolderSource } from '../folders';
import { globBelow } from './glob-below';
import { whyReadOnly } from '../read-only';
import type { Refusal, ShownAt } from './things';

/** Changes of the outcome files of a folder, made one on top of the other and written together. */
export class FileChanges {
  private readonly texts = new Map<string, { document: vscode.TextDocument; file: OutcomesFile }>();

  constructor(private readonly folder: FolderSource) {}

  /** Moves an output below an outcome. True when that changed something, a refusal when it cannot be done. */
  async move(shown: ShownAt, id: string): Promise<boolean | Refusal> {
    const output = this.outputAt(shown);
    const what = output?.id || output?.title || `${shown.file}:${shown.at.line + 1}`;
    const refused = (reason: string): Refusal => ({ what, reason });
    const home = this.homeOf(id);
    if (output === undefined || home === undefined)
      return refused('It is not there any more, or was changed a moment ago.');
    if (home.isOutput) return refused('An output is moved to an outcome, not to another output.');
    const [from, to] = [await this.open(shown.file), await this.open(home.path)];
    const problem = (await whyReadOnly(from.document)) ?? (await whyReadOnly(to.document));
    if (problem !== null) return refused(problem);
    const moved = sameOutput(from.file, output);
    const outcome = outcomeIn(to.file, id);
    if (moved === undefined || outcome === undefined)
      return refused('It is not there any more, or was changed a moment ago.');
    const result = moveOutput({ file: from.file, output: moved }, { file: to.file, outcome });
    if ('refused' in result) return refused(result.refused);
    for (const { path, edits } of result.files) {
      const open = await this.open(path);
      open.file = parseOutcomes(path, applyEdits(open.file.text, edits));
    }
    return result.files.length > 0;
  }

  /** Adds a folder, relative to the workspace folder, to the `paths` of an outcome, or of an output's outcome. */
  async addPath(dir: string, id: string): Promise<boolean | Refusal> {
    const refused = (reason: string): Refusal => ({ what: dir || 'The folder', reason });
    const home = this.homeOf(id);
    if (home === undefined) return refused('The outcome is not there any more.');
    const base = home.path.slice(0, home.path.lastIndexOf('/') + 1);
    const glob = globBelow(base, dir);
    if (glob === undefined)
      return refused(`It does not lie beside or below ${home.path}, which its paths start from.`);
    const open = await this.open(home.path);
    const problem = await whyReadOnly(open.document);
    if (problem !== null) return refused(problem);
    const outcome = outcomeIn(open.file, home.outcome);
    if (outcome === undefined) return refused('The outcome is not there any more.');
    const result = addToList(open.file, outcome, 'paths', glob);
    if ('refused' in result) return refused(result.refused);
    open.file = parseOutcomes(home.path, applyEdits(open.file.text, result.edits));
    return result.edits.length > 0;
  }

  /** All changes, for the documents as they are. */
  edits(): FileEdits[] {
    return [...this.texts.values()].map(({ document, file }) => {
      const text = document.getText();
      return { document, text, edits: lineEdits(text, file.text) };
    });
  }

  private async open(path: string) {
    let open = this.texts.get(path);
    if (open === undefined) {
      const document = await vscode.workspace.openTextDocument(toUri(this.folder.folder.uri, path));
      open = { document, file: parseOutcomes(path, document.getText()) };
      this.texts.set(path, open);
    }
    return open;
  }

  private outputAt({ file: path, at }: ShownAt): Output | undefined {
    const file = this.folder.source.snapshot?.tree.files.find((one) => one.path === path);
    const offset = file?.lines.offsetAt(at);
    return file && outputsOf(file).find((output) => output.at.self.start === offset);
  }

  private homeOf(id: string) {
    const entry = this.folder.source.snapshot?.tree.entries.get(id.toLowerCase());
    return entry && { path: entry.outcome.file, outcome: entry.outcome.id, isOutput: entry.output !== null };
  }
}

function sameOutput(file: OutcomesFile, { id, title }: Output): Output | undefined {
  return outputsOf(file).find((other) =>
    id === '' ? other.id === '' && other.title === title : other.id === id,
  );
}

function outcomeIn(file: OutcomesFile, id: string): Outcome | undefined {
  return outcomesOf(file.outcomes).find((outcome) => outcome.id.toLowerCase() === id.toLowerCase());
}

function outputsOf({ outcomes }: OutcomesFile): Output[] {
  return outcomesOf(outcomes).flatMap(({ outputs }) => outputs);
}

function outcomesOf(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.flatMap((outcome) => [outcome, ...outcomesOf(outcome.outcomes)]);
}

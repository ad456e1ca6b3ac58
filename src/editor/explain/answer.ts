import * as vscode from 'vscode';
import {
  explainBranch,
  explainCommit,
  explainReading,
  layOut,
  type Explanation,
  type ExplanationPart,
  type Finding,
  type PlaceLink,
  type ReadingState,
} from '../../core';
import { surroundings } from '../../node/explain/place';
import type { Snapshot } from '../../workspace/snapshot';
import { toUri } from '../convert';
import type { FolderSource } from '../folders';
import type { Place, Row } from '../views';
import type { Answer } from './answers';
import type { Asking } from './context';
import { explainDocument, type Explained } from './document';

/** Answers for the row, else for the cursor of the editor, and tells of the folder in any case. */
export async function answerOf(
  asking: Asking,
  row: Row | undefined,
  editor: vscode.TextEditor | undefined,
): Promise<Answer> {
  const found =
    row !== undefined
      ? await explainRow(asking, row)
      : editor && (await explainDocument(asking, editor.document, editor.selection.active));
  const folders = found?.entry === undefined ? asking.folders.list() : [found.entry];
  const states = folders.map((entry) => ({ entry, parts: explainReading(stateOf(entry)) }));
  return written([
    { entry: undefined, subject: 'Why is this flagged, slow or missing?', parts: [] },
    ...(found === undefined ? [] : [{ entry: found.entry, ...found.explanation }]),
    ...states,
    { entry: undefined, parts: [about(asking)] },
  ]);
}

async function explainRow(
  asking: Asking,
  { kind, place, label, description }: Row,
): Promise<Explained | undefined> {
  const entry = asking.folders.list().find(({ folder }) => folder.uri.toString() === place?.folder);
  if (kind === 'skipped') {
    const lines = [{ text: `Not read, or not wholly: ${description}.`, places: [] }];
    return { entry, explanation: { subject: label, parts: [{ heading: '', lines }] } };
  }
  const snapshot = entry?.source.snapshot;
  if (place === null || snapshot === undefined) return undefined;
  if (place.kind === 'file') {
    const document = await vscode.workspace.openTextDocument(
      toUri(vscode.Uri.parse(place.folder, true), place.file),
    );
    const { line, character } = place.range.start;
    return explainDocument(asking, document, new vscode.Position(line, character));
  }
  const explanation = explainGitWork(place, snapshot);
  return explanation && { entry, explanation };
}

function explainGitWork(
  place: Exclude<Place, { kind: 'file' }>,
  snapshot: Snapshot,
): Explanation | undefined {
  const findings = snapshot.gitFindings.filter((finding) => isAbout(finding, place));
  const around = {
    ...surroundings({ snapshot, processes: vscode.workspace.isTrusted }, null),
    findings,
    hidden: [],
  };
  if (place.kind === 'branch') {
    const branch = snapshot.branches.find(
      ({ repository, name }) => repository === place.repository && name === place.branch,
    );
    return branch && explainBranch(branch, around);
  }
  const commit = snapshot.commits.find(
    ({ repository, id }) => repository === place.repository && id === place.commit,
  );
  return commit && explainCommit(commit, around);
}

function isAbout({ subject }: Finding, place: Exclude<Place, { kind: 'file' }>): boolean {
  if (subject.kind === 'file' || subject.repository !== place.repository) return false;
  if (subject.kind === 'branch') return place.kind === 'branch' && subject.branch === place.branch;
  return place.kind === 'commit' && subject.commit === place.commit;
}

function stateOf({ folder, source }: FolderSource): ReadingState {
  const { snapshot, busy, failure, cost } = source;
  return {
    folder: folder.name,
    busy,
    failure: failure?.message ?? null,
    restricted: !vscode.workspace.isTrusted,
    known:
      snapshot === undefined
        ? null
        : {
            outcomesFiles: snapshot.tree.files.length,
            files: snapshot.files.length,
            skipped: snapshot.skipped,
            unverified: snapshot.unverified,
            cost: cost ?? null,
          },
  };
}

function about({ version }: Asking): ExplanationPart {
  return {
    heading: 'About this text',
    lines: [
      {
        text: `Outcomes ${version}, VS Code ${vscode.version}, ${process.platform} ${process.arch}.`,
        places: [],
      },
      {
        text:
          'It names files, branches and outcomes of your project. It was sent to nobody; read it before you publish ' +
          'it, in a bug report for example.',
        places: [],
      },
    ],
  };
}

interface Piece {
  readonly entry: FolderSource | undefined;
  readonly subject?: string;
  readonly parts: readonly ExplanationPart[];
}

/** One after the other, a blank line between them. */
function written(pieces: readonly Piece[]): Answer {
  const links: (PlaceLink & { folder: vscode.Uri })[] = [];
  let text = '';
  for (const { entry, subject = '', parts } of pieces) {
    const piece = layOut({ subject, parts });
    // Parts begin with an empty line by themselves.
    const start = subject === '' || text === '' ? text.length : text.length + 1;
    text = text.padEnd(start, '\n');
    if (entry !== undefined)
      for (const link of piece.links)
        links.push({ ...link, start: start + link.start, end: start + link.end, folder: entry.folder.uri });
    text += piece.text;
  }
  return { text, links };
}

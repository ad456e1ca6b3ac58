import {
  checkWork,
  compileTags,
  explainFindings,
  explainMissing,
  explainTodo,
  type Explanation,
  type Finding,
  ignoringGlob,
  judgeWord,
  LineIndex,
  type Missing,
  type MissingReason,
  policyFor,
  type Position,
  type Surroundings,
  type Todo,
  todoAt,
} from '../../core';
import type { Snapshot } from '../../workspace/snapshot';
import { BINARY_PREFIX, MOST_HITS } from '../scan/limits';
import { whyNotRead } from './file-reason';
import { lineAge } from './line-age';

/** A place in a file of a folder that was read and has an outcomes.yml. */
export interface PlaceQuestion {
  /** An absolute path. */
  readonly folder: string;
  readonly snapshot: Snapshot;
  /** Another snapshot is on its way. */
  readonly busy: boolean;
  /** Relative to the folder, with `/`. */
  readonly file: string;
  /** What it says where it is asked about, saved or not. */
  readonly text: string;
  readonly position: Position;
  readonly editor: Missing['editor'];
  /** False where no process may be run (Restricted Mode). */
  readonly processes: boolean;
  /** What keeps a TODO or the findings from being shown, or where they are shown, in words. */
  readonly shown: (findings: readonly Finding[], todo: Todo | null) => readonly string[];
  readonly signal: AbortSignal;
}

/** Milliseconds that the answer waits for the history of one line. */
const PATIENCE = 3000;

/** Why a place is flagged, or why it is not listed. */
export async function explainPlace(question: PlaceQuestion): Promise<Explanation> {
  const { snapshot, file, position, text } = question;
  const work = snapshot.files.find((one) => one.file === file);
  if (isOnAnotherWord(question, work?.todos ?? [])) return explainAbsence(question);
  const todo = todoAt(work?.todos ?? [], position);
  // After a key the snapshot may be of an older text, in which something else stood here.
  if (todo !== undefined && standsAt(text, todo)) return explainTodoHere(question, todo, work!.findings);
  const findings = findingsAt(work?.findings ?? [], position);
  if (findings.length > 0)
    return explainFindings(findings, {
      ...surroundings(question, null),
      hidden: question.shown(findings, null),
    });
  return explainAbsence(question);
}

/** What findings depend on, but for the findings themselves. */
export function surroundings(
  { snapshot, processes }: Pick<PlaceQuestion, 'snapshot' | 'processes'>,
  since: Surroundings['since'],
): Omit<Surroundings, 'findings' | 'hidden'> {
  const { tree, repository, branches } = snapshot;
  const git = !processes
    ? 'restricted'
    : repository === null && branches.length === 0
      ? 'no-repository'
      : 'asked';
  return { tree, base: repository?.base ?? null, git, since };
}

async function explainTodoHere(
  question: PlaceQuestion,
  todo: Todo,
  all: readonly Finding[],
): Promise<Explanation> {
  const { snapshot, processes, folder, file, text, signal } = question;
  const findings = findingsOf(todo, all, snapshot);
  let since: Surroundings['since'] = null;
  if (!todo.isNew && processes) {
    const { line } = todo.range.start;
    const patient = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
    since = await lineAge(folder, file, line, lineOf(text, line), patient);
  }
  return explainTodo(todo, {
    ...surroundings(question, since),
    findings,
    hidden: question.shown(findings, todo),
  });
}

/** Those of a file's findings that judging the TODO alone makes too. */
function findingsOf(todo: Todo, all: readonly Finding[], { tree }: Snapshot): Finding[] {
  const key = ({ code, subject }: Finding) => JSON.stringify([code, subject]);
  const own = new Set(checkWork(todo, tree, policyFor(tree, todo.file)).map(key));
  return all.filter((finding) => own.has(key(finding)));
}

async function explainAbsence(question: PlaceQuestion): Promise<Explanation> {
  const { snapshot, file, text, position, editor } = question;
  const { tree } = snapshot;
  const { tags, mentions } = policyFor(tree, file);
  const limits = { mostHits: MOST_HITS, binaryPrefix: BINARY_PREFIX };
  const { word, range, verdict } = judgeWord(file, text, position, { tags, mentions, ...limits });
  const reason: MissingReason =
    (await whyNoFile(question)) ??
    (verdict.kind === 'todo' ? { kind: question.busy ? 'pending' : 'unexpected' } : verdict);
  return explainMissing({ reason, word, file, at: range.start, editor }, tree);
}

async function whyNoFile(question: PlaceQuestion): Promise<MissingReason | null> {
  const { folder, file, snapshot, editor, processes, signal } = question;
  const byPolicy = ignoringGlob(snapshot.tree, file);
  if (byPolicy !== null) return { kind: 'policy-ignored', ...byPolicy };
  const unsaved = editor?.unsaved === true;
  const reason = await whyNotRead({ folder, file, unsaved, processes, signal });
  if (reason !== null || unsaved) return reason;
  // What the scan could not enter or read, by its own report.
  const unread = snapshot.skipped.find(
    (one) => one.reason.startsWith(UNREADABLE) && (file === one.file || file.startsWith(`${one.file}/`)),
  );
  return unread === undefined ? null : { kind: 'unreadable', reason: unread.reason.slice(UNREADABLE.length) };
}

const UNREADABLE = 'unreadable: ';

/** On a tag word that is no TODO, beside one that is: what is asked is why that word is not listed. */
function isOnAnotherWord({ snapshot, file, text, position }: PlaceQuestion, todos: readonly Todo[]): boolean {
  const { line, character } = position;
  const word = compileTags(policyFor(snapshot.tree, file).tags)
    .find(lineOf(text, line))
    .find(({ index, tag }) => index <= character && character < index + tag.length);
  const starts = todos.map(({ range: { start } }) => start).filter((start) => start.line === line);
  return word !== undefined && starts.length > 0 && starts.every((start) => start.character !== word.index);
}

function standsAt(text: string, { tag, range }: Todo): boolean {
  return lineOf(text, range.start.line).startsWith(tag, range.start.character);
}

/** Those that hold the position, else those of its line. */
function findingsAt(findings: readonly Finding[], { line, character }: Position): Finding[] {
  const here = findings.filter(({ subject }) => {
    if (subject.kind !== 'file') return false;
    const { start, end } = subject.range;
    return start.line <= line && line <= end.line;
  });
  const exact = here.filter(({ subject }) => {
    if (subject.kind !== 'file') return false;
    const { start, end } = subject.range;
    const isAfter = start.line < line || start.character <= character;
    return isAfter && (line < end.line || character <= end.character);
  });
  return exact.length > 0 ? exact : here;
}

function lineOf(text: string, line: number): string {
  const lines = new LineIndex(text);
  const start = lines.offsetAt({ line, character: 0 });
  return text.slice(start, lines.offsetAt({ line, character: Infinity }));
}

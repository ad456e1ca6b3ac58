import type { Finding, Range, Todo } from '../../core';
import type { FileWork } from '../../workspace/file-work';

export type Contents = Pick<FileWork, 'todos' | 'findings'>;

/**
 * The TODOs and findings of one file as JSON arrays without keys: about 150 bytes for both together, a quarter of what
 * the objects take. Findings say the same of many TODOs, so each text is there once.
 */
export function packWork({ file, todos, findings }: FileWork): string {
  const texts = new Map<string, number>();
  const says: PackedText[] = [];
  const textNumber = ({ code, severity, message }: Finding): number => {
    const key = `${code}\n${severity}\n${message}`;
    let number = texts.get(key);
    if (number === undefined) {
      texts.set(key, (number = says.length));
      says.push([code, severity, message]);
    }
    return number;
  };
  const packed: PackedWork = [
    todos.map(packTodo),
    findings.map((finding) => packFinding(finding, file, textNumber(finding))),
    says,
  ];
  return JSON.stringify(packed);
}

/** Gives what `packWork` was given. */
export function unpackWork(file: string, packed: string): Contents {
  const [todos, findings, says] = JSON.parse(packed) as PackedWork;
  return {
    todos: todos.map((todo) => unpackTodo(file, todo)),
    findings: findings.map((finding) => unpackFinding(file, finding, says)),
  };
}

type PackedWork = [todos: PackedTodo[], findings: PackedFinding[], says: PackedText[]];
type PackedRange = [line: number, character: number, endLine: number, endCharacter: number];
type PackedText = [code: string, severity: Finding['severity'], message: string];
/** 0 stands for null and for an empty list, which most are. */
type PackedTodo = [
  tag: string,
  text: string,
  endLine: number,
  range: PackedRange,
  isNew: 0 | 1,
  /** What is more in it than file, tag and text; all of it if it is made otherwise. */
  key: [rest: string] | string,
  assignee: string | 0,
  waiver: Todo['waiver'] | 0,
  links: Todo['links'] | 0,
  statedAt: Todo['statedAt'] | 0,
  broken: Todo['broken'] | 0,
];
type PackedFinding = [text: number, range: PackedRange, related: Finding['related'] | 0, outcome: string | 0];

function packTodo(todo: Todo): PackedTodo {
  const start = keyStart(todo.file, todo.tag, todo.text);
  return [
    todo.tag,
    todo.text,
    todo.endLine,
    packRange(todo.range),
    todo.isNew ? 1 : 0,
    todo.key.startsWith(start) ? [todo.key.slice(start.length)] : todo.key,
    todo.assignee ?? 0,
    todo.waiver ?? 0,
    orZero(todo.links),
    orZero(todo.statedAt),
    orZero(todo.broken),
  ];
}

function unpackTodo(
  file: string,
  [tag, text, endLine, range, isNew, key, assignee, waiver, links, statedAt, broken]: PackedTodo,
): Todo {
  return {
    kind: 'todo',
    file,
    range: unpackRange(range),
    tag,
    text,
    endLine,
    assignee: assignee === 0 ? null : assignee,
    isNew: isNew === 1,
    waiver: waiver === 0 ? null : waiver,
    links: links === 0 ? [] : links,
    statedAt: statedAt === 0 ? [] : statedAt,
    broken: broken === 0 ? [] : broken,
    key: typeof key === 'string' ? key : keyStart(file, tag, text) + key[0],
  };
}

function packFinding({ subject, related, outcome }: Finding, file: string, text: number): PackedFinding {
  if (subject.kind !== 'file' || subject.file !== file) throw new Error(`A finding of ${file} is elsewhere`);
  return [text, packRange(subject.range), orZero(related), outcome ?? 0];
}

function unpackFinding(
  file: string,
  [text, range, related, outcome]: PackedFinding,
  says: readonly PackedText[],
): Finding {
  const [code, severity, message] = says[text]!;
  return {
    code,
    severity,
    message,
    subject: { kind: 'file', file, range: unpackRange(range) },
    related: related === 0 ? [] : related,
    outcome: outcome === 0 ? null : outcome,
  };
}

function keyStart(file: string, tag: string, text: string): string {
  return `${file}\0${tag}\0${text}\0`;
}

function packRange({ start, end }: Range): PackedRange {
  return [start.line, start.character, end.line, end.character];
}

function unpackRange([line, character, endLine, endCharacter]: PackedRange): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

function orZero<T>(list: readonly T[]): readonly T[] | 0 {
  return list.length > 0 ? list : 0;
}

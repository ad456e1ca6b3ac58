import type { Finding, Range, Todo } from '../../core';
import type { FileWork } from '../../workspace/file-work';

export type Contents = Pick<FileWork, 'todos' | 'findings'>;

/**
 * The TODOs and findings of one file as JSON arrays without keys: about 100 bytes for both together, a sixth of what the
 * objects take. What is mostly the same is mostly nothing: most findings say the same as another one, of a TODO's tag.
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
  const places = new Map(todos.map(({ range }, index) => [placeOf(range), index]));
  const packed: PackedWork = [
    todos.map(packTodo),
    findings.map((finding) => packFinding(finding, file, textNumber(finding), places)),
    says,
  ];
  return JSON.stringify(packed);
}

/** Gives what `packWork` was given. */
export function unpackWork(file: string, packed: string): Contents {
  const [todos, findings, says] = JSON.parse(packed) as PackedWork;
  const unpacked = todos.map((todo) => unpackTodo(file, todo));
  return {
    todos: unpacked,
    findings: findings.map((finding) => unpackFinding(file, finding, says, unpacked)),
  };
}

type PackedWork = [todos: PackedTodo[], findings: PackedFinding[], says: PackedText[]];
type PackedRange = [line: number, character: number, endLine: number, endCharacter: number];
type PackedText = [code: string, severity: Finding['severity'], message: string];
/** 0 stands for null, for an empty list and for what follows from the rest; zeros at the end are left out. */
type PackedTodo = Short<
  [
    tag: string,
    text: string,
    line: number,
    character: number,
    isNew: 0 | 1,
    /** The last line of the text, counted from the tag's. */
    lines: number,
    /** What is more in it than file, tag and text, as a number if it is one; all of it if it is made otherwise. */
    key: number | [rest: string] | string,
    assignee: string | 0,
    /** Where the range ends, unless it is behind the tag. */
    end: [line: number, character: number] | 0,
    waiver: Todo['waiver'] | 0,
    links: Todo['links'] | 0,
    statedAt: Todo['statedAt'] | 0,
    broken: Todo['broken'] | 0,
  ]
>;
/** Where: at the tag of the TODO with this index, or elsewhere. */
type PackedFinding = Short<
  [text: number, where: number | PackedRange, outcome: string | 0, related: Finding['related'] | 0]
>;
type Short<T extends unknown[]> = Partial<T>;

function packTodo(todo: Todo): PackedTodo {
  const { file, tag, text, range } = todo;
  const { start, end } = range;
  const isTag = end.line === start.line && end.character === start.character + tag.length;
  const before = keyStart(file, tag, text);
  return short<PackedTodo>([
    tag,
    text,
    start.line,
    start.character,
    todo.isNew ? 1 : 0,
    todo.endLine - start.line,
    todo.key.startsWith(before) ? packRest(todo.key.slice(before.length)) : todo.key,
    todo.assignee ?? 0,
    isTag ? 0 : [end.line, end.character],
    todo.waiver ?? 0,
    orZero(todo.links),
    orZero(todo.statedAt),
    orZero(todo.broken),
  ]);
}

function unpackTodo(file: string, packed: PackedTodo): Todo {
  const [tag = '', text = '', line = 0, character = 0, isNew = 0, lines = 0, key = 0] = packed;
  const [, , , , , , , assignee = 0, end = 0, waiver = 0, links = 0, statedAt = 0, broken = 0] = packed;
  const [endLine, endCharacter] = end === 0 ? [line, character + tag.length] : end;
  return {
    kind: 'todo',
    file,
    range: unpackRange([line, character, endLine, endCharacter]),
    tag,
    text,
    endLine: line + lines,
    assignee: assignee === 0 ? null : assignee,
    isNew: isNew === 1,
    waiver: waiver === 0 ? null : waiver,
    links: links === 0 ? [] : links,
    statedAt: statedAt === 0 ? [] : statedAt,
    broken: broken === 0 ? [] : broken,
    key:
      typeof key === 'string'
        ? key
        : keyStart(file, tag, text) + (typeof key === 'number' ? String(key) : key[0]),
  };
}

function packRest(rest: string): number | [string] {
  const number = Number(rest);
  return Number.isSafeInteger(number) && String(number) === rest ? number : [rest];
}

function packFinding(
  { subject, related, outcome }: Finding,
  file: string,
  text: number,
  places: ReadonlyMap<string, number>,
): PackedFinding {
  if (subject.kind !== 'file' || subject.file !== file) throw new Error(`A finding of ${file} is elsewhere`);
  const where = places.get(placeOf(subject.range)) ?? packRange(subject.range);
  return short<PackedFinding>([text, where, outcome ?? 0, orZero(related)]);
}

function unpackFinding(
  file: string,
  [text = 0, where = 0, outcome = 0, related = 0]: PackedFinding,
  says: readonly PackedText[],
  todos: readonly Todo[],
): Finding {
  const [code, severity, message] = says[text]!;
  const range = typeof where === 'number' ? packRange(todos[where]!.range) : where;
  return {
    code,
    severity,
    message,
    subject: { kind: 'file', file, range: unpackRange(range) },
    related: related === 0 ? [] : related,
    outcome: outcome === 0 ? null : outcome,
  };
}

function short<T extends unknown[]>(values: T): T {
  while (values.at(-1) === 0) values.pop();
  return values;
}

function keyStart(file: string, tag: string, text: string): string {
  return `${file}\0${tag}\0${text}\0`;
}

function placeOf({ start, end }: Range): string {
  return `${start.line} ${start.character} ${end.line} ${end.character}`;
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

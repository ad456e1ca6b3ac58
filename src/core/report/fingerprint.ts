import type { OutcomesFile, OutcomeTree } from '../outcomes/model';
import type { Finding } from '../rules/finding';
import type { Range } from '../text';
import type { Todo } from '../work/model';

/**
 * A name for each finding, in their order, that stays when lines move and when the wording of its message changes. It is
 * made of the code and of what is marked: a TODO by its key, a place in an outcomes file by its text and outcome, a
 * branch by its name, a commit by its id. The second of two that are the same otherwise is told by its number.
 */
export function fingerprints(
  findings: readonly Finding[],
  tree: OutcomeTree,
  todos: readonly Todo[],
): readonly string[] {
  const files = new Map(tree.files.map((file) => [file.path, file]));
  const byFile = todosByFile(todos);
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = JSON.stringify([finding.code, finding.outcome, ...markOf(finding, files, byFile)]);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return hash(`${before}${name}`);
  });
}

function markOf(
  { subject }: Finding,
  files: ReadonlyMap<string, OutcomesFile>,
  todos: ReadonlyMap<string, readonly Todo[]>,
): readonly string[] {
  switch (subject.kind) {
    case 'branch':
      return ['branch', subject.repository, subject.branch];
    case 'commit':
      return ['commit', subject.repository, subject.commit];
    case 'file': {
      const todo = todos.get(subject.file)?.find((each) => holds(each, subject.range));
      if (todo !== undefined) return ['todo', todo.key];
      const file = files.get(subject.file);
      return ['file', subject.file, file === undefined ? '' : textAt(file, subject.range)];
    }
  }
}

function holds(todo: Todo, { start }: Range): boolean {
  if (start.line < todo.range.start.line || start.line > todo.endLine) return false;
  return start.line > todo.range.start.line || start.character >= todo.range.start.character;
}

function textAt({ text, lines }: OutcomesFile, { start, end }: Range): string {
  return text.slice(lines.offsetAt(start), lines.offsetAt(end));
}

function todosByFile(todos: readonly Todo[]): ReadonlyMap<string, readonly Todo[]> {
  const found = new Map<string, Todo[]>();
  // Backwards, so that of several TODOs on a line the nearest one before a place is the first that holds it.
  for (let i = todos.length - 1; i >= 0; i--) {
    const todo = todos[i]!;
    const own = found.get(todo.file);
    if (own === undefined) found.set(todo.file, [todo]);
    else own.push(todo);
  }
  return found;
}

/** 64 bits as 16 hex digits: FNV-1a (Fowler, Noll, Vo) over the UTF-16 units, from two different starts. */
function hash(text: string): string {
  return [0x811c9dc5, 0x9747b28c].map((start) => fnv1a(text, start)).join('');
}

function fnv1a(text: string, start: number): string {
  let value = start;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    value = Math.imul(value ^ (unit & 0xff), 0x01000193);
    value = Math.imul(value ^ (unit >> 8), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}

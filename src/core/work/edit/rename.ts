import { areApart, type TextEdit } from '../../edits';
import type { OutcomeTree } from '../../outcomes/model';
import type { Range } from '../../text';
import { createIds } from '../ids';
import { withId } from './change';
import { readsAs, type Intent } from './guard';
import { readSource, type ReadSource, type Source, type SourceTodo } from './source';
import { createStatements } from './statements';

export interface Renamed {
  readonly edits: readonly TextEdit[];
  /** Places that name the id and would not be read as naming the new one, such as `why: KEY-12 because …`: left alone. */
  readonly left: readonly Range[];
}

/** Edits that rename an id wherever the TODOs of a source text state it, compared without case. */
export function renameInSource(source: Source, tree: OutcomeTree, from: string, to: string): Renamed {
  const read = readSource(source);
  if ('refused' in read) return { edits: [], left: [] };
  const key = from.toLowerCase();
  const spans = new Map<number, { edit: TextEdit; range: Range }>();
  for (const { names, stated } of read.todos) {
    for (const { named, span } of [...names, ...stated]) {
      if (named.text.toLowerCase() === key)
        spans.set(span.start, { edit: { span, newText: to }, range: named.range });
    }
  }
  const renames = [...spans.values()].sort((a, b) => a.edit.span.start - b.edit.span.start);
  const check = checker(read, tree, key, to);
  if (check(renames.map(({ edit }) => edit))) return { edits: renames.map(({ edit }) => edit), left: [] };
  const edits: TextEdit[] = [];
  const left: Range[] = [];
  for (const { edit, range } of renames) {
    if (check([...edits, edit])) edits.push(edit);
    else left.push(range);
  }
  return { edits, left };
}

/** Whether each TODO, after these edits, states the same as before but for the new name. */
function checker(source: ReadSource, tree: OutcomeTree, key: string, to: string) {
  const ids = withId(createIds(tree), to);
  const say = createStatements(ids);
  return (edits: readonly TextEdit[]): boolean => {
    if (!areApart(edits)) return false;
    const renamed = new Set(edits.map(({ span }) => span.start));
    const intentOf = (todo: SourceTodo): Intent => ({
      ids: say(todo).places.map(({ named, id, span }) =>
        named.text.toLowerCase() === key && renamed.has(span.start) ? to : (id ?? named.text),
      ),
      reason: todo.scanned.waiver?.reason ?? null,
    });
    const touched = source.todos.flatMap((todo, i): [number, Intent][] =>
      [...todo.names, ...todo.stated].some(({ span }) => renamed.has(span.start))
        ? [[i, intentOf(todo)]]
        : [],
    );
    return edits.length === 0 || readsAs(source, edits, new Map(touched), ids, true);
  };
}

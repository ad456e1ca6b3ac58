import type { EditResult, TextEdit } from '../edits';
import { addField, renameId, renameKey } from '../outcomes/edit';
import type { OutcomesFile, SuggestedValue, Suggestion } from '../outcomes/model';
import { shown } from '../outcomes/phrases';
import { fixOf, type Fix, type Marked } from './fix';
import { fieldAt, isSame } from './places';
import { replaceValue } from './value';

/** What reading the file already found to be meant: a field's name, a value, another way to say it. */
export function suggestedFixes({ code, file, span }: Marked): Fix[] {
  const fixes: Fix[] = [];
  for (const problem of file.problems) {
    if (problem.code !== code || !isSame(problem.span, span)) continue;
    const { suggestions = [] } = problem;
    for (const suggestion of suggestions) {
      fixes.push(
        fixOf(titleOf(suggestion), file, () => editsFor(file, span, suggestion), {
          preferred: suggestions.length === 1,
        }),
      );
    }
  }
  return fixes;
}

function titleOf(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'key':
      return `Rename to ${shown(suggestion.key)}`;
    case 'value':
      return `Change to ${shown(written(suggestion.value))}`;
    case 'field':
      return `Write ${shown(`${suggestion.key}: ${written(suggestion.value)}`)} instead`;
    case 'beside':
      return `Add ${shown(`${suggestion.key}: ${written(suggestion.value)}`)}`;
  }
}

function written(value: SuggestedValue): string {
  return typeof value === 'object' ? `[${value.join(', ')}]` : String(value);
}

function editsFor(file: OutcomesFile, span: Marked['span'], suggestion: Suggestion): EditResult {
  switch (suggestion.kind) {
    case 'key':
      return renameKey(file, span, suggestion.key);
    case 'value': {
      const id = idAt(file, span);
      return id === null
        ? replaceValue(file, span, suggestion.value)
        : renameId(file, id, written(suggestion.value));
    }
    case 'field': {
      const key = fieldOf(file, span)?.key;
      if (key === undefined) return GONE;
      return both(renameKey(file, key, suggestion.key), replaceValue(file, span, suggestion.value));
    }
    case 'beside': {
      const place = fieldAt(file, span)?.place;
      if (place?.kind !== 'metric' || suggestion.key !== 'unit') return GONE;
      return addField(file, place.node, suggestion.key, written(suggestion.value));
    }
  }
}

/** The id that is defined at the place: what names it in the file takes part in its change. */
export function idAt(file: OutcomesFile, span: Marked['span']): string | null {
  const found = fieldAt(file, span);
  if (found?.name !== 'id' || found.place.kind === 'check-in') return null;
  return found.place.node.id === '' ? null : found.place.node.id;
}

const GONE = { refused: 'The file is not what it was when this was found.' };

function fieldOf(file: OutcomesFile, span: Marked['span']) {
  const found = fieldAt(file, span);
  return found?.place.node.at.keys.get(found.name);
}

/** Two edits that touch different words of one line. */
function both(first: EditResult, second: EditResult): EditResult {
  if ('refused' in first) return first;
  if ('refused' in second) return second;
  const edits: readonly TextEdit[] = [...first.edits, ...second.edits];
  return { edits };
}

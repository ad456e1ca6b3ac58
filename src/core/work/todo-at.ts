import type { Position } from '../text';
import type { Todo } from './model';

/** The TODO whose lines hold a position; of several on a line the last that starts at or before it, else the first. */
export function todoAt<T extends Pick<Todo, 'range' | 'endLine'>>(
  todos: readonly T[],
  { line, character }: Position,
): T | undefined {
  const here = todos.filter(({ range, endLine }) => range.start.line <= line && line <= endLine);
  const isBefore = ({ range: { start } }: T) =>
    start.line < line || (start.line === line && start.character <= character);
  return here.findLast(isBefore) ?? here[0];
}

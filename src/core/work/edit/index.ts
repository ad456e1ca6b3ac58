/** Edits of the whys that TODO comments state. Each is read again, and given only when it says what it should. */
export { createTodoEdits, type ManyEdits, type TodoEdits } from './change';
export type { TodoChange } from './ideas';
export { renameInSource, type Renamed } from './rename';
export type { Source as TodoSource } from './source';

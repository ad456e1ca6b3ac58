/**
 * What can be said of an outcomes.yml by its lines alone, on every key that is pressed: however long, broken or
 * half-typed the text is. What it means, only the reader says (../parse.ts).
 */
export type { Container } from './containers';
export { contextAt } from './context';
export { type Fold, foldsOf } from './folds';
export type { FileContext, KeyContext, ValueContext } from './model';
export { outlineOf, readOutline } from './outline';
export type { OutlineNode } from './outline-nodes';
export type { OutlineReading } from './outline-reading';

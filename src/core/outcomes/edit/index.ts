/**
 * Edits of an outcomes.yml that change nothing but what they are about: comments, layout and every other byte stay.
 * Each takes the file as parseOutcomes gave it and finds its place by the very object in it.
 */
export type * from './model';
export { addCheckIn, addOutcome, addOutput } from './add';
export { addToList } from './add-to-list';
export { outputFromOutcome } from './convert';
export { addField, setField } from './fields';
export { moveOutput } from './move';
export { renameId } from './rename';
export { renameKey } from './rename-key';

/**
 * Edits of an outcomes.yml that change nothing but what they are about: comments, layout and every other byte stay.
 * Each takes the file as parseOutcomes gave it and finds its place by the very object in it.
 */
export type * from './model';
export {
  addCheckIn,
  addField,
  addOutcome,
  addOutput,
  moveOutput,
  outputFromOutcome,
  renameId,
  renameKey,
  setField,
} from './stubs';

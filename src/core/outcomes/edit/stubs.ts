import type { EditResult } from '../../edits';
import type { Span } from '../../text';
import type { Metric, Outcome, OutcomesFile, Output } from '../model';
import type {
  FieldsOf,
  FilesEditResult,
  NewCheckIn,
  NewOutcome,
  NewOutput,
  OutcomePlace,
  OutputPlace,
} from './model';

/* eslint-disable @typescript-eslint/no-unused-vars */
const none = { refused: 'This edit is not built yet.' };

/** Every definition of and reference to the id in this file; no edits when it has none. */
export function renameId(_file: OutcomesFile, _from: string, _to: string): EditResult {
  return none;
}
/** A field that the node lacks, or has without a value. `reveal` is its value. */
export function addField<N extends Outcome | Metric | Output, K extends keyof FieldsOf<N> & string>(
  _file: OutcomesFile,
  _node: N,
  _key: K,
  _value: NonNullable<FieldsOf<N>[K]>,
): EditResult {
  return none;
}
/** As addField, but replaces the value that is there. */
export function setField<N extends Outcome | Metric | Output, K extends keyof FieldsOf<N> & string>(
  _file: OutcomesFile,
  _node: N,
  _key: K,
  _value: NonNullable<FieldsOf<N>[K]>,
): EditResult {
  return none;
}
/** `key` is the span of a key, as in Written.keys or in a finding. */
export function renameKey(_file: OutcomesFile, _key: Span, _to: string): EditResult {
  return none;
}
/** As the last child of `parent`; null puts it at the end of the file's own outcomes. */
export function addOutcome(_file: OutcomesFile, _parent: Outcome | null, _outcome: NewOutcome): EditResult {
  return none;
}
export function addOutput(_file: OutcomesFile, _outcome: Outcome, _output: NewOutput): EditResult {
  return none;
}
export function addCheckIn(_file: OutcomesFile, _metric: Metric, _checkIn: NewCheckIn): EditResult {
  return none;
}
/** `placeholder` is what the new outcome is called until the user names it; `reveal` is its title. */
export function outputFromOutcome(
  _file: OutcomesFile,
  _outcome: Outcome,
  _placeholder?: { readonly id?: string; readonly title?: string },
): EditResult {
  return none;
}
export function moveOutput(_from: OutputPlace, _to: OutcomePlace): FilesEditResult {
  return none;
}

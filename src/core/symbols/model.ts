import type { Range } from '../text';

/** A word that stands where an id is written. Whether it names one, the tree knows: it may be an assignee as well. */
export interface IdPlace {
  /** As written, without quotes. */
  readonly text: string;
  readonly range: Range;
  readonly role: 'definition' | 'reference';
}

/** A place where an id may be typed. */
export interface IdSlot {
  /** What a chosen id replaces: the word around the cursor, which may be empty. */
  readonly range: Range;
  /** The word as far as the cursor. */
  readonly typed: string;
  /** Which ids are wanted there. */
  readonly wanted: 'any' | 'outcome' | 'output';
  /** The id of what is being written there, which cannot mean itself; empty where it has none. */
  readonly own?: string;
}

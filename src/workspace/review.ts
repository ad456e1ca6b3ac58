import type { Day, PagePart } from '../core';
import type { SnapshotSource } from './snapshot';

/** What is asked for of a review. */
export interface ReviewQuery {
  /** A revision or a day to compare with. */
  readonly since: string | null;
  /** What the review cannot show here, and why; on the page, below its title. */
  readonly note: string | null;
  /** Parts of the page for the editor, or a whole file. */
  readonly as: 'parts' | 'html' | 'markdown';
}

export interface ReviewAnswer {
  readonly today: Day;
  /** Of the page; empty for a file. */
  readonly parts: readonly PagePart[];
  /** The file; '' for parts. */
  readonly text: string;
}

/** A source that also draws the review of what it knows, without holding up the thread that asks. */
export interface ReviewSource extends SnapshotSource {
  /** Fails with a HumanError where the revision is not known. */
  review(query: ReviewQuery): Promise<ReviewAnswer>;
}

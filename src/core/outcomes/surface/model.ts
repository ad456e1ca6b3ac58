import type { Range } from '../../text';
import type { Container } from './containers';

/** What may be typed at a place of an outcomes.yml. */
export type FileContext = KeyContext | ValueContext;

interface Context {
  /** The mapping that the key or value belongs to. */
  readonly container: Container;
  /** The other keys of that mapping, before and after the place, as written. */
  readonly present: readonly string[];
  readonly style: 'block' | 'flow';
  /** What an accepted proposal replaces: the word around the cursor, without quotes; on the cursor's line. */
  readonly range: Range;
  /** The word as far as the cursor. */
  readonly typed: string;
  /** The quote that the word stands in, or ''. */
  readonly quote: string;
  /** True when a space must come before what is inserted, as behind a colon. */
  readonly space: boolean;
  /** The column where the keys of the mapping stand, or would. Of flow style, the indentation of the line. */
  readonly column: number;
}

export interface KeyContext extends Context {
  readonly place: 'key';
  /** True when the colon is there already. */
  readonly colon: boolean;
}

export interface ValueContext extends Context {
  readonly place: 'value';
  readonly key: string;
  /**
   * `behind` its colon, `below` it on a line of its own, or as an `entry` of the list that is the key's value, with
   * the dash there already.
   */
  readonly stands: 'behind' | 'below' | 'entry';
}

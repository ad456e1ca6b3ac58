import type { TextEdit } from '../core';

/**
 * A text that is being edited. Whoever has one version needs only the edits to have the next, which for a text of
 * megabytes is a thousandth of the work.
 */
export interface UnsavedText {
  /** Counts up with each edit, not always by one. */
  readonly version: number;
  /** All of it, as it is now. */
  whole(): string;
  /** The same in parts, which belong together as long as the version stays what it is. */
  parts(): Iterable<string>;
  /** What came after a version, until now; undefined where that is not known any more. */
  since(version: number): Edits | undefined;
}

/** How one version of a text becomes another. */
export interface Edits {
  readonly from: number;
  readonly to: number;
  /** One after the other: each speaks of the text that the one before left. */
  readonly edits: readonly TextEdit[];
  readonly result: Proof;
}

/** What a text must agree with, told by who has it, so that two that have drifted apart are found out. */
export interface Proof {
  /** Of all of it, in UTF-16 units. */
  readonly length: number;
  readonly samples: readonly Sample[];
}

/** What stands at a place. */
export interface Sample {
  readonly at: number;
  readonly text: string;
}

export function isProven(text: string, { length, samples }: Proof): boolean {
  return text.length === length && samples.every((sample) => text.startsWith(sample.text, sample.at));
}

/** With more edits, or more text in them, than this, all of the text is as cheap. */
const MOST_EDITS = 500;
const MOST_TEXT = 100_000;

/** The last edits of a text, by the versions that they led to. */
export class EditLog {
  private entries: { readonly version: number; readonly edits: readonly TextEdit[] }[] = [];
  private size = { edits: 0, text: 0 };
  private now: number;

  /** @param first the version from which on all edits are known */
  constructor(private first: number) {
    this.now = first;
  }

  get version(): number {
    return this.now;
  }

  /** Edits that led from the last version to this one. */
  add(version: number, edits: readonly TextEdit[]): void {
    this.entries.push({ version, edits });
    this.now = version;
    this.size.edits += edits.length;
    for (const { newText } of edits) this.size.text += newText.length;
    if (this.size.edits > MOST_EDITS || this.size.text > MOST_TEXT) this.restart(version);
  }

  /** What led to this version is not known. */
  restart(version: number): void {
    this.first = this.now = version;
    this.entries = [];
    this.size = { edits: 0, text: 0 };
  }

  /** Forgets what came before, which nobody asks for again. */
  since(version: number): readonly TextEdit[] | undefined {
    if (version < this.first || version > this.now) return undefined;
    const kept = this.entries.filter((entry) => entry.version > version);
    this.restart(version);
    for (const entry of kept) this.add(entry.version, entry.edits);
    return kept.flatMap(({ edits }) => edits);
  }
}

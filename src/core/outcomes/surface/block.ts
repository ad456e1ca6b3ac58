import { childOf, type Container } from './containers';
import type { Line } from './line';

/** A mapping or list in block style that a line lies in. */
export type Frame = MapFrame | ListFrame;

export interface MapFrame {
  readonly kind: 'map';
  readonly column: number;
  /** null when the schema does not know it. */
  readonly container: Container | null;
  /** The key that was read last. */
  key: string;
  /** Its value is still to come, on lines that are indented deeper. */
  awaits: boolean;
}

export interface ListFrame {
  readonly kind: 'list';
  readonly column: number;
  /** What its entries are; null when they are no mappings of the schema. */
  readonly container: Container | null;
  /** Where the list belongs: the mapping that has it, and the key there. */
  readonly owner: Container | null;
  readonly key: string;
  /** The entry has only its dash so far. */
  awaits: boolean;
}

/** A value that begins at some place. */
export interface Below {
  /** What it is as a mapping, or what its entries are as a list; null when the schema has no mapping there. */
  readonly container: Container | null;
  /** True when the schema wants a list of such mappings. */
  readonly list: boolean;
  /** The mapping that has it as the value of `key`, or in the list that is; null when that is not known. */
  readonly owner: Container | null;
  readonly key: string;
}

/**
 * The block collections around a line, outermost first. Lines are entered from top to bottom; those that lie beside
 * the way down to the line of interest may be left out.
 */
export class BlockStack {
  readonly frames: Frame[] = [];

  get top(): Frame | undefined {
    return this.frames.at(-1);
  }

  /**
   * Closes what a line that begins at `column`, with a dash or without, is no part of. False when the line is not
   * block content of its own, but goes on with a value that began above.
   */
  closeTo(column: number, dash: boolean): boolean {
    for (let top = this.top; top !== undefined; top = this.top) {
      // A list may begin at the column of its key; the next key there ends it.
      const ends = top.column > column || (top.column === column && top.kind === 'list' && !dash);
      if (!ends) break;
      this.frames.pop();
    }
    const { top } = this;
    if (top === undefined) return true;
    if (top.column < column) return top.awaits;
    return top.kind === 'list' || !dash || (top.awaits && top.key !== '');
  }

  /** Enters a line. False when it only goes on with a value that began above. */
  enter(line: Line): boolean {
    if (!this.enterDashes(line)) return false;
    this.enterContent(line);
    return true;
  }

  /** Enters a line as far as its dashes go. */
  enterDashes({ dashes, indent }: Line): boolean {
    if (!this.closeTo(dashes[0] ?? indent, dashes.length > 0)) return false;
    for (const dash of dashes) this.openEntry(dash);
    return true;
  }

  /** Enters what a line holds behind its dashes. */
  enterContent({ key, column, value, contentEnd }: Line): void {
    const isEmpty = value >= contentEnd;
    if (key !== null) this.openKey(column, key.name, isEmpty);
    else if (!isEmpty && this.top !== undefined) this.top.awaits = false;
  }

  /** What a value would be that begins below the innermost frame. */
  below(): Below {
    const { top } = this;
    if (top === undefined) return { container: 'file', list: false, owner: null, key: '' };
    if (top.kind === 'list') {
      const isPlain = top.container === null;
      return { container: top.container, list: false, owner: isPlain ? top.owner : null, key: top.key };
    }
    const child = childOf(top.container, top.key);
    return {
      container: child?.container ?? null,
      list: child?.list ?? false,
      owner: top.container,
      key: top.key,
    };
  }

  private openEntry(column: number): void {
    const { top } = this;
    if (top?.kind === 'list' && top.column === column) {
      top.awaits = true;
      return;
    }
    const { container, list } = this.below();
    const isOwn = top?.kind === 'map';
    if (top !== undefined) top.awaits = false;
    this.frames.push({
      kind: 'list',
      column,
      container: list ? container : null,
      owner: isOwn ? top.container : null,
      key: isOwn ? top.key : '',
      awaits: true,
    });
  }

  private openKey(column: number, key: string, awaits: boolean): void {
    const { top } = this;
    if (top?.kind === 'map' && top.column === column) {
      top.key = key;
      top.awaits = awaits;
      return;
    }
    const { container } = this.below();
    if (top !== undefined) top.awaits = false;
    this.frames.push({ kind: 'map', column, container, key, awaits });
  }
}

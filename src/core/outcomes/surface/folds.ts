import { isBlank, isMarker, lineEndAt, skipBlanks, withoutReturn } from './line';
import { firstLine, withLineFeeds } from './lines';

/** Lines that can be folded away, from the one that stays visible to the last one, counted from 0. */
export interface Fold {
  readonly start: number;
  readonly end: number;
  readonly kind: 'block' | 'comment' | 'region';
}

/**
 * What can be folded in an outcomes.yml, by its indentation: every outcome, every list and mapping of several lines,
 * also a list that begins at the column of its key; besides, blocks of comments and `# region` … `# endregion`. An
 * editor that is given folds makes none by itself any more, so these are all. Sorted by the first line.
 */
export function foldsOf(text: string): readonly Fold[] {
  return new Folder().read(withLineFeeds(text));
}

class Folder {
  private readonly folds: Fold[] = [];
  /** Lines that hold what is indented deeper, outermost first. */
  private readonly open: { readonly line: number; readonly level: number }[] = [];
  private readonly regions: number[] = [];
  /** The comments since the last line with content: each with its column. */
  private comments: { readonly line: number; readonly column: number }[] = [];
  private lastLine = -1;

  read(text: string): readonly Fold[] {
    let line = 0;
    for (let start = firstLine(text); start <= text.length; line++) {
      const end = lineEndAt(text, start);
      this.readLine(text, start, withoutReturn(text, end), line);
      start = end + 1;
    }
    this.close(-1);
    this.endComments();
    return this.folds.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  private readLine(text: string, start: number, end: number, line: number): void {
    const first = skipBlanks(text, start, end);
    if (first >= end) return;
    const column = first - start;
    if (text[first] === '#') {
      this.comment(text.slice(first, end), line, column);
      return;
    }
    const isDash = text[first] === '-' && (first + 1 >= end || isBlank(text.charCodeAt(first + 1)));
    const isContent = column > 0 || !isMarker(text, start, end);
    // A dash counts as deeper than a key at its column.
    const level = isContent ? 2 * column + (isDash ? 1 : 0) : -1;
    this.close(level);
    this.endComments();
    if (isContent) this.open.push({ line, level });
    this.lastLine = line;
  }

  /** Ends what a line of this level is no part of. Comments that are indented deeper still belong to it. */
  private close(level: number): void {
    for (let top = this.open.at(-1); top !== undefined && top.level >= level; top = this.open.at(-1)) {
      this.open.pop();
      const { level: outer } = top;
      const after = this.comments.findIndex(({ column }) => 2 * column <= outer);
      const own = after < 0 ? this.comments : this.comments.slice(0, after);
      this.add(top.line, own.at(-1)?.line ?? this.lastLine, 'block');
    }
  }

  private comment(words: string, line: number, column: number): void {
    if (REGION.test(words)) this.regions.push(line);
    else if (REGION_END.test(words)) {
      const start = this.regions.pop();
      if (start !== undefined) this.add(start, line, 'region');
    } else {
      this.comments.push({ line, column });
      return;
    }
    // Comments on both sides of the mark of a region are no block.
    this.endComments();
  }

  private endComments(): void {
    let [begin] = this.comments;
    for (const [i, comment] of this.comments.entries()) {
      const next = this.comments[i + 1];
      if (next?.line === comment.line + 1 && next.column === comment.column) continue;
      this.add(begin!.line, comment.line, 'comment');
      begin = next;
    }
    this.comments = [];
  }

  private add(start: number, end: number, kind: Fold['kind']): void {
    if (end > start) this.folds.push({ start, end, kind });
  }
}

/** As VS Code's own configuration of YAML has it. */
const REGION = /^#\s*region\b/;
const REGION_END = /^#\s*endregion\b/;

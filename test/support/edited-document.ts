import type * as vscode from 'vscode';

/** What VS Code tells of one change, as far as it is read. */
export interface ContentChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Replaces what lies between two offsets. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Position = Pick<vscode.Position, 'line' | 'character'>;

/**
 * A document as VS Code shows it to extensions: lines that all end alike, a version, and events that tell what changed.
 * No place lies between CR and LF. Edits of one event do not overlap; they are told from the last to the first.
 */
export class EditedDocument {
  version = 1;
  eol: 1 | 2 = 1;
  private lines: string[];
  private readonly undoable: { readonly text: string; readonly eol: 1 | 2 }[] = [];

  constructor(
    text: string,
    /** Told after each change. */
    private readonly onChange: (changes: readonly ContentChange[]) => void,
  ) {
    this.lines = text.split(/\r\n|\r|\n/);
  }

  get lineCount(): number {
    return this.lines.length;
  }

  getText(range?: { readonly start: Position; readonly end: Position }): string {
    const text = this.lines.join(this.end);
    return range === undefined ? text : text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  offsetAt({ line, character }: Position): number {
    let offset = 0;
    for (const before of this.lines.slice(0, line)) offset += before.length + this.end.length;
    return offset + Math.min(character, this.lines[line]!.length);
  }

  positionAt(offset: number): Position {
    let left = Math.max(0, offset);
    for (const [line, { length }] of this.lines.entries()) {
      const isLast = line === this.lines.length - 1;
      if (left < length + this.end.length || isLast) return { line, character: Math.min(left, length) };
      left -= length + this.end.length;
    }
    throw new Error('A document has a line.');
  }

  lineAt(line: number) {
    const end = { line, character: this.lines[line]!.length };
    return { range: { end, with: (start: Position, to: Position) => ({ start, end: to }) } };
  }

  /** One event. Of replacements that overlap the later one is left out. */
  edit(replacements: readonly Replacement[]): void {
    this.undoable.push({ text: this.getText(), eol: this.eol });
    this.tell(this.apply(replacements));
  }

  /** Two changes of which VS Code tells as of one: the second speaks of what the first one left. */
  editTwice(first: readonly Replacement[], second: readonly Replacement[]): void {
    this.undoable.push({ text: this.getText(), eol: this.eol });
    const told = this.apply(first);
    this.version++;
    this.tell([...told, ...this.apply(second)]);
  }

  /** Back to what it was before the last edit, told as the part that differs. */
  undo(): void {
    const before = this.undoable.pop();
    if (before === undefined) return;
    if (before.eol !== this.eol) this.setEol(before.eol);
    const now = this.getText();
    let start = 0;
    while (start < Math.min(now.length, before.text.length) && now[start] === before.text[start]) start++;
    let same = 0;
    while (
      same < Math.min(now.length, before.text.length) - start &&
      now[now.length - 1 - same] === before.text[before.text.length - 1 - same]
    )
      same++;
    // Neither side may begin or end between CR and LF.
    const isSplit = (text: string, at: number) => text[at - 1] === '\r' && text[at] === '\n';
    if (isSplit(now, start) || isSplit(before.text, start)) start--;
    if (isSplit(now, now.length - same) || isSplit(before.text, before.text.length - same)) same--;
    const text = before.text.slice(start, before.text.length - Math.max(0, same));
    this.tell(this.apply([{ start, end: now.length - Math.max(0, same), text }]));
  }

  /** Other line ends are told as a change of everything. */
  setEol(eol: 1 | 2): void {
    const rangeLength = this.getText().length;
    this.eol = eol;
    this.tell([{ rangeOffset: 0, rangeLength, text: this.getText() }]);
  }

  /** Something changes that nobody is told of. */
  changeUnseen(replacement: Replacement): void {
    this.apply([replacement]);
    this.version++;
  }

  private get end(): string {
    return this.eol === 1 ? '\n' : '\r\n';
  }

  private apply(replacements: readonly Replacement[]): ContentChange[] {
    const placed = replacements
      .map(({ start, end, text }) => ({
        start: this.offsetAt(this.positionAt(Math.min(start, end))),
        end: this.offsetAt(this.positionAt(Math.max(start, end))),
        text: text.replace(/\r\n|\r|\n/g, this.end),
      }))
      .sort((a, b) => b.end - a.end || b.start - a.start);
    const told: ContentChange[] = [];
    let text = this.getText();
    let above = Infinity;
    for (const { start, end, text: by } of placed) {
      if (end > above) continue;
      above = start;
      text = text.slice(0, start) + by + text.slice(end);
      told.push({ rangeOffset: start, rangeLength: end - start, text: by });
    }
    this.lines = text.split(/\r\n|\r|\n/);
    return told;
  }

  private tell(changes: readonly ContentChange[]): void {
    this.version++;
    this.onChange(changes);
  }
}

import type * as vscode from 'vscode';
import { EditLog, type Edits, type Proof, type Sample, type UnsavedText } from '../../workspace/unsaved';

type Document = Pick<
  vscode.TextDocument,
  'version' | 'eol' | 'lineCount' | 'lineAt' | 'offsetAt' | 'positionAt' | 'getText'
>;
type Changes = readonly Pick<vscode.TextDocumentContentChangeEvent, 'rangeOffset' | 'rangeLength' | 'text'>[];

/** UTF-16 units of a part: put together and sent in a fraction of a millisecond. */
const PART = 1 << 17;
/** To either side of the last edit, and of each further place that is looked at. */
const AROUND = 32;
/** So far apart are the places at which the text is looked at one after the other. */
const STRIDE = 1009;

/** The length of a document's text in UTF-16 units, without putting it together. */
export function lengthOf(document: Document): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}

/**
 * The text of a document, told by what VS Code says of each change. VS Code keeps it in lines: all of it has to be put
 * together, and of a text of megabytes that holds the thread for longer than a frame.
 */
export class LiveText implements UnsavedText {
  private readonly log: EditLog;
  private eol: vscode.EndOfLine;
  private edited = 0;
  private looked = 0;

  constructor(private readonly document: Document) {
    this.log = new EditLog(document.version);
    this.eol = document.eol;
  }

  get version(): number {
    return this.document.version;
  }

  /**
   * What an event told, right after it. The changes of one are listed from the last to the first in the text, and those
   * of several that VS Code told as one behind each other: either way each holds for the text that the one before left.
   */
  note(changes: Changes): void {
    const { version, eol } = this.document;
    // A version that was never told, or other line ends, of which all offsets hang.
    const isNext = version === this.log.version + 1 && eol === this.eol;
    this.eol = eol;
    if (!isNext) {
      this.log.restart(version);
      return;
    }
    this.edited = changes.at(-1)?.rangeOffset ?? this.edited;
    this.log.add(
      version,
      changes.map(({ rangeOffset: start, rangeLength, text }) => ({
        span: { start, end: start + rangeLength },
        newText: text,
      })),
    );
  }

  whole(): string {
    return this.document.getText();
  }

  *parts(): Generator<string, void, undefined> {
    const length = lengthOf(this.document);
    for (let at = 0; at < length; at += PART) yield this.between(at, at + PART).text;
  }

  since(version: number): Edits | undefined {
    const edits = this.log.version === this.version ? this.log.since(version) : undefined;
    return edits && { from: version, to: this.version, edits, result: this.proof() };
  }

  private proof(): Proof {
    const length = lengthOf(this.document);
    this.looked = (this.looked + STRIDE) % (length + 1);
    return { length, samples: [this.around(this.edited), this.around(this.looked)] };
  }

  private around(at: number): Sample {
    return this.between(at - AROUND, at + AROUND);
  }

  /** An offset between CR and LF stands for the one before them. */
  private between(from: number, to: number): Sample {
    const { document } = this;
    const [start, end] = [document.positionAt(from), document.positionAt(to)];
    // A range as this document makes them.
    const range = document.lineAt(0).range.with(start, end);
    return { at: document.offsetAt(start), text: document.getText(range) };
  }
}

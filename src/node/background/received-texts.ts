import { applyInTurn } from '../../core';
import { type Edits, isProven } from '../../workspace/unsaved';
import type { TextRequest } from './messages';

export interface TextEvents {
  /** A file's text is wholly there; undefined when it has none any more. */
  readonly onText: (file: string, text: string | undefined) => void;
  /** What came does not agree with itself: nothing is said of the file before all of its text comes again. */
  readonly onMisfit: (file: string, why: string) => void;
}

interface Known {
  readonly version: number;
  readonly text: string;
}

/** Puts together what SentTexts sends. */
export class ReceivedTexts {
  private readonly known = new Map<string, Known>();
  private readonly parts = new Map<string, string[]>();

  constructor(private readonly events: TextEvents) {}

  take(request: TextRequest): void {
    switch (request.type) {
      case 'part':
        this.takePart(request);
        break;
      case 'overlay':
        this.takeWhole(request);
        break;
      case 'edit':
        this.takeEdits(request.file, request.edits);
        break;
    }
  }

  private takePart({ file, text, index }: Extract<TextRequest, { type: 'part' }>): void {
    if (index === 0) this.parts.set(file, [text]);
    else this.parts.get(file)?.push(text);
    this.known.delete(file);
  }

  private takeWhole({ file, text, parts, version }: Extract<TextRequest, { type: 'overlay' }>): void {
    const before = this.parts.get(file) ?? [];
    this.parts.delete(file);
    this.known.delete(file);
    if (parts !== undefined && parts > 0 && before.length !== parts) {
      this.events.onMisfit(file, `${before.length} of ${parts} parts came`);
      return;
    }
    const whole = parts !== undefined && parts > 0 ? [...before, text].join('') : text;
    if (whole !== undefined && version !== undefined) this.known.set(file, { version, text: whole });
    this.events.onText(file, whole);
  }

  private takeEdits(file: string, { from, to, edits, result }: Edits): void {
    const known = this.known.get(file);
    // What does not fit was told already, and all of it is on its way.
    if (known === undefined) return;
    this.known.delete(file);
    try {
      if (known.version !== from) throw new RangeError(`it is at ${known.version}, not at ${from}`);
      const text = applyInTurn(known.text, edits);
      if (!isProven(text, result)) throw new RangeError(`edits do not lead to ${to}`);
      this.known.set(file, { version: to, text });
      this.events.onText(file, text);
    } catch (error) {
      this.events.onMisfit(file, (error as Error).message);
    }
  }
}

import type { Document, YAMLError } from 'yaml';
import type { Span } from '../text';
import { composeYaml, DEEPEST, type Composed } from './compose';
import { findConflicts } from './conflicts';
import type { FileProblem } from './model';
import {
  echoesQuote,
  explainYamlError,
  isUnclosedFlow,
  isUnclosedQuote,
  isUnfinishedKey,
} from './yaml-errors';
import { flowAround, quoteBefore } from './yaml-nodes';

export interface TolerantReading {
  /** null when not even YAML's parser could go on. */
  readonly document: Document.Parsed | null;
  readonly problems: readonly FileProblem[];
  /** What was parsed in the end: as long as the text, with what stood in the way overwritten. */
  readonly readable: string;
}

/** Reading again after a repair stops after this many times, or, from the second on, at so many characters in all. */
const MOST_ROUNDS = 16;
const MOST_PARSED = 400_000;
/** Larger texts are read once. */
const LARGEST = 2_000_000;
/** Errors beyond this many are nearly always echoes of the first ones. */
const MOST_ERRORS = 20;
/** A text with more errors than this is not YAML with a slip in it. */
const HOPELESS = 2000;

/**
 * Parses YAML 1.2 (core schema). Where it is broken, the offending piece is reported, overwritten with as many
 * characters, and the rest parsed again, so that one unfinished line does not take its neighbours with it.
 */
export function parseTolerantly(text: string): TolerantReading {
  const draft = new Draft(text);
  draft.clean();
  let composed = draft.compose();
  for (let round = 1, parsed = text.length; round < MOST_ROUNDS; round++) {
    parsed += text.length;
    if (text.length > LARGEST || (round > 1 && parsed > MOST_PARSED)) break;
    if (!draft.repairFirst(composed)) break;
    composed = draft.compose();
  }
  draft.reportErrors(composed);
  return { document: composed.document, problems: draft.problems, readable: draft.readable };
}

class Draft {
  readable: string;
  readonly problems: FileProblem[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.readable = text;
  }

  compose(): Composed {
    try {
      return composeYaml(this.readable);
    } catch {
      this.report(firstWord(this.text), 'This is too broken to be read as YAML.');
      return { document: null, second: null, tooDeep: null };
    }
  }

  /** Takes out what is no YAML at all: control characters and merge conflicts. A lone CR is a line break. */
  clean(): void {
    this.readable = this.readable.replace(/\r(?!\n)/g, '\n');
    const controls = [...this.readable.matchAll(CONTROLS)];
    if (controls[0] !== undefined) {
      const code = controls[0][0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      const others = controls.length > 1 ? ` (and ${controls.length - 1} more)` : '';
      this.report(
        { start: controls[0].index, end: controls[0].index + 1 },
        `The control character U+${code}${others} does not belong in a YAML file. Delete it, or save the file as UTF-8 text.`,
      );
      this.readable = this.readable.replace(CONTROLS, ' ');
    }
    for (const { marker, overlook } of findConflicts(this.readable)) {
      this.report(
        marker,
        'A merge conflict is not resolved here. Keep one side, or join them, and delete the lines of <<<<<<<, ======= and >>>>>>>. Until then "ours" is read.',
      );
      for (const span of overlook) this.blank(span);
    }
  }

  /** Reports and takes out the first error that can be; false when there is none. */
  repairFirst({ document, tooDeep }: Composed): boolean {
    if (document === null || tooDeep !== null || document.errors.length > HOPELESS) return false;
    return document.errors.slice(0, MOST_ERRORS).some((error) => this.repair(error, document));
  }

  reportErrors({ document, second, tooDeep }: Composed): void {
    if (tooDeep !== null) {
      this.report(
        { start: tooDeep, end: tooDeep + 1 },
        `This is nested more than ${DEEPEST} levels deep; what is inside is not read.`,
      );
    }
    if (second !== null) {
      this.report(
        lineAt(this.text, second),
        'Only the part before this line is read: a file of outcomes has one YAML document. Remove the `---` or move the rest to another file.',
      );
    }
    if (document === null) return;
    let lastLine = -1;
    for (const error of [...document.errors, ...document.warnings].slice(0, MOST_ERRORS)) {
      const { span, message } = explainYamlError(error, this.text, document);
      const line = this.lineStart(span.start);
      if (line !== lastLine) this.report(span, message);
      lastLine = line;
    }
  }

  private repair(error: YAMLError, document: Document.Parsed): boolean {
    const at = error.pos[0];
    if (error.code === 'TAB_AS_INDENT') return this.repairTabs(error);
    if (isUnclosedFlow(error)) {
      const flow = flowAround(document, at);
      return flow !== null && this.takeOut({ start: flow, end: at }, unclosed(this.text, flow));
    }
    const quote = this.unclosedQuote(error, document);
    if (quote !== null) return this.repairQuote(quote);
    if (!isUnfinishedKey(error)) return false;
    return (
      this.repairColons(error) ||
      this.repairIndent(error) ||
      this.takeOut(this.restOfLine(at), explainYamlError(error, this.text, document).message)
    );
  }

  /** The quote without its partner that an error tells of, or is the echo of: the text runs on into a later line. */
  private unclosedQuote(error: YAMLError, document: Document.Parsed): number | null {
    const echoes = echoesQuote(error);
    if (!echoes && !isUnclosedQuote(error)) return null;
    const quote = quoteBefore(document, error.pos[0]);
    if (quote === null) return null;
    const line = this.lineStart(error.pos[0]);
    return !echoes || (quote[0] < line && quote[1] > line) ? quote[0] : null;
  }

  /** What follows the quote on its line is meant as the value, or, where that would be other YAML, is left out. */
  private repairQuote(quote: number): boolean {
    const span = this.restOfLine(quote);
    const value = this.readable.slice(quote + 1, span.end);
    if (!/^[\p{L}\p{N}](?!.*(?::\s|\s#|["'{}[\],]|:$))/u.test(value)) {
      return this.takeOut(span, unclosed(this.text, quote));
    }
    this.report(span, unclosed(this.text, quote));
    this.blank({ start: quote, end: quote + 1 });
    return true;
  }

  /** A line that is indented deeper than the `key: value` before it. */
  private repairIndent(error: YAMLError): boolean {
    const before = this.readable.slice(this.lineStart(error.pos[0]), error.pos[0]);
    if (!/[^\s:-]:\s+$/.test(before)) return false;
    const next = /[^\r\n]*\r?\n\s*?(?=\S)/.exec(this.readable.slice(error.pos[0], error.pos[0] + 10_000));
    if (next === null) return false;
    const start = error.pos[0] + next[0].length;
    if (start - this.lineStart(start) <= before.length - before.trimStart().length) return false;
    return this.takeOut(
      this.restOfLine(start),
      'This line is indented deeper than the field before it. Indent the fields of one entry alike.',
    );
  }

  /** Each tab of an indentation counts as one space: nesting stays as it is where only tabs are used. */
  private repairTabs(error: YAMLError): boolean {
    const indents = [...this.readable.matchAll(/^ *\t[ \t]*(?=\S)/gm)];
    const first = indents.find((indent) => indent.index + indent[0].length > error.pos[0]);
    if (first === undefined) return false;
    const others = indents.length > 1 ? ` (and ${indents.length - 1} more are)` : '';
    this.report(
      { start: first.index, end: first.index + first[0].length },
      `This line is indented with a tab${others}; YAML allows only spaces. Indent with two spaces a level.`,
    );
    this.readable = this.readable.replace(/^ *\t[ \t]*(?=\S)/gm, (indent) => ' '.repeat(indent.length));
    return true;
  }

  /** `title: Calls: fewer` is meant as text. */
  private repairColons(error: YAMLError): boolean {
    const span = this.restOfLine(error.pos[0]);
    const value = this.readable.slice(span.start, span.end);
    if (!/^[^\s"'[{>|&*!%@`#].*:(\s|$)/.test(value)) return false;
    this.report(span, `Put quotes around this value: without them, YAML takes its ": " for another field.`);
    this.overwrite(span, value.replace(/:(?=\s|$)/g, ';'));
    return true;
  }

  private takeOut(span: Span, message: string): boolean {
    if (this.readable.slice(span.start, span.end).trim() === '') return false;
    this.report(this.onOneLine(span), message);
    this.blank(span);
    return true;
  }

  private blank(span: Span): void {
    this.overwrite(span, this.readable.slice(span.start, span.end).replace(/[^\r\n]/g, ' '));
  }

  private overwrite(span: Span, by: string): void {
    this.readable = this.readable.slice(0, span.start) + by + this.readable.slice(span.end);
  }

  private report(span: Span, message: string): void {
    this.problems.push({ code: 'invalid-yaml', message, span, related: [] });
  }

  private restOfLine(start: number): Span {
    return this.onOneLine({ start, end: this.text.length });
  }

  private onOneLine(span: Span): Span {
    const line = /^[^\r\n]*/.exec(this.text.slice(span.start, Math.min(span.end, span.start + 2000)))![0];
    return { start: span.start, end: span.start + Math.max(line.trimEnd().length, 1) };
  }

  private lineStart(offset: number): number {
    return this.readable.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  }
}

/** C0 and C1 controls but tab, LF, CR and NEL, and what is no character: YAML 1.2.2 §5.1 excludes them. */
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]/g;

function unclosed(text: string, at: number): string {
  const opening = text.charAt(at);
  if (opening === '[' || opening === '{') {
    return `This ${opening} is never closed. Add the ${opening === '[' ? ']' : '}'}.`;
  }
  return `This quote is never closed. Add the closing ${opening}.`;
}

function firstWord(text: string): Span {
  const start = Math.max(0, text.search(/\S/));
  return { start, end: Math.min(text.length, start + 1) };
}

/** What stands on the line from `offset` on; the first word after it when there is nothing. */
function lineAt(text: string, offset: number): Span {
  const start = offset + Math.max(0, text.slice(offset).search(/\S/));
  return {
    start,
    end: start + Math.max(1, /^[^\r\n]*/.exec(text.slice(start, start + 200))![0].trimEnd().length),
  };
}

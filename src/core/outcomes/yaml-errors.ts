import type { Document, YAMLError } from 'yaml';
import type { Span } from '../text';
import { shown } from './phrases';
import { scalarAt } from './yaml-nodes';

/** A YAML error as a sentence for people, and the piece of one line that it is about. */
export function explainYamlError(
  error: YAMLError,
  text: string,
  document: Document.Parsed,
): { span: Span; message: string } {
  const [start, end] = extentOf(error, text, document);
  const span = visible(text, start, end);
  return { span, message: messageOf(error, text.slice(span.start, span.end)) };
}

function extentOf(error: YAMLError, text: string, document: Document.Parsed): readonly [number, number] {
  if (error.code === 'BAD_SCALAR_START') return scalarAt(document, error.pos[0]) ?? error.pos;
  return error.code === 'BLOCK_AS_IMPLICIT_KEY' ? [error.pos[0], text.length] : error.pos;
}

/** A word that stands where a field is expected, as while typing its name. */
export function isUnfinishedKey(error: YAMLError): boolean {
  return (
    error.code === 'MULTILINE_IMPLICIT_KEY' ||
    error.code === 'BLOCK_AS_IMPLICIT_KEY' ||
    (error.code === 'MISSING_CHAR' && /map values|indicator/.test(error.message))
  );
}

export function isUnclosedFlow(error: YAMLError): boolean {
  return (error.code === 'BAD_INDENT' || error.code === 'MISSING_CHAR') && /^Flow /.test(error.message);
}

export function isUnclosedQuote(error: YAMLError): boolean {
  return error.code === 'MISSING_CHAR' && /closing/.test(error.message);
}

/** The error may be what a quote without its partner does to the text after it. */
export function echoesQuote(error: YAMLError): boolean {
  return (
    error.code === 'UNEXPECTED_TOKEN' ||
    error.code === 'MULTILINE_IMPLICIT_KEY' ||
    error.code === 'BAD_INDENT'
  );
}

function messageOf(error: YAMLError, written: string): string {
  switch (error.code) {
    case 'BAD_SCALAR_START':
      return `Put quotes around ${shown(written)}: in YAML a value cannot start with ${written.charAt(0)}.`;
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return `${shown(written)} cannot stand here. A field is written as \`name: value\`, indented like its neighbours.`;
    case 'MISSING_CHAR':
      if (/map values/.test(error.message)) {
        return `${shown(written)} is not finished: a field is written as \`name: value\`.`;
      }
      if (/indicator/.test(error.message)) {
        return 'This line is not indented like its neighbours, so it belongs to no entry of the list.';
      }
      return `${error.message}.`;
    case 'BAD_DQ_ESCAPE':
      return `${shown(written)} is no escape that YAML knows. Write the text in single quotes, or double the backslash.`;
    case 'KEY_OVER_1024_CHARS':
      return 'This field name is over 1,024 characters long.';
    case 'TAG_RESOLVE_FAILED':
      return `${shown(written)} is a YAML tag, and a file of outcomes uses none. Put quotes around the value or remove the tag.`;
    case 'UNEXPECTED_TOKEN':
      return `${shown(written)} is not expected here. Check the quotes, commas and brackets before it.`;
    default:
      return `${error.message.replace(/\.$/, '')}.`;
  }
}

/** The first line of a range that shows something, or the last visible character before an empty one. */
function visible(text: string, from: number, to: number): Span {
  let start = Math.min(Math.max(0, from), text.length);
  const end = Math.min(Math.max(start, to), text.length);
  const written = /^\s*[^\r\n]*/.exec(text.slice(start, Math.min(end, start + 2000)))![0];
  if (written.trim() !== '') {
    const lead = written.length - written.trimStart().length;
    return { start: start + lead, end: start + written.trimEnd().length };
  }
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start--;
  return { start: Math.max(0, start - 1), end: start };
}

import { StringDecoder } from 'node:string_decoder';

/**
 * Cuts a stream of bytes into the records that `separator` ends. What follows the last separator is a record too
 * when it is not empty; call `end` to get it.
 */
export function createSplitter(
  separator: number,
  onRecord: (record: Buffer) => void,
): { push(chunk: Buffer): void; end(): void } {
  let carried: Buffer[] = [];
  const finish = (last: Buffer): void => {
    if (carried.length === 0) {
      onRecord(last);
      return;
    }
    carried.push(last);
    onRecord(Buffer.concat(carried));
    carried = [];
  };
  return {
    push(chunk) {
      let start = 0;
      for (let at = chunk.indexOf(separator); at >= 0; at = chunk.indexOf(separator, start)) {
        finish(chunk.subarray(start, at));
        start = at + 1;
      }
      if (start < chunk.length) carried.push(chunk.subarray(start));
    },
    end() {
      if (carried.length > 0) finish(Buffer.alloc(0));
    },
  };
}

/**
 * Cuts a stream of bytes into the texts that NUL ends; one that is not ended is none. For a great many short ones, of
 * which little is wanted: chunks are split as strings, which takes a tenth of the time that cutting the buffer does.
 */
export function createTextSplitter(onText: (text: string) => void): (chunk: Buffer) => void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return (chunk) => {
    const texts = (rest + decoder.write(chunk)).split('\0');
    rest = texts.pop()!;
    for (const text of texts) onText(text);
  };
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  '"': '"',
  '\\': '\\',
};

/**
 * Reads a C-style quoted string that starts at `start` of a text with one character a byte (latin1), as git
 * writes unusual paths. Gives the bytes, again one character each, and where the string ends; undefined when
 * none starts there or it is not closed. See "quote_c_style" in git's quote.c and core.quotePath in git-config(1).
 */
export function readQuoted(text: string, start: number): { value: string; end: number } | undefined {
  if (text[start] !== '"') return undefined;
  let value = '';
  for (let i = start + 1; i < text.length; i++) {
    const c = text[i]!;
    if (c === '"') return { value, end: i + 1 };
    if (c !== '\\') {
      value += c;
      continue;
    }
    const octal = /^[0-3][0-7]{2}/.exec(text.slice(i + 1, i + 4));
    if (octal) {
      value += String.fromCharCode(parseInt(octal[0], 8));
      i += 3;
    } else {
      i++;
      value += ESCAPES[text[i] ?? ''] ?? text[i] ?? '';
    }
  }
  return undefined;
}

/** The text that bytes, one character each, stand for in UTF-8. */
export function decodeBytes(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}

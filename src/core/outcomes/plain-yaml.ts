import { LineCursor, NotPlain } from './plain-cursor';
import { readPlainScalar } from './plain-scalar';
import type { Field, ListNode, MapNode, Node, ScalarNode } from './document';
import type { Span } from '../text';

/** Mappings and lists inside each other beyond this are left to who counts them. */
const DEEPEST = 100;

/**
 * Reads the YAML that nearly every outcomes.yml is written in — blocks by indentation, brackets, words, numbers and
 * quotes, each on its line — some ten times as fast as a whole YAML parser, and gives the very nodes that reading it
 * with one gives. undefined for a text with anything else in it, right or wrong: that is for the parser to read.
 */
export function readPlainYaml(text: string): MapNode | undefined {
  if (FOREIGN.test(text)) return undefined;
  try {
    return new PlainReader(new LineCursor(text)).read();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** Tabs, byte-order marks, control characters and whatever else ends a line; directives and document markers. */
const FOREIGN = /[^\n\r -~\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd]|\r(?!\n)|^(?:---|\.\.\.|%)/m;

class PlainReader {
  constructor(private readonly at: LineCursor) {}

  read(): MapNode {
    const { at } = this;
    at.nextLine();
    if (at.indent !== 0) throw new NotPlain();
    const root = this.mapping(0, 0);
    if (!at.atEnd()) throw new NotPlain();
    return root;
  }

  /** From its first key, in column `indent`, on; leaves the cursor at the line behind it. */
  private mapping(indent: number, depth: number): MapNode {
    if (depth > DEEPEST) throw new NotPlain();
    const { at } = this;
    const fields = new Map<string, Field>();
    const start = at.offset;
    let end = start;
    do {
      const name = at.takeKey();
      const key = { start: at.offset - name.length, end: at.offset };
      // Which of two is read, and that there are two, is the other reader's to say.
      if (fields.has(name)) throw new NotPlain();
      at.skipColon();
      const value = this.value(indent, key, depth);
      fields.set(name, { key, value });
      end = Math.max(key.end, value.span.end);
    } while (at.indent === indent);
    if (at.indent > indent) throw new NotPlain();
    return { kind: 'map', fields, span: { start, end }, aliased: false };
  }

  private value(indent: number, key: Span, depth: number): Node {
    const { at } = this;
    if (!at.atLineEnd()) return this.inline(indent, depth);
    at.nextLine();
    if (at.indent > indent) return this.block(depth + 1);
    if (at.indent === indent && at.atDash()) return this.sequence(indent, depth + 1);
    return { kind: 'scalar', value: null, source: '', span: key, aliased: false };
  }

  private block(depth: number): Node {
    const { at } = this;
    return at.atDash() ? this.sequence(at.indent, depth) : this.mapping(at.indent, depth);
  }

  private sequence(indent: number, depth: number): ListNode {
    if (depth > DEEPEST) throw new NotPlain();
    const { at } = this;
    const items: Node[] = [];
    const start = at.offset;
    do {
      at.skipDash();
      if (at.atLineEnd() || at.atDash()) throw new NotPlain();
      if (at.atKey()) {
        at.indent = at.column();
        items.push(this.mapping(at.indent, depth + 1));
      } else {
        items.push(this.inline(indent, depth));
      }
      if (at.indent > indent) throw new NotPlain();
    } while (at.indent === indent && at.atDash());
    return { kind: 'list', items, span: { start, end: items.at(-1)!.span.end }, aliased: false };
  }

  /** A value that begins on the line; `indent` is what it has to be indented deeper than where it goes on. */
  private inline(indent: number, depth: number): Node {
    const { at } = this;
    const node = at.atBracket() ? this.brackets(indent, depth + 1) : this.scalar('block');
    if (!at.atLineEnd()) throw new NotPlain();
    at.nextLine();
    return node;
  }

  private scalar(where: 'block' | 'flow'): ScalarNode {
    const { at } = this;
    const start = at.offset;
    const quoted = at.takeQuoted();
    if (quoted !== undefined) {
      const span = { start, end: at.offset };
      return { kind: 'scalar', value: quoted, source: quoted, span, aliased: false };
    }
    const source = where === 'block' ? at.takeWords() : at.takeWordsInBrackets();
    const value = readPlainScalar(source);
    if (value === undefined) throw new NotPlain();
    return { kind: 'scalar', value, source, span: { start, end: start + source.length }, aliased: false };
  }

  private brackets(indent: number, depth: number): Node {
    if (depth > DEEPEST) throw new NotPlain();
    return this.at.take('[') ? this.flowList(indent, depth) : this.flowMap(indent, depth);
  }

  private flowList(indent: number, depth: number): ListNode {
    const { at } = this;
    const start = at.offset - 1;
    const items: Node[] = [];
    at.skipSpace(indent);
    if (!at.take(']'))
      do items.push(this.flowValue(indent, depth));
      while (this.goesOn(']', indent));
    return { kind: 'list', items, span: { start, end: at.offset }, aliased: false };
  }

  private flowMap(indent: number, depth: number): MapNode {
    const { at } = this;
    const whole = at.offset;
    if (!at.take('{')) throw new NotPlain();
    const fields = new Map<string, Field>();
    at.skipSpace(indent);
    if (at.take('}')) return { kind: 'map', fields, span: { start: whole, end: at.offset }, aliased: false };
    const start = at.offset;
    let end = start;
    do {
      const name = at.takeKey();
      const key = { start: at.offset - name.length, end: at.offset };
      if (fields.has(name)) throw new NotPlain();
      at.skipColon();
      at.skipSpace(indent);
      const value = this.flowValue(indent, depth);
      fields.set(name, { key, value });
      end = Math.max(key.end, value.span.end);
    } while (this.goesOn('}', indent));
    return { kind: 'map', fields, span: { start, end }, aliased: false };
  }

  private flowValue(indent: number, depth: number): Node {
    return this.at.atBracket() ? this.brackets(indent, depth + 1) : this.scalar('flow');
  }

  /** True behind a comma, false behind the bracket that closes, be it after a last comma. */
  private goesOn(close: ']' | '}', indent: number): boolean {
    const { at } = this;
    at.skipSpace(indent);
    if (at.take(close)) return false;
    if (!at.take(',')) throw new NotPlain();
    at.skipSpace(indent);
    return !at.take(close);
  }
}

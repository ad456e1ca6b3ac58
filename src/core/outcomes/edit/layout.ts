import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  type CST,
  type Document,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Span } from '../../text';
import { explainYamlError } from '../yaml-errors';
import { refuse } from './refusal';

/** A YAML node with the places that edits need: of brackets, dashes, colons and commas. */
export type Layout = Leaf | MapLayout | ListLayout;

export interface Leaf extends Span {
  readonly kind: 'leaf';
  readonly form: 'plain' | 'single' | 'double' | 'block' | 'alias' | 'empty';
  /** What YAML's core schema reads; the anchor's name of an alias. */
  readonly value: unknown;
}

/** Spans of block collections end where the last value does. */
interface Collection extends Span {
  /** Written in brackets. `start` is then the opening one, and `end` is behind the closing one. */
  readonly flow: boolean;
  /** Column of the keys or dashes, in a block. */
  readonly indent: number;
}

export interface MapLayout extends Collection {
  readonly kind: 'map';
  readonly members: readonly Entry[];
}

export interface ListLayout extends Collection {
  readonly kind: 'list';
  readonly members: readonly Item[];
}

interface Member extends Span {
  /** Just behind the comma that follows, in brackets. */
  readonly comma: number | null;
  /** An anchor or a tag stands before the value. */
  readonly marked: boolean;
}

export interface Entry extends Member {
  readonly name: string;
  readonly key: Layout;
  /** Just behind the colon; null when there is none. */
  readonly colon: number | null;
  readonly value: Layout;
}

/** Starts at its dash, or where its value starts in brackets. */
export interface Item extends Member {
  readonly value: Layout;
}

/** Collections inside collections beyond this are not edited: composing recurses. */
const DEEPEST = 60;

/** Reads one YAML document. Refuses when it is broken; gives null for a text without content. */
export function readLayout(text: string): Layout | null {
  const readable = text.replace(/\r(?!\n)/g, '\n');
  const tokens = [...new Parser().parse(readable)];
  if (isTooDeep(tokens)) refuse('This part of the file is nested too deep to be edited.');
  const composer = new Composer<ParsedNode>({
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    uniqueKeys: false,
    resolveKnownTags: false,
    keepSourceTokens: true,
  });
  const documents = [...composer.compose(tokens, true, readable.length)];
  const [document] = documents;
  if (documents.length !== 1 || document === undefined) {
    refuse('The file holds several YAML documents. Keep one of them.');
  }
  return layoutOf(document, readable);
}

/** The comments of a YAML text, in their order. */
export function commentsOf(text: string): string[] {
  const comments: string[] = [];
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && before !== SCALAR) comments.push(token.trimEnd());
    before = token;
  }
  return comments;
}

/** Whether a YAML text holds an anchor or an alias. */
export function hasAnchors(text: string): boolean {
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (/^[&*]/.test(token) && before !== SCALAR) return true;
    before = token;
  }
  return false;
}

/** What the lexer of `yaml` puts before the text of a plain scalar. */
const SCALAR = '\x1f';

function layoutOf(document: Document.Parsed, text: string): Layout | null {
  const [error] = document.errors;
  if (error !== undefined) {
    refuse(`This part of the file is broken. ${explainYamlError(error, text, document).message}`);
  }
  const { contents } = document;
  if (contents === null) return null;
  const layout = new Layouter(text).layout(contents, contents.range[0]);
  return layout.kind === 'leaf' && layout.form === 'empty' ? null : layout;
}

class Layouter {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** `place` is where a node that takes no room would stand. */
  layout(node: unknown, place: number): Layout {
    if (isMap(node)) return this.map(node as YAMLMap.Parsed, place);
    if (isSeq(node)) return this.list(node as YAMLSeq.Parsed, place);
    if (isAlias(node)) {
      const [start, end] = node.range!;
      return { kind: 'leaf', form: 'alias', value: node.source, start, end };
    }
    if (isScalar(node)) return this.leaf(node, place);
    return { kind: 'leaf', form: 'empty', value: null, start: place, end: place };
  }

  private leaf(node: Scalar, place: number): Leaf {
    const { value } = node;
    const [start, written] = node.range!;
    if (written === start) return { kind: 'leaf', form: 'empty', value, start: place, end: place };
    const form = FORMS[node.type ?? 'PLAIN'] ?? 'plain';
    // Blank lines after a block scalar belong to it only if its header keeps them.
    const keeps = form === 'block' && /^[|>]\d?\+/.test(this.text.slice(start, start + 3));
    const end = keeps ? written : start + this.text.slice(start, written).trimEnd().length;
    return { kind: 'leaf', form, value, start, end };
  }

  private map(node: YAMLMap.Parsed, place: number): MapLayout {
    const entries = node.items.map((pair) => this.entry(pair as Pair & { srcToken?: CST.CollectionItem }));
    return { kind: 'map', ...this.collection(node, entries, place), members: entries };
  }

  private list(node: YAMLSeq.Parsed, place: number): ListLayout {
    const token = node.srcToken as CST.BlockSequence | CST.FlowCollection;
    const written = token.items.filter(
      ({ start, key, sep, value }) => has(start, 'seq-item-ind') || isThere(value ?? key ?? sep),
    );
    if (written.length !== node.items.length) refuse('This list is written in a way that cannot be edited.');
    const items = node.items.map((value, i) => this.item(value, written[i]!));
    return { kind: 'list', ...this.collection(node, items, place), members: items };
  }

  private entry(pair: Pair & { srcToken?: CST.CollectionItem }): Entry {
    const token = pair.srcToken;
    const colonToken = token?.sep?.find(({ type }) => type === 'map-value-ind');
    const colon = colonToken === undefined ? null : colonToken.offset + 1;
    const key = this.layout(pair.key, colonToken?.offset ?? 0);
    const marks = (token?.sep ?? []).filter(isMark);
    const value = this.layout(pair.value, Math.max(colon ?? key.end, ...marks.map(endOf)));
    const start = Math.min(
      key.start,
      ...(token?.start ?? [])
        .filter((part) => isMark(part) || part.type === 'explicit-key-ind')
        .map(({ offset }) => offset),
    );
    return {
      name: nameOf(key, this.text),
      key,
      colon,
      value,
      start,
      end: Math.max(key.end, colon ?? 0, value.end),
      comma: null,
      marked: marks.length > 0,
    };
  }

  private item(node: unknown, token: CST.CollectionItem): Item {
    const dash = token.start.find(({ type }) => type === 'seq-item-ind');
    const marks = token.start.filter(isMark);
    const place = Math.max(dash === undefined ? 0 : endOf(dash), ...marks.map(endOf));
    const value = this.layout(node, place);
    const start = dash?.offset ?? Math.min(value.start, ...marks.map(({ offset }) => offset));
    return { value, start, end: Math.max(place, value.end), comma: null, marked: marks.length > 0 };
  }

  /** Edges of a collection; fills in the commas of its members. */
  private collection(node: YAMLMap.Parsed | YAMLSeq.Parsed, members: Member[], place: number): Collection {
    const token = node.srcToken;
    if (token?.type === 'flow-collection') {
      const close = token.end.find(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end');
      if (close === undefined) refuse('This part of the file is broken: a bracket is not closed.');
      this.addCommas(token, members);
      return { flow: true, indent: -1, start: token.offset, end: endOf(close) };
    }
    const start = members[0]?.start ?? place;
    const end = members.at(-1)?.end ?? place;
    // `[a: b]` holds a mapping without brackets of its own.
    const indent = token !== undefined && 'indent' in token ? token.indent : -1;
    return { flow: node.flow === true, indent, start, end };
  }

  private addCommas(token: CST.FlowCollection, members: Member[]): void {
    let index = -1;
    for (const { start, key, sep, value } of token.items) {
      const comma = start.find(({ type }) => type === 'comma');
      if (comma !== undefined && index >= 0 && index < members.length) {
        members[index] = { ...members[index]!, comma: endOf(comma) };
      }
      if (isThere(value ?? key ?? sep)) index++;
    }
  }
}

const FORMS: Readonly<Record<string, Leaf['form']>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

function nameOf(key: Layout, text: string): string {
  if (key.kind !== 'leaf') return '';
  return typeof key.value === 'string' ? key.value : text.slice(key.start, key.end);
}

function isThere(part: unknown): boolean {
  return part !== undefined && part !== null;
}

function isMark({ type }: CST.SourceToken): boolean {
  return type === 'anchor' || type === 'tag';
}

function has(tokens: readonly CST.SourceToken[], type: CST.SourceToken['type']): boolean {
  return tokens.some((token) => token.type === type);
}

function endOf({ offset, source }: CST.SourceToken): number {
  return offset + source.length;
}

/** Without recursion: a hostile file nests deep. */
function isTooDeep(tokens: readonly CST.Token[]): boolean {
  const pending: { token: CST.Token; depth: number }[] = [];
  const add = (token: CST.Token | null | undefined, depth: number): void => {
    if (token !== null && token !== undefined) pending.push({ token, depth });
  };
  for (const token of tokens) if (token.type === 'document') add(token.value, 0);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { token, depth } = next;
    if (!('items' in token)) continue;
    if (depth > DEEPEST) return true;
    for (const { key, value } of token.items) {
      add(key, depth + 1);
      add(value, depth + 1);
    }
  }
  return false;
}

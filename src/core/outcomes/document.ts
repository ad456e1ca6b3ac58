import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type Document,
  type Pair,
  type Scalar as YamlScalar,
} from 'yaml';
import type { Span } from '../text';
import type { FileProblem } from './model';
import { shown } from './phrases';
import { readPlainYaml } from './plain-yaml';
import { parseTolerantly } from './repair';

/**
 * A YAML document as the outcome reader wants it: keys by name, aliases resolved, every node with the place where it
 * is written. An alias gives the nodes of its anchor once more (they are shared, never copied), with its own place.
 */
export type Node = ScalarNode | MapNode | ListNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written, without quotes: `007`, `0x1F` and `~` keep their spelling. */
  readonly source: string;
  readonly span: Span;
  readonly aliased: boolean;
}

export interface MapNode {
  readonly kind: 'map';
  readonly fields: ReadonlyMap<string, Field>;
  readonly span: Span;
  readonly aliased: boolean;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly span: Span;
  readonly aliased: boolean;
}

export interface Field {
  readonly key: Span;
  /** An empty value is the scalar null, placed at the key. */
  readonly value: Node;
}

export interface YamlReading {
  /** null for a text without content. */
  readonly root: Node | null;
  readonly problems: readonly FileProblem[];
}

/** More than these of one kind are not worth listing one by one. */
const MOST_PROBLEMS = 100;

/** Reads any text. What YAML forbids is reported, and whatever can still be read around it is. */
export function readDocument(text: string): YamlReading {
  const root = readPlainYaml(text);
  return root === undefined ? readAnyYaml(text) : { root, problems: [] };
}

/** The same by a whole YAML parser. */
export function readAnyYaml(text: string): YamlReading {
  const { document, problems, readable } = parseTolerantly(text);
  const converter = new Converter(text, readable);
  const root = document === null ? null : converter.convert(document);
  return { root, problems: limited([...problems, ...converter.problems]) };
}

function limited(problems: FileProblem[]): FileProblem[] {
  if (problems.length <= MOST_PROBLEMS) return problems;
  problems.sort((a, b) => a.span.start - b.span.start);
  const last = problems[MOST_PROBLEMS - 1]!;
  const more = problems.length - MOST_PROBLEMS;
  return [
    ...problems.slice(0, MOST_PROBLEMS - 1),
    { ...last, message: `${last.message} (${more} more problems of the YAML follow.)` },
  ];
}

class Converter {
  readonly problems: FileProblem[] = [];
  private readonly text: string;
  /** The text that was parsed: as long as `text`, with what had to be repaired overwritten. */
  private readonly readable: string;
  private readonly anchors = new Map<string, Node | 'open'>();

  constructor(text: string, readable: string) {
    this.text = text;
    this.readable = readable;
  }

  convert(document: Document.Parsed): Node | null {
    const { contents } = document;
    if (contents === null) return null;
    if (isScalar(contents) && contents.value === null && contents.source === '') return null;
    return this.node(contents, { start: 0, end: 0 });
  }

  /** `place` is what to mark when the node itself takes no room. */
  private node(node: unknown, place: Span): Node {
    if (isAlias(node)) return this.alias(node, place);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.anchors.set(anchor, 'open');
    const made = this.anyNode(node, place);
    if (anchor !== undefined) this.anchors.set(anchor, made);
    return made;
  }

  private anyNode(node: unknown, place: Span): Node {
    if (isScalar(node)) return this.scalar(node, place);
    if (!isMap(node) && !isSeq(node)) return emptyAt(place);
    const span = this.spanOf(node.range, place);
    if (isMap(node)) return this.map(node.items, span);
    const items = node.items.map((item) => this.node(item, this.itemPlace(item, span)));
    const last = node.flow === true ? undefined : items.at(-1);
    const end = last === undefined ? span.end : last.span.end;
    return { kind: 'list', items, span: { start: span.start, end }, aliased: false };
  }

  private scalar(node: YamlScalar, place: Span): ScalarNode {
    const span = this.spanOf(node.range, place);
    const { value } = node;
    if (typeof value === 'string') {
      // A plain scalar that had to be repaired is read as it was written.
      const written = this.text.slice(span.start, span.end);
      const repaired = written !== this.readable.slice(span.start, span.end);
      const said = repaired && node.type === 'PLAIN' && !/[\r\n]/.test(written) ? written : value;
      return { kind: 'scalar', value: said, source: said, span, aliased: false };
    }
    const known = typeof value === 'number' || typeof value === 'boolean' ? value : null;
    return { kind: 'scalar', value: known, source: node.source ?? '', span, aliased: false };
  }

  private map(pairs: readonly Pair[], whole: Span): MapNode {
    const fields = new Map<string, Field>();
    let span = null as Span | null;
    for (const pair of pairs) {
      const key = this.key(pair.key, isScalar(pair.value) ? this.spanOf(pair.value.range, whole) : whole);
      if (key === null) continue;
      const value = this.node(pair.value, key.span);
      span = { start: span?.start ?? key.span.start, end: Math.max(key.span.end, value.span.end) };
      const first = fields.get(key.name);
      if (first === undefined) {
        fields.set(key.name, { key: key.span, value });
      } else {
        this.report(
          key.span,
          `${shown(key.name)} is written twice here; only the first is read. Remove one.`,
          [{ span: first.key, message: 'The first one' }],
        );
      }
    }
    return { kind: 'map', fields, span: span ?? whole, aliased: false };
  }

  /** A key must be a plain word; null when it cannot be used. */
  private key(key: unknown, place: Span): { name: string; span: Span } | null {
    if (isScalar(key) && key.value !== '' && (key.value !== null || (key.source ?? '') !== '')) {
      const node = this.scalar(key, place);
      return { name: node.source, span: node.span };
    }
    const span =
      isScalar(key) || isMap(key) || isSeq(key) || isAlias(key) ? this.spanOf(key.range, place) : place;
    const missing = isScalar(key) || key === null;
    this.report(
      span,
      missing ? 'A field name is missing before `:`.' : 'A field name must be a plain word, such as `title`.',
    );
    return null;
  }

  private alias(node: Alias, place: Span): Node {
    const span = this.spanOf(node.range, place);
    const target = this.anchors.get(node.source);
    if (target === undefined) {
      const written = this.text.slice(span.start, span.end);
      this.report(
        span,
        `Put quotes around ${shown(written)}: without them, YAML takes a leading * for a reference to an anchor, and there is no anchor ${shown(`&${node.source}`)}.`,
      );
      return { kind: 'scalar', value: written, source: written, span, aliased: false };
    }
    if (target === 'open') {
      this.report(span, `${shown(`*${node.source}`)} refers to a part of the file that it is itself in.`);
      return emptyAt(span);
    }
    return { ...target, span, aliased: true };
  }

  /** The dash of a list entry that is empty, else the entry's own place. */
  private itemPlace(item: unknown, list: Span): Span {
    if (!isScalar(item) || item.range === undefined || item.range === null) return list;
    let at = Math.min(item.range[0], this.text.length) - 1;
    while (at > list.start && /\s/.test(this.text.charAt(at))) at--;
    return at >= list.start ? { start: at, end: at + 1 } : list;
  }

  /** Trims what YAML counts to a node but no reader would: the line breaks and spaces after it. */
  private spanOf(range: readonly [number, number, number] | null | undefined, place: Span): Span {
    if (range === null || range === undefined) return place;
    const start = Math.min(range[0], this.text.length);
    let end = Math.min(range[1], this.text.length);
    while (end > start && isSpace(this.readable.charCodeAt(end - 1))) end--;
    return end > start ? { start, end } : place;
  }

  private report(span: Span, message: string, related: FileProblem['related'] = []): void {
    this.problems.push({ code: 'invalid-yaml', message, span, related });
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function emptyAt(span: Span): ScalarNode {
  return { kind: 'scalar', value: null, source: '', span, aliased: false };
}

import * as z from 'zod/mini';
import type { Span } from '../text';
import { readDay, readDayOrPeriod } from './day';
import type { Field, ListNode, MapNode, Node } from './document';
import { isReserved } from './id';
import type { Day, FileProblem, Suggestion, Written } from './model';
import { joined, shown } from './phrases';
import {
  choicesFor,
  explain,
  instead,
  insteadIf,
  kindOf,
  nearestField,
  sentence,
  suggestId,
  unknownField,
} from './wrong-field';

export type Shape = Readonly<Record<string, z.ZodMiniType>>;

/** List entries that aliases may repeat before they are taken for a bomb; a mapping counts as twenty. */
const MOST_REPEATED = 200_000;
const MAPPING_COST = 20;

/** Reads a document field by field. Each value that cannot be used is reported where it stands and read as absent. */
export class Reader {
  readonly problems: FileProblem[] = [];
  /** The YAML itself is broken: what seems missing may only be unreadable, so it is not reported on top. */
  readonly damaged: boolean;
  private readonly seen = new WeakSet();
  private repeated = 0;

  constructor(damaged: boolean) {
    this.damaged = damaged;
  }

  report(
    code: FileProblem['code'],
    span: Span,
    message: string,
    related: FileProblem['related'] = [],
    suggestions: readonly Suggestion[] = [],
  ): void {
    const ways = suggestions.length === 0 ? {} : { suggestions };
    this.problems.push({ code, message, span, related, ...ways });
  }

  /** A mapping with its unknown fields reported; null when the node is none. `what` names it: "an outcome". */
  mapping<S extends Shape>(node: Node, what: string, shape: S): Mapping<S> | null {
    if (node.kind === 'map') {
      if (!this.affords(node.fields, MAPPING_COST, node.span)) return null;
      const mapping = new Mapping(this, node, shape);
      mapping.reportUnknown(what);
      return mapping;
    }
    const fields = joined(
      Object.keys(shape)
        .slice(0, 2)
        .map((name) => `\`${name}\``),
      'and',
    );
    this.report(
      'invalid-field',
      node.span,
      `${sentence(what)} must have fields such as ${fields}, but this is ${kindOf(node)}.`,
    );
    return null;
  }

  /** The entries of a list. Aliases may repeat lists only so often: then the rest is reported and left out. */
  items(list: ListNode): readonly Node[] {
    return this.affords(list.items, list.items.length, list.span) ? list.items : [];
  }

  private affords(part: object, cost: number, span: Span): boolean {
    if (!this.seen.has(part)) {
      this.seen.add(part);
      return true;
    }
    const before = this.repeated;
    this.repeated += cost + 1;
    if (this.repeated <= MOST_REPEATED) return true;
    if (before <= MOST_REPEATED) {
      this.report(
        'invalid-yaml',
        span,
        'Aliases repeat parts of this file too many times; from here on they are not read. Write the parts out.',
      );
    }
    return false;
  }
}

/** One mapping of the file and typed access to its fields. Every getter gives null or [] for an absent field. */
export class Mapping<S extends Shape> {
  readonly at: Written;
  private readonly reader: Reader;
  private readonly fields: ReadonlyMap<string, Field>;
  private readonly shape: S;

  constructor(reader: Reader, node: MapNode, shape: S) {
    this.reader = reader;
    this.fields = node.fields;
    this.shape = shape;
    const keys = new Map(
      [...node.fields].map(([name, field]) => [name, { key: field.key, value: field.value.span }]),
    );
    const [first] = keys.values();
    this.at = {
      self: (keys.get('id') ?? keys.get('title'))?.value ?? first?.key ?? node.span,
      node: node.span,
      keys,
    };
  }

  reportUnknown(what: string): void {
    const known = Object.keys(this.shape);
    const taken = new Set(this.fields.keys());
    for (const [name, { key }] of this.fields) {
      if (Object.hasOwn(this.shape, name)) continue;
      const near = nearestField(name, known);
      const free = near !== null && !taken.has(near);
      this.reader.report(
        'unknown-field',
        key,
        unknownField(name, what, known),
        [],
        free ? [{ kind: 'key', key: near }] : [],
      );
      // Of two misspellings of one field only the first can become it.
      if (free) taken.add(near);
    }
  }

  /** Reports the first of these fields that is absent. */
  require(what: string, ...names: (keyof S & string)[]): void {
    const missing = names.filter((name) => !this.fields.has(name));
    if (missing.length === 0 || this.reader.damaged) return;
    this.reader.report(
      'invalid-field',
      this.at.self,
      `${sentence(what)} needs ${joined(missing.map(shown), 'and')}.`,
    );
  }

  /** The value's node; null when the field is absent, or empty, which is reported. */
  node(name: keyof S & string): Node | null {
    const field = this.fields.get(name);
    if (field === undefined) return null;
    const { value } = field;
    if (value.kind !== 'scalar' || value.value !== null) return value;
    if (!this.reader.damaged) {
      this.reader.report('invalid-field', value.span, `\`${name}\` is empty. Give it a value or remove it.`);
    }
    return null;
  }

  /** A value that the field's schema accepts as it is: a choice or a number. */
  value<N extends keyof S & string>(name: N): z.output<S[N]> | null {
    const node = this.node(name);
    return node === null ? null : this.checked(name, node, this.shape[name]!);
  }

  text(name: keyof S & string): string | null {
    const node = this.node(name);
    return node === null ? null : this.textOf(name, node, this.shape[name]!);
  }

  /** The usable entries of a list of texts. A single text is reported, and read as a list of one. */
  texts(name: keyof S & string, check?: (text: string, span: Span) => boolean): string[] {
    const items = this.list(name);
    const schema = this.shape[name]!;
    const element = schema instanceof z.ZodMiniArray ? (schema.def.element as z.ZodMiniType) : schema;
    return items.flatMap((item) => {
      const text = this.textOf(name, item, element);
      return text !== null && (check === undefined || check(text, item.span)) ? [text] : [];
    });
  }

  /** The entries of a list. Anything else is reported, and read as a list of one. */
  list(name: keyof S & string): readonly Node[] {
    const node = this.node(name);
    if (node === null) return [];
    if (node.kind === 'list') return this.reader.items(node);
    const expected =
      node.kind === 'map'
        ? 'a list: put `- ` before its first field'
        : `a list: write ${shown(`[${node.source}]`)}`;
    this.reader.report(
      'invalid-field',
      node.span,
      `\`${name}\` must be ${expected}.`,
      [],
      node.kind === 'scalar' && node.source.trim() !== '' ? [instead(entriesIn(node.source))] : [],
    );
    return [node];
  }

  /** True when the field is there and is a list, be it an empty one. */
  isList(name: keyof S & string): boolean {
    return this.fields.get(name)?.value.kind === 'list';
  }

  /** A day; of a month or quarter its first or last day, where the field may be one. */
  day(name: keyof S & string, edge: 'day' | 'first' | 'last'): Day | null {
    const node = this.node(name);
    if (node === null) return null;
    if (node.kind !== 'scalar') {
      this.checked(name, node, this.shape[name]!);
      return null;
    }
    const reading = edge === 'day' ? readDay(node.source) : readDayOrPeriod(node.source, edge);
    if (reading.ok) return reading.day;
    if (reading.impossible) {
      this.reader.report(
        'invalid-dates',
        node.span,
        `\`${name}\` is ${shown(node.source)}, a day that the calendar does not have.`,
      );
    } else {
      const hint = reading.suggestion === null ? '' : ` Write ${shown(reading.suggestion)}?`;
      const expected =
        edge === 'day'
          ? 'a day such as 2026-12-31'
          : 'a day 2026-12-31, a month 2026-12 or a quarter 2026-Q4';
      this.reader.report(
        'invalid-field',
        node.span,
        `\`${name}\` is ${shown(node.source)}; it must be ${expected}.${hint}`,
        [],
        insteadIf(reading.suggestion),
      );
    }
    return null;
  }

  /** An id as written. One that breaks the rules of ids is reported but kept, as long as it is a short word. */
  id(name: keyof S & string): string {
    const node = this.node(name);
    return node === null ? '' : this.idOf(name, node);
  }

  private idOf(name: string, node: Node): string {
    if (node.kind !== 'scalar' || node.value === null) {
      this.reader.report('invalid-field', node.span, `\`${name}\` is ${kindOf(node)}; it must be an id.`);
      return '';
    }
    const id = node.source;
    if (isReserved(id)) {
      this.reader.report(
        'invalid-field',
        node.span,
        `\`${name}\` is ${shown(id)}, which in a link means that there is no outcome. Choose another id.`,
      );
      return '';
    }
    const schema = this.shape[name]!;
    const result = z.safeParse(schema, id);
    if (result.success) return id;
    const hint = suggestId(id);
    this.reader.report(
      'invalid-field',
      node.span,
      `\`${name}\` is ${id.trim() === '' ? 'empty' : shown(id)}; it must be ${result.error.issues[0]!.message}.${hint === null ? '' : ` Write ${shown(hint)}?`}`,
      [],
      insteadIf(hint),
    );
    return /^[\w.-]{1,100}$/.test(id) ? id : '';
  }

  private textOf(name: string, node: Node, schema: z.ZodMiniType): string | null {
    if (node.kind === 'scalar' && typeof node.value === 'boolean') {
      this.reader.report(
        'invalid-field',
        node.span,
        `\`${name}\` is ${shown(node.source)}, which YAML takes for yes or no. Put quotes around it.`,
        [],
        [instead(node.source)],
      );
      return node.source;
    }
    if (node.kind === 'scalar' && node.value === null) {
      this.reader.report(
        'invalid-field',
        node.span,
        `An entry of \`${name}\` is empty. Give it a value or remove it.`,
      );
      return null;
    }
    return this.checked(name, node, schema) === null || node.kind !== 'scalar' ? null : node.source;
  }

  private checked<T extends z.ZodMiniType>(name: string, node: Node, schema: T): z.output<T> | null {
    // Only scalars are checked by their schema alone; lists and mappings are read entry by entry.
    const result = z.safeParse(schema, node.kind === 'scalar' ? node.value : node.kind === 'list' ? [] : {});
    if (result.success && node.kind === 'scalar') return result.data;
    const issue = result.error?.issues[0];
    this.reader.report('invalid-field', node.span, explain(name, node, issue), [], choicesFor(node, issue));
    return null;
  }
}

/** `a, b` without brackets was meant as two entries; a sentence with a comma in it is one. */
function entriesIn(text: string): string[] {
  const parts = text.split(/\s*,\s*/);
  return parts.every((part) => /^\S+$/.test(part)) ? parts : [text];
}

import { Random } from '../../../../../bench/random';
import type { Container } from '../../../../../src/core/outcomes/surface/containers';

/** A place of a generated file, and what is there. */
export interface Mark {
  readonly place: 'key' | 'value' | 'entry';
  readonly container: Container;
  readonly key: string;
  /** Of the key or value as written, with quotes. */
  readonly start: number;
  readonly end: number;
  readonly style: 'block' | 'flow';
  /** The keys of the same mapping that come before it on this line, and those on other lines. */
  readonly others: () => readonly string[];
}

export interface GeneratedFile {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const KEYS: Readonly<Record<Container, readonly string[]>> = {
  file: ['version', 'title', 'policy', 'outcomes'],
  policy: ['tags', 'base', 'existing', 'rules', 'commits-since'],
  rules: ['todo-without-why', 'vanity-metric'],
  outcome: ['id', 'title', 'why', 'status', 'due', 'paths', 'metrics', 'outputs', 'outcomes'],
  metric: ['id', 'title', 'goal', 'source', 'check-ins'],
  'check-in': ['date', 'value', 'confidence', 'note'],
  output: ['id', 'title', 'status', 'instead', 'serves', 'trade-off'],
};
const MAPS: Readonly<Record<string, Container>> = { policy: 'policy', rules: 'rules' };
const LISTS: Readonly<Record<string, Container>> = {
  outcomes: 'outcome',
  metrics: 'metric',
  outputs: 'output',
  'check-ins': 'check-in',
};
const TEXT_LISTS = ['tags', 'paths', 'serves'];
const TEXTS = [
  'active',
  '12',
  "it's",
  'two words',
  '2026-12-31',
  '"a: b # c"',
  "'it''s, {so}'",
  'http://x.example/#y',
];

interface Style {
  readonly indent: number;
  readonly dashIndent: number;
  readonly quoted: boolean;
  readonly lineEnd: string;
}

/** A file in one of the styles that YAML has for the same thing; valid, and with a mark at each key and value. */
export function generateFile(seed: number): GeneratedFile {
  const random = new Random(seed);
  const pick: Pick = (...items) => random.pick(items);
  const style: Style = {
    indent: pick(2, 2, 4),
    dashIndent: pick(0, 2, 4),
    quoted: pick(false, false, false, true),
    lineEnd: pick('\n', '\n', '\r\n', '\r'),
  };
  return new Writer(style, pick, (of) => random.int(of) === 0).file();
}

type Pick = <T>(...items: readonly T[]) => T;

class Writer {
  private text = '';
  private line = 0;
  private readonly marks: Mark[] = [];

  constructor(
    private readonly style: Style,
    private readonly pick: Pick,
    private readonly chance: (of: number) => boolean,
  ) {}

  file(): GeneratedFile {
    if (this.chance(3)) this.add('# Why # this: is').break();
    if (this.chance(4)) this.add('---').break();
    if (this.chance(5)) this.flowMap('file', 0, 0);
    else this.blockMap('file', 0, 0);
    this.break();
    return { text: this.text, marks: this.marks };
  }

  private blockMap(container: Container, column: number, depth: number): void {
    const written: { key: string; line: number }[] = [];
    this.keysOf(container, depth).forEach((key, i) => {
      if (i > 0) this.newLine(column);
      const { line } = this;
      const others = () => written.filter((other) => other.line !== line).map((other) => other.key);
      written.push({ key, line });
      this.key(container, key, 'block', others);
      this.add(':');
      this.blockValue(container, key, column, depth, others);
    });
  }

  private blockValue(
    container: Container,
    key: string,
    column: number,
    depth: number,
    others: () => readonly string[],
  ): void {
    const isMap = Object.hasOwn(MAPS, key);
    const isList = Object.hasOwn(LISTS, key) || TEXT_LISTS.includes(key);
    if ((isMap || isList) && this.chance(3)) {
      this.add(this.pick(' ', ' &mark '));
      this.flowValue(container, key, column, depth + 1, others);
    } else if (isMap) {
      this.end();
      const inner = column + this.style.indent;
      this.newLine(inner);
      this.blockMap(MAPS[key]!, inner, depth + 1);
    } else if (isList) {
      this.blockList(container, key, column + this.style.dashIndent, depth + 1);
    } else if (this.chance(8)) {
      this.add(this.pick(' |', ' >-', ' |2')).break();
      this.add(' '.repeat(column + 2))
        .add('- title: # no')
        .break()
        .break()
        .add(`${' '.repeat(column + 2)}more`);
    } else {
      this.add(this.pick(' ', ' ', '  ', ' &a '));
      this.value(container, key, 'block', others);
      this.end();
    }
  }

  private blockList(container: Container, key: string, column: number, depth: number): void {
    this.end();
    const count = this.pick(1, 2, 3);
    for (let i = 0; i < count; i++) {
      this.newLine(column);
      this.add('- ');
      const entry = LISTS[key];
      if (entry === undefined) this.value(container, key, 'block', () => [], 'entry');
      else if (this.chance(3)) this.flowMap(entry, column, depth);
      else this.blockMap(entry, column + 2, depth);
    }
  }

  private flowValue(
    container: Container,
    key: string,
    column: number,
    depth: number,
    others: () => readonly string[],
  ): void {
    if (Object.hasOwn(MAPS, key)) this.flowMap(MAPS[key]!, column, depth);
    else if (Object.hasOwn(LISTS, key)) this.flowList(column, () => this.flowMap(LISTS[key]!, column, depth));
    else if (TEXT_LISTS.includes(key))
      this.flowList(column, () => this.value(container, key, 'flow', () => [], 'entry'));
    else this.value(container, key, 'flow', others);
  }

  private flowMap(container: Container, column: number, depth: number): void {
    const written: { key: string; line: number; order: number }[] = [];
    this.add('{').flowSpace(column);
    this.keysOf(container, depth).forEach((key, i) => {
      if (i > 0) this.add(',').flowSpace(column);
      const { line } = this;
      const others = () =>
        written.filter((other) => other.line !== line || other.order < i).map((other) => other.key);
      written.push({ key, line, order: i });
      this.key(container, key, 'flow', others);
      this.add(': ');
      this.flowValue(container, key, column, depth + 1, others);
    });
    this.flowSpace(column).add('}');
  }

  private flowList(column: number, entry: () => void): void {
    this.add('[').flowSpace(column);
    const count = this.pick(1, 2);
    for (let i = 0; i < count; i++) {
      if (i > 0) this.add(',').flowSpace(column);
      entry();
    }
    this.flowSpace(column).add(']');
  }

  private key(container: Container, key: string, style: Mark['style'], others: Mark['others']): void {
    const written = this.style.quoted ? JSON.stringify(key) : key;
    this.mark('key', container, key, written, style, others);
  }

  private value(
    container: Container,
    key: string,
    style: Mark['style'],
    others: Mark['others'],
    place: Mark['place'] = 'value',
  ): void {
    const plain =
      style === 'flow' || place === 'entry' ? TEXTS.filter((text) => !text.includes('http')) : TEXTS;
    this.mark(place, container, key, this.pick(...plain), style, others);
  }

  private mark(
    place: Mark['place'],
    container: Container,
    key: string,
    written: string,
    style: Mark['style'],
    others: Mark['others'],
  ): void {
    const start = this.text.length;
    this.add(written);
    this.marks.push({ place, container, key, start, end: this.text.length, style, others });
  }

  /** Some keys in some order; those that hold more of the same only so deep. */
  private keysOf(container: Container, depth: number): readonly string[] {
    const all = KEYS[container].filter((key) => depth < 4 || !Object.hasOwn(LISTS, key));
    const chosen = all.filter(() => this.chance(2));
    const keys = chosen.length > 0 ? chosen : all.slice(0, 2);
    return this.chance(3) ? [...keys].reverse() : keys;
  }

  private flowSpace(column: number): this {
    if (!this.chance(5)) return this.add(this.pick('', ' '));
    if (this.chance(3)) this.add(' # {"note');
    this.break();
    return this.add(' '.repeat(column + this.pick(1, 2, 6)));
  }

  private end(): void {
    if (this.chance(6)) this.add(this.pick(' # why', '  #', ' '));
  }

  /** Goes to a column of the next line, sometimes over empty lines and comments. */
  private newLine(column: number): void {
    this.break();
    if (this.chance(6)) this.break();
    if (this.chance(6)) this.add(`${' '.repeat(this.pick(0, column, column + 3))}# - id: "x`).break();
    this.add(' '.repeat(column));
  }

  private break(): this {
    this.line++;
    return this.add(this.style.lineEnd);
  }

  private add(text: string): this {
    this.text += text;
    return this;
  }
}

import type { Content, Fields } from './content';

/** How a generated file is written. What varies within a file is drawn anew at each place. */
export interface Style {
  readonly eol: '\n' | '\r\n' | 'mixed';
  readonly bom: boolean;
  readonly finalBreak: boolean;
  readonly documentStart: boolean;
  /** From a key to the dashes of the list below it. */
  readonly listIndent: number;
  /** Spaces behind a dash. */
  readonly gap: number;
  /** How often, of 10 times: brackets in place of blocks, comments, blank lines, quotes without need, odd spellings. */
  readonly brackets: number;
  readonly comments: number;
  readonly blanks: number;
  readonly quotes: number;
  readonly odd: number;
  readonly seed: number;
}

/** Writes a file in a style. An implementation of its own: it shares nothing with what is tested. */
export function written(content: Fields, style: Style): string {
  const printer = new Printer(style);
  const lines = [...(style.documentStart ? ['---'] : []), ...printer.block(content, 0)];
  const breaks = lines.map(() => printer.lineBreak());
  if (!style.finalBreak) breaks[breaks.length - 1] = '';
  return (style.bom ? '\ufeff' : '') + lines.map((line, i) => line + breaks[i]!).join('');
}

class Printer {
  private readonly style: Style;
  private state: number;
  private comments = 0;
  /** A block scalar was written last: what is indented deeper than its key would belong to it. */
  private open = false;

  constructor(style: Style) {
    this.style = style;
    this.state = style.seed >>> 0;
  }

  lineBreak(): string {
    if (this.style.eol !== 'mixed') return this.style.eol;
    return this.often(5) ? '\n' : '\r\n';
  }

  /** The lines of a mapping whose keys stand in `column`, indented. */
  block(map: Fields, column: number): string[] {
    return Object.entries(map).flatMap(([name, value], i) => [
      ...(i > 0 ? this.between(column) : []),
      ...this.field(name, value, column),
    ]);
  }

  private field(name: string, value: Content, column: number): string[] {
    const indent = ' '.repeat(column);
    const key = this.key(name);
    if (this.often(this.style.odd) && this.often(2)) {
      return [`${indent}? ${key}`, ...this.value(`${indent}:`, value, column)];
    }
    return this.value(`${indent}${key}${this.often(this.style.odd) ? ' ' : ''}:`, value, column);
  }

  /** A value behind its key and colon. */
  private value(lead: string, value: Content, column: number): string[] {
    if (value === null) return [lead + this.trailing()];
    if (typeof value !== 'object') return this.scalarField(lead, value, column);
    const empty = Object.keys(value).length === 0;
    if (empty || this.often(this.style.brackets)) return this.inBrackets(`${lead} `, value, column);
    if (!isList(value)) return [lead + this.trailing(), ...this.block(value, column + 2 + this.pick(3))];
    const dash = column + this.style.listIndent;
    return [
      lead + this.trailing(),
      ...value.flatMap((item, i) => [...(i > 0 ? this.between(dash) : []), ...this.item(item, dash)]),
    ];
  }

  private item(item: Content, dash: number): string[] {
    const lead = `${' '.repeat(dash)}-${' '.repeat(this.style.gap)}`;
    if (typeof item !== 'object' || item === null)
      return [lead + this.scalar(item ?? '~', false) + this.trailing()];
    if (this.often(this.style.brackets)) return this.inBrackets(lead, item, dash);
    if (this.often(this.style.odd)) {
      const above = [`${' '.repeat(dash)}-${this.trailing()}`, ...this.between(dash)];
      return [...above, ...this.block(item as Fields, lead.length)];
    }
    const [first, ...rest] = this.block(item as Fields, lead.length);
    return [lead + first!.trimStart(), ...rest];
  }

  private scalarField(lead: string, value: string | number, column: number): string[] {
    const odd = this.often(this.style.odd);
    if (odd && typeof value === 'string' && canBeBlock(value)) {
      const inner = ' '.repeat(column + 1 + this.pick(3));
      this.open = true;
      const header = value.endsWith('\n') ? (this.style.finalBreak && this.often(5) ? '|+' : '|') : '|-';
      return [
        `${lead} ${header}${this.trailing()}`,
        ...value
          .replace(/\n$/, '')
          .split('\n')
          .map((line) => inner + line),
      ];
    }
    if (odd && this.often(5)) {
      return [lead + this.trailing(), ' '.repeat(column + 2) + this.scalar(value, false) + this.trailing()];
    }
    const space = odd ? '   ' : ' ';
    return [lead + space + this.scalar(value, false) + this.trailing()];
  }

  /** A value in brackets, on one line or on several. */
  private inBrackets(lead: string, value: Content, column: number): string[] {
    if (typeof value !== 'object' || value === null || !this.often(4)) {
      return [lead + this.flow(value) + this.trailing()];
    }
    const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
    const members = isList(value) ? value.map((item) => this.flow(item)) : this.pairs(value);
    if (members.length === 0) return [lead + open + close + this.trailing()];
    const inner = ' '.repeat(column + 1 + this.pick(5));
    const lines = members.flatMap((member, i) => {
      const comma = i < members.length - 1 || this.often(5) ? ',' : '';
      return [
        ...(this.often(this.style.comments) ? [inner + this.comment()] : []),
        inner + member + comma + this.trailing(),
      ];
    });
    return [lead + open + this.trailing(), ...lines, ' '.repeat(column + 1) + close + this.trailing()];
  }

  private flow(value: Content): string {
    if (typeof value !== 'object') return this.scalar(value, true);
    if (value === null) return '~';
    const members = isList(value) ? value.map((item) => this.flow(item)) : this.pairs(value);
    const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
    const pad = this.often(5) ? ' ' : '';
    const comma = this.often(this.style.odd) ? ' ,' : ', ';
    const last = members.length > 0 && this.often(this.style.odd) ? ',' : '';
    return open + pad + members.join(comma) + last + pad + close;
  }

  private pairs(map: Fields): string[] {
    return Object.entries(map).map(([name, value]) => {
      const key = this.key(name);
      const space = key.startsWith('"') && this.often(this.style.odd) ? '' : ' ';
      return `${key}:${space}${this.flow(value)}`;
    });
  }

  private key(name: string): string {
    return this.often(this.style.odd) && this.often(3) ? `"${name}"` : name;
  }

  private scalar(value: string | number, flow: boolean): string {
    if (typeof value === 'number') return String(value);
    const plain = isPlain(value) || (!flow && /^[a-z]+, [a-z ,]*[a-z]$/.test(value));
    if (plain && !this.often(this.style.quotes)) return value;
    const printable = !/[\p{C}\p{Zl}\p{Zp}]/u.test(value);
    if (printable && this.often(5)) return `'${value.replaceAll("'", "''")}'`;
    return JSON.stringify(value).replace(
      /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
      (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  }

  /** A comment at the end of a line, at times. */
  private trailing(): string {
    if (this.often(this.style.comments)) return (this.often(2) ? '\t' : ' ') + this.comment();
    return this.often(this.style.odd) ? ' ' : '';
  }

  /** Lines between two entries: blank ones, and comments in any column. */
  private between(column: number): string[] {
    const lines: string[] = [];
    const deepest = this.open ? column : column + 4;
    this.open = false;
    if (this.often(this.style.blanks)) lines.push(this.often(8) ? '' : '  ');
    while (this.often(this.style.comments)) {
      lines.push(' '.repeat(this.often(6) ? column : this.pick(deepest + 1)) + this.comment());
    }
    return lines;
  }

  private comment(): string {
    const kinds = ['note', ' note', ' - id: old', ' {', " it's", ' "', ' a: b, c ]', ' # twice'];
    return `#${kinds[this.pick(kinds.length)]!} ${this.comments++}`;
  }

  private often(ofTen: number): boolean {
    return this.pick(10) < ofTen;
  }

  /** A number from 0 to count - 1. Mulberry32, by Tommy Ettinger. */
  private pick(count: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  }
}

function isList(value: readonly Content[] | Fields): value is readonly Content[] {
  return Array.isArray(value);
}

function isPlain(value: string): boolean {
  if (/^(?:null|true|false|yes|no|on|off)$/i.test(value)) return false;
  return (
    /^[A-Za-z][A-Za-z0-9]*(?:[ /-][A-Za-z0-9]+)*$/.test(value) ||
    /^\d{4}-(?:\d\d(?:-\d\d)?|[Qq]\d)$/.test(value)
  );
}

function canBeBlock(value: string): boolean {
  return (
    /^[^\s#](?:.*\n?)*$/.test(value) &&
    !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(value.replaceAll('\n', '')) &&
    !/\s$/.test(value.replace(/\n$/, '')) &&
    !/\n[ \t]/.test(value) &&
    !value.includes('\n\n')
  );
}

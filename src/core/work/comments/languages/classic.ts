/** Databases, numerics, hardware, and the languages of older machines. */
import {
  afterSpace,
  ascii,
  atLineStart,
  find,
  firstOnLine,
  lineEnd,
  nextLine,
  restIsBlank,
  skipBlanks,
  startsWith,
  textOf,
} from '../engine/bytes';
import { language, type Language } from '../engine/language';
import { block, character, lazy, line, literal, text, trigger, wordLine } from '../engine/rules';
import { lastCode, wordBefore } from '../engine/operand';
import { isEol, isSpace, isWord, mode, NONE, type Scan, type Trigger } from '../engine/scan';

const doubled = (quote: string, lines = false): Trigger =>
  text(quote, quote, { escape: null, doubled: true, lines });

/** Fortran's 'it''s'; it goes on in the next line behind an ampersand. */
function fortranString(quote: string): Trigger {
  const close = quote.charCodeAt(0);
  return trigger(quote, ({ bytes, end }, at) => {
    let last = 0;
    for (let i = at + 1; i < end; i++) {
      const byte = bytes[i]!;
      if (byte === close) {
        if (bytes[i + 1] !== close) return i + 1;
        i++;
      } else if (isEol(byte) && last !== AMPERSAND && !(byte === 10 && bytes[i - 1] === 13)) return i;
      if (!isSpace(byte)) last = byte;
    }
    return end;
  });
}

const AMPERSAND = 38;

/** PostgreSQL's $$ … $$ and $tag$ … $tag$: a string, or the code of a function behind AS or DO. */
const dollarQuote: Trigger = trigger('$', (scan, at) => {
  const { bytes, end } = scan;
  if (at > 0 && isWord(bytes[at - 1]!)) return NONE;
  let close = at + 1;
  while (close < end && close - at < 66 && isWord(bytes[close]!)) close++;
  const digit = bytes[at + 1]! >= 48 && bytes[at + 1]! <= 57;
  if (bytes[close] !== 36 || digit || !scan.mayFail()) return NONE;
  const tag = bytes.subarray(at, close + 1);
  const to = find(bytes, tag, close + 1, end);
  if (to >= 0) {
    if (beginsBody(scan, at)) scan.within(sqlMode(), close + 1, to);
    return to + tag.length;
  }
  scan.failed();
  return NONE;
});

const sqlMode = lazy(() => mode(sql));

function beginsBody(scan: Scan, at: number): boolean {
  const last = lastCode(scan, at);
  return last >= 0 && /^(?:as|do)$/i.test(wordBefore(scan, last).word);
}

/**
 * 'it''s' everywhere; 'it\'s' in MySQL. Where a backslash stands before the quote, what follows tells whether the
 * quote closed: in standard SQL the backslash is a plain character ('\').
 */
const sqlString: Trigger = trigger("'", ({ bytes, end }, at) => {
  for (let i = at + 1; i < end; i++) {
    if (bytes[i] !== 39) continue;
    if (bytes[i + 1] === 39) {
      i++;
      continue;
    }
    if (bytes[i - 1] === 92 && i - 1 > at && bytes[i - 2] !== 92) {
      const next = bytes[i + 1];
      if (next !== undefined && !isSpace(next) && next !== 44 && next !== 41 && next !== 59) continue;
    }
    return i + 1;
  }
  return end;
});

const sqlComments = [line('--'), block('/*', '*/', { nested: true })];
const sql: Trigger[] = [
  ...sqlComments,
  line('#', {
    when: (scan, at) => firstOnLine(scan, at) && (scan.bytes[at + 1] === 32 || scan.bytes[at + 1] === 35),
  }),
  sqlString,
  doubled('"', true),
  text('`', '`', { escape: null }),
  dollarQuote,
];

/** Lua's [[ … ]] and [==[ … ]==]; after -- it is a comment. */
function luaLong(comment: boolean): Trigger {
  return trigger(comment ? '-' : '[', (scan, at) => {
    const { bytes, end } = scan;
    if (comment && bytes[at + 1] !== 45) return NONE;
    const first = comment ? at + 2 : at;
    if (bytes[first] !== 91) return NONE;
    let open = first + 1;
    while (open < end && bytes[open] === 61) open++;
    if (bytes[open] !== 91) return comment ? NONE : open;
    const close = new Uint8Array(open - first + 1).fill(61);
    close[0] = close[close.length - 1] = 93;
    const to = find(bytes, close, open + 1, end);
    const after = to < 0 ? end : to + close.length;
    if (comment) scan.comment(at, open + 1, to < 0 ? end : to, after, true);
    return after;
  });
}

/** A comment of fixed-form Fortran: C, c, *, d or ! in the first column. */
const fixedColumn: Trigger = {
  on: 'Cc*Dd!',
  match: (scan, at) => {
    const { bytes, end } = scan;
    if (!atLineStart(scan, at)) return NONE;
    const to = lineEnd(bytes, at, end);
    scan.comment(at, at + 1, to, to, false);
    return to;
  },
};

/** COBOL: * or / in column 7. */
const cobolColumn: Trigger = {
  on: '*/',
  match: (scan, at) => {
    const { bytes, end } = scan;
    let start = at;
    while (start > 0 && at - start < 8 && !isEol(bytes[start - 1]!)) start--;
    if (at - start !== 6 && !(at === start && bytes[at] === 42)) return NONE;
    const to = lineEnd(bytes, at, end);
    scan.comment(at, at + 1, to, to, false);
    return to;
  },
};

/** MATLAB's %{ … %} blocks, whose marks stand alone on their lines. */
function matlabBlock(mark: string): Trigger {
  const open = ascii(`${mark}{`);
  const close = ascii(`${mark}}`);
  return trigger(mark, (scan, at) => {
    const { bytes, end } = scan;
    if (!startsWith(bytes, open, at, end) || !firstOnLine(scan, at)) return NONE;
    if (!restIsBlank(bytes, at + 2, end)) return NONE;
    let depth = 1;
    for (let next = nextLine(bytes, at, end); next < end; next = nextLine(bytes, next, end)) {
      const start = skipBlanks(bytes, next, end);
      const alone = restIsBlank(bytes, start + 2, end);
      if (alone && startsWith(bytes, open, start, end)) depth++;
      else if (alone && startsWith(bytes, close, start, end) && --depth === 0) {
        scan.comment(at, at + 2, start, start + 2, true);
        return start + 2;
      }
    }
    scan.comment(at, at + 2, end, end, true);
    return end;
  });
}

/** ' transposes after an operand and opens a string elsewhere. */
const matlabQuote: Trigger = trigger("'", (scan, at) => {
  const { bytes, end } = scan;
  const before = at > 0 ? bytes[at - 1]! : 10;
  if (isWord(before) || [41, 93, 125, 39, 46].includes(before)) return at + 1;
  for (let i = at + 1; i < end && !isEol(bytes[i]!); i++) {
    if (bytes[i] !== 39) continue;
    if (bytes[i + 1] !== 39) return i + 1;
    i++;
  }
  return NONE;
});

const matlab: Trigger[] = [matlabBlock('%'), line('%'), line('...'), matlabQuote, doubled('"')];

/** GAS: # is a comment where it is not an immediate (#4) or a directive (#define). */
const gasHash = (scan: Scan, at: number): boolean => {
  const { bytes, end } = scan;
  const next = bytes[at + 1];
  if (firstOnLine(scan, at)) {
    const word = skipBlanks(bytes, at + 1, end);
    let to = word;
    while (to < end && to - word < LONGEST_DIRECTIVE + 1 && bytes[to]! < 128 && isWord(bytes[to]!)) to++;
    return to === word || !DIRECTIVES.has(textOf(bytes, word, to));
  }
  if (next === undefined || isSpace(next) || next === 35) return true;
  return afterSpace(scan, at) && !(next === 45 || next === 40 || next === 58 || (next >= 48 && next <= 57));
};

const DIRECTIVES: ReadonlySet<string> = new Set(
  'define undef include if ifdef ifndef elif else endif error warning pragma line'.split(' '),
);
const LONGEST_DIRECTIVE = 'include'.length;

const assembly: Trigger[] = [
  block('/*', '*/'),
  line('//'),
  line('#', { when: gasHash }),
  line(';'),
  line('@', { when: (scan, at) => afterSpace(scan, at) && isSpace(scan.bytes[at + 1] ?? 32) }),
  text('"'),
];

const commandStart = ({ bytes }: Scan, at: number): boolean => {
  let i = at - 1;
  while (i >= 0 && (bytes[i] === 32 || bytes[i] === 9)) i--;
  return i < 0 || isEol(bytes[i]!) || bytes[i] === 58;
};

export const classic: readonly Language[] = [
  language(
    'sql',
    { ext: 'sql ddl dml psql pgsql plsql pls pks pkb tsql mysql hql cql prc tab viw db2 q.sql' },
    sql,
  ),
  language(
    'lua',
    { ext: 'lua rockspec luau nse wlua p8 pd_lua', files: '.luacheckrc', run: 'lua luajit texlua luau' },
    [
      luaLong(true),
      line('--'),
      line('#!', { when: (_, at) => at === 0 }),
      luaLong(false),
      text('"'),
      text("'"),
    ],
  ),
  language('moonscript', { ext: 'moon' }, [
    line('--'),
    text('"', '"', { lines: true }),
    text("'", "'", { lines: true }),
  ]),
  language('fortran', { ext: 'f90 f95 f03 f08 f18 f15 f2k h90 fpp', run: 'fortran' }, [
    line('!'),
    fortranString('"'),
    fortranString("'"),
  ]),
  language('fortran-fixed', { ext: 'f for f77 ftn' }, [fixedColumn, line('!'), doubled('"'), doubled("'")]),
  language('ada', { ext: 'adb ads ada gpr adc' }, [line('--'), doubled('"'), character]),
  language('vhdl', { ext: 'vhd vhdl vho vhs' }, [line('--'), block('/*', '*/'), doubled('"'), character]),
  language('pascal', { ext: 'pas dpr dpk lpr pp.pas lfm.pas p.pas delphi', run: 'instantfpc' }, [
    block('{', '}'),
    block('(*', '*)'),
    line('//'),
    doubled("'"),
  ]),
  language('modula', { ext: 'mod def mi m3 i3 oberon ob2' }, [
    block('(*', '*)', { nested: true }),
    text('"'),
    text("'"),
  ]),
  language('visual-basic', { ext: 'vb vbs bas frm cls.vb ctl vba dsr' }, [
    line("'"),
    wordLine('rem', commandStart),
    doubled('"'),
  ]),
  language('matlab', { ext: 'matlab mlx.m', run: 'matlab' }, matlab),
  language('octave', { ext: 'oct', run: 'octave' }, [...matlab, matlabBlock('#'), line('#')]),
  language('cobol', { ext: 'cob cbl cobol cpy' }, [cobolColumn, line('*>'), doubled('"'), doubled("'")]),
  language('assembly', { ext: 's sx s.in mips' }, assembly),
  language('nasm', { ext: 'asm nasm a51 inc.asm masm tasm' }, [line(';'), text('"'), text("'")]),
  language('forth', { ext: 'fth forth 4th frt' }, [
    line('\\', { when: (scan, at) => afterSpace(scan, at) && isSpace(scan.bytes[at + 1] ?? 32) }),
    block('(', ')', { when: (scan, at) => afterSpace(scan, at) && scan.bytes[at + 1] === 32, closed: true }),
    literal('."', 2),
    text('"'),
  ]),
  language('abap', { ext: 'abap' }, [line('*', { when: atLineStart }), line('"'), text("'"), text('`')]),
  language('sas', { ext: 'sas' }, [
    block('/*', '*/'),
    block('*', ';', { when: statementStart, closed: true }),
    doubled('"', true),
    doubled("'", true),
  ]),
  language('stata', { ext: 'do ado doh ihlp mata' }, [
    block('/*', '*/', { nested: true }),
    line('//', { when: afterSpace }),
    line('*', { when: firstOnLine }),
    text('"', '"', { escape: null }),
  ]),
  language('llvm', { ext: 'll.ir mir' }, [line(';'), text('"')]),
  language('applescript', { ext: 'applescript scpt', run: 'osascript' }, [
    line('--'),
    line('#', { when: firstOnLine }),
    block('(*', '*)', { nested: true }),
    text('"', '"', { lines: true }),
  ]),
  language('autohotkey', { ext: 'ahk ahkl' }, [
    line(';', { when: afterSpace }),
    block('/*', '*/', { when: firstOnLine }),
    doubled('"'),
  ]),
  language('autoit', { ext: 'au3' }, [
    block('#cs', '#ce', { when: firstOnLine }),
    line(';'),
    doubled('"'),
    doubled("'"),
  ]),
  language('eiffel', { ext: 'e' }, [line('--'), text('"', '"', { escape: '%' })]),
  language('m4', { ext: 'm4 ac', files: 'configure.in' }, [wordLineDnl(), line('#')]),
  language('alloy', { ext: 'als' }, [line('//'), line('--'), block('/*', '*/')]),
  language('tlaplus', { ext: 'tla' }, [line('\\*'), block('(*', '*)', { nested: true }), text('"')]),
  language('wolfram', { ext: 'wl wls nb mt' }, [
    block('(*', '*)', { nested: true }),
    text('"', '"', { lines: true }),
  ]),
  language('maxima', { ext: 'mac mc max' }, [
    block('/*', '*/', { nested: true }),
    text('"', '"', { lines: true }),
  ]),
  language('stan', { ext: 'stan' }, [line('//'), block('/*', '*/'), line('#'), text('"')]),
  language('postscript', { ext: 'ps eps' }, [line('%'), parentheses()]),
];

function statementStart({ bytes }: Scan, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && isSpace(bytes[i]!)) i--;
  return i < 0 || bytes[i] === 59;
}

/** m4's dnl, to the end of the line. */
function wordLineDnl(): Trigger {
  return wordLine('dnl', ({ bytes }, at) => at === 0 || !isWord(bytes[at - 1]!));
}

/** PostScript's ( … ) strings, nested. */
function parentheses(): Trigger {
  return trigger('(', ({ bytes, end }, at) => {
    let depth = 0;
    for (let i = at; i < end; i++) {
      if (bytes[i] === 92) i++;
      else if (bytes[i] === 40) depth++;
      else if (bytes[i] === 41 && --depth === 0) return i + 1;
    }
    return end;
  });
}

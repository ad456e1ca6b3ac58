/** Functional and logic languages. */
import { atLineStart, lineEnd, nextLine, skipSpace, startsWith } from '../engine/bytes';
import { language, type Language } from '../engine/language';
import { block, character, line, literal, skipTo, text, trigger, unescaped } from '../engine/rules';
import { isEol, isSpace, isWord, NONE, type Scan, type Trigger } from '../engine/scan';

const SYMBOLS = new Set(Array.from('!#$%&*+./<=>?@\\^|-~:', (c) => c.charCodeAt(0)));

/** Haskell: two or more dashes begin a comment unless they are part of an operator such as --> or |--. */
const dashes: Trigger = trigger('-', (scan, at) => {
  const { bytes, end } = scan;
  let open = at;
  while (open < end && bytes[open] === 45) open++;
  if (open - at < 2) return NONE;
  const next = bytes[open];
  if ((next !== undefined && SYMBOLS.has(next)) || (at > 0 && SYMBOLS.has(bytes[at - 1]!))) return open;
  const to = lineEnd(bytes, open, end);
  scan.comment(at, at + 2, to, to, false);
  return to;
});

export const haskell: readonly Trigger[] = [
  block('{-', '-}', { nested: true }),
  dashes,
  skipTo('[r|', '|]'),
  text('"'),
  character,
];

interface MlOptions {
  /** (*) is an operator. */
  readonly operator?: boolean;
  /** Strings in it are strings, so that "*)" does not end it. */
  readonly strings?: boolean;
  readonly characters?: boolean;
}

/** ML's (* … *), nested. */
function mlComment({ operator, strings, characters }: MlOptions): Trigger {
  return trigger('(', (scan, at) => {
    const { bytes, end } = scan;
    if (bytes[at + 1] !== 42 || (operator && bytes[at + 2] === 41)) return NONE;
    let depth = 1;
    let to = end;
    let i = at + 2;
    for (; i < end; i++) {
      const byte = bytes[i]!;
      if (byte === 40 && bytes[i + 1] === 42) {
        depth++;
        i++;
      } else if (byte === 42 && bytes[i + 1] === 41) {
        i++;
        if (--depth === 0) {
          to = i - 1;
          i++;
          break;
        }
      } else if (byte === 34 && strings) i = stringEnd(bytes, i, end);
      else if (byte === 39 && characters) {
        const after = character.match(scan, i);
        if (after !== NONE) i = after - 1;
      }
    }
    const after = Math.min(i, end);
    scan.comment(at, at + 2, Math.min(to, after), after, true);
    return after;
  });
}

/** The closing quote of the string at `open`, or `open` itself when there is none: prose has lone quotes. */
function stringEnd(bytes: Uint8Array, open: number, end: number): number {
  for (let i = open + 1; i < end && i < open + 2000; i++) {
    if (bytes[i] === 92) i++;
    else if (bytes[i] === 34) return i;
  }
  return open;
}

/** OCaml {|…|} and {id|…|id}. */
const quotedOcaml: Trigger = trigger('{', (scan, at) => {
  const { bytes, end } = scan;
  let bar = at + 1;
  if (bytes[bar] === 37) bar++;
  while (bar < end && bar - at < 40 && ((bytes[bar]! >= 97 && bytes[bar]! <= 122) || bytes[bar] === 95))
    bar++;
  if (bytes[bar] !== 124 || !scan.mayFail()) return NONE;
  const close = new Uint8Array(bar - at + 1);
  close[0] = 124;
  close.set(bytes.subarray(at + 1, bar), 1);
  close[close.length - 1] = 125;
  for (let i = bar + 1; i < end; i++)
    if (bytes[i] === 124 && startsWith(bytes, close, i, end)) return i + close.length;
  scan.failed();
  return NONE;
});

const multiline = text('"', '"', { lines: true });

/** #\; and \; are characters; so are #\" and \". */
const lispCharacter = literal('#\\', 3);
/** A symbol; a bar of something else loses no more than its line. */
const bars = text('|');

const lisp: Trigger[] = [block('#|', '|#', { nested: true }), lispCharacter, line(';'), multiline];

/** `#;` comments the datum behind it out: to the bracket that closes it, or the word. */
const datumComment: Trigger = trigger('#', (scan, at) => {
  const { bytes, end } = scan;
  if (bytes[at + 1] !== 59) return NONE;
  let from = skipSpace(bytes, at + 2, end);
  while (from < end && "'`,@".includes(String.fromCharCode(bytes[from]!))) from++;
  if (bytes[from] === 35 && isOpen(bytes[from + 1] ?? 0)) from++;
  // Another one comments its own datum out first.
  if (bytes[from] === 35 && bytes[from + 1] === 59) return from;
  const to = isOpen(bytes[from] ?? 0) ? formEnd(scan, from) : wordEnd(bytes, from, end);
  if (to === NONE) return at + 2;
  scan.comment(at, at + 2, to, to, true);
  return to;
});

/** The end of the form whose bracket opens at `from`; NONE when it is never closed. */
function formEnd(scan: Scan, from: number): number {
  if (!scan.mayFail()) return NONE;
  const { bytes, end } = scan;
  let depth = 0;
  for (let i = from; i < end; i++) {
    const byte = bytes[i]!;
    if (isOpen(byte)) depth++;
    else if (byte === 41 || byte === 93) {
      if (--depth === 0) return i + 1;
    } else if (byte === 35 && bytes[i + 1] === 92) i += 2;
    else if (byte === 35 && bytes[i + 1] === 59) i++;
    else if (byte === 59) i = lineEnd(bytes, i, end);
    else if (byte === 34) i = stringEnd(bytes, i, end);
  }
  scan.failed();
  return NONE;
}

function isOpen(byte: number): boolean {
  return byte === 40 || byte === 91;
}

function wordEnd(bytes: Uint8Array, from: number, end: number): number {
  let i = from;
  while (i < end && !isSpace(bytes[i]!) && !'()[]";'.includes(String.fromCharCode(bytes[i]!))) i++;
  return i;
}

/** `#<<END` of Racket and Chicken: text to the line that is END. */
const hereText: Trigger = trigger('#', (scan, at) => {
  const { bytes, end } = scan;
  if (bytes[at + 1] !== 60 || (bytes[at + 2] !== 60 && bytes[at + 2] !== 35) || !scan.mayFail()) return NONE;
  const eol = lineEnd(bytes, at, end);
  const word = bytes.subarray(at + 3, eol);
  if (word.length === 0 || word.length > 100) return NONE;
  for (let next = nextLine(bytes, eol, end); next < end; next = nextLine(bytes, next, end)) {
    const after = next + word.length;
    if (startsWith(bytes, word, next, end) && (after === end || isEol(bytes[after]!))) return after;
  }
  scan.failed();
  return NONE;
});

/** Gauche has regular expressions between #/ and /. */
export const scheme: readonly Trigger[] = [datumComment, hereText, text('#/', '/'), ...lisp, bars];

/** A backtick begins a name here, and a text in ReScript. */
const reason: Trigger[] = [
  line('//'),
  block('/*', '*/', { nested: true }),
  quotedOcaml,
  multiline,
  character,
];

/** Erlang and Prolog: $% and 0'% are characters. */
const dollarCharacter: Trigger = trigger('$', ({ bytes }, at) => (bytes[at + 1] === 92 ? at + 3 : at + 2));

const prologZero: Trigger = trigger("'", ({ bytes }: Scan, at) => {
  if (bytes[at - 1] !== 48 || (at > 1 && isWord(bytes[at - 2]!))) return NONE;
  return bytes[at + 1] === 92 ? at + 3 : at + 2;
});

export const functional: readonly Language[] = [
  language(
    'haskell',
    { ext: 'hs hsc hs-boot chs cabal.hs hsig', run: 'runhaskell runghc stack haskell' },
    haskell,
  ),
  language('cabal', { ext: 'cabal', files: 'cabal.project cabal.project.*' }, [line('--')]),
  language('purescript', { ext: 'purs' }, [
    block('{-', '-}'),
    dashes,
    text('"""', '"""', { escape: null, lines: true }),
    text('"'),
    character,
  ]),
  language('elm', { ext: 'elm' }, [
    block('{-', '-}', { nested: true }),
    line('--'),
    text('"""', '"""', { lines: true }),
    text('"'),
    character,
  ]),
  language('idris', { ext: 'idr lidr agda lean4.idr' }, haskell),
  language('lean', { ext: 'lean' }, [block('/-', '-/', { nested: true }), line('--'), multiline, character]),
  language('ocaml', { ext: 'ml mli mll mly eliom re2ml ml4 mlp', run: 'ocaml ocamlrun' }, [
    mlComment({ strings: true, characters: true }),
    quotedOcaml,
    multiline,
    character,
  ]),
  language('reason', { ext: 're rei' }, reason),
  language('rescript', { ext: 'res resi' }, [...reason, text('`', '`', { lines: true })]),
  language('sml', { ext: 'sml fun sig' }, [mlComment({}), text('"')]),
  language('coq', { ext: 'coq' }, [
    mlComment({ strings: true }),
    text('"', '"', { escape: null, doubled: true, lines: true }),
  ]),
  language('fsharp', { ext: 'fs fsi fsx fsscript fst fsti', run: 'dotnet-fsi' }, [
    mlComment({ operator: true, strings: true, characters: true }),
    line('//'),
    text('"""', '"""', { escape: null, lines: true }),
    text('@"', '"', { escape: null, doubled: true, lines: true }),
    multiline,
    character,
  ]),
  language(
    'erlang',
    { ext: 'erl hrl escript xrl yrl app.src', files: 'rebar.config rebar.lock sys.config', run: 'escript' },
    [line('%'), dollarCharacter, text('"""', '"""', { escape: null, lines: true }), multiline, text("'")],
  ),
  language('clojure', { ext: 'clj cljs cljc cljx edn bb', run: 'clojure bb lumo' }, [
    literal('\\', 2),
    line(';'),
    line('#!', { when: (_, at) => at === 0 }),
    multiline,
  ]),
  language('lisp', { ext: 'lisp lsp cl asd l.lisp fasl.lisp', run: 'sbcl clisp' }, [...lisp, bars]),
  language('scheme', { ext: 'scm ss sld sls sps rktl', run: 'guile scheme gosh csi' }, scheme),
  language('racket', { ext: 'rkt rktd', run: 'racket' }, scheme),
  language('emacs-lisp', { ext: 'el', files: '.emacs .spacemacs Cask', run: 'emacs' }, [
    trigger('?', ({ bytes }, at) => {
      if (at > 0 && isWord(bytes[at - 1]!)) return NONE;
      return bytes[at + 1] === 92 ? at + 3 : at + 2;
    }),
    line(';'),
    multiline,
  ]),
  language('fennel', { ext: 'fnl hy' }, [line(';'), multiline]),
  language('prolog', { ext: 'prolog pro plg ecl lgt logtalk', run: 'swipl prolog' }, [
    line('%'),
    block('/*', '*/'),
    prologZero,
    multiline,
    text("'", "'", { lines: true }),
    text('`'),
  ]),
  language('mercury', { ext: 'mercury elpi' }, [line('%'), block('/*', '*/'), multiline]),
  language('smalltalk', { ext: 'st' }, [
    trigger('$', (_, at) => at + 2),
    text("'", "'", { escape: null, doubled: true, lines: true }),
    smalltalkComment(),
  ]),
  language('wat', { ext: 'wat wast' }, [line(';;'), block('(;', ';)', { nested: true }), text('"')]),
  language('pony', { ext: 'pony' }, [
    line('//'),
    block('/*', '*/', { nested: true }),
    text('"""', '"""', { escape: null, lines: true }),
    multiline,
  ]),
  language('rebol', { ext: 'r3 reb red reds' }, [line(';'), text('"')]),
  language('newlisp', { ext: 'nl lfe' }, [line(';'), line('#', { when: atLineStart }), multiline]),
  language('metapost', { ext: 'mp mf' }, [line('%', { when: unescaped }), text('"')]),
];

function smalltalkComment(): Trigger {
  return block('"', '"');
}

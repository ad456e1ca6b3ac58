/** Languages whose comments begin with #, and whose strings are richer than C's. */
import { afterSpace, ascii, atLineStart, firstOnLine, nextLine, startsWith } from '../engine/bytes';
import { language, type Language } from '../engine/language';
import {
  block,
  character,
  interpolated,
  brackets,
  lazy,
  line,
  literal,
  text,
  trigger,
} from '../engine/rules';
import { isWord, mode, NONE, type Mode, type Trigger } from '../engine/scan';

/** Python, and what was made after it: the prefix of a string does not change where it ends. */
const python: Trigger[] = [
  line('#'),
  text('"""', '"""', { lines: true }),
  text("'''", "'''", { lines: true }),
  text('"'),
  text("'"),
];

const hole = (make: (code: () => Mode) => Trigger[]): (() => Mode) =>
  lazy(() => {
    const nested = lazy(() => mode([...triggers, ...brackets('{', '}')]));
    const triggers = make(nested);
    return mode(triggers);
  });

/** ?# and ?" are characters where no operand stands before. */
export const questionCharacter: Trigger = trigger('?', (scan, at) => {
  const { bytes } = scan;
  if (at > 0 && (isWord(bytes[at - 1]!) || bytes[at - 1] === 41 || bytes[at - 1] === 93)) return NONE;
  const next = bytes[at + 1];
  if (next === undefined || next <= 32) return NONE;
  if (next === 92) return at + 3;
  const after = bytes[at + 2];
  return after !== undefined && isWord(after) ? NONE : at + 2;
});

/** Elixir sigils: ~r/…/, ~s(…), ~S""" … """; a capital takes no escapes. */
const sigil: Trigger = trigger('~', (scan, at) => {
  const { bytes, end } = scan;
  const letter = bytes[at + 1] ?? 0;
  const capital = letter >= 65 && letter <= 90;
  if (!capital && !(letter >= 97 && letter <= 122)) return NONE;
  let open = at + 2;
  while (capital && open - at < 12 && bytes[open]! >= 65 && bytes[open]! <= 90) open++;
  const index = '([{<"\'/|'.indexOf(String.fromCharCode(bytes[open] ?? 0));
  if (index < 0 || !scan.mayFail()) return NONE;
  const close = ')]}>"\'/|'.charCodeAt(index);
  const triple =
    (close === 34 || close === 39) && bytes[open + 1] === close && bytes[open + 2] === close ? 3 : 1;
  for (let i = open + triple; i < end; i++) {
    if (bytes[i] === 92 && !capital) i++;
    else if (bytes[i] === close && (triple === 1 || (bytes[i + 1] === close && bytes[i + 2] === close))) {
      return i + triple;
    }
  }
  scan.failed();
  return NONE;
});

const elixir = hole((code) => [
  line('#'),
  sigil,
  interpolated('"""', '"""', '#{', code, { lines: true }),
  interpolated("'''", "'''", '#{', code, { lines: true }),
  interpolated('"', '"', '#{', code, { lines: true }),
  interpolated("'", "'", '#{', code, { lines: true }),
  questionCharacter,
]);

export const coffeeMode = hole((code) => [
  block('###', '###', { when: ({ bytes }, at) => bytes[at + 3] !== 35, closed: true }),
  line('#'),
  interpolated('"""', '"""', '#{', code, { lines: true }),
  text("'''", "'''", { lines: true }),
  interpolated('"', '"', '#{', code, { lines: true }),
  text("'", "'", { lines: true }),
  text('///', '///', { lines: true }),
  text('`', '`', { lines: true }),
]);

/** Nix '' strings: ''$ and ''' are escapes, ${…} holds code. */
const nix: () => Mode = lazy(() => {
  const nested = lazy(() => mode([...triggers, ...brackets('{', '}')]));
  const indented = mode([
    literal("'''"),
    literal("''$"),
    literal("''\\", 4),
    trigger("'", (scan, at) => {
      if (scan.bytes[at + 1] !== 39) return NONE;
      scan.pop();
      return at + 2;
    }),
    literal('$$'),
    trigger('$', (scan, at) => {
      if (scan.bytes[at + 1] !== 123) return NONE;
      scan.push(nested());
      return at + 2;
    }),
  ]);
  const triggers: Trigger[] = [
    line('#'),
    block('/*', '*/'),
    trigger("'", (scan, at) => {
      if (scan.bytes[at + 1] !== 39 || (at > 0 && isWord(scan.bytes[at - 1]!))) return NONE;
      scan.push(indented);
      return at + 2;
    }),
    interpolated('"', '"', '${', nested, { lines: true }),
  ];
  return mode(triggers);
});

/** Tcl: a comment stands where a command may begin. */
const tclCommand = ({ bytes }: { bytes: Uint8Array }, at: number): boolean => {
  let i = at - 1;
  while (i >= 0 && (bytes[i] === 32 || bytes[i] === 9)) i--;
  return i < 0 || [10, 13, 59, 123, 91].includes(bytes[i]!);
};

/** awk's /…/ where no operand stands before. */
const awkRegex: Trigger = trigger('/', (scan, at) => {
  const { bytes, end } = scan;
  if (at < scan.noRegexBefore) return NONE;
  let i = at - 1;
  while (i >= scan.base && (bytes[i] === 32 || bytes[i] === 9)) i--;
  const last = i < 0 ? 10 : bytes[i]!;
  if (isWord(last) || last === 41 || last === 93 || last === 36 || last === 34) return NONE;
  let inClass = false;
  for (i = at + 1; i < end && bytes[i] !== 10 && bytes[i] !== 13; i++) {
    if (bytes[i] === 92) i++;
    else if (bytes[i] === 91) inClass = true;
    else if (bytes[i] === 93) inClass = false;
    else if (bytes[i] === 47 && !inClass) return i + 1;
  }
  scan.noRegexBefore = i;
  return NONE;
});

/** Robot Framework: # begins a comment after two blanks or at the start of a cell. */
const robot: Trigger = line('#', {
  when: (scan, at) =>
    firstOnLine(scan, at) || (afterSpace(scan, at) && (scan.bytes[at - 1] === 9 || afterSpace(scan, at - 1))),
});

/** Everything between a line that begins with `open` and one that begins with `close`. */
export function lineBlock(open: string, close: string): Trigger {
  const opener = ascii(open);
  const closer = ascii(close);
  return trigger(open, (scan, at) => {
    const { bytes, end } = scan;
    if (!atLineStart(scan, at) || !startsWith(bytes, opener, at, end)) return NONE;
    const from = at + opener.length;
    if (from < end && isWord(bytes[from]!)) return NONE;
    let next = nextLine(bytes, at, end);
    while (next < end && !startsWith(bytes, closer, next, end)) next = nextLine(bytes, next, end);
    const after = Math.min(end, next + closer.length);
    scan.comment(at, from, Math.max(from, Math.min(next, end)), after, true);
    return after;
  });
}

const hash = line('#');
const strings = [text('"'), text("'")];

export const scripting: readonly Language[] = [
  language(
    'python',
    {
      ext: 'py pyw pyi pyx pxd pxi py3 gyp gypi wsgi bzl bazel star sky tac rpy smk xonshrc sage py.in',
      files:
        'SConstruct SConscript wscript BUILD BUILD.bazel WORKSPACE WORKSPACE.bazel MODULE.bazel Tiltfile Snakefile .pythonrc .pythonstartup BUCK TARGETS',
      run: 'python python2 python3 pypy pypy3 jython ipython xonsh py',
    },
    python,
  ),
  language('gdscript', { ext: 'gd' }, python),
  language('mojo', { ext: 'mojo' }, python),
  language('nim', { ext: 'nim nims nimble nimrod', run: 'nim' }, [
    block('##[', ']##', { nested: true }),
    block('#[', ']#', { nested: true }),
    hash,
    text('"""', '"""', { escape: null, lines: true }),
    text('"', '"', {
      escape: null,
      doubled: true,
      when: ({ bytes }, at) => at > 0 && isWord(bytes[at - 1]!),
    }),
    text('"'),
    character,
  ]),
  language('elixir', { ext: 'ex exs', files: 'mix.lock', run: 'elixir' }, elixir),
  language(
    'coffeescript',
    { ext: 'coffee litcoffee cson iced', files: 'Cakefile', run: 'coffee' },
    coffeeMode,
  ),
  language('julia', { ext: 'jl', run: 'julia' }, [
    block('#=', '=#', { nested: true }),
    hash,
    text('"""', '"""', { lines: true }),
    text('"', '"', { lines: true }),
    text('```', '```', { lines: true }),
    text('`', '`', { lines: true }),
    character,
  ]),
  language('r', { ext: 'r rprofile s.r', files: '.Rprofile', run: 'rscript r littler' }, [
    hash,
    trigger('"', rRaw),
    trigger("'", rRaw),
    text('"', '"', { lines: true }),
    text("'", "'", { lines: true }),
    text('`', '`', { lines: true }),
  ]),
  language('nix', { ext: 'nix', files: 'flake.lock.nix' }, nix),
  language('tcl', { ext: 'tcl tk itcl exp tm', run: 'tclsh wish expect tcl' }, [
    literal('\\', 2),
    line('#', { when: tclCommand, splice: true }),
    text('"', '"', { when: afterSpace }),
  ]),
  language('awk', { ext: 'awk gawk mawk', run: 'awk gawk mawk nawk' }, [hash, text('"'), awkRegex]),
  language('sed', { ext: 'sed gsed ssed', run: 'sed' }, [line('#', { when: firstOnLine })]),
  language('gherkin', { ext: 'feature' }, [
    line('#', { when: firstOnLine }),
    text('"""', '"""', { escape: null, lines: true }),
  ]),
  language('robot', { ext: 'robot resource' }, [robot]),
  language('graphql', { ext: 'graphql gql graphqls' }, [
    hash,
    text('"""', '"""', { lines: true }),
    text('"'),
  ]),
  language('meson', { files: 'meson.build meson_options.txt meson.options' }, [
    hash,
    text("'''", "'''", { escape: null, lines: true }),
    text("'"),
  ]),
  language('just', { ext: 'just', files: 'justfile .justfile' }, [
    hash,
    ...strings,
    text('`', '`', { escape: null }),
  ]),
  language('zeek', { ext: 'zeek bro' }, [hash, text('"')]),
  language('gnuplot', { ext: 'gp gnuplot plt plot gnu', run: 'gnuplot' }, [hash, ...strings]),
  language('puppet', { ext: 'pp' }, [
    hash,
    block('/*', '*/'),
    text('"', '"', { lines: true }),
    text("'", "'", { lines: true }),
  ]),
  language('dhall', { ext: 'dhall' }, [line('--'), block('{-', '-}', { nested: true }), text('"')]),
  language('jsonnet', { ext: 'jsonnet libsonnet' }, [
    line('//'),
    block('/*', '*/'),
    hash,
    text('"', '"', { lines: true }),
    text("'", "'", { lines: true }),
    text('|||', '|||', { escape: null, lines: true }),
  ]),
];

/** R's r"(…)" and R"---[ … ]---". */
function rRaw(scan: { bytes: Uint8Array; end: number }, at: number): number {
  const { bytes, end } = scan;
  const prefix = bytes[at - 1];
  if ((prefix !== 114 && prefix !== 82) || (at > 1 && isWord(bytes[at - 2]!))) return NONE;
  let open = at + 1;
  while (open < end && bytes[open] === 45) open++;
  const index = '([{'.indexOf(String.fromCharCode(bytes[open] ?? 0));
  if (index < 0) return NONE;
  const close = ascii(
    ')]}'[index]! + '-'.repeat(Math.min(64, open - at - 1)) + String.fromCharCode(bytes[at]!),
  );
  for (let i = open + 1; i < end; i++) if (startsWith(bytes, close, i, end)) return i + close.length;
  return end;
}

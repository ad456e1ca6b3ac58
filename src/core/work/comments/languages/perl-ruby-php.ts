/** Languages that need to know whether an operand stands before a byte, and have quotes of any delimiter. */
import { ascii, atLineStart, nextLine, startsWith, skipBlanks, skipSpace } from '../engine/bytes';
import { endOfCode, heredoc, heredocBodies, phpHeredoc } from '../engine/heredoc';
import { language, type Language } from '../engine/language';
import { lastCode, regex, wordBefore } from '../engine/operand';
import { block, brackets, interpolated, lazy, leave, line, literal, text, trigger } from '../engine/rules';
import { isEol, isSpace, isWord, mode, NONE, type Mode, type Scan, type Trigger } from '../engine/scan';
import { html } from './html';
import { lineBlock, questionCharacter } from './scripting';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/**
 * The end of a delimited text whose delimiter stands at `at`, brackets counted and backslashes heeded; NONE when it
 * is never closed.
 */
function delimitedEnd(scan: Scan, at: number): number {
  if (!scan.mayFail()) return NONE;
  const { bytes, end } = scan;
  const open = bytes[at]!;
  const close = (CLOSING[String.fromCharCode(open)] ?? String.fromCharCode(open)).charCodeAt(0);
  let depth = 1;
  for (let i = at + 1; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === 92) i++;
    else if (byte === close) {
      if (--depth === 0) return i + 1;
    } else if (byte === open) depth++;
  }
  scan.failed();
  return NONE;
}

const PERL_BEFORE_REGEX = new Set(
  'split grep map join if unless and or not return x lt gt le ge eq ne cmp while until push unshift when'.split(
    ' ',
  ),
);

function perlDivides(scan: Scan, at: number): boolean {
  const { bytes } = scan;
  const last = lastCode(scan, at);
  if (last < 0) return false;
  const byte = bytes[last]!;
  if (isWord(byte)) {
    const { word, before } = wordBefore(scan, last);
    return before === 36 || before === 64 || before === 37 || before === 62 || !PERL_BEFORE_REGEX.has(word);
  }
  return (
    byte === 41 ||
    byte === 93 ||
    byte === 125 ||
    byte === 34 ||
    byte === 39 ||
    (byte === 36 && at - last === 1)
  );
}

/** Where a statement or an operand begins even a comma delimits. */
function bindsRegex(scan: Scan, at: number): boolean {
  const last = lastCode(scan, at);
  if (last < 0) return false;
  const byte = scan.bytes[last]!;
  if (isWord(byte)) return PERL_BEFORE_REGEX.has(wordBefore(scan, last).word);
  return byte === 123 ? at - last > 1 : '~(=!&|;}'.includes(String.fromCharCode(byte));
}

/** q qq qw qx qr m: one text; s tr y: two. */
const perlQuotes: Trigger = {
  on: 'qmsty',
  match: (scan, at) => {
    const { bytes, end } = scan;
    const before = at > 0 ? bytes[at - 1]! : 32;
    // A variable, a method, a filetest, part of a name.
    if (isWord(before) || before === 36 || before === 64 || before === 37 || before === 38 || before === 45)
      return NONE;
    // A flag of the regex that ends here.
    if (before === 47) return NONE;
    if (before === 62 && bytes[at - 2] === 45) return NONE;
    if (before === 58 && bytes[at - 2] === 58) return NONE;
    if (before === 39 && at > 1 && isWord(bytes[at - 2]!)) return NONE;
    let from = at + 1;
    const first = bytes[at]!;
    let parts = 1;
    if (first === 113) {
      const next = bytes[from];
      if (next === 113 || next === 119 || next === 120 || next === 114) from++;
    } else if (first === 115 || first === 121) parts = 2;
    else if (first === 116) {
      if (bytes[from] !== 114) return NONE;
      from++;
      parts = 2;
    }
    if (from >= end || isWord(bytes[from]!)) return NONE;
    const delimiter = skipSpace(bytes, from, end);
    const open = bytes[delimiter];
    if (open === undefined || isWord(open)) return NONE;
    const char = String.fromCharCode(open);
    if (open === 61 && (bytes[delimiter + 1] === 62 || delimiter > from)) return NONE;
    if (
      (char === ',' && (delimiter > from || from === at + 1) && !bindsRegex(scan, at)) ||
      ';)'.includes(char) ||
      (delimiter > from && !'([{<|/!'.includes(char))
    )
      return NONE;
    if (open === 125 || (before === 123 && bytes[skipBlanks(bytes, from, end)] === 125)) return NONE;
    if (isSpace(before) && isAfterSub(scan, at)) return NONE;
    let to = delimitedEnd(scan, delimiter);
    if (to === NONE) return from;
    let second = NONE;
    if (parts === 2) {
      second = CLOSING[char] === undefined ? to - 1 : skipSpace(bytes, to, end);
      to = second < end ? delimitedEnd(scan, second) : end;
      if (to === NONE) return from;
    }
    // q and qq take no flags; `qr/x/s]` ends with one, and no other quote begins there.
    if (first === 113 && bytes[at + 1] !== 114) return to;
    const flags = to;
    while (to < end && isLetter(bytes[to]!)) to++;
    // s{…}{…}e replaces by what code gives.
    if (first === 115 && bytes[second] === 123 && bytes.subarray(flags, to).includes(101))
      scan.within(perlMode(), second + 1, flags - 1);
    return to;
  },
};

function isLetter(byte: number): boolean {
  return isWord(byte) && byte > 57 && byte < 128 && byte !== 95;
}

function isAfterSub(scan: Scan, at: number): boolean {
  let i = at - 1;
  while (i > 0 && at - i < 40 && isSpace(scan.bytes[i]!)) i--;
  return wordBefore(scan, i).word === 'sub';
}

/** `=head1` … `=cut` at line starts. */
const pod: Trigger = trigger('=', (scan, at) => {
  const { bytes, end } = scan;
  if (!atLineStart(scan, at)) return NONE;
  const first = bytes[at + 1] ?? 0;
  if (!((first >= 97 && first <= 122) || (first >= 65 && first <= 90))) return NONE;
  const cut = ascii('=cut');
  let next = at;
  while (next < end && !startsWith(bytes, cut, next, end)) next = nextLine(bytes, next, end);
  const after = next < end ? nextLine(bytes, next, end) : end;
  if (next > at) scan.comment(at, at, next, after, true);
  return after;
});

/** What follows __DATA__ is data, but for its documentation. After __END__ stands the manual: no remarks on the code. */
const podOnly = mode([pod]);

/** Names such as $#, $", $' and $/ hold no quote. */
const sigilName: Trigger = {
  on: '$',
  match: ({ bytes }, at) => {
    const next = bytes[at + 1];
    return next === 35 || next === 34 || next === 39 || next === 47 || next === 96 || next === 36
      ? at + 2
      : NONE;
  },
};

/** A quote that may be the old package separator (isn't) or belong to a word: no string begins inside a word. */
const notInWord = ({ bytes }: Scan, at: number): boolean =>
  at === 0 || !isWord(bytes[at - 1]!) || bytes[at - 1]! >= 128;

const perl: Trigger[] = [
  pod,
  line('#'),
  sigilName,
  text('"', '"', { lines: true }),
  text("'", "'", { lines: true, when: notInWord }),
  text('`', '`', { lines: true }),
  regex({ divides: perlDivides, reach: () => 4000 }),
  heredoc({
    indent: '~',
    when: ({ bytes }, at) => {
      const next = bytes[at + 2] ?? 0;
      return next === 34 || next === 39 || next === 126 || (isWord(next) && next > 57);
    },
  }),
  heredocBodies,
  perlQuotes,
  endOfCode('__END__'),
  endOfCode('__DATA__', podOnly),
];

const perlMode = lazy(() => mode(perl));

const RUBY_BEFORE_EXPRESSION = new Set(
  'if unless while until and or not return when in then else elsif do case puts print p yield assert_match expect raise split gsub sub scan match'.split(
    ' ',
  ),
);

/** In Ruby `foo /x/` calls with a regex and `foo / x` divides. */
function rubyDivides(scan: Scan, at: number): boolean {
  const { bytes } = scan;
  const last = lastCode(scan, at);
  if (last < 0 || isLineBetween(bytes, last + 1, at)) return false;
  const byte = bytes[last]!;
  if (isWord(byte) || byte === 63 || byte === 33) {
    const { word, before } = wordBefore(scan, byte === 63 || byte === 33 ? last - 1 : last);
    // `def /(other)` names a method.
    if (before === 64 || before === 36 || (byte >= 48 && byte <= 57) || word === 'def') return true;
    if (RUBY_BEFORE_EXPRESSION.has(word) && before !== 46) return false;
    return !(at - last > 1 && !isSpace(bytes[at + 1] ?? 32) && bytes[at + 1] !== 61);
  }
  // `a./(b)` and `:/` name it.
  if (byte === 46) return bytes[last - 1] !== 46;
  if (byte === 58 && at - last === 1) return !isWord(bytes[last - 1] ?? 32);
  return byte === 41 || byte === 93 || byte === 125 || byte === 34 || byte === 39 || byte === 96;
}

/** What a line ends with is no left operand of what the next one begins with. */
function isLineBetween(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isEol(bytes[i]!)) return true;
  return false;
}

const ruby = lazy(() => {
  const nested = lazy(() => mode([...triggers, ...brackets('{', '}')]));
  /** %q{…} %w[…] %r{…} %(…). */
  const percent: Trigger = trigger('%', (scan, at) => {
    const { bytes } = scan;
    let delimiter = at + 1;
    const kind = String.fromCharCode(bytes[delimiter] ?? 0);
    if ('qQwWiIrsx'.includes(kind)) delimiter++;
    const char = String.fromCharCode(bytes[delimiter] ?? 0);
    if (!'([{<|!/^-'.includes(char)) return NONE;
    if (delimiter === at + 1 && !'([{<|!'.includes(char)) return NONE;
    if (rubyDivides(scan, at)) return NONE;
    const to = delimitedEnd(scan, delimiter);
    return to === NONE ? delimiter : to;
  });
  const triggers: Trigger[] = [
    lineBlock('=begin', '=end'),
    line('#'),
    sigilName,
    interpolated('"', '"', '#{', nested, { lines: true }),
    text("'", "'", { lines: true }),
    interpolated('`', '`', '#{', nested, { lines: true }),
    regex({ divides: rubyDivides, reach: () => 2000 }),
    percent,
    questionCharacter,
    heredoc({
      indent: '-~',
      capital: true,
      when: ({ bytes }, at) =>
        !(isWord(bytes[at + 2] ?? 0) && at > 0 && (isWord(bytes[at - 1]!) || bytes[at - 1] === 93)),
    }),
    heredocBodies,
    endOfCode('__END__'),
  ];
  return mode(triggers);
});

const php = lazy((): Mode => {
  const code = mode([
    line('//', { until: '?>' }),
    literal('#['),
    line('#', { until: '?>' }),
    block('/*', '*/'),
    leave('?>'),
    phpHeredoc,
    text('"', '"', { lines: true }),
    text("'", "'", { lines: true }),
    text('`', '`', { lines: true }),
  ]);
  const open: Trigger = trigger('<', (scan, at) => {
    const { bytes, end } = scan;
    if (bytes[at + 1] !== 63) return NONE;
    if (startsWith(bytes, ascii('xml'), at + 2, end)) return NONE;
    scan.push(code);
    return at + (bytes[at + 2] === 61 ? 3 : startsWith(bytes, ascii('php'), at + 2, end) ? 5 : 2);
  });
  return mode([open, line('#!', { when: (_, at) => at === 0 }), ...html]);
});

export const perlRubyPhp: readonly Language[] = [
  language(
    'perl',
    {
      ext: 'pl pm t perl ph plx psgi cgi xs.pl al pm.in pl.in',
      files: 'cpanfile Makefile.PL Build.PL .perltidyrc',
      run: 'perl cperl',
    },
    perl,
  ),
  language('pod', { ext: 'pod' }, [pod]),
  language(
    'ruby',
    {
      ext: 'rb rbw rake gemspec ru podspec jbuilder rabl thor rbi cap god watchr builder',
      files:
        'Rakefile Gemfile Guardfile Vagrantfile Capfile Podfile Fastfile Appfile Brewfile Dangerfile Thorfile Berksfile Puppetfile Rantfile .irbrc .pryrc .simplecov',
      run: 'ruby jruby rake macruby',
    },
    ruby,
  ),
  language('crystal', { ext: 'cr', run: 'crystal' }, ruby),
  language('php', { ext: 'php php3 php4 php5 php7 phtml phpt inc.php ctp module.php', run: 'php' }, php),
];

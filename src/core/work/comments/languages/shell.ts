/** Shells, and the files that embed them: makefiles, Dockerfiles. */
import {
  ascii,
  atLineStart,
  countBefore,
  find,
  firstOnLine,
  lineEnd,
  startsWith,
  restIsBlank,
} from '../engine/bytes';
import { heredoc, heredocBodies } from '../engine/heredoc';
import { language, type Language } from '../engine/language';
import {
  block,
  brackets,
  enter,
  escaped,
  lazy,
  leave,
  line,
  literal,
  splicedLine,
  text,
  trigger,
  unescaped,
  wordLine,
} from '../engine/rules';
import { isEol, mode, NONE, type Scan, type Trigger } from '../engine/scan';

/** A shell's # begins a comment only where a word may begin. */
const wordStart = (scan: Scan, at: number): boolean => {
  if (atLineStart(scan, at)) return true;
  switch (scan.bytes[at - 1]) {
    case 32:
    case 9:
    case 59: // ;
    case 124: // |
    case 38: // &
    case 40: // (
    case 41: // )
    case 96: // `
    case 64: // @ of a makefile's recipe
      return countBefore(scan.bytes, at - 1, 92) % 2 === 0;
    default:
      return false;
  }
};

const shell = lazy(() => {
  const nested = lazy(() => mode([...triggers, ...brackets('(', ')')]));
  const arithmetic = lazy(() => mode([...brackets('(', ')'), literal('\\', 2), quoted, dollar]));
  const dollar: Trigger = trigger('$', (scan, at) => {
    const { bytes, end } = scan;
    const next = bytes[at + 1];
    if (next === 40) {
      // $(( … )) ends at two parentheses: the inner one is counted.
      const sums = bytes[at + 2] === 40;
      scan.push(sums ? arithmetic() : nested());
      if (sums) scan.depth = 1;
      return at + (sums ? 3 : 2);
    }
    if (next === 123) {
      scan.push(expansion);
      return at + 2;
    }
    if (next === 39) return ansiEnd(bytes, at + 2, end);
    return next === 35 || next === 36 ? at + 2 : NONE;
  });
  const dollarInQuotes: Trigger = trigger('$', (scan, at) => {
    const next = scan.bytes[at + 1];
    return next === 40 || next === 123 ? dollar.match(scan, at) : NONE;
  });
  const inQuotes = mode([escaped, leave('"'), dollarInQuotes]);
  const quoted = enter('"', () => inQuotes);
  const single = text("'", "'", { escape: null, lines: true });
  const expansion = mode([escaped, leave('}'), quoted, dollar]);
  const triggers: Trigger[] = [
    line('#', { when: wordStart }),
    escaped,
    single,
    quoted,
    dollar,
    heredoc({ indent: '-', blanks: true }),
    heredocBodies,
  ];
  return mode(triggers);
});

function ansiEnd(bytes: Uint8Array, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    if (bytes[i] === 92) i++;
    else if (bytes[i] === 39) return i + 1;
  }
  return end;
}

/** PowerShell @" … "@ and @' … '@: the end stands at the start of a line. */
const hereString: Trigger = trigger('@', (scan, at) => {
  const { bytes, end } = scan;
  const quote = bytes[at + 1];
  if (quote !== 34 && quote !== 39) return NONE;
  if (!restIsBlank(bytes, at + 2, end) || !scan.mayFail()) return NONE;
  const close = Uint8Array.of(quote, 64);
  for (let i = at + 2; i < end; i++) {
    if (isEol(bytes[i]!) && startsWith(bytes, close, i + 1, end)) return i + 3;
  }
  scan.failed();
  return NONE;
});

const powershell = lazy(() => {
  const nested = lazy(() => mode([...triggers, ...brackets('(', ')')]));
  const inQuotes = mode([literal('`', 2), literal('""'), leave('"'), enter('$(', nested)]);
  const triggers: Trigger[] = [
    block('<#', '#>'),
    literal('`', 2),
    line('#', {
      when: (scan, at) => wordStart(scan, at) || '{}=,'.includes(String.fromCharCode(scan.bytes[at - 1]!)),
    }),
    hereString,
    enter('"', () => inQuotes),
    text("'", "'", { escape: null, doubled: true, lines: true }),
  ];
  return mode(triggers);
});

/** REM where a command begins: first on its line (after @), or after & or (. */
const commandStart = ({ bytes }: Scan, at: number): boolean => {
  let i = at - 1;
  while (i >= 0 && [32, 9, 64].includes(bytes[i]!)) i--;
  return i < 0 || isEol(bytes[i]!) || [38, 40, 41, 124].includes(bytes[i]!);
};

const recipe = splicedLine('\t', shell, atLineStart, '@-+');

/** CMake's [=[ … ]=]; after # it is a comment, alone it is a string. */
function bracket(comment: boolean): Trigger {
  return trigger(comment ? '#' : '[', (scan, at) => {
    const { bytes, end } = scan;
    const first = comment ? at + 1 : at;
    if (bytes[first] !== 91) return NONE;
    let open = first + 1;
    while (open < end && bytes[open] === 61) open++;
    if (bytes[open] !== 91 || (!comment && !scan.mayFail())) return NONE;
    const close = ascii(']' + '='.repeat(Math.min(open - first - 1, 64)) + ']');
    const to = find(bytes, close, open + 1, end);
    if (to < 0 && !comment) {
      scan.failed();
      return NONE;
    }
    const after = to < 0 ? end : to + close.length;
    if (comment) scan.comment(at, open + 1, to < 0 ? end : to, after, true);
    return after;
  });
}

export const shells: readonly Language[] = [
  language(
    'shell',
    {
      ext: 'sh bash zsh ksh csh tcsh ash dash mksh exlib bats ebuild eclass command sh.in bash.in zsh-theme envrc tmux sbuild install preinst postinst prerm postrm',
      files:
        '.bashrc .bash_profile .bash_aliases .bash_logout .bash_login .profile .zshrc .zshenv .zprofile .zlogin .zlogout .kshrc .xinitrc .xsession .envrc bashrc zshrc profile PKGBUILD APKBUILD configure.ac.sh gradlew mvnw .husky',
      run: 'sh bash zsh ksh csh tcsh ash dash mksh rbash bats busybox shell-script openrc-run',
    },
    shell,
  ),
  language('fish', { ext: 'fish', run: 'fish' }, [
    line('#', { when: wordStart }),
    escaped,
    text('"', '"', { lines: true }),
    text("'", "'", { lines: true }),
  ]),
  language('powershell', { ext: 'ps1 psm1 psd1 ps1xml.ps1', run: 'pwsh powershell' }, powershell),
  language('batch', { ext: 'bat cmd' }, [
    wordLine('rem', commandStart),
    line('::', { when: (scan, at) => firstOnLine(scan, at) || scan.bytes[at - 1] === 64 }),
  ]),
  language(
    'makefile',
    {
      ext: 'mk mak make mkfile makefile am mk.in',
      files:
        'Makefile Makefile.* makefile GNUmakefile BSDmakefile OCamlMakefile Kbuild Kbuild.* Makevars Makevars.* makefile.*',
      run: 'make gmake makefile',
    },
    [recipe, line('#', { when: unescaped, splice: true })],
  ),
  language(
    'dockerfile',
    {
      ext: 'dockerfile containerfile docker',
      files: 'Dockerfile Dockerfile.* Dockerfile-* Containerfile Containerfile.*',
    },
    [line('#', { when: firstOnLine }), heredoc({ indent: '-' }), heredocBodies],
  ),
  language('cmake', { ext: 'cmake cmake.in', files: 'CMakeLists.txt' }, [
    bracket(true),
    line('#'),
    bracket(false),
    text('"', '"', { lines: true }),
    escaped,
  ]),
  language(
    'vim',
    {
      ext: 'vim vimrc nvim exrc',
      files: '.vimrc .gvimrc .exrc vimrc gvimrc _vimrc _gvimrc _exrc',
      run: 'vim',
    },
    [trigger('"', vimQuote), text("'", "'", { escape: null, doubled: true })],
  ),
  language('elvish', { ext: 'elv' }, [
    line('#'),
    text('"'),
    text("'", "'", { escape: null, doubled: true, lines: true }),
  ]),
  language('nushell', { ext: 'nu', run: 'nu' }, [
    line('#', { when: wordStart }),
    text('"', '"', { lines: true }),
    text("'", "'", { escape: null, lines: true }),
  ]),
];

/** In Vim script a quote opens a comment where a command may begin or no second quote follows; else a string. */
function vimQuote(scan: Scan, at: number): number {
  const { bytes, end } = scan;
  const first = firstOnLine(scan, at);
  if (!first) {
    let close = at + 1;
    while (close < end && bytes[close] !== 34 && !isEol(bytes[close]!)) close += bytes[close] === 92 ? 2 : 1;
    if (close < end && bytes[close] === 34) return close + 1;
    if (bytes[at - 1] !== 32 && bytes[at - 1] !== 9) return NONE;
  }
  const to = lineEnd(bytes, at, end);
  scan.comment(at, at + 1, to, to, false);
  return to;
}

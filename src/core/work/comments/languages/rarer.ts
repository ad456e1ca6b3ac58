/** Languages that a developer meets now and then, each by its comments and strings alone. */
import { afterSpace, atLineStart, lineEnd } from '../engine/bytes';
import { language, type Language } from '../engine/language';
import { block, brackets, enter, island, lazy, leave, line, text, trigger, unescaped } from '../engine/rules';
import { isWord, mode, NONE, type Mode, type Scan, type Trigger } from '../engine/scan';
import { haskell, scheme } from './functional';
import { lineBlock } from './scripting';

const strings = [text('"'), text("'")];
const slashes: readonly Trigger[] = [line('//'), block('/*', '*/'), ...strings];
const hash: readonly Trigger[] = [line('#'), ...strings];

/** No string begins inside a word: isn't. */
const notInWord = ({ bytes }: Scan, at: number): boolean => at === 0 || !isWord(bytes[at - 1]!);

/** Scheme between #( and ), in which there is LilyPond between #{ and #}. */
const lilypond = lazy((): Mode => {
  const inScheme = lazy(() => mode([enter('#{', inside), ...scheme, ...brackets('(', ')')]));
  const triggers: readonly Trigger[] = [
    block('%{', '%}'),
    line('%'),
    text('"', '"', { lines: true }),
    ...['#(', "#'(", '#`(', '$('].map((open) => enter(open, inScheme)),
  ];
  const inside = lazy(() => mode([leave('#}'), ...triggers]));
  return mode(triggers);
});

const haskellMode = lazy(() => mode(haskell));

export const rarer: readonly Language[] = [
  language(
    'raku',
    { ext: 'raku rakumod rakutest rakudoc p6 pm6 pl6 p6m p6l 6pl 6pm nqp', run: 'raku perl6 rakudo' },
    [
      ...['()', '[]', '{}', '<>'].flatMap((pair) =>
        ['`', '|', '='].map((mark) => block(`#${mark}${pair[0]!}`, pair[1]!)),
      ),
      line('#'),
      lineBlock('=begin', '=end'),
      line('=head', { when: atLineStart }),
      line('=for', { when: atLineStart }),
      text('"', '"', { when: notInWord }),
      text("'", "'", { when: notInWord }),
    ],
  ),
  language('nsis', { ext: 'nsi nsh' }, [line(';'), line('#'), block('/*', '*/'), ...strings, text('`')]),
  language('isabelle', { ext: 'thy' }, [
    block('(*', '*)', { nested: true }),
    text('"', '"', { lines: true }),
  ]),
  language('rd', { ext: 'rd' }, [line('%', { when: unescaped })]),
  language('lilypond', { ext: 'ly ily lyi' }, lilypond),
  language('literate-haskell', { ext: 'lhs' }, [
    island('\\begin{code}', '\\end{code}', haskellMode),
    trigger('>', (scan, at) => {
      if (!atLineStart(scan, at)) return NONE;
      const to = lineEnd(scan.bytes, at, scan.end);
      scan.within(haskellMode(), at + 1, to);
      return to;
    }),
    line('%', { when: unescaped }),
  ]),
  language('cfengine', { ext: 'cf' }, [line('#', { when: afterSpace }), ...strings]),
  language('xquery', { ext: 'xq xql xqm xqy xquery' }, [
    block('(:', ':)', { nested: true }),
    text('"', '"', { escape: null, doubled: true, lines: true }),
    text("'", "'", { escape: null, doubled: true, lines: true }),
  ]),
  language('livescript', { ext: 'ls', run: 'lsc' }, [block('/*', '*/'), line('#'), ...strings]),
  language('rexx', { ext: 'rexx rex rx arexx', run: 'rexx regina' }, [
    block('/*', '*/', { nested: true }),
    ...strings,
  ]),
  language('scilab', { ext: 'sci sce' }, [line('//'), block('/*', '*/'), text('"')]),
  language('factor', { ext: 'factor' }, [line('!', { when: afterSpace }), text('"')]),
  language('pig', { ext: 'pig' }, [line('--'), block('/*', '*/'), ...strings]),
  language('gap', { ext: 'gap gi' }, hash),
  language('icon', { ext: 'icn' }, hash),
  language('smali', { ext: 'smali' }, [line('#'), text('"')]),
  language('relax-ng', { ext: 'rnc' }, hash),
  language('cypher', { ext: 'cypher cyp' }, slashes),
  language('io', { ext: 'io' }, [line('#'), ...slashes]),
  language('usd', { ext: 'usd usda' }, hash),
  language('varnish', { ext: 'vcl' }, [line('#'), ...slashes]),
  language('sieve', { ext: 'sieve siv' }, [line('#'), block('/*', '*/'), text('"', '"', { lines: true })]),
  language('bc', { ext: 'bc', run: 'bc' }, [line('#'), block('/*', '*/'), text('"', '"', { lines: true })]),
  language('xtend', { ext: 'xtend' }, [
    line('//'),
    block('/*', '*/'),
    text("'''", "'''", { escape: null, lines: true }),
    ...strings,
  ]),
  // Comments and strings as in C.
  ...(
    [
      ['asymptote', 'asy'],
      ['chapel', 'chpl'],
      ['freefem', 'edp'],
      ['koka', 'kk kki'],
      ['modelica', 'mo'],
      ['mql', 'mq4 mq5 mqh'],
      ['nesc', 'nc'],
      ['pike', 'pike pmod'],
      ['povray', 'pov'],
      ['ragel', 'rl'],
      ['smithy', 'smithy'],
      ['sourcepawn', 'sp'],
      ['supercollider', 'scd'],
      ['webidl', 'webidl'],
      ['wren', 'wren'],
      ['yang', 'yang'],
      ['zephir', 'zep'],
    ] as const
  ).map(([name, ext]) => language(name, { ext }, slashes)),
];

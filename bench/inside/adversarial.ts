import { commentsAt, languages } from '../../src/core/work/comments';

/**
 * SIZE ROUNDS: the worst that can be found for the lexer among openers that never close, of every language in every
 * other: each repeated to a sixteenth of SIZE bytes finds the worst ones, which are then measured at SIZE.
 */
const [size = '1000000', rounds = '9', worst = '12'] = process.argv.slice(2);

const OPENERS = [
  ...[
    '`${',
    '<a>',
    '<a ',
    '/[ ',
    '/* ',
    '"',
    "'",
    '$tag$',
    '$$ ',
    '<<A\n',
    '<<"A"\n',
    "<<'A' ",
    'R"x(',
    '[==[',
  ],
  ...[
    '--[=[',
    '(*',
    '{-',
    '#|',
    '{',
    '}',
    '(',
    '"""',
    '"${',
    '"#{',
    '$(',
    '"$(',
    '${',
    '<<<',
    '<<<A\n',
    '%q{',
  ],
  ...[
    'q{',
    's{',
    'm ',
    'y(',
    '=begin\n',
    '=pod\n',
    '<!--',
    '<script>',
    '<script ',
    '<style>',
    '<![CDATA[',
    '{{',
  ],
  ...[
    '{{!',
    '{%',
    '{% comment %}',
    '`',
    '``` ',
    '~~~\n',
    '<% ',
    '<?php ',
    '```',
    '~r/',
    '@"\n',
    "@'\n",
    '$"',
  ],
  ...[
    '$@"',
    '\\begin{verbatim}',
    '.. \n',
    '////\n',
    '----\n',
    'key: |\n',
    '- |\n ',
    '"a\\',
    '//',
    '#',
    '/',
    '\\',
  ],
  ...[
    '\t',
    '\n',
    '\r',
    ' ',
    '=',
    '<',
    '-',
    '--',
    '|',
    '[',
    '#[',
    '#[[',
    '#[=[',
    '{|',
    '{a|',
    '%{\n',
    "''",
    '?',
  ],
  ...['$', '@', 'ab', 'q', 's/', '\'"', '/+', '#{', 'q(', '{/*', '<<E', '\n=a', '// TODO\n', '/* TODO */'],
  ...[
    '# TODO\n',
    'TODO ',
    '-- TODO\n',
    '<x/>',
    '</',
    '<a/>(',
    '<a>(',
    '///',
    '###',
    '###\n',
    '"""a',
    '(("',
    '("',
  ],
  ...[
    'x) /',
    'x)/',
    'a(/',
    '} /',
    '"\\(',
    '"#',
    '#"',
    '//[',
    'rem ',
    ':: ',
    "'TODO",
    '; TODO\n',
    ';',
    ',',
    '  #\n',
  ],
  ...['/*/', '*/', '/**/'],
];

function bytesOf(opener: string, length: number): Uint8Array {
  return new TextEncoder().encode(opener.repeat(Math.ceil(length / opener.length)).slice(0, length));
}

function timeOf(bytes: Uint8Array, language: (typeof languages)[number]): number {
  const { user, system } = process.cpuUsage();
  commentsAt(bytes, language, [bytes.length - 1]);
  const used = process.cpuUsage({ user, system });
  return (used.user + used.system) / 1000;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const repeated = (bytes: Uint8Array, language: (typeof languages)[number]): number =>
  median(Array.from({ length: Number(rounds) }, () => timeOf(bytes, language)));

const short = OPENERS.flatMap((opener) => {
  const bytes = bytesOf(opener, Number(size) / 16);
  return languages.map((language) => ({ opener, language, time: timeOf(bytes, language) }));
});
const measured = short
  .sort((a, b) => b.time - a.time)
  .slice(0, Number(worst))
  .map(({ opener, language }) => ({
    what: `${language.name}: ${JSON.stringify(opener)}`,
    quarter: repeated(bytesOf(opener, Number(size) / 4), language),
    whole: repeated(bytesOf(opener, Number(size)), language),
  }))
  .sort((a, b) => b.whole - a.whole);
process.stdout.write(JSON.stringify({ tried: short.length, worst: measured }));

/** Settings and data. */
import {
  afterSpace,
  atLineStart,
  firstOnLine,
  lineEnd,
  nextLine,
  restIsBlank,
  skipBlanks,
} from '../engine/bytes';
import { heredoc, heredocBodies } from '../engine/heredoc';
import { language, type Language } from '../engine/language';
import { block, brackets, interpolated, lazy, line, text } from '../engine/rules';
import { isEol, isSpace, mode, NONE, type Mode, type Scan, type Trigger } from '../engine/scan';

/** True where a YAML value begins; elsewhere a quote is a plain character (don't). */
function valueStart({ bytes }: Scan, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && (bytes[i] === 32 || bytes[i] === 9)) i--;
  if (i < 0 || isEol(bytes[i]!)) return true;
  const before = bytes[i]!;
  if (before === 44 && i === at - 1) return mayBeFlow(bytes, at); // "a","b" there; else "what ends a text,"
  if (before === 91 || before === 123 || before === 44) return true; // [ { ,
  if (i === at - 1) return before === 58; // "a":"b" within JSON-like flow
  if (before === 58 || before === 45 || before === 63) return true; // : - ?
  // After a tag or an anchor: !!str "x", &a 'x'.
  while (i >= 0 && !isSpace(bytes[i]!)) i--;
  return bytes[i + 1] === 33 || bytes[i + 1] === 38;
}

/** False where the line's text up to `at` is plain: no bracket is open, and no quote begins it. */
function mayBeFlow(bytes: Uint8Array, at: number): boolean {
  let first = 0;
  for (let i = at - 1; i >= 0 && !isEol(bytes[i]!); i--) {
    if (at - i > 256) return true;
    const byte = bytes[i]!;
    if (byte === 91 || byte === 123) return true;
    if (!isSpace(byte) && byte !== 45) first = byte;
  }
  return first === 34 || first === 39;
}

/** `key: |` and `- >-`: the deeper lines below are text. */
const blockScalar: Trigger = {
  on: '|>',
  match: (scan, at) => {
    const { bytes, end } = scan;
    if (!isSpace(bytes[at - 1] ?? 10) || !valueStart(scan, at)) return NONE;
    let header = at + 1;
    while (header < end && (bytes[header] === 43 || bytes[header] === 45 || isDigit(bytes[header]!)))
      header++;
    const rest = skipBlanks(bytes, header, end);
    if (rest < end && !isEol(bytes[rest]!) && !(bytes[rest] === 35 && rest > header)) return NONE;
    if (bytes[rest] === 35) {
      const stop = lineEnd(bytes, rest, end);
      scan.comment(rest, rest + 1, stop, stop, false);
    }
    const indent = parentIndent(bytes, at);
    let to = lineEnd(bytes, rest, end);
    for (let next = nextLine(bytes, to, end); next < end; next = nextLine(bytes, next, end)) {
      let content = next;
      while (content < end && bytes[content] === 32) content++;
      if (restIsBlank(bytes, content, end)) continue;
      if (content - next <= indent) break;
      to = lineEnd(bytes, content, end);
    }
    return to;
  },
};

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

/** The column of the key or dash that a block scalar belongs to; -1 at the top of a document. */
function parentIndent(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && !isEol(bytes[start - 1]!)) start--;
  let column = start;
  let dash = -1;
  for (;;) {
    while (bytes[column] === 32) column++;
    if ((bytes[column] !== 45 && bytes[column] !== 63) || !isSpace(bytes[column + 1]!)) break;
    dash = column;
    column += 2;
  }
  if (bytes[start] === 45 && bytes[start + 1] === 45) return -1;
  if (column >= at) return dash >= 0 ? dash - start : -1;
  return column - start;
}

const yaml: Trigger[] = [
  line('#', { when: afterSpace }),
  blockScalar,
  text('"', '"', { lines: true, when: valueStart }),
  text("'", "'", { escape: null, doubled: true, lines: true, when: valueStart }),
];

const hcl = lazy((): Mode => {
  const nested = lazy(() => mode([...triggers, ...brackets('{', '}')]));
  const triggers: Trigger[] = [
    line('#'),
    line('//'),
    block('/*', '*/'),
    interpolated('"', '"', '${', nested, { lines: false }),
    heredoc({ indent: '-' }),
    heredocBodies,
  ];
  return mode(triggers);
});

const hashFirst = line('#', { when: firstOnLine });
const hashAfterSpace = line('#', { when: afterSpace });
/**
 * Where a line begins, or behind a value and a blank: so for Git, PHP, Windows and Dist::Zilla, and elsewhere there
 * hardly ever is one. `color = #fff` is a value.
 */
const afterValue = (scan: Scan, at: number): boolean => {
  if (!afterSpace(scan, at)) return false;
  const { bytes } = scan;
  let i = at - 1;
  while (i >= 0 && (bytes[i] === 32 || bytes[i] === 9)) i--;
  return i < 0 || (bytes[i] !== 61 && bytes[i] !== 58);
};

const semicolonFirst = line(';', { when: firstOnLine });
const strings = [text('"'), text("'")];

/** A line of a properties file that the one before carried over is part of its value. */
const freshLine = (scan: Scan, at: number): boolean => {
  if (!firstOnLine(scan, at)) return false;
  const { bytes } = scan;
  let i = at - 1;
  while (i >= 0 && (bytes[i] === 32 || bytes[i] === 9)) i--;
  if (bytes[i] === 10 && bytes[i - 1] === 13) i--;
  return i <= 0 || bytes[i - 1] !== 92;
};

/** PO files: # lines are comments, also those that comment old messages out (`#~`). */
const poComment = line('#', { when: atLineStart });

export const config: readonly Language[] = [
  language(
    'yaml',
    {
      ext: 'yml yaml yaml.tmpl syntax sublime-syntax yaml-tmlanguage reek rviz eyaml cff',
      files:
        '.clang-format .clang-tidy .clangd .gemrc .yamllint CITATION.cff .prettierrc .stylelintrc glide.lock',
      run: 'yaml',
    },
    yaml,
  ),
  language(
    'toml',
    { ext: 'toml', files: 'Cargo.lock poetry.lock uv.lock Gopkg.lock Pipfile pdm.lock .taplo' },
    [
      line('#'),
      text('"""', '"""', { lines: true }),
      text("'''", "'''", { escape: null, lines: true }),
      text('"'),
      text("'", "'", { escape: null }),
    ],
  ),
  language(
    'ini',
    {
      ext: 'ini cfg inf reg desktop service socket timer target mount path slice automount swap netdev network link rules conf.ini buildcfg url theme gitconfig editorconfig prefs lektorproject wrap pc.in gitmodules hgrc pylintrc coveragerc flake8 npmrc device scope',
      files:
        '.editorconfig .gitconfig .gitmodules .hgrc .npmrc .pylintrc .coveragerc .flake8 .pypirc .yarnrc .ackrc .cargo-ok config.ini setup.cfg tox.ini pip.conf buildozer.spec',
    },
    [line('#', { when: afterValue }), line(';', { when: afterValue })],
  ),
  language('properties', { ext: 'properties prop' }, [
    line('#', { when: freshLine }),
    line('!', { when: freshLine }),
  ]),
  language(
    'ignore-list',
    {
      ext: 'gitignore gitattributes dockerignore npmignore eslintignore prettierignore hgignore vscodeignore ignore helmignore stylelintignore gitkeep mailmap',
      files:
        '.gitignore .gitattributes .dockerignore .npmignore .eslintignore .prettierignore .hgignore .vscodeignore .mailmap .ignore .rgignore .helmignore CODEOWNERS .git-blame-ignore-revs .gcloudignore .cvsignore .bzrignore',
    },
    [line('#', { when: atLineStart })],
  ),
  language('requirements', { files: 'requirements*.txt constraints*.txt', ext: 'requirements.txt' }, [
    hashAfterSpace,
  ]),
  language('dotenv', { ext: 'env env.example', files: '.env .env.* .flaskenv' }, [
    hashAfterSpace,
    text('"', '"', { lines: true }),
    text("'", "'", { lines: true }),
  ]),
  language(
    'conf',
    {
      ext: 'conf cnf conf.in muttrc inputrc screenrc nanorc sources list',
      files:
        'nginx.conf httpd.conf Caddyfile .htaccess .htpasswd ssh_config sshd_config .inputrc .screenrc .tmux.conf .curlrc .wgetrc .nanorc fstab hosts crontab sudoers Procfile robots.txt .dir_colors',
    },
    [hashAfterSpace, semicolonFirst],
  ),
  language('caddy', { ext: 'caddyfile caddy nginx nginxconf vhost htaccess' }, [hashAfterSpace, ...strings]),
  language(
    'hcl',
    { ext: 'hcl tf tfvars nomad workflow tofu pkr.hcl', files: '.terraformrc terraform.rc' },
    hcl,
  ),
  language('ninja', { ext: 'ninja' }, [hashFirst]),
  language('gettext', { ext: 'po pot' }, [poComment]),
  language('gn', { ext: 'gn gni' }, [line('#'), text('"')]),
  language('kconfig', { files: 'Kconfig Kconfig.* Config.in Config.in.*', ext: 'kconfig' }, [
    hashAfterSpace,
    ...strings,
  ]),
  language('bitbake', { ext: 'bb bbappend bbclass' }, [hashFirst]),
  language('rpm-spec', { ext: 'spec' }, [hashFirst]),
  language('qmake', { ext: 'pri prf qmake' }, [line('#')]),
  language('textproto', { ext: 'textproto pbtxt prototxt textpb txtpb' }, [line('#'), ...strings]),
  language('turtle', { ext: 'ttl nt n3 sparql rq trig' }, [
    line('#', { when: afterSpace }),
    text('"""', '"""', { lines: true }),
    text('"'),
  ]),
  language('kdl', { ext: 'kdl' }, [
    line('//'),
    block('/*', '*/', { nested: true }),
    text('"', '"', { lines: true }),
  ]),
  language('ron', { ext: 'ron' }, [
    line('//'),
    block('/*', '*/', { nested: true }),
    text('"', '"', { lines: true }),
  ]),
  language('sshkey-list', { files: 'authorized_keys known_hosts' }, [hashFirst]),
  language('debian', { files: 'control copyright watch', ext: 'dsc' }, [line('#', { when: atLineStart })]),
  language('antlr', { ext: 'g4 g3 g' }, [line('//'), block('/*', '*/'), text("'")]),
  language('bnf', { ext: 'bnf ebnf abnf' }, [
    block('(*', '*)'),
    line(';', { when: firstOnLine }),
    ...strings,
  ]),
  language('peg', { ext: 'pegjs peg pest' }, [line('//'), block('/*', '*/'), ...strings]),
];

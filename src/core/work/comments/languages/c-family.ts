/** C and the languages that took its comments: // to the end of the line and between slash-star pairs. */
import { find, firstOnLine, lineEnd, skipBlanks, startsWith, ascii } from '../engine/bytes';
import { language, type Language } from '../engine/language';
import {
  block,
  brackets,
  cCharacter,
  character,
  enter,
  escaped,
  interpolated,
  lazy,
  leave,
  leaveAtLineEnd,
  line,
  literal,
  text,
} from '../engine/rules';
import { isWord, mode, NONE, type Mode, type Trigger } from '../engine/scan';
import { javascript, typescript } from './javascript';

const slashes = [line('//'), block('/*', '*/')];
const spliced = [line('//', { splice: true }), block('/*', '*/')];
const nestedSlashes = [line('//'), block('/*', '*/', { nested: true })];
const quotes = [text('"'), text("'")];

/** C++ R"x( … )x", with any encoding prefix. */
const rawCpp: Trigger = {
  on: '"',
  match: ({ bytes, end }, at) => {
    if (bytes[at - 1] !== 82) return NONE;
    let from = at - 2;
    while (from >= 0 && at - from < 5 && isWord(bytes[from]!)) from--;
    const prefix = String.fromCharCode(...bytes.subarray(from + 1, at - 1));
    if (!['', 'u8', 'u', 'U', 'L'].includes(prefix)) return NONE;
    let open = at + 1;
    while (open < end && open - at < 18 && bytes[open] !== 40) {
      const byte = bytes[open]!;
      if (byte <= 32 || byte === 41 || byte === 92 || byte === 34) return NONE;
      open++;
    }
    if (bytes[open] !== 40) return NONE;
    const close = new Uint8Array(open - at + 1);
    close[0] = 41;
    close.set(bytes.subarray(at + 1, open), 1);
    close[close.length - 1] = 34;
    const to = find(bytes, close, open + 1, end);
    return to < 0 ? end : to + close.length;
  },
};

/** Rust r"…", r#"…"#, br##"…"##: on the quote, with the number of # before it. */
const rawRust: Trigger = {
  on: '"',
  match: ({ bytes, end }, at) => {
    let before = at - 1;
    while (before >= 0 && bytes[before] === 35) before--;
    const hashes = at - 1 - before;
    if (bytes[before] !== 114) return NONE;
    const prefix = bytes[before - 1];
    const start = prefix === 98 || prefix === 99 ? before - 1 : before;
    if (start > 0 && isWord(bytes[start - 1]!)) return NONE;
    return rawEnd(bytes, at + 1, end, hashes);
  },
};

function rawEnd(bytes: Uint8Array, from: number, end: number, hashes: number): number {
  const close = new Uint8Array(hashes + 1).fill(35);
  close[0] = 34;
  const to = find(bytes, close, from, end);
  return to < 0 ? end : to + close.length;
}

/** Swift #"…"# and #"""…"""#. */
const rawSwift: Trigger = {
  on: '#',
  match: ({ bytes, end }, at) => {
    let open = at;
    while (open < end && bytes[open] === 35) open++;
    if (bytes[open] !== 34) return open;
    const hashes = open - at;
    const triple = startsWith(bytes, ascii('"""'), open, end);
    const close = ascii((triple ? '"""' : '"') + '#'.repeat(Math.min(hashes, 64)));
    const limit = triple ? end : lineEnd(bytes, open, end);
    const to = find(bytes, close, open + (triple ? 3 : 1), limit);
    return to < 0 ? limit : to + close.length;
  },
};

/** C# raw strings: three or more quotes, closed by as many. */
const rawCsharp: Trigger = {
  on: '"',
  match: ({ bytes, end }, at) => {
    let open = at;
    while (open < end && bytes[open] === 34) open++;
    const count = open - at;
    if (count < 3) return NONE;
    let run = 0;
    for (let i = open; i < end; i++) {
      run = bytes[i] === 34 ? run + 1 : 0;
      if (run === count) {
        while (bytes[i + 1] === 34) i++;
        return i + 1;
      }
    }
    return end;
  },
};

function csharp(): Mode {
  const nested = lazy(() => mode([...triggers, ...brackets('{', '}')]));
  const inside = (verbatim: boolean): Mode =>
    mode([
      literal('{{'),
      enter('{', nested),
      ...(verbatim ? [literal('""')] : [escaped, leaveAtLineEnd]),
      leave('"'),
    ]);
  const plain = inside(false);
  const verbatim = inside(true);
  const triggers: Trigger[] = [
    ...slashes,
    // #region, #error … hold free text, quotes included.
    {
      on: '#',
      match: (scan, at) => {
        if (!firstOnLine(scan, at)) return NONE;
        const { bytes, end } = scan;
        const from = skipBlanks(bytes, at + 1, end);
        const free = ['region', 'endregion', 'error', 'warning', 'pragma'].some((word) =>
          startsWith(bytes, ascii(word), from, end),
        );
        if (!free) return NONE;
        const to = lineEnd(bytes, from, end);
        const slash = find(bytes, ascii('//'), from, to);
        return slash < 0 ? to : slash;
      },
    },
    {
      on: '$@',
      match: (scan, at) => {
        const { bytes } = scan;
        let quote = at;
        while (bytes[quote] === 36 || bytes[quote] === 64) quote++;
        if (bytes[quote] !== 34 || quote - at > 8) return quote;
        if (bytes[quote + 1] === 34 && bytes[quote + 2] === 34 && bytes[quote - 1] === 36) return quote;
        const holes = bytes.subarray(at, quote).includes(36);
        const exact = bytes.subarray(at, quote).includes(64);
        if (holes) {
          scan.push(exact ? verbatim : plain);
          return quote + 1;
        }
        return verbatimEnd(bytes, quote + 1, scan.end);
      },
    },
    rawCsharp,
    text('"'),
    cCharacter,
  ];
  return mode(triggers);
}

function verbatimEnd(bytes: Uint8Array, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    if (bytes[i] !== 34) continue;
    if (bytes[i + 1] !== 34) return i + 1;
    i++;
  }
  return end;
}

/** Strings with ${…} (Kotlin, Scala, Dart, Groovy) or \(…) (Swift); the code in them may hold strings again. */
function withHoles(make: (code: () => Mode) => Trigger[], open = '{', close = '}'): () => Mode {
  return lazy(() => {
    const nested = lazy(() => mode([...triggers, ...brackets(open, close)]));
    const triggers = make(nested);
    return mode(triggers);
  });
}

const kotlin = withHoles((code) => [
  ...nestedSlashes,
  line('#!', { when: (_, at) => at === 0 }),
  interpolated('"""', '"""', '${', code, { lines: true, escape: false }),
  interpolated('"', '"', '${', code, { lines: false }),
  cCharacter,
]);

const scala = withHoles((code) => {
  /** s"…", f"…", raw"…": a letter directly before the quote. */
  const prefixed = ({ bytes }: { bytes: Uint8Array }, at: number): boolean =>
    at > 0 && isWord(bytes[at - 1]!);
  return [
    ...nestedSlashes,
    line('#!', { when: (_, at) => at === 0 }),
    interpolated('"""', '"""', '${', code, { lines: true, escape: false, when: prefixed }),
    text('"""', '"""', { escape: null, lines: true }),
    interpolated('"', '"', '${', code, { lines: false, when: prefixed }),
    text('"'),
    character,
    text('`', '`', { escape: null }),
  ];
});

const swift = withHoles(
  (code) => [
    ...nestedSlashes,
    rawSwift,
    interpolated('"""', '"""', '\\(', code, { lines: true }),
    interpolated('"', '"', '\\(', code, { lines: false }),
  ],
  '(',
  ')',
);

const dart = withHoles((code) => {
  const raw = ({ bytes }: { bytes: Uint8Array }, at: number): boolean =>
    bytes[at - 1] === 114 && !(at > 1 && isWord(bytes[at - 2]!));
  return ['"""', "'''", '"', "'"]
    .flatMap((quote) => [
      text(quote, quote, { escape: null, lines: quote.length === 3, when: raw }),
      interpolated(quote, quote, '${', code, { lines: quote.length === 3 }),
    ])
    .concat(nestedSlashes, [line('#!', { when: (_, at) => at === 0 })]);
});

const groovy = withHoles((code) => [
  ...slashes,
  line('#!', { when: (_, at) => at === 0 }),
  interpolated('"""', '"""', '${', code, { lines: true }),
  text("'''", "'''", { lines: true }),
  interpolated('"', '"', '${', code, { lines: false }),
  text("'"),
]);

const zigString: Trigger = {
  on: '\\',
  match: ({ bytes, end }, at) => (bytes[at + 1] === 92 ? lineEnd(bytes, at, end) : NONE),
};

/** D: WYSIWYG strings, q{…} is code, q"( … )" is not. */
const dStrings: Trigger[] = [
  text('`', '`', { escape: null, lines: true }),
  text('"', '"', {
    escape: null,
    lines: true,
    when: ({ bytes }, at) => bytes[at - 1] === 114 && !(at > 1 && isWord(bytes[at - 2]!)),
  }),
  text('"', '"', { lines: true }),
  cCharacter,
];

const inC = { resync: {} };

export const cFamily: readonly Language[] = [
  language('c', { ext: 'c h idc xbm xpm pc ec x re2c y l yy lex ll', ...inC }, [
    ...spliced,
    text('"'),
    cCharacter,
  ]),
  language(
    'cpp',
    {
      ext: 'cpp cc cxx c++ hpp hh hxx h++ ipp inl tcc tpp txx ixx cppm ino cu cuh cl metal mm ii h.in hpp.in c.in cpp.in',
      run: 'cpp c++',
      resync: { before: ['R"'] },
    },
    [...spliced, rawCpp, text('"'), cCharacter],
  ),
  language('objective-c', { ext: 'm', run: 'objc', ...inC }, [...spliced, text('"'), cCharacter]),
  language(
    'glsl',
    { ext: 'glsl vert frag geom comp tesc tese hlsl fx fxh hlsli cginc shader usf ush gdshader', ...inC },
    [...spliced, text('"')],
  ),
  language('wgsl', { ext: 'wgsl' }, nestedSlashes),
  language('java', { ext: 'java jsh', resync: { before: ['"""'] } }, [
    ...slashes,
    text('"""', '"""', { lines: true }),
    text('"'),
    cCharacter,
  ]),
  language('go', { ext: 'go', resync: { before: ['`'] } }, [
    ...slashes,
    text('"'),
    text('`', '`', { escape: null, lines: true }),
    cCharacter,
  ]),
  language('go-module', { ext: 'go.mod go.sum go.work', files: 'go.mod go.work' }, [
    line('//'),
    text('"'),
    text('`', '`', { escape: null, lines: true }),
  ]),
  language(
    'javascript',
    {
      ext: 'js jsx mjs cjs es6 es jsm sjs xsjs jscad jsfl gs qs bones pac',
      files: 'Jakefile',
      run: 'node nodejs deno bun javascript js rhino qjs',
      resync: { before: ['`'], anywhere: ['</', '/>'] },
    },
    () => javascript,
  ),
  language(
    'typescript',
    { ext: 'ts mts cts', run: 'ts-node tsx typescript', resync: { before: ['`'] } },
    () => typescript,
  ),
  language('tsx', { ext: 'tsx' }, () => javascript),
  language('qml', { ext: 'qml qbs' }, () => javascript),
  language('rust', { ext: 'rs rs.in', run: 'rust-script' }, [
    ...nestedSlashes,
    rawRust,
    text('"', '"', { lines: true }),
    character,
  ]),
  language('kotlin', { ext: 'kt kts ktm', run: 'kotlin' }, kotlin),
  language('scala', { ext: 'scala sc sbt', run: 'scala amm' }, scala),
  language('swift', { ext: 'swift swiftinterface', run: 'swift' }, swift),
  language('dart', { ext: 'dart', run: 'dart' }, dart),
  language(
    'groovy',
    { ext: 'groovy gradle gvy gy gsh', files: 'Jenkinsfile Jenkinsfile*', run: 'groovy' },
    groovy,
  ),
  language('zig', { ext: 'zig zon' }, [line('//'), zigString, text('"'), cCharacter]),
  language('csharp', { ext: 'cs csx cake' }, lazy(csharp)),
  language('d', { ext: 'd di', run: 'rdmd' }, [
    ...slashes,
    block('/+', '+/', { nested: true }),
    line('#!', { when: (_, at) => at === 0 }),
    ...dStrings,
  ]),
  language('solidity', { ext: 'sol', ...inC }, [...slashes, ...quotes]),
  language('protobuf', { ext: 'proto', ...inC }, [...slashes, ...quotes]),
  language('thrift', { ext: 'thrift' }, [...slashes, line('#'), ...quotes]),
  language('flatbuffers', { ext: 'fbs', ...inC }, [...slashes, text('"')]),
  language('verilog', { ext: 'v sv svh vh verilog', ...inC }, [...slashes, text('"')]),
  language('vala', { ext: 'vala vapi' }, [
    ...slashes,
    text('"""', '"""', { escape: null, lines: true }),
    text('"'),
    cCharacter,
  ]),
  language('vlang', { ext: 'vsh', run: 'v' }, [
    ...nestedSlashes,
    text('"', '"', { lines: true }),
    text("'", "'", { lines: true }),
    text('`'),
  ]),
  language('haxe', { ext: 'hx' }, [
    ...slashes,
    text('"', '"', { lines: true }),
    text("'", "'", { lines: true }),
  ]),
  language('actionscript', { ext: 'as', ...inC }, [...slashes, ...quotes]),
  language(
    'jsonc',
    {
      ext: 'jsonc json5 code-workspace hjson sublime-settings sublime-keymap sublime-project sublime-commands code-snippets webmanifest.jsonc',
      files:
        'tsconfig*.json jsconfig*.json .eslintrc .eslintrc.json .jshintrc .jscsrc .jslintrc .babelrc .babelrc.json .swcrc devcontainer.json settings.json launch.json tasks.json extensions.json keybindings.json c_cpp_properties.json api-extractor.json tslint.json rush.json bun.lock',
      ...inC,
    },
    [...slashes, ...quotes],
  ),
  language(
    'json',
    { ext: 'json geojson topojson webmanifest ipynb jsonl ndjson har map gltf avsc json.example' },
    [text('"')],
  ),
  language('cue', { ext: 'cue' }, [
    line('//'),
    text('"""', '"""', { lines: true }),
    text("'''", "'''", { lines: true }),
    ...quotes,
  ]),
  language('bicep', { ext: 'bicep' }, [
    ...slashes,
    text("'''", "'''", { escape: null, lines: true }),
    text("'"),
  ]),
  language('dts', { ext: 'dts dtsi dtso', ...inC }, [...slashes, text('"')]),
  language('linker-script', { ext: 'ld lds x.in lds.s' }, [block('/*', '*/'), text('"')]),
  language('graphviz', { ext: 'dot gv' }, [
    ...slashes,
    line('#', { when: firstOnLine }),
    text('"', '"', { lines: true }),
  ]),
  language('openscad', { ext: 'scad', ...inC }, [...slashes, text('"')]),
  language('processing', { ext: 'pde', ...inC }, [...slashes, text('"'), cCharacter]),
  language('apex', { ext: 'cls apex trigger', ...inC }, [...slashes, text("'")]),
  language('move', { ext: 'move', ...inC }, [...slashes, text('"')]),
  language('cadence', { ext: 'cdc' }, [...nestedSlashes, text('"')]),
  language('ballerina', { ext: 'bal' }, [
    line('//'),
    text('"'),
    text('`', '`', { escape: null, lines: true }),
  ]),
  language('capnp', { ext: 'capnp' }, [line('#'), text('"')]),
  language('odin', { ext: 'odin' }, [
    ...nestedSlashes,
    text('"'),
    text('`', '`', { escape: null, lines: true }),
    cCharacter,
  ]),
];

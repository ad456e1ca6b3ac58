/** C and the languages that took its comments: // to the end of the line and between slash-star pairs. */
import { firstOnLine, lineEnd } from '../engine/bytes';
import { language, type Language } from '../engine/language';
import { block, brackets, cCharacter, character, interpolated, lazy, line, text } from '../engine/rules';
import { isWord, mode, NONE, type Mode, type Trigger } from '../engine/scan';
import { csharp, rawCpp, rawRust, rawSwift } from './raw-strings';
import { javascript, typescript } from './javascript';

const slashes = [line('//'), block('/*', '*/')];
const spliced = [line('//', { splice: true }), block('/*', '*/')];
const nestedSlashes = [line('//'), block('/*', '*/', { nested: true })];
const quotes = [text('"'), text("'")];

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
      ext: 'cpp cc cxx c++ hpp hh hxx h++ ipp inl tcc tpp txx ixx cppm ino cu cuh cl metal mm ii i swg idl pidl h.in hpp.in c.in cpp.in',
      run: 'cpp c++',
      resync: { before: ['R"'] },
    },
    [...spliced, rawCpp, text('"'), cCharacter],
  ),
  language('objective-c', { ext: 'm', run: 'objc', ...inC }, [...spliced, text('"'), cCharacter]),
  language(
    'glsl',
    { ext: 'glsl vert frag geom comp tesc tese hlsl fx fxh hlsli cginc shader usf ush gdshader geo', ...inC },
    [...spliced, text('"')],
  ),
  language('wgsl', { ext: 'wgsl' }, nestedSlashes),
  language('java', { ext: 'java jsh aj', resync: { before: ['"""'] } }, [
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
      ext: 'js js.flow jsx mjs cjs es6 es jsm sjs xsjs jscad jsfl gs qs bones pac',
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
    {
      ext: 'json geojson topojson webmanifest ipynb jsonl ndjson har map gltf avsc jsonld json.example',
      files: 'Pipfile.lock composer.lock',
    },
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

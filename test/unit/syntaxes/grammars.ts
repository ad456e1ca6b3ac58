import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parse } from 'jsonc-parser';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import {
  INITIAL,
  parseRawGrammar,
  Registry,
  type IGrammar,
  type IRawTheme,
  type IToken,
} from 'vscode-textmate';
import { releaseOf, serverRoot } from '../../host/lib/releases';

const require = createRequire(import.meta.url);
const root = path.join(import.meta.dirname, '../../..');
const vscodeExtensions = path.join(serverRoot(releaseOf('current')), 'extensions');

interface Contribution {
  readonly language?: string;
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

interface Manifest {
  readonly contributes?: {
    readonly grammars?: readonly Contribution[];
    readonly themes?: readonly { readonly path: string }[];
  };
}

interface GrammarFile extends Contribution {
  readonly file: string;
}

/** The grammars that VS Code itself brings, and ours. */
export const builtIn = fs
  .readdirSync(vscodeExtensions)
  .flatMap((name) => grammarsIn(path.join(vscodeExtensions, name)));
export const ours = grammarsIn(root);

function grammarsIn(folder: string): GrammarFile[] {
  const { contributes } = readManifest(folder);
  return (contributes?.grammars ?? []).map((one) => ({ ...one, file: path.join(folder, one.path) }));
}

function readManifest(folder: string): Manifest {
  const file = path.join(folder, 'package.json');
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Manifest) : {};
}

let loaded: Promise<void> | undefined;

/** Tokenizes as VS Code does, with the grammars that are given; a later one wins its scope's name. */
export async function registryOf(grammars: readonly GrammarFile[], theme?: IRawTheme): Promise<Registry> {
  await (loaded ??= loadWASM(fs.readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))));
  const byScope = new Map(grammars.map((grammar) => [grammar.scopeName, grammar.file]));
  return new Registry({
    ...(theme === undefined ? {} : { theme }),
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => createOnigScanner(sources),
      createOnigString: (text) => createOnigString(text),
    }),
    loadGrammar: (scope) => {
      const file = byScope.get(scope);
      return Promise.resolve(
        file === undefined ? null : parseRawGrammar(fs.readFileSync(file, 'utf8'), file),
      );
    },
    // VS Code injects into a scope what is meant for any beginning of its name.
    getInjections: (scope) => {
      const parts = scope.split('.');
      const names = parts.map((_, i) => parts.slice(0, i + 1).join('.'));
      return names.flatMap((name) =>
        grammars.filter(({ injectTo }) => injectTo?.includes(name)).map(({ scopeName }) => scopeName),
      );
    },
  });
}

/** The grammar of a language of VS Code. */
export async function grammarOf(registry: Registry, language: string): Promise<IGrammar> {
  const scope = [...builtIn, ...ours].find((one) => one.language === language)?.scopeName;
  const grammar = scope === undefined ? null : await registry.loadGrammar(scope);
  if (grammar === null) throw new Error(`no grammar for ${language}`);
  return grammar;
}

export interface Line {
  readonly text: string;
  readonly tokens: readonly IToken[];
}

export function tokenize(grammar: IGrammar, text: string): Line[] {
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack, stoppedEarly } = grammar.tokenizeLine(line, state, 10_000);
    if (stoppedEarly) throw new Error(`tokenizing did not end in time: ${line.slice(0, 80)}`);
    state = ruleStack;
    return { text: line, tokens };
  });
}

/** The lines with marks around what our grammars name: ‹id›, «word of a statement», ⟨none⟩. */
export function marked(lines: readonly Line[]): string {
  return lines.map(markedLine).join('\n');
}

export function withoutMarks(text: string): string {
  return text.replace(/[‹›«»⟨⟩]/g, '');
}

const MARKS: readonly (readonly [scope: RegExp, open: string, close: string])[] = [
  [/^entity\.name\.tag\..*outcomes$/, '‹', '›'],
  [/^keyword\.other\..*outcomes$/, '«', '»'],
  [/^constant\.language\..*outcomes$/, '⟨', '⟩'],
];

function markedLine({ text, tokens }: Line): string {
  return tokens
    .map(({ startIndex, endIndex, scopes }) => {
      const word = text.slice(startIndex, endIndex);
      const mark = MARKS.find(([scope]) => scopes.some((one) => scope.test(one)));
      return mark === undefined ? word : mark[1] + word + mark[2];
    })
    .join('');
}

export function isOurs(scope: string): boolean {
  return scope.endsWith('.outcomes');
}

/** Every theme that VS Code brings, by its file's name. */
export function themes(): Map<string, IRawTheme> {
  const files = fs.readdirSync(vscodeExtensions).flatMap((name) => {
    const folder = path.join(vscodeExtensions, name);
    return (readManifest(folder).contributes?.themes ?? []).map((theme) => path.join(folder, theme.path));
  });
  const plain = { settings: { foreground: '#808080', background: '#000000' } };
  return new Map(
    files.map((file) => [path.basename(file), { settings: [plain, ...tokenColors(file)] }] as const),
  );
}

function tokenColors(file: string): IRawTheme['settings'] {
  const theme = parse(fs.readFileSync(file, 'utf8')) as {
    readonly include?: string;
    readonly tokenColors?: IRawTheme['settings'];
  };
  const included =
    theme.include === undefined ? [] : tokenColors(path.join(path.dirname(file), theme.include));
  return [...included, ...(theme.tokenColors ?? [])];
}

/** Which language a file is in: by its name, then by its extension, then by what its first bytes say of it. */
import { languages } from './languages';
import type { Language } from './engine/language';

/**
 * The language of a file, or undefined when it is not known. `head` are its first bytes (512 are enough); they
 * decide where an extension means several languages and for files without one.
 */
export function languageOf(path: string, head: Uint8Array): Language | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const start = (): string => latin1(head.subarray(0, 512));
  return byName(name, start) ?? (extensionless(name) ? byContent(start()) : undefined);
}

function byName(name: string, head: () => string): Language | undefined {
  const small = name.toLowerCase();
  const exact = files.get(small);
  if (exact) return exact;
  // `Kconfig.cpu` is what its name says, `kconfig.vim` what its extension says, `dockerfile.dev` the former again.
  const written = byPattern(name, ([prefix]) => prefix);
  if (written) return written;
  for (let dot = small.indexOf('.'); dot >= 0; dot = small.indexOf('.', dot + 1)) {
    const extension = small.slice(dot + 1);
    const choose = ambiguous.get(extension);
    if (choose) {
      const chosen = choose(head(), name);
      return chosen === null ? undefined : named(chosen);
    }
    const language = extensions.get(extension);
    if (language) return language;
  }
  const meant = byPattern(small, ([prefix]) => prefix.toLowerCase());
  if (meant) return meant;
  const template = /^(.+)\.(?:in|tmpl|tpl|tt|template|dist|sample|example|orig|bak|default|old|new)$/i.exec(
    name,
  );
  return template ? byName(template[1]!, head) : undefined;
}

function byPattern(name: string, prefixOf: (pattern: Pattern) => string): Language | undefined {
  for (const pattern of patterns.get(name.charAt(0).toLowerCase()) ?? NO_PATTERNS) {
    const [, suffix, language] = pattern;
    const prefix = prefixOf(pattern);
    const isLong = name.length >= prefix.length + suffix.length;
    if (isLong && name.startsWith(prefix) && name.toLowerCase().endsWith(suffix)) return language;
  }
  return undefined;
}

/** No dot in its name but for a leading one; such files, and scripts that web servers run, say what they are. */
function extensionless(name: string): boolean {
  return name.lastIndexOf('.') <= 0 || /\.(?:cgi|fcgi|in|init|hook|run|example|sample)$/i.test(name);
}

function byContent(head: string): Language | undefined {
  const text = head.startsWith('\xef\xbb\xbf') ? head.slice(3) : head;
  const shebang = /^#![ \t]*(\S+)([^\r\n]*)/.exec(text);
  if (shebang) {
    const interpreter = interpreterOf(shebang[1]!, shebang[2]!);
    const language = interpreters.get(interpreter) ?? interpreters.get(interpreter.replace(/[-\d.]+$/, ''));
    if (language) return language;
  }
  return (
    modeline(text) ??
    (/^\s*<\?php/.test(text) ? named('php') : /^\s*<\?xml/.test(text) ? named('xml') : undefined)
  );
}

/** `env -S VAR=x node --flag` runs node. */
function interpreterOf(program: string, rest: string): string {
  const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (base(program) !== 'env') return base(program);
  const words = rest.trim().split(/\s+/);
  return base(words.find((word) => !word.startsWith('-') && !word.includes('=')) ?? '');
}

/** Emacs' `-*- mode: x -*-` and Vim's `vim: set ft=x:`. */
function modeline(text: string): Language | undefined {
  const emacs =
    /-\*-\s*(?:(?:[^\r\n]*;\s*)?mode:\s*([\w+#-]+)|([\w+#-]+)\s*(?:;[^\r\n]*)?)[^\r\n]*-\*-/i.exec(text);
  const vim = /\b(?:vi|vim|ex):[^\r\n]*?\b(?:ft|filetype|syntax)=([\w+#-]+)/.exec(text);
  const mode = (emacs?.[1] ?? emacs?.[2] ?? vim?.[1])?.toLowerCase();
  if (mode === undefined) return undefined;
  return interpreters.get(mode) ?? named(mode) ?? extensions.get(mode);
}

/** One byte, one character; what the looks below ask for is ASCII or the byte order mark. */
const LATIN1 = new TextDecoder('latin1');

type Choose = (head: string, name: string) => string | null;

/** Extensions that mean several languages: cheap looks at the first bytes. */
const ambiguous: ReadonlyMap<string, Choose> = new Map<string, Choose>([
  ['m', matlabOrObjectiveC],
  [
    'pl',
    (head) =>
      /^\s*\/\*|^\s*:-|^\s*%|^[a-z]\w*\([^$@;{]*\)\s*:-/m.test(head) &&
      !/^#!.*perl|^\s*(?:use|package|my)\s/m.test(head)
        ? 'prolog'
        : 'perl',
  ],
  ['pro', (head) => (/:-|^\s*%/m.test(head) ? 'prolog' : 'qmake')],
  [
    'v',
    (head) =>
      /^\s*(?:Require|Theorem|Lemma|Definition|Inductive|From\s|Section)\b/m.test(head) ||
      /^(?:Module|Parameter|Axiom|Fixpoint|Goal|Import|Ltac|Notation|Record|Set)\s.*\.\s*$/m.test(head) ||
      // Verilog has its attributes between such brackets.
      (/^\s*\(\*/m.test(head) && !/^\s*(?:\/[/*]|`\w|(?:\(\*.*\*\)\s*)?module\b)/m.test(head))
        ? 'coq'
        : /^\s*(?:fn |module \w+\s*$|import [\w.]+\s*$|pub fn)/m.test(head)
          ? 'vlang'
          : 'verilog',
  ],
  [
    'fs',
    (head) =>
      /#version|\b(?:uniform|varying|precision)\b|void main/.test(head)
        ? 'glsl'
        : /^\\ |^: \w/m.test(head)
          ? 'forth'
          : 'fsharp',
  ],
  [
    'cls',
    (head) =>
      /^\s*[%\\]/m.test(head) ? 'latex' : /^VERSION |Attribute VB_/m.test(head) ? 'visual-basic' : 'apex',
  ],
  ['inc', includeFile],
  ['ts', (head) => (/^\s*<(?:\?xml|!DOCTYPE TS|TS\b)/.test(head) ? 'xml' : 'typescript')],
  ['cl', (head) => (/^\s*[;(]/.test(head) ? 'lisp' : 'cpp')],
  [
    'def',
    (head) =>
      /^# /m.test(head) && !/^#(?:if|define|include)/m.test(head)
        ? 'conf'
        : /DEFINITION MODULE/.test(head)
          ? 'modula'
          : /^\s*;/m.test(head)
            ? 'nasm'
            : 'cpp',
  ],
  ['mod', (head) => (/^module \S+\s*$/m.test(head) ? 'go-module' : 'modula')],
  ['d', (head) => (/^(?!\/\/)[^\s:"'{]+(?:\.l?o\s*:|:.*\\\s*$)/m.test(head) ? 'makefile' : 'd')],
  [
    'pp',
    (head) =>
      /^\s*(?:\{|\(\*|\/\/)|^\s*(?:unit|program|library)\s+\w+;|^\s*\{\$/i.test(head) ||
      /^\s*(?:unit|program|library)\s+\w+;|^\s*\{\$/im.test(head)
        ? 'pascal'
        : 'puppet',
  ],
  [
    'll',
    (head) =>
      /^\s*;|^(?:define|declare|target|source_filename)\b|^[@%!][-\w.$]+\s*=/m.test(head) ? 'llvm' : 'c',
  ],
  ['l', (head) => (/^\s*[;(]/.test(head) ? 'lisp' : 'c')],
  ['config', (head) => (/^\s*<|^\xef\xbb\xbf\s*</.test(head) ? 'xml' : 'conf')],
  ['props', (head) => (/^(?:\xef\xbb\xbf)?\s*</.test(head) ? 'xml' : 'properties')],
  ['e', (head) => (/^\s*--|^(?:class|note|indexing)\b/m.test(head) ? 'eiffel' : 'c')],
  ['as', (head) => (/^\s*;/m.test(head) ? 'nasm' : 'actionscript')],
  ['r', (head) => (/^\s*rebol\s*\[/i.test(head) ? 'rebol' : 'r')],
  ['cgi', (head) => byContent(head)?.name ?? 'perl'],
  ['bb', (head) => (/^\s*[;(]|^#!.*\bbb\b/.test(head) ? 'clojure' : 'bitbake')],
  ['g', (head) => (/^\s*#/m.test(head) && !/^\s*\/[/*]/m.test(head) ? 'gap' : 'antlr')],
  ['n', manual],
  ['1', manual],
  ['2', manual],
  ['3', manual],
  ['4', manual],
  ['5', manual],
  ['6', manual],
  ['7', manual],
  ['8', manual],
]);

/** Version numbers and rotated logs end like manual pages. */
function manual(head: string): string | null {
  return /^[.']/m.test(head) ? 'roff' : null;
}

function matlabOrObjectiveC(head: string): string {
  if (/^\s*(?:#import|#include|#define|#if|@\w+|\/\/|\/\*)/m.test(head)) return 'objective-c';
  if (/^\s*:- module/m.test(head)) return 'mercury';
  if (/^\s*\(\*/.test(head)) return 'wolfram';
  if (/^\s*#/m.test(head)) return 'octave';
  return /^\s*%|^\s*(?:function|classdef)\b|;\s*$/m.test(head) ? 'matlab' : 'objective-c';
}

function includeFile(head: string): string | null {
  if (/^\s*<\?/.test(head)) return 'php';
  if (/:=.*;|^\s*(?:begin|implementation|var)\s*$/im.test(head)) return 'pascal';
  if (/^\s*(?:#\s*(?:include|define|if|ifdef|ifndef|pragma)\b|\/\/|\/\*)/m.test(head)) return 'cpp';
  if (/^\s*;/m.test(head)) return 'nasm';
  if (/^\s*\{|^\s*(?:procedure|unit)\b/im.test(head)) return 'pascal';
  return /^\s*#/m.test(head) ? 'shell' : null;
}

function named(name: string): Language | undefined {
  return names.get(name);
}

const files = new Map<string, Language>();
/** The prefix as it is written, the suffix in small letters. */
type Pattern = readonly [prefix: string, suffix: string, language: Language];
/** By the first letter, a small one; none begins with the star. */
const patterns = new Map<string, Pattern[]>();
const NO_PATTERNS: readonly Pattern[] = [];
const names = new Map<string, Language>();
const extensions = new Map<string, Language>();
const interpreters = new Map<string, Language>();

for (const language of languages) {
  if (!names.has(language.name)) names.set(language.name, language);
  for (const file of language.files) {
    const small = file.toLowerCase();
    const star = small.indexOf('*');
    if (star >= 0) {
      const first = small.charAt(0);
      const known = patterns.get(first) ?? [];
      known.push([file.slice(0, star), small.slice(star + 1), language]);
      patterns.set(first, known);
    } else if (!files.has(small)) files.set(small, language);
  }
  for (const extension of language.extensions) {
    if (!extensions.has(extension.toLowerCase())) extensions.set(extension.toLowerCase(), language);
  }
  for (const interpreter of [...language.interpreters, language.name]) {
    if (!interpreters.has(interpreter)) interpreters.set(interpreter, language);
  }
}

// A header may be C as well; what C++ reads in it is the same.
extensions.set('h', names.get('cpp')!);

function latin1(bytes: Uint8Array): string {
  return LATIN1.decode(bytes);
}

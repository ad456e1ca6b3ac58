import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { LineIndex } from '../text';

/** Settings by their full names. */
export interface Json {
  /** The value of the first of the names that is there; undefined when none is. */
  get(...names: string[]): unknown;
  /** What is wrong with the text, as a sentence; null when nothing is. What could be read is there all the same. */
  readonly problem: string | null;
}

/** Reads JSON as VS Code does: with comments, commas at the end, and as far as it goes when it is broken. */
export function readJson(text: string): Json {
  const errors: ParseError[] = [];
  const options = { allowTrailingComma: true, allowEmptyContent: true };
  let root: unknown = isTooDeep(text) ? undefined : parse(text, errors, options);
  // A workspace file keeps its settings under a key of their own.
  if (isObject(root) && isObject(root['settings']) && 'folders' in root) root = root['settings'];
  const [error] = errors;
  return {
    get: (...names) => firstDefined(names.map((name) => lookUp(root, name))),
    problem: error === undefined ? null : describe(error, text),
  };
}

/** The parser recurses. Brackets in strings count as well: settings do not hold so many. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const bracket of text.match(/[[\]{}]/g) ?? []) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > 500) return true;
  }
  return false;
}

/** `a.b.c` under that very name, or as `c` in `a.b`, or in `b` in `a`. */
function lookUp(value: unknown, name: string): unknown {
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const outer = name.slice(0, dot);
    const inner = Object.hasOwn(value, outer) ? lookUp(value[outer], name.slice(dot + 1)) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function firstDefined(values: readonly unknown[]): unknown {
  return values.find((value) => value !== undefined);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe({ error, offset }: ParseError, text: string): string {
  const { line, character } = new LineIndex(text).positionAt(offset);
  const what = printParseErrorCode(error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return `The file is broken at line ${line + 1}, column ${character + 1} (${what}). What could be read was taken.`;
}

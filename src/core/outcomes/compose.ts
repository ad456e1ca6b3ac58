import { Composer, Parser, type CST, type Document, type ParsedNode } from 'yaml';

export interface Composed {
  readonly document: Document.Parsed | null;
  /** Where a second document begins, which is not read. */
  readonly second: number | null;
  /** Where the first collection lies that is nested too deep; what is inside of such ones is not read. */
  readonly tooDeep: number | null;
}

/** Collections inside collections beyond this are not read. */
export const DEEPEST = 400;

/**
 * Composes the first YAML document of a text, in the 1.2 core schema. As the `yaml` package's parseDocument, but the
 * syntax tree is cut at a fixed depth first: composing recurses, and where the stack ends it takes exponential time.
 */
export function composeYaml(text: string): Composed {
  const tokens = [...new Parser().parse(text)];
  const tooDeep = cutDeep(tokens);
  const composer = new Composer<ParsedNode>({
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    // The converter reports repeated keys; the composer's own check takes quadratic time.
    uniqueKeys: false,
    resolveKnownTags: false,
  });
  let document: Document.Parsed | null = null;
  for (const next of composer.compose(tokens, true, text.length)) {
    if (document !== null) return { document, second: next.range[0], tooDeep };
    document = next;
  }
  return { document, second: null, tooDeep };
}

/** Empties collections below the limit and gives the place of the first. Without recursion. */
function cutDeep(tokens: readonly CST.Token[]): number | null {
  let first: number | null = null;
  const pending = tokens.flatMap((token) =>
    token.type === 'document' && token.value !== undefined ? [{ token: token.value, depth: 0 }] : [],
  );
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { token, depth } = next;
    if (!('items' in token)) continue;
    if (depth > DEEPEST) {
      if (first === null || token.offset < first) first = token.offset;
      token.items = [];
      continue;
    }
    for (const { key, value } of token.items) {
      if (key !== undefined && key !== null) pending.push({ token: key, depth: depth + 1 });
      if (value !== undefined) pending.push({ token: value, depth: depth + 1 });
    }
  }
  return first;
}

/**
 * Globs of outcome files, matched by hand for one reason: they come with a repository that somebody else may have
 * written, and regular expressions made of them can be driven to run for minutes (`*a*a*a*a*b`, `(a+)+`). Here
 * the time is at most pattern × path. Agreement with picomatch is tested.
 *
 *   **      as a whole segment: any number of segments, also none      *   any characters of one segment
 *   ?       one character of a segment                                 [a-z]  [!a-z]   one of (not of) a set
 *   {a,b}   either, also across segments and nested                    \   the next character as it is
 *
 * Case counts, as it does to git. Names that begin with a dot are nothing special. A segment that equals the
 * pattern's letter by letter always matches, so that `app/[slug]` and `app/(auth)` mean those folders too. A glob
 * without a slash stays in its folder: `*.min.js` is not `**` + `/*.min.js`.
 */
export interface Glob {
  /** Segments that must begin every match literally, joined by `/`; '' when none must. */
  readonly prefix: string;
  /** How specific it is: its literal characters, of alternatives the fewest. Wildcards count nothing. */
  readonly length: number;
  /** Takes a path split at `/`. */
  matches(segments: readonly string[]): boolean;
}

/** Never fails: what cannot be read as syntax is taken literally. An empty glob matches nothing. */
export function compileGlob(pattern: string): Glob {
  const alternatives = expandBraces(pattern)
    .map(segmentsOf)
    .filter((segments) => segments.length > 0);
  return {
    prefix: commonPrefix(alternatives.map(literalPrefix)).join('/'),
    length: alternatives.length === 0 ? 0 : Math.min(...alternatives.map(literalLength)),
    matches: (segments) => alternatives.some((a) => matchSegments(a, segments)),
  };
}

/** Whether any of the globs matches a path or a branch's name. */
export function compileGlobs(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.map(compileGlob);
  return (path) => {
    const segments = path.split('/');
    return globs.some((glob) => glob.matches(segments));
  };
}

const MOST_ALTERNATIVES = 256;

/** Any number of segments; else the segment's own test. */
type Segment =
  '**' | { readonly literal: string | null; readonly length: number; test(name: string): boolean };

/** `a{b,c}` → `ab`, `ac`. A brace without a comma or without its end is literal. */
function expandBraces(pattern: string): string[] {
  const done: string[] = [];
  const open = [pattern];
  while (open.length > 0 && done.length < MOST_ALTERNATIVES) {
    const text = open.pop()!;
    const brace = findBrace(text);
    if (!brace) {
      done.push(text);
      continue;
    }
    if (open.length + brace.options.length > MOST_ALTERNATIVES) break;
    for (const option of brace.options.reverse()) {
      open.push(text.slice(0, brace.start) + option + text.slice(brace.end));
    }
  }
  return done;
}

/** The first brace that closes and holds a comma at its own depth. */
function findBrace(text: string): { start: number; end: number; options: string[] } | undefined {
  const stack: { start: number; commas: number[] }[] = [];
  let found: { start: number; end: number; commas: number[] } | undefined;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '{') stack.push({ start: i, commas: [] });
    else if (c === ',') stack.at(-1)?.commas.push(i);
    else if (c === '}') {
      const brace = stack.pop();
      if (brace && brace.commas.length > 0 && (!found || brace.start < found.start)) {
        found = { ...brace, end: i + 1 };
      }
      if (found && stack.length === 0) break;
    }
  }
  if (!found) return undefined;
  const cuts = [found.start, ...found.commas, found.end - 1];
  const options = cuts.slice(1).map((cut, i) => text.slice(cuts[i]! + 1, cut));
  return { start: found.start, end: found.end, options };
}

function segmentsOf(pattern: string): Segment[] {
  const parts = pattern.split('/').filter((p) => p !== '' && p !== '.');
  if (pattern.endsWith('/') && parts.length > 0) parts.push('**');
  const segments: Segment[] = [];
  for (const part of parts) {
    if (part !== '**') segments.push(compileSegment(part));
    else if (segments.at(-1) !== '**') segments.push('**');
  }
  return segments;
}

/** One character of a name, or with `star` any number of them. */
interface Token {
  readonly star: boolean;
  accepts(character: string): boolean;
}

function compileSegment(text: string): Segment {
  const tokens: Token[] = [];
  // Literal characters before the first and after the last wildcard: most names are told apart by these alone.
  let head: string | null = null;
  let tail = '';
  let length = 0;
  const characters = Array.from(text);
  const lastBracket = characters.lastIndexOf(']');
  for (let i = 0; i < characters.length; i++) {
    const c = characters[i]!;
    const set = c === '[' && i < lastBracket ? readSet(characters, i) : undefined;
    if (c === '*' || c === '?' || set) {
      if (!(c === '*' && tokens.at(-1)?.star)) {
        tokens.push(set ? { star: false, accepts: set.accepts } : { star: c === '*', accepts: () => true });
      }
      if (set) i = set.end;
      head ??= tail;
      tail = '';
      continue;
    }
    if (c === '\\' && i + 1 < characters.length) i++;
    const wanted = characters[i]!;
    tokens.push({ star: false, accepts: (character) => character === wanted });
    length += wanted.length;
    tail += wanted;
  }
  if (head === null) {
    const literal = tail;
    return { literal, length, test: (name) => name === literal || name === text };
  }
  const [start, end] = [head, tail];
  const isOneStar = tokens.length === 1 + Array.from(start + end).length && tokens.some((t) => t.star);
  const test = (name: string) =>
    (name.length >= start.length + end.length &&
      name.endsWith(end) &&
      name.startsWith(start) &&
      (isOneStar || matchTokens(tokens, name))) ||
    name === text;
  return { literal: null, length, test };
}

/** `[abc]`, `[a-z]`, `[!a-z]`, `[]x]`; undefined when it does not end. */
function readSet(
  characters: readonly string[],
  start: number,
): { accepts: Token['accepts']; end: number } | undefined {
  const negated = characters[start + 1] === '!' || characters[start + 1] === '^';
  const first = start + (negated ? 2 : 1);
  const ranges: [string, string][] = [];
  for (let i = first; i < characters.length; i++) {
    if (characters[i] === ']' && i > first) {
      const accepts = (c: string) => ranges.some(([low, high]) => low <= c && c <= high) !== negated;
      return { accepts, end: i };
    }
    if (characters[i] === '\\' && i + 1 < characters.length) i++;
    const low = characters[i]!;
    const isRange = characters[i + 1] === '-' && characters[i + 2] !== undefined && characters[i + 2] !== ']';
    ranges.push([low, isRange ? characters[i + 2]! : low]);
    if (isRange) i += 2;
  }
  return undefined;
}

/** The classic walk with one place to come back to: after a later star the earlier ones need no second try. */
function matchTokens(tokens: readonly Token[], name: string): boolean {
  const characters = Array.from(name);
  return walk(
    tokens.length,
    characters.length,
    (t) => tokens[t]!.star,
    (t, c) => tokens[t]!.accepts(characters[c]!),
  );
}

function matchSegments(pattern: readonly Segment[], path: readonly string[]): boolean {
  return walk(
    pattern.length,
    path.length,
    (p) => pattern[p] === '**',
    (p, s) => (pattern[p] as Exclude<Segment, '**'>).test(path[s]!),
  );
}

/** Wildcard matching over anything countable: at most `patterns` × `items` tests. */
function walk(
  patterns: number,
  items: number,
  isStar: (p: number) => boolean,
  accepts: (p: number, i: number) => boolean,
): boolean {
  let p = 0;
  let i = 0;
  let star = -1;
  let resume = 0;
  while (i < items) {
    if (p < patterns && isStar(p)) {
      star = p++;
      resume = i;
    } else if (p < patterns && accepts(p, i)) {
      p++;
      i++;
    } else if (star >= 0) {
      p = star + 1;
      i = ++resume;
    } else {
      return false;
    }
  }
  while (p < patterns && isStar(p)) p++;
  return p === patterns;
}

function literalPrefix(segments: readonly Segment[]): string[] {
  const prefix: string[] = [];
  for (const segment of segments) {
    if (segment === '**' || segment.literal === null) break;
    prefix.push(segment.literal);
  }
  return prefix;
}

function literalLength(segments: readonly Segment[]): number {
  const slashes = segments.length - 1;
  return segments.reduce((sum, s) => sum + (s === '**' ? 0 : s.length), slashes);
}

function commonPrefix(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists;
  const end = first.findIndex((segment, i) => others.some((other) => other[i] !== segment));
  return end < 0 ? first : first.slice(0, end);
}

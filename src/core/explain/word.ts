import { LineIndex, type Position, type Range } from '../text';
import { candidateFinder, commentsAt, languageOf } from '../work/comments/index';
import { compileTags, isWordCharacter } from '../work/tags';
import { readTodos } from '../work/todo';
import { tokenAt, type Token } from './token';

/** What is looked for in a file, and the scanner's own limits. */
export interface Asked {
  readonly tags: readonly string[];
  readonly mentions: 'marker' | 'any';
  /** Tag words looked at in one file. */
  readonly mostHits: number;
  /** A text with a NUL among its first bytes is binary: how many are looked at. */
  readonly binaryPrefix: number;
}

/** What the scanner makes of a word in a text. */
export type WordVerdict =
  | { readonly kind: 'todo'; readonly language: string }
  | { readonly kind: 'nothing' }
  /** Not one of the tags. */
  | { readonly kind: 'other' }
  /** A tag but for the case of its letters. */
  | { readonly kind: 'case'; readonly tag: string }
  /** Holds a tag as a part. */
  | { readonly kind: 'part'; readonly tag: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'unknown-language' }
  /** It is tag word number `nth` of the file, from 1. */
  | { readonly kind: 'too-many'; readonly nth: number; readonly most: number }
  | {
      readonly kind: 'no-comment';
      readonly language: string;
      readonly token: Token['kind'];
      readonly tokenAt: Position;
    }
  /** In a comment, but neither where a line begins nor before a mark. */
  | { readonly kind: 'mention'; readonly language: string };

export interface AskedWord {
  /** '' for `nothing`. */
  readonly word: string;
  readonly range: Range;
  readonly verdict: WordVerdict;
}

/**
 * Tells of the tag word at a position, or of the one of its line that is nearest; where a line has none, of the word at
 * the position. Every step is the scanner's own, in its order. Takes time linear in the text; never throws.
 */
export function judgeWord(file: string, text: string, position: Position, asked: Asked): AskedWord {
  const lines = new LineIndex(text);
  const start = lines.offsetAt({ line: position.line, character: 0 });
  const end = lines.offsetAt({ line: position.line, character: Infinity });
  const { word, index, verdict } = wordOf(text.slice(start, end), position.character, asked.tags);
  const range = lines.rangeOf({ start: start + index, end: start + index + word.length });
  return { word, range, verdict: verdict ?? verdictOf(file, text, start + index, asked) };
}

interface FoundWord {
  readonly word: string;
  readonly index: number;
  /** Present for what is no tag word. */
  readonly verdict?: WordVerdict;
}

function wordOf(line: string, character: number, tags: readonly string[]): FoundWord {
  const [tag] = compileTags(tags)
    .find(line)
    .sort((a, b) => distance(a.index, a.tag, character) - distance(b.index, b.tag, character));
  if (tag !== undefined) return { word: tag.tag, index: tag.index };
  return nearTag(line, character, tags) ?? wordAt(line, character);
}

/** A tag in other letters, or inside of a longer word. */
function nearTag(line: string, character: number, tags: readonly string[]): FoundWord | undefined {
  const found: FoundWord[] = [];
  const lower = line.toLowerCase();
  // Letters whose other case is longer would move what stands behind them.
  const isAligned = lower.length === line.length;
  const searched = isAligned ? lower : line;
  for (const tag of tags) {
    const sought = isAligned ? tag.toLowerCase() : tag;
    for (let at = searched.indexOf(sought); sought !== '' && at >= 0; at = searched.indexOf(sought, at + 1)) {
      const whole = around(line, at, at + sought.length);
      const word = line.slice(whole.from, whole.to);
      const isWhole = word.length === tag.length;
      // A word that happens to hold a tag is no near miss, unless the tag is written as one: `debug` holds BUG.
      if (!isWhole && !line.startsWith(tag, at)) continue;
      found.push({ word, index: whole.from, verdict: { kind: isWhole ? 'case' : 'part', tag } });
    }
  }
  return found.sort((a, b) => distance(a.index, a.word, character) - distance(b.index, b.word, character))[0];
}

function wordAt(line: string, character: number): FoundWord {
  const { from, to } = around(line, character, character);
  const word = line.slice(from, to);
  return { word, index: from, verdict: { kind: word === '' ? 'nothing' : 'other' } };
}

/** Grown over word characters to both sides. */
function around(line: string, start: number, end: number): { readonly from: number; readonly to: number } {
  let [from, to] = [Math.min(start, line.length), Math.min(end, line.length)];
  while (from > 0 && isWordCharacter(line.codePointAt(from - 1))) from--;
  while (to < line.length && isWordCharacter(line.codePointAt(to))) to++;
  return { from, to };
}

function distance(index: number, word: string, character: number): number {
  if (character < index) return index - character;
  return Math.max(0, character - index - word.length);
}

const HEAD = 512;

function verdictOf(file: string, text: string, offset: number, asked: Asked): WordVerdict {
  const encoder = new TextEncoder();
  const bytes = encoder.encode(text);
  if (bytes.subarray(0, asked.binaryPrefix).includes(0)) return { kind: 'binary' };
  const language = languageOf(file, bytes.subarray(0, HEAD));
  if (language === undefined) return { kind: 'unknown-language' };
  const hit = encoder.encode(text.slice(0, offset)).length;
  const hits = candidateFinder(asked.tags)(bytes);
  const nth = hits.indexOf(hit) + 1;
  if (nth > asked.mostHits) return { kind: 'too-many', nth, most: asked.mostHits };
  const comments = commentsAt(bytes, language, [hit]);
  const { name } = language;
  const lines = new LineIndex(text);
  if (comments.length === 0) {
    const token = tokenAt(bytes, language, hit);
    const tokenStart = new TextDecoder().decode(bytes.subarray(0, token.start)).length;
    return { kind: 'no-comment', language: name, token: token.kind, tokenAt: lines.positionAt(tokenStart) };
  }
  const { line, character } = lines.positionAt(offset);
  const tags = compileTags(asked.tags);
  const isTodo = comments
    .flatMap((comment) => readTodos(comment, tags, asked.mentions))
    .some(({ range: { start } }) => start.line === line && start.character === character);
  return { kind: isTodo ? 'todo' : 'mention', language: name };
}

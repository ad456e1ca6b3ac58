import { BRACE, BRACE_END, BRACKET, BRACKET_END, COLON, COMMA, codesOf } from './characters';
import type { Container } from './containers';
import { isBlank, skipBlanks, trimmedEnd } from './line';
import { type Draft, isName, nameNode, newDraft, type OutlineNode, shownKind } from './outline-nodes';

/**
 * Adds what a collection in flow style on one line holds, when nothing in it takes a closer look; false, and nothing
 * added, for any other. Most of a long file are such, and looking at them closely takes many times as long.
 *
 * `begin` is where the node of a mapping begins; those in a list begin at their brackets.
 */
export function addSimple(
  text: string,
  start: number,
  end: number,
  container: Container | null,
  above: Draft,
  begin: number,
): boolean {
  const kind = shownKind(container);
  if (kind === undefined) return false;
  if (text.charCodeAt(start) === BRACKET) return addList(text, start, end, kind, above);
  const node = readMapping(text, start, end, kind, begin);
  if (node !== undefined) above.children.push(node);
  return node !== undefined;
}

type Kind = OutlineNode['kind'];

function addList(text: string, start: number, end: number, kind: Kind, above: Draft): boolean {
  const nodes: Draft[] = [];
  for (let at = start + 1; ; at++) {
    at = skipBlanks(text, at, end);
    if (text.charCodeAt(at) === BRACKET_END && at < end) break;
    const node = readMapping(text, at, end, kind, at);
    if (node === undefined) return false;
    nodes.push(node);
    at = skipBlanks(text, node.end, end);
    if (at >= end || (text.charCodeAt(at) !== COMMA && text.charCodeAt(at) !== BRACKET_END)) return false;
    if (text.charCodeAt(at) === BRACKET_END) break;
  }
  for (const node of nodes) above.children.push(node);
  return true;
}

/** The mapping whose bracket is at `start`, when it ends before `end` and is a simple one. */
function readMapping(text: string, start: number, end: number, kind: Kind, begin: number): Draft | undefined {
  if (start >= end || text.charCodeAt(start) !== BRACE) return undefined;
  const node = newDraft(kind, begin, { start, end: start + 1 });
  for (let at = start + 1, isFirst = true; ; at++, isFirst = false) {
    at = skipBlanks(text, at, end);
    if (at < end && text.charCodeAt(at) === BRACE_END) return ended(node, at);
    const colon = endOfWord(text, at, end);
    if (colon === at || colon + 1 >= end || text.charCodeAt(colon) !== COLON) return undefined;
    if (!isBlank(text.charCodeAt(colon + 1))) return undefined;
    if (isFirst) node.self = { start: at, end: colon };
    const key = text.slice(at, colon);
    const value = skipBlanks(text, colon + 1, end);
    const isCollection = text.charCodeAt(value) === BRACE || text.charCodeAt(value) === BRACKET;
    const stop = isCollection
      ? collectionEnd(text, value, end, kind !== 'outcome')
      : plainEnd(text, value, end);
    if (stop === undefined) return undefined;
    if (!isCollection && isName(key)) nameNode(node, key, text, value, trimmedEnd(text, value, stop));
    at = skipBlanks(text, stop, end);
    if (at >= end || (text.charCodeAt(at) !== COMMA && text.charCodeAt(at) !== BRACE_END)) return undefined;
    if (text.charCodeAt(at) === BRACE_END) return ended(node, at);
  }
}

function ended(node: Draft, bracket: number): Draft {
  node.end = bracket + 1;
  return node;
}

function endOfWord(text: string, at: number, end: number): number {
  while (at < end && IN_WORD.has(text.charCodeAt(at))) at++;
  return at;
}

/** At the comma or bracket that ends a value of plain words. */
function plainEnd(text: string, start: number, end: number): number | undefined {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === BRACE_END) return at;
    if (UNUSUAL.has(code)) return undefined;
    if (code === COLON && (at + 1 >= end || ENDS_KEY.has(text.charCodeAt(at + 1)))) return undefined;
  }
  return undefined;
}

/** Deeper than this it is not simple. */
const DEEPEST = 8;

/** Behind a collection whose content nobody asks for; `mayNest` when that holds whatever lies in it. */
function collectionEnd(
  text: string,
  start: number,
  end: number,
  mayNest: boolean,
  depth = 0,
): number | undefined {
  const isList = text.charCodeAt(start) === BRACKET;
  if (depth > DEEPEST || (!mayNest && !isList)) return undefined;
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === (isList ? BRACKET_END : BRACE_END)) return at + 1;
    if (mayNest && (code === BRACE || code === BRACKET)) {
      const close = collectionEnd(text, at, end, mayNest, depth + 1);
      if (close === undefined) return undefined;
      at = close - 1;
    } else if (UNUSUAL.has(code) || code === BRACE_END || (code === COLON && !mayNest)) return undefined;
  }
  return undefined;
}

const IN_WORD = codesOf('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_');
/** What may begin or end something, or hide what does. */
const UNUSUAL = codesOf('{[]"\'#&!\r\n');
const ENDS_KEY = codesOf(' \t\r\n,[]{}');

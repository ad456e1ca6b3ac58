import type { CommentLine } from './comments/model';

/** What a comment's line is to a TODO that may run on into it. */
interface LineShape {
  /** Column of its first character that is not blank. */
  readonly indent: number;
  /** Blank, a rule, a heading, a fence, a doc tag or a tag of XML: no TODO's text goes on here. */
  readonly endsText: boolean;
  /** Begins a list item. */
  readonly isItem: boolean;
}

export function shapeOf({ text, character }: CommentLine): LineShape {
  const words = text.trimStart();
  const indent = character + text.length - words.length;
  // Most lines go on in words, and nothing that is looked for begins with a letter.
  if (beginsWithLetter(words)) return { indent, endsText: false, isItem: false };
  return {
    indent,
    endsText: words === '' || ENDS.some((end) => end.test(words)),
    isItem: ITEM.test(words),
  };
}

export function indentOf({ text, character }: CommentLine): number {
  return character + text.length - text.trimStart().length;
}

/**
 * The offset up to which a line is decoration: bullets, `@`, boxes, `1.`. A tag word that begins there or before is
 * at the line's start. Quotes are no decoration: what they hold is spoken about.
 */
export function startsAt(text: string): number {
  return beginsWithLetter(text) ? 0 : DECORATION.exec(text)![0].length;
}

/** Of ASCII; nothing else is meant to be found by it. */
function beginsWithLetter(text: string): boolean {
  const small = text.charCodeAt(0) | 32;
  return small >= 97 && small <= 122;
}

const ITEM = /^(?:[-*+•‣]|\d{1,4}[.)])\s/;

const ENDS = [
  /^[-=*_~#+/\\|.\s]{3,}$/, // a rule
  /^(?:```|~~~)/, // a fence
  /^#{1,6}\s/, // a heading
  /^[@\\]\p{L}/u, // @param, \param
  /^:\p{L}+(?:\s[^:]{0,80})?:/u, // :param name:
  /^<\/?\p{L}[^<>]{0,200}>/u, // <summary>
];

/** Whatever is no word and no quote, emoji with their selectors too, and of words `[x]` and `1.`. */
const DECORATION = /^(?:[^\p{L}\p{N}\p{M}_"'`]|[\ufe0f\u20e3]|(?<=\[)[xX](?=\])|\d{1,4}[.)])*/u;

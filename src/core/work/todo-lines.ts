import type { CommentLine } from './comments/model';

/** What a comment's line is to a TODO that may run on into it. */
export interface LineShape {
  /** Column of its first character that is not blank. */
  readonly indent: number;
  /** Blank, a rule, a heading, a fence, a doc tag or a tag of XML: no TODO's text goes on here. */
  readonly endsText: boolean;
  /** Begins a list item. */
  readonly isItem: boolean;
}

export function shapeOf({ text, character }: CommentLine): LineShape {
  const words = text.trimStart();
  return {
    indent: character + text.length - words.length,
    endsText: words === '' || ENDS.some((end) => end.test(words)),
    isItem: ITEM.test(words),
  };
}

/**
 * The offset up to which a line is decoration: bullets, `@`, boxes, `1.`. A tag word that begins there or before is
 * at the line's start. Quotes are no decoration: what they hold is spoken about.
 */
export function startsAt(text: string): number {
  return DECORATION.exec(text)![0].length;
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

/** One line of a comment, without its delimiters and decoration (`//`, `///`, a leading `*`, a closing `*`+`/` …). */
export interface CommentLine {
  readonly text: string;
  /** 0-based; lines end at LF, CRLF or a lone CR, as in VS Code. */
  readonly line: number;
  /** UTF-16 column of text[0] in the source line. */
  readonly character: number;
}

/**
 * A block comment, or a run of line comments on consecutive lines: same start column and nothing else on the
 * later lines, so that one remark can go on over several of them.
 */
export interface Comment {
  /** In the order of the file. Of a long comment only the lines around the asked places are here. */
  readonly lines: readonly CommentLine[];
  readonly block: boolean;
}

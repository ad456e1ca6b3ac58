import { commentsAt, languageOf } from '../../../../../src/core/work/comments';

const MARK = /[✓✗]/gu;

/**
 * Reads a source in which ✓ stands before each word that is in a comment and ✗ before each that is not. The marks
 * are taken out before the lexer sees it; £{ stands for a dollar and a brace, which a template literal cannot hold. Gives the lines of the words that it decided otherwise, with its answer.
 */
export function wrongMarks(path: string, sample: string): string[] {
  const marked = sample.replaceAll('£{', '${');
  const encoder = new TextEncoder();
  const hits: number[] = [];
  const expected: boolean[] = [];
  let source = '';
  let last = 0;
  for (const mark of marked.matchAll(MARK)) {
    source += marked.slice(last, mark.index);
    hits.push(encoder.encode(source).length);
    expected.push(mark[0] === '✓');
    last = mark.index + 1;
  }
  source += marked.slice(last);
  const bytes = encoder.encode(source);
  const language = languageOf(path, bytes.subarray(0, 512));
  if (!language) return [`no language for ${path}`];
  return hits.flatMap((hit, i) => {
    // One at a time and all at once must agree; the first is asked here.
    const inside = commentsAt(bytes, language, [hit]).length > 0;
    if (inside === expected[i]) return [];
    const line = source.slice(0, new TextDecoder().decode(bytes.subarray(0, hit)).length).split('\n').length;
    return [
      `${path}:${line} ${inside ? 'taken for' : 'not seen as'} a comment: ${source.split('\n')[line - 1] ?? ''}`,
    ];
  });
}

export function markCount(marked: string): number {
  return [...marked.matchAll(MARK)].length;
}

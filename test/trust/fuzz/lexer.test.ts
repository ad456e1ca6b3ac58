import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  candidateFinder,
  commentsAt,
  commentsByWalk,
  findTodos,
  languageOf,
  languages,
} from '../../../src/core/work/comments';
import { compileTags } from '../../../src/core/work/tags';
import { effortOf } from '../../support/effort';
import { cSamples } from '../../unit/core/work/comments/samples-c';
import { markupSamples } from '../../unit/core/work/comments/samples-markup';
import { otherSamples } from '../../unit/core/work/comments/samples-other';
import { scriptSamples } from '../../unit/core/work/comments/samples-script';
import { fuzz, mutated, realFiles } from './support';

/** What opens, closes or escapes something in one language or another. */
const PIECES = (
  '/* */ // /// # " \' ` \\ """ \'\'\' ${ #{ { } ( ) [ ] < > </ /> <!-- --> -- --[[ ]] {- -} (* *) #| |# ; % =begin =end ' +
  '<<EOF EOF <<-B $$ $t$ R"x( )x" r#" "# @" @\' q{ m/ s/ /[ ]/ //* *\\/ \r\n \n \t TODO FIXME: <script> </script> <style> ' +
  '{{! }} {# #} <% %> <?php ?> :: \\begin{comment} \\end{comment} \0 é 😀 \u2028'
).split(' ');

const ENDINGS = 'js ts mjs cjs d.ts md css html yml yaml sh h c cc json py jst txt toml cmd ps1'.split(' ');

/** Files that nobody here wrote, and a text in each language that the lexer knows. */
const sources = [
  ...realFiles(ENDINGS, 40),
  ...Object.entries({ ...cSamples, ...scriptSamples, ...markupSamples, ...otherSamples }).map(
    ([file, text]) => ({ file, bytes: new TextEncoder().encode(text.replaceAll(/[✓✗]/g, 'the ')) }),
  ),
];
const source = mutated(sources, PIECES, 3000);
const find = candidateFinder(['TODO', 'FIXME', 'the', 'is', 'a', 'if', 'return']);
const tags = compileTags(['TODO', 'FIXME', 'the', 'return']);

describe('fuzzing the lexer', function () {
  this.timeout(300_000);

  it('begins with files of many languages', () => {
    const names = new Set(sources.map(({ file, bytes }) => languageOf(file, bytes.subarray(0, 512))?.name));
    assert.ok(names.size > 80, `${names.size}`);
    assert.ok(sources.length > 400, `${sources.length}`);
  });

  it('gives of any bytes what stands where it says, and decides from the surroundings as from the whole', () => {
    let hits = 0;
    fuzz(42_000, source, ({ file, bytes }) => {
      const language = languageOf(file, bytes.subarray(0, 512));
      if (!language) return;
      const at = find(bytes).slice(0, 30);
      const comments = commentsAt(bytes, language, at);
      hits += comments.length;
      assert.deepEqual(comments, commentsByWalk(bytes, language, at));
      if (comments.length === 0) return;
      const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split(/\r\n|\r|\n/);
      for (const { text, line, character } of comments.flatMap((comment) => comment.lines))
        assert.equal(lines[line]!.slice(character, character + text.length), text);
    });
    assert.ok(hits > 10_000, `only ${hits} comments were found`);
  });

  it('decides the same in any language that the bytes are not of', () => {
    const any = fc.record({ source, language: fc.constantFrom(...languages) });
    fuzz(20_000, any, ({ source: { bytes }, language }) => {
      const at = find(bytes).slice(0, 12);
      assert.deepEqual(commentsAt(bytes, language, at), commentsByWalk(bytes, language, at));
    });
  });

  it('gives TODOs in order, apart, and inside of their lines', () => {
    fuzz(12_000, source, ({ file, bytes }) => {
      const found = findTodos(bytes, file, { tags, mentions: 'any' });
      if (typeof found === 'string') return;
      let last = { line: -1, character: -1 };
      for (const { range } of found) {
        const { start, end } = range;
        assert.ok(start.line > last.line || start.character >= last.character, 'in order');
        assert.ok(end.line === start.line && end.character > start.character, 'a word');
        last = end;
      }
    });
  });

  it('takes time linear in the bytes', () => {
    const piece = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 });
    const SIZE = 64 * 1024;
    fuzz(
      1500,
      fc.record({ piece, language: fc.constantFrom(...languages) }),
      ({ piece: parts, language }) => {
        const text = parts.join(' ');
        const bytes = new TextEncoder().encode(text.repeat(Math.ceil(SIZE / text.length)));
        const effort = effortOf(() => commentsAt(bytes, language, [bytes.length - 1]));
        // It takes a few milliseconds; with a step for each pair of bytes it would take seconds.
        assert.ok(effort < 300, `${language.name}: ${effort.toFixed(0)} ms for ${JSON.stringify(text)}`);
      },
    );
  });
});

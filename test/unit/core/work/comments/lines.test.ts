import assert from 'node:assert/strict';
import { commentsAt, languageOf, type Comment } from '../../../../../src/core/work/comments';

/** The comments that hold the words given, with the source as bytes. */
function comments(path: string, source: string | Uint8Array, word = 'TODO'): Comment[] {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const hits: number[] = [];
  const buffer = Buffer.from(bytes);
  for (let at = buffer.indexOf(word); at >= 0; at = buffer.indexOf(word, at + 1)) {
    hits.push(at);
  }
  return commentsAt(bytes, languageOf(path, bytes.subarray(0, 512))!, hits);
}

const shape = (list: Comment[]): unknown =>
  list.map((c) => [c.block ? 'block' : 'lines', ...c.lines.map((l) => `${l.line}:${l.character} ${l.text}`)]);

describe('lines of a comment', () => {
  it('joins line comments in the same column with nothing else on the later lines', () => {
    const source = 'int a; // TODO one\n       // two\n  // other column\nint b; // TODO x\nint c; // y\n';
    assert.deepEqual(shape(comments('a.c', source)), [
      ['lines', '0:10 TODO one', '1:10 two'],
      ['lines', '3:10 TODO x'],
    ]);
  });

  it('gives lines above that belong to the same run', () => {
    assert.deepEqual(shape(comments('a.py', 'x = 1\n# why: a\n# TODO b\n#   c\n\n# d\n')), [
      ['lines', '1:2 why: a', '2:2 TODO b', '3:4 c'],
    ]);
  });

  it('takes off delimiters and decoration', () => {
    const source =
      '/**\n * TODO a\n *   b\n ****\n ***/\n/// TODO c\n//! TODO d\n/* TODO e */ /* TODO f * g */\n';
    assert.deepEqual(shape(comments('a.c', source)), [
      ['block', '0:3 ', '1:3 TODO a', '2:5 b', '3:5 ', '4:3 '],
      ['lines', '5:4 TODO c', '6:4 TODO d'],
      ['block', '7:3 TODO e'],
      ['block', '7:16 TODO f * g'],
    ]);
    assert.deepEqual(shape(comments('a.el', ';;; TODO a\n')), [['lines', '0:4 TODO a']]);
    assert.deepEqual(shape(comments('a.html', '<p><!-- TODO a --></p>')), [['block', '0:8 TODO a']]);
  });

  it('counts UTF-16 units and no byte order mark', () => {
    assert.deepEqual(shape(comments('a.c', '\ufeff"é😀"; /* ü */ // 😀 TODO ñ\n')), [
      ['lines', '0:18 😀 TODO ñ'],
    ]);
    assert.deepEqual(shape(comments('a.c', '\ufeff// TODO\n')), [['lines', '0:3 TODO']]);
  });

  it('counts lines wherever the bytes lie, and however many or few they are', () => {
    for (const before of ['', '\n', '\n'.repeat(1500), 'a\n\n\x0b\x0c\x8aü\x7f\t\n'.repeat(400)]) {
      for (const end of ['\n', '\r\n', '\r', '\r//\n']) {
        for (let offset = 0; offset < 5; offset++) {
          const source = `${before}// TODO a${end}b\n\n\n// TODO b`;
          const text = new TextEncoder().encode(source);
          const bytes = new Uint8Array(text.length + offset).subarray(offset);
          bytes.set(text);
          const lines = source.split(/\r\n|\r|\n/);
          const expected = [...lines.keys()].filter((i) => lines[i]!.includes('TODO'));
          const found = comments('a.c', bytes).map((c) => c.lines.find((l) => l.text.includes('TODO'))!.line);
          assert.deepEqual(found, expected, JSON.stringify([before.length, end, offset]));
        }
      }
    }
  });

  it('counts what is no UTF-8 as TextDecoder does', () => {
    const bytes = Buffer.concat([
      Buffer.from('"'),
      Buffer.from([0xff, 0xe2, 0x82, 0xc3]),
      Buffer.from('" // TODO x'),
    ]);
    const [comment] = comments('a.c', bytes);
    const decoded = new TextDecoder().decode(bytes);
    assert.equal(comment!.lines[0]!.character, decoded.indexOf('TODO'));
    assert.equal(comment!.lines[0]!.text, 'TODO x');
  });

  it('ends lines at LF, CRLF and a lone CR', () => {
    const lines = ['// a', '/* b', ' * TODO c', ' */ x', '// TODO d', '// e', ''];
    const expected = shape(comments('a.c', lines.join('\n')));
    assert.deepEqual(shape(comments('a.c', lines.join('\r\n'))), expected);
    assert.deepEqual(shape(comments('a.c', lines.join('\r'))), expected);
    assert.equal(comments('a.c', lines.join('\r')).length, 2);
  });

  it('gives every hit of a long comment, and only the lines around them', () => {
    const body = Array.from({ length: 1000 }, (_, i) => (i % 400 === 100 ? ` * TODO ${i}` : ' * x'));
    const given = comments('a.c', `/*\n${body.join('\n')}\n*/`);
    const texts = given.flatMap((c) => c.lines.map((l) => l.text)).filter((t) => t.startsWith('TODO'));
    assert.deepEqual(texts, ['TODO 100', 'TODO 500', 'TODO 900']);
    assert.ok(given.every((c) => c.lines.length <= 49));
  });

  it('clips a huge line around its hits, columns still exact', () => {
    const line = `${'é'.repeat(50_000)} // ${'ß'.repeat(50_000)} TODO x ${'y'.repeat(50_000)}`;
    const [comment] = comments('a.c', line);
    const { text, character } = comment!.lines[0]!;
    assert.ok(text.length < 6000 && text.length > 2000);
    assert.equal(line.slice(character, character + text.length), text);
    assert.ok(text.includes('TODO x'));
  });

  it('stays fast and complete with thousands of hits on one line', () => {
    const source = '/* TODO a */ '.repeat(30_000);
    const given = comments('a.c', source);
    assert.equal(given.length, 30_000);
    assert.equal(given.at(-1)!.lines[0]!.character, 29_999 * 13 + 3);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { candidateFinder, findTodos, findTodosInText } from '../../../../../src/core/work/comments';
import { candidatesAgain } from '../../../../../src/core/work/comments/candidates';
import { changeBetween } from '../../../../../src/core/work/comments/change';
import { compileTags } from '../../../../../src/core/work/tags';

const options = { tags: compileTags(['TODO', 'FIXME']), mentions: 'any' } as const;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const places = (todos: ReturnType<typeof findTodos>): unknown =>
  typeof todos === 'string'
    ? todos
    : todos.map((t) => `${t.range.start.line}:${t.range.start.character} ${t.tag}`);

describe('candidates', () => {
  const at = (tags: string[], text: string): number[] => candidateFinder(tags)(encode(text));

  it('takes whole words only, by Unicode', () => {
    assert.deepEqual(at(['TODO'], 'TODO xTODO TODOx _TODO éTODO TODOé TODO1 (TODO)'), [0, 44]);
    assert.deepEqual(at(['TODO'], 'TODO\u0301 “TODO” 😀TODO'), [10, 22]);
  });

  it('asks for a boundary only on the sides of a tag that are word characters', () => {
    assert.deepEqual(at(['[ ]', '@todo'], 'a[ ]b @todo x@todo @todos'), [1, 6, 13]);
  });

  it('prefers the longer of two tags and finds tags beyond ASCII', () => {
    assert.deepEqual(at(['FIX', 'FIXME'], 'FIXME FIX FIXM'), [0, 6]);
    assert.deepEqual(at(['À-FAIRE'], 'À-FAIRE xÀ-FAIRE'), [0]);
    assert.deepEqual(at([], 'TODO'), []);
  });
});

describe('candidates of a text that was edited', () => {
  const piece = fc.constantFrom(
    ...['TODO', 'FIXME', 'XFIXME', 'TO', 'DO', '_', ' ', ' ', '\n', 'é', '😀', '\u0301', '-', '[ ]'],
  );
  const dashes = fc.constantFrom('-', '-', '-', '-', '-', ' ');
  const text = fc
    .oneof(fc.array(piece, { maxLength: 12 }), fc.array(dashes, { minLength: 8, maxLength: 20 }))
    .map((pieces) => pieces.join(''));

  it('are those of the whole text', () => {
    fc.assert(
      fc.property(
        ...[text, text, text, text],
        fc.constantFrom(['TODO', 'FIXME'], ['TODO', 'FIX', '[ ]'], ['--', '-'], ['éTO']),
        (start, old, anew, end, tags) => {
          const find = candidateFinder(tags);
          const [before, now] = [encode(start + old + end), encode(start + anew + end)];
          const change = changeBetween(before, now);
          assert.deepEqual(candidatesAgain(find, tags, now, find(before), change), find(now));
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('TODOs of a file', () => {
  it('finds them in comments and nowhere else', () => {
    assert.deepEqual(places(findTodos(encode('// TODO a\nx = "TODO"; /* FIXME */'), 'a.ts', options)), [
      '0:3 TODO',
      '1:15 FIXME',
    ]);
  });

  it('says when it cannot tell', () => {
    assert.equal(findTodos(encode('TODO'), 'a.unheard-of', options), 'unknown');
    assert.deepEqual(findTodos(encode('nothing'), 'a.unheard-of', options), []);
    assert.equal(findTodos(Uint8Array.of(0x54, 0, 1), 'a.c', options), 'binary');
  });

  it('reads UTF-16 by its mark, and takes offsets from outside for what they are', () => {
    const text = '// é\n// TODO a\n';
    const le = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const be = new Uint8Array(Buffer.from(le).swap16());
    for (const bytes of [le, be]) {
      assert.deepEqual(places(findTodos(bytes, 'a.c', { ...options, hits: [22] })), ['1:3 TODO']);
    }
    assert.deepEqual(places(findTodosInText(text, 'a.c', options)), ['1:3 TODO']);
    assert.deepEqual(places(findTodos(encode(text), 'a.c', { ...options, hits: [9] })), ['1:3 TODO']);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, areApart, movedBy, type TextEdit } from '../../../src/core/edits';

const edit = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

describe('edits of a text', () => {
  it('are made in whatever order they are given', () => {
    const edits = [edit(6, 11, 'world'), edit(0, 1, 'H'), edit(11, 11, '!')];
    assert.equal(applyEdits('hello earth', edits), 'Hello world!');
    assert.equal(applyEdits('hello earth', [...edits].reverse()), 'Hello world!');
  });

  it('keep the order of insertions at one place, before what is replaced there', () => {
    assert.equal(applyEdits('ab', [edit(1, 2, 'B'), edit(1, 1, '1'), edit(1, 1, '2')]), 'a12B');
  });

  it('throw when they overlap or lie outside', () => {
    assert.throws(() => applyEdits('abc', [edit(0, 2, ''), edit(1, 3, '')]), RangeError);
    assert.throws(() => applyEdits('abc', [edit(2, 4, '')]), RangeError);
    assert.throws(() => applyEdits('abc', [edit(2, 1, '')]), RangeError);
  });

  it('are apart when no two touch the same character', () => {
    assert.equal(areApart([edit(3, 5, ''), edit(0, 3, ''), edit(3, 3, 'x')]), true);
    assert.equal(areApart([edit(0, 3, ''), edit(2, 2, 'x')]), false);
    assert.equal(areApart([edit(0, 3, ''), edit(2, 4, '')]), false);
    assert.equal(areApart([]), true);
  });

  it('move what is behind them', () => {
    const apart = fc
      .tuple(
        fc.string({ maxLength: 20 }),
        fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.string({ maxLength: 4 }))),
      )
      .map(([text, drawn]) => ({
        text,
        edits: drawn
          .map(([a, b, newText]) =>
            edit(Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length), newText),
          )
          .reduce<TextEdit[]>((kept, next) => (areApart([...kept, next]) ? [...kept, next] : kept), []),
      }));
    fc.assert(
      fc.property(apart, ({ text, edits }) => {
        const made = applyEdits(text, edits);
        for (let at = 0; at < text.length; at++) {
          if (edits.some(({ span }) => span.start <= at && at < span.end)) continue;
          assert.equal(made.charAt(movedBy(edits, at)), text.charAt(at));
        }
      }),
    );
  });
});

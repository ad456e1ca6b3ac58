import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findTodosInText } from '../../../../src/core';
import { finder, placeOf, seenTodos, todosAt } from '../../../../src/editor/linking/todos';
import { TAGS } from '../../../support/todos';

function scan(text: string) {
  const found = findTodosInText(text, 'a.ts', { tags: TAGS, mentions: 'marker' });
  assert.ok(typeof found !== 'string', text);
  return found;
}

/** The lines (from 0) on which the TODOs of `before` are found in `after`; `-` for one that is not. */
function followed(before: string, after: string): string {
  const find = finder(scan(after));
  return seenTodos(scan(before))
    .map((seen) => find(seen)?.range.start.line ?? '-')
    .join(' ');
}

describe('a TODO that was seen', () => {
  it('is found where it moved to', () => {
    assert.equal(followed('// TODO: a\n// TODO: b', 'x();\n\n// TODO: b\n// TODO: a'), '3 2');
    assert.equal(followed('// TODO: a', '/* head */ f(); // TODO(some-id): a'), '0');
  });

  it('is told from equal ones by their order, as long as there are as many', () => {
    assert.equal(
      followed('// TODO: a\n// FIXME: a\n// TODO: a', '\n// TODO: a\n// TODO: a\n// FIXME: a'),
      '1 3 2',
    );
  });

  it('is not taken for an equal one that came', () => {
    assert.equal(followed('// TODO: a', '// TODO: a\n// TODO: a'), '0');
    assert.equal(followed('// TODO: a', 'x();\n// TODO: a\n// TODO: a'), '-');
    assert.equal(followed('// TODO: a\n// TODO: a', 'x();\n// TODO: a'), '- 1');
  });

  it('is not found when it says something else, or is no comment any more', () => {
    assert.equal(followed('// TODO: a\n// TODO: b', "// TODO: c\nf('// TODO: b')"), '- -');
  });

  it('is found after any lines were put between any of a file', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('// TODO: a', '// TODO(ana): a', '/* FIXME: b */', '# no', 'x();'), {
          maxLength: 12,
        }),
        fc.array(fc.nat(3), { maxLength: 13 }),
        (lines, gaps) => {
          const gap = (i: number) => '// -\n'.repeat(gaps[i] ?? 0);
          const after = lines.map((line, i) => `${gap(i)}${line}`).join('\n');
          const find = finder(scan(after));
          const before = scan(lines.join('\n'));
          assert.deepEqual(
            seenTodos(before).map((seen) => find(seen)?.range.start),
            scan(after).map(({ range }) => range.start),
          );
        },
      ),
    );
  });
});

describe('placeOf', () => {
  it('is where the word is written, in brackets or behind a key', () => {
    const [todo] = scan('// TODO(ana, lower-cots): a (outcome: other)');
    assert.deepEqual(placeOf(todo!, 'lower-cots'), { line: 0, character: 13 });
    assert.deepEqual(placeOf(todo!, 'other'), { line: 0, character: 38 });
    assert.equal(placeOf(todo!, 'lower-cost'), undefined);
  });
});

describe('todosAt', () => {
  const todos = scan('// TODO: a\n/* TODO: b\n   on two lines */ /* TODO: c */\nx();');
  const at = (first: number, last: number, cursor?: number) =>
    todosAt(todos, { first, last, ...(cursor === undefined ? {} : { cursor }) })
      .map(({ text }) => text)
      .join(' | ');

  it('gives the one that the cursor is in', () => {
    assert.equal(at(0, 0, 0), 'a');
    assert.equal(at(1, 1, 5), 'b on two lines');
    assert.equal(at(2, 2, 5), 'b on two lines');
    assert.equal(at(2, 2, 30), 'c');
    assert.equal(at(3, 3, 0), '');
  });

  it('gives all that a selection touches', () => {
    assert.equal(at(0, 3), 'a | b on two lines | c');
    assert.equal(at(2, 2), 'b on two lines | c');
  });

  it('gives the first on a line when the cursor stands before all of them', () => {
    const two = scan('x(); /* TODO: a */ /* TODO: b */');
    assert.deepEqual(
      todosAt(two, { first: 0, last: 0, cursor: 0 }).map(({ text }) => text),
      ['a'],
    );
  });
});

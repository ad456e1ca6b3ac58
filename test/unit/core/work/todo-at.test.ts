import assert from 'node:assert/strict';
import { todoAt } from '../../../../src/core/work/todo-at';

const todo = (line: number, character: number, endLine = line) => ({
  range: { start: { line, character }, end: { line, character: character + 4 } },
  endLine,
});

describe('the TODO at a position', () => {
  const [first, second, long] = [todo(3, 5), todo(3, 20), todo(6, 2, 8)];
  const at = (line: number, character: number) => todoAt([first, second, long], { line, character });

  it('is the last on its line that starts at or before it, else the first', () => {
    assert.deepEqual([at(3, 19), at(3, 20), at(3, 99)], [first, second, second]);
    assert.equal(at(3, 0), first);
  });

  it('holds all lines of its text, and no other', () => {
    assert.deepEqual([at(6, 0), at(7, 0), at(8, 40)], [long, long, long]);
    assert.deepEqual([at(2, 9), at(5, 0), at(9, 0)], [undefined, undefined, undefined]);
  });
});

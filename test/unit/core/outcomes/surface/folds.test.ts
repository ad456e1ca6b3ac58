import assert from 'node:assert/strict';
import { foldsOf } from '../../../../../src/core/outcomes/surface/folds';
import { generateFile } from './generated';

/** Each fold as `start-end`, lines from 0; comments as `#1-2`, regions as `r1-2`. */
function folds(text: string): string {
  return foldsOf(text)
    .map(({ start, end, kind }) => `${{ block: '', comment: '#', region: 'r' }[kind]}${start}-${end}`)
    .join(' ');
}

/** The ranges that VS Code folds by indentation where a language counts blank lines to what follows. */
function byIndentation(text: string): string[] {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => (line.trim() === '' ? -1 : /^[ \t]*/.exec(line)![0].length));
  return lines.flatMap((indent, start) => {
    if (indent < 0) return [];
    const next = lines.findIndex((other, i) => i > start && other >= 0 && other <= indent);
    const end = lines.findLastIndex((other, i) => i < (next < 0 ? lines.length : next) && other >= 0);
    return end > start ? [`${start}-${end}`] : [];
  });
}

describe('the folds of an outcomes.yml', () => {
  it('are every outcome, list and mapping of several lines', () => {
    const text = `version: 1
policy:
  base: main
outcomes:
  - id: a
    metrics:
      - id: m
        title: M

  - id: b

    outputs: [
      { id: o }
    ]
`;
    assert.equal(folds(text), '1-2 3-13 4-7 5-7 6-7 9-13 11-12');
  });

  it('are lists at the column of their key, too', () => {
    assert.equal(
      folds('outcomes:\n- id: a\n  outputs:\n  - id: o\n    title: O\n- id: b\nx: 1\n'),
      '0-5 1-4 2-4 3-4',
    );
  });

  it('are blocks of comments and regions, and comments belong to what they are indented below', () => {
    assert.equal(folds('# a\n# b\n\n# c\nx: 1\n'), '#0-1');
    assert.equal(folds('# region all\na:\n  b: 1\n# endregion\nc: 1\n'), 'r0-3 1-2');
    assert.equal(folds('a:\n  b: 1\n  # own\n# of c\nc: 1\n'), '0-2');
    assert.equal(folds('a:\n  b: 1\n# odd\n  c: 1\n'), '0-3');
    assert.equal(folds('a:\n  b: 1\n  # own\n  # own\n# of c\n# of c\nc: 1\n'), '0-3 #2-3 #4-5');
  });

  it('are the same with other line ends, and end at a marker of the document', () => {
    assert.equal(folds('a:\r\n  b: 1\r\n\r\nc: 1\r\n'), '0-1');
    assert.equal(folds('a:\r  b: 1\r\rc: 1\r'), '0-1');
    assert.equal(folds('a:\n  b: 1\n---\nc:\n  d: 1'), '0-1 3-4');
    assert.equal(folds(''), '');
  });

  it('leave out nothing that is folded by indentation, and never cross', () => {
    for (let seed = 0; seed < 200; seed++) {
      const text = generateFile(seed).text.replace(/[ \t]*#.*/g, '');
      const found = foldsOf(text);
      const shown = new Set(found.map(({ start, end }) => `${start}-${end}`));
      for (const range of byIndentation(text)) {
        const start = Number(range.split('-')[0]);
        // A key may fold more: a list at its own column.
        const isList = found.some((fold) => fold.start === start && `${start}-${fold.end}` !== range);
        assert.ok(shown.has(range) || isList, `seed ${seed}: ${range}\n${text}`);
      }
      for (const a of found)
        for (const b of found)
          assert.ok(
            !(a.start < b.start && b.start <= a.end && a.end < b.end),
            `seed ${seed}: ${folds(text)}`,
          );
    }
  });
});

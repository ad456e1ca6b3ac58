import assert from 'node:assert/strict';
import fc from 'fast-check';
import { slotInCode, slotInMessage, slotInProse, type IdSlot } from '../../../../src/core/symbols';
import { LineIndex, type Position } from '../../../../src/core/text';
import { compileTags } from '../../../../src/core/work/tags';

const tags = compileTags(['TODO', '[ ]']);

/** The text with the slot at the cursor `|` as `typed<replaced>`; null when there is none. */
function show(marked: string, find: (text: string, at: Position) => IdSlot | undefined): string | null {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const at = new LineIndex(text).positionAt(offset);
  const slot = find(text, at);
  if (slot === undefined) return null;
  assert.equal(slot.range.start.line, at.line);
  const line = text.split(/\r\n?|\n/)[at.line]!;
  return `${slot.typed}<${line.slice(slot.range.start.character, slot.range.end.character)}>`;
}

describe('a slot for an id in source code', () => {
  const inCode = (marked: string, path = 'a.ts') =>
    show(marked, (text, at) => slotInCode(text, path, at, tags));

  it('is in the brackets of a TODO, behind each comma', () => {
    assert.equal(inCode('x(); // TODO(|'), '<>');
    assert.equal(inCode('x();\r\n  // TODO(re|liable-voice): retry'), 're<reliable-voice>');
    assert.equal(inCode('/* é TODO (@ana, vo|) */'), 'vo<vo>');
    assert.equal(inCode('# TODO[x|', 'a.py'), 'x<x>');
  });

  it('is behind outcome: and why:, also on a later line of the comment', () => {
    assert.equal(inCode('// TODO: x\n// outcome: lower-|cost.'), 'lower-<lower-cost>');
    assert.equal(inCode('/*\n * TODO: x\n * why: a, |\n */'), '<>');
  });

  it('is nowhere in code, in strings, in an assignee or in words', () => {
    for (const none of [
      'TODO(|',
      'const a = "// TODO(|";',
      '`\n// TODO(|`',
      '// TODO(@an|',
      '// TODO(when we |',
      '// TODO(a): |',
      '// say why|',
      'x = outcome: a|',
    ])
      assert.equal(inCode(none), null, none);
    assert.equal(inCode('// TODO(|', 'a.unheard-of'), null);
  });
});

describe('a slot for an id in Markdown', () => {
  const inProse = (marked: string) => show(marked, (text, at) => slotInProse(text, at, { tags }));

  it('is as in a comment, and in a code span that has begun', () => {
    assert.equal(inProse('a\n<!-- TODO(v| -->'), 'v<v>');
    assert.equal(inProse('`x` and `rel|`'), 'rel<rel>');
    assert.equal(inProse('`x` and |'), null);
    assert.equal(inProse('`|'), null);
  });
});

describe('a slot for an id in a commit message', () => {
  const inMessage = (marked: string) => show(marked, slotInMessage);

  it('is behind Outcome: at the start of a line, and in the scope', () => {
    assert.equal(inMessage('fix: x\n\nOutcome: |'), '<>');
    assert.equal(inMessage('fix: x\n\nOutcome: a-b, c|'), 'c<c>');
    assert.equal(inMessage('fix(vo|): x'), 'vo<vo>');
    assert.equal(inMessage('fix: x\n\nfix(vo|'), null);
    assert.equal(inMessage('fix: Outcome: |'), null);
    assert.equal(inMessage('x\n\nOutcome: a (because |'), null);
  });

  it('is on the lines that a value is folded over, and on no other indented one', () => {
    assert.equal(inMessage('x\n\nOutcome: a-b,\n  c|d'), 'c<cd>');
    assert.equal(inMessage('x\n\nBody\n  c|d'), null);
  });

  it('is in the scope of the subject, wherever comments and blank lines leave it', () => {
    assert.equal(inMessage('\n# comment\nfixup! fix(vo|): x'), 'vo<vo>');
    assert.equal(inMessage('x\nfix(vo|): x'), null);
  });
});

describe('slots in any text', () => {
  it('hold the cursor, wherever it is', () => {
    const piece = fc.constantFrom('// ', 'TODO(', 'a-b', ', ', 'outcome: ', '`', '\r\n', '\r', ')', 'é');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(100), (pieces, n) => {
        const text = pieces.join('');
        const at = new LineIndex(text).positionAt(n % (text.length + 1));
        for (const slot of [
          slotInCode(text, 'a.c', at, tags),
          slotInProse(text, at, { tags }),
          slotInMessage(text, at),
        ]) {
          if (slot === undefined) continue;
          const { start, end } = slot.range;
          assert.ok(start.line === at.line && end.line === at.line);
          assert.ok(start.character <= at.character && at.character <= end.character);
          assert.equal(slot.typed.length, at.character - start.character);
        }
      }),
    );
  });
});

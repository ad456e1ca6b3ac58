import assert from 'node:assert/strict';
import { slotInFile } from '../../../../src/core/symbols/file-slot';
import { LineIndex } from '../../../../src/core/text';

/** The slot at the cursor `|` of an output's lines, as `wanted typed<replaced>`; null when there is none. */
function slot(field: string): string | null {
  const marked = `outcomes:\n  - id: a\n    outputs:\n      - id: o\n        ${field}\n        title: O\n`;
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const lines = new LineIndex(text);
  const found = slotInFile(text, lines.positionAt(offset));
  if (found === undefined) return null;
  const { start, end } = found.range;
  return `${found.wanted} ${found.typed}<${text.slice(lines.offsetAt(start), lines.offsetAt(end))}>`;
}

describe('a slot for an id in an outcomes.yml', () => {
  it('is for an output behind instead', () => {
    assert.equal(slot('instead: |'), 'output <>');
    assert.equal(slot('instead: vo|ip # why'), 'output vo<voip>');
    assert.equal(slot('instead: "vo|ip"'), 'output vo<voip>');
    assert.equal(slot('instead:\n          vo|'), 'output vo<vo>');
  });

  it('knows the output in which it stands, in any way of writing it', () => {
    const own = (marked: string): string | undefined => {
      const offset = marked.indexOf('|');
      const text = marked.slice(0, offset) + marked.slice(offset + 1);
      return slotInFile(text, new LineIndex(text).positionAt(offset))?.own;
    };
    const below = (outputs: string) => `outcomes:\n  - id: a\n    outputs:\n${outputs}`;
    assert.equal(own(below('      - id: o\n        instead: |\n      - id: p\n')), 'o');
    assert.equal(own(below('      - id: o\n      - instead: p|\n        id: p\n')), 'p');
    assert.equal(own(below('      - { id: o, instead: | }\n      - { id: p }\n')), 'o');
    assert.equal(own(below('      - { id: o }\n      - { instead: |, id: p }\n')), 'p');
    assert.equal(own(below('      - instead: |\n')), '');
    const other = '  - id: b\n    outputs: [{ id: q }]\n';
    const inner = '    outcomes:\n      - { id: c, outputs: [{ id: r, instead: | }] }\n';
    assert.equal(own(`${below('      - id: o\n')}${inner}${other}`), 'r');
    assert.equal(own(`${below('      - id: o\n')}${other.replace('q', 'q, instead: |')}`), 'q');
    assert.equal(own(below('      - id: o\n        instead: |\n').replaceAll('\n', '\r\n')), 'o');
    assert.equal(own('outcomes: # of ours\n\n- id: a\n  outputs:\n  - id: o\n    instead: |\n'), 'o');
    assert.equal(own('outcomes: [{ id: a, outputs: [{ id: o, instead: | }] }]\n'), 'o');
  });

  it('is for an outcome in the list of serves', () => {
    assert.equal(slot('serves: [|]'), 'outcome <>');
    assert.equal(slot('serves: [lower-cost, fe|wer-calls]'), 'outcome fe<fewer-calls>');
    assert.equal(slot('serves:\n          - lower-|'), 'outcome lower-<lower->');
    assert.equal(slot('serves:\n        - |'), 'outcome <>');
  });

  it('is nowhere else', () => {
    for (const none of [
      'instead:|',
      'serves: |',
      'instead: [|]',
      'status: |',
      'trade-off: instead: |',
      'id: |',
      'ins|',
      '# instead: |',
    ])
      assert.equal(slot(none), null, none);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layOut } from '../../../../src/core/explain/layout';
import { line } from '../../../../src/core/explain/model';

const range = { start: { line: 3, character: 7 }, end: { line: 3, character: 9 } };

describe('an explanation as text', () => {
  it('puts the answer below its subject, headings apart, and leaves out what is empty', () => {
    const { text, links } = layOut({
      subject: 'TODO, a.ts:1:4',
      parts: [
        {
          heading: '',
          lines: [line('Flagged.', { file: 'a.ts', range }, null, { file: 'b.ts', range: null })],
        },
        { heading: 'Empty', lines: [] },
        { heading: 'More', lines: [line('One'), line('Two')] },
      ],
    });
    assert.equal(text, 'TODO, a.ts:1:4\n\nFlagged. (a.ts:4:8, b.ts)\n\nMore\n  One\n  Two\n');
    assert.deepEqual(
      links.map(({ start, end }) => text.slice(start, end)),
      ['a.ts:4:8', 'b.ts'],
    );
  });

  it('gives no name the power over lines and directions, and links exactly the names', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', '/', '\n', '\r', '\u2028', '\u202e', '\0', '\ud800', ':', ' ('),
    });
    fc.assert(
      fc.property(name, name, (file, words) => {
        const { text, links } = layOut({
          subject: words,
          parts: [{ heading: words, lines: [line(words, { file, range })] }],
        });
        const lines = (words === '' ? 0 : 1) + (words === '' ? 2 : 3);
        assert.equal(text.split('\n').length, lines + 1);
        assert.doesNotMatch(text, /[\r\u2028\u202e\0]/);
        const [link] = links;
        assert.match(text.slice(link!.start, link!.end), /:4:8$/);
        assert.equal(text.slice(link!.end), ')\n');
      }),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, areApart } from '../../../../src/core/edits';
import { toSnippets } from '../../../../src/editor/file-fixes/snippets';

describe('edits as snippets', () => {
  it('number the stops in their order, not that of the text', () => {
    const text = 'ab';
    const edits = [
      { span: { start: 1, end: 2 }, newText: 'second B' },
      { span: { start: 0, end: 1 }, newText: 'first A' },
    ];
    // The new text is "first Asecond B".
    assert.deepEqual(
      toSnippets(text, edits, [
        { start: 7, end: 13 },
        { start: 0, end: 5 },
      ]),
      [
        { span: { start: 0, end: 1 }, snippet: '${2:first} A' },
        { span: { start: 1, end: 2 }, snippet: '${1:second} B' },
      ],
    );
  });

  it('write what snippets have a meaning for as itself', () => {
    assert.deepEqual(
      toSnippets(
        'a: b ',
        [{ span: { start: 5, end: 5 }, newText: '{ $1: "\\}" }' }],
        [{ start: 11, end: 15 }],
      ),
      [{ span: { start: 5, end: 5 }, snippet: '{ \\$1: ${1:"\\\\\\}"} \\}' }],
    );
  });

  it('leave out stops outside of the edits', () => {
    const edits = [{ span: { start: 4, end: 4 }, newText: 'new' }];
    for (const stop of [
      { start: 0, end: 2 },
      { start: 3, end: 6 },
      { start: 5, end: 5 },
      { start: 6, end: 9 },
    ])
      assert.deepEqual(toSnippets('a: b', edits, [stop]), [{ span: { start: 4, end: 4 }, snippet: 'new' }]);
  });

  it('start with a line where they have several, so that nothing is indented further', () => {
    const text = '- id: x\r\n  why: y # z';
    const edits = [
      { span: { start: 21, end: 21 }, newText: '\r\n  due: D' },
      { span: { start: 16, end: 17 }, newText: 'Y' },
      { span: { start: 6, end: 7 }, newText: 'X' },
    ];
    assert.deepEqual(toSnippets(text, edits, [{ start: 30, end: 31 }]), [
      { span: { start: 6, end: 7 }, snippet: 'X' },
      { span: { start: 9, end: 21 }, snippet: '  why: Y # z\r\n  due: ${1:D}' },
    ]);
  });

  it('make the same text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n'), maxLength: 30 });
    const edit = fc.record({ at: fc.nat(30), length: fc.nat(4), newText: text });
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 4 }), (whole, drafts) => {
        const edits = drafts.map(({ at, length, newText }) => {
          const start = Math.min(at, whole.length);
          return { span: { start, end: Math.min(start + length, whole.length) }, newText };
        });
        fc.pre(areApart(edits));
        const pieces = toSnippets(whole, edits, []).map(({ span, snippet }) => ({ span, newText: snippet }));
        assert.equal(applyEdits(whole, pieces), applyEdits(whole, edits));
      }),
      { numRuns: 2000 },
    );
  });
});

import assert from 'node:assert/strict';
import { toSnippets } from '../../../../src/editor/file-fixes/snippets';

describe('edits as snippets', () => {
  it('number the stops in their order, not that of the text', () => {
    const text = 'ab';
    const edits = [
      { span: { start: 1, end: 2 }, newText: 'second B' },
      { span: { start: 0, end: 1 }, newText: 'first A' },
    ];
    // The new text is "first Asecond B".
    assert.equal(text.length, 2);
    assert.deepEqual(
      toSnippets(edits, [
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
      toSnippets([{ span: { start: 5, end: 5 }, newText: '{ $1: "\\}" }' }], [{ start: 11, end: 15 }]),
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
      assert.deepEqual(toSnippets(edits, [stop]), [{ span: { start: 4, end: 4 }, snippet: 'new' }]);
  });
});

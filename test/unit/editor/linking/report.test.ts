import assert from 'node:assert/strict';
import { countedThings, refusedLines, reportText, type Report } from '../../../../src/editor/linking/report';

const report = (some: Partial<Report>): Report => ({
  id: 'voice',
  todos: 0,
  files: 0,
  outputs: 0,
  branches: 0,
  paths: 0,
  unchanged: 0,
  refused: [],
  ...some,
});

describe('the report of what was linked', () => {
  for (const [some, text] of [
    [{ todos: 1, files: 1 }, 'Linked 1 TODO to voice.'],
    [{ todos: 1200, files: 30, branches: 1 }, 'Linked 1,200 TODOs and 1 branch to voice in 30 files.'],
    [{ outputs: 2 }, 'Moved 2 outputs to voice.'],
    [{ paths: 1 }, 'What lies in 1 folder serves voice from now on.'],
    [{ unchanged: 1 }, 'It serves voice already.'],
    [{ unchanged: 3 }, 'All of it serves voice already.'],
    [{}, ''],
  ] as const)
    it(text || 'is empty when nothing was asked for', () => assert.equal(reportText(report(some)), text));

  it('says what was refused, by reason, the most frequent first', () => {
    const refused = [
      { what: 'a.ts:1', reason: 'Gone.' },
      ...['b.ts:1', 'b.ts:2', 'b.ts:3', 'b.ts:4'].map((what) => ({ what, reason: 'Read-only.' })),
    ];
    assert.equal(
      reportText(report({ todos: 2, files: 1, refused })),
      'Linked 2 TODOs to voice. Not linked: b.ts:1, b.ts:2 and 2 others: Read-only. a.ts:1: Gone.',
    );
    assert.equal(refusedLines(refused).split('\n').length, 5);
  });

  it('stays short whatever was refused', () => {
    const refused = Array.from({ length: 900 }, (_, i) => ({ what: `f${i}.ts`, reason: `Reason ${i % 9}.` }));
    const text = reportText(report({ refused }));
    assert.ok(text.length < 300, text);
    assert.match(text, /There are 6 more reasons in the log\.$/);
  });
});

describe('countedThings', () => {
  it('names what there is', () => {
    assert.equal(countedThings({ todos: 3, branches: 1, outputs: 2 }), '3 TODOs, 1 branch and 2 outputs');
    assert.equal(countedThings({ todos: 0, branches: 2, outputs: 0 }), '2 branches');
  });
});

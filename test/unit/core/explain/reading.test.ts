import assert from 'node:assert/strict';
import { layOut } from '../../../../src/core/explain/layout';
import { explainReading, type ReadingCost, type ReadingState } from '../../../../src/core/explain/reading';

const COST: ReadingCost = { way: 'ripgrep', took: 400, scan: 300, lex: 40, files: 12, git: 200, judge: 30 };
const KNOWN = { outcomesFiles: 1, files: 1234, skipped: [], unverified: 0, cost: COST };

function text(given: Partial<ReadingState> = {}): string {
  const state = { folder: 'w', busy: false, failure: null, known: KNOWN, restricted: false, ...given };
  return layOut({ subject: '', parts: explainReading(state) }).text;
}

const costing = (cost: Partial<ReadingCost>, restricted = false) =>
  text({ known: { ...KNOWN, cost: { ...COST, ...cost } }, restricted });

describe('what is told of a reading', () => {
  it('is what is known, what was left out and the times', () => {
    assert.equal(
      text(),
      `
The folder \`w\`
  1,234 files with TODOs or findings, 1 outcomes file.

What was not read
  All files were read that no ignore rule and no policy leaves out.

How long the last reading of everything took
  400 ms in all. Parts run side by side, so they add up to more.
  300 ms for finding TODOs, of it 40 ms for telling comments from the rest. All files were searched by ripgrep, and 12 files with tag words looked at.
  200 ms for git: what is new, branches and commits.
  30 ms for linking and checking.
  Nothing of it is slow.
`,
    );
  });

  it('names each file that was not read, with the reason, and counts those beyond', () => {
    const skipped = Array.from({ length: 202 }, (_, i) => ({
      file: `big-${i}.log`,
      reason: 'larger than 20 MB',
    }));
    const found = text({ known: { ...KNOWN, skipped, unverified: 3 } });
    assert.match(found, /^ {2}larger than 20 MB \(big-0\.log\)$/m);
    assert.match(found, /^ {2}And 2 more files\.$/m);
    assert.match(found, /^ {2}3 files with tag words in a language that is not known/m);
    assert.doesNotMatch(found, /All files were read/);
  });

  it('says how it was done', () => {
    assert.match(costing({ way: 'walk' }), /Every file was read, 12 files\./);
    assert.match(
      costing({ way: 'index', files: 1 }),
      /index of the session before was used: 1 file that may have changed/,
    );
  });

  it('names the slowest part, and what helps', () => {
    assert.match(costing({ took: 9000, git: 8000 }), /9\.0 s in all[^]*Git takes the longest.*commits-since/);
    assert.match(costing({ took: 9000, judge: 8000 }), /Linking and checking takes the longest/);
    assert.match(costing({ took: 9000, scan: 8000 }), /Searching takes the longest.*vendor/);
    assert.match(
      costing({ took: 9000, scan: 8000, lex: 7000 }),
      /Telling comments from the rest takes the longest/,
    );
    assert.match(costing({ took: 9000, scan: 8000, way: 'walk' }), /no search program/);
    assert.match(costing({ took: 9000, scan: 8000, way: 'walk' }, true), /Trust the workspace/);
  });

  it('tells of the last change since', () => {
    assert.match(costing({ change: { files: 2, took: 45 } }), /last change since, of 2 files, took 45 ms\./);
    assert.match(costing({ change: { files: 0, took: 1500 } }), /last change since, of git, took 1\.5 s\./);
    assert.doesNotMatch(text(), /last change/);
  });

  it('says what is not known yet, or may be old', () => {
    assert.match(text({ known: null }), /being read for the first time/);
    assert.match(text({ known: null, failure: 'git hangs' }), /Reading it failed\. git hangs/);
    assert.match(text({ known: { ...KNOWN, outcomesFiles: 0 } }), /has no outcomes\.yml/);
    assert.match(text({ busy: true }), /being read at this moment/);
    assert.match(text({ failure: 'disk full' }), /may be old\. disk full/);
    assert.match(text({ restricted: true }), /Restricted Mode/);
    assert.doesNotMatch(text({ known: { ...KNOWN, cost: null } }), /How long/);
  });
});

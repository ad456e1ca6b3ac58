import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/edits';
import { parseOutcomes } from '../../../../src/core/outcomes/parse';
import { mergeFiles } from '../../../../src/core/outcomes/tree';
import type { MessageContext } from '../../../../src/core/work/message';
import { trailerEdits, whyOf } from '../../../../src/editor/commits/message';

const tree = mergeFiles([
  parseOutcomes(
    'outcomes.yml',
    'outcomes: [{ id: voice, title: a, outputs: [{ id: voip, title: b }] }, { id: calm, title: c }]',
  ),
]);
const box: MessageContext = { tree, time: 0, cleanup: 'whitespace' };
const editor: MessageContext = { tree, time: 0 };

function after(text: string, ids: readonly string[], context = box): string {
  return applyEdits(text, trailerEdits(text, ids, context));
}

describe('the trailers that are added to a message', () => {
  it('are its last lines, in the block that is there', () => {
    assert.equal(after('Retry', ['voip']), 'Retry\n\nOutcome: voip');
    assert.equal(
      after('Retry\n\nBody.\n', ['voip', 'calm']),
      'Retry\n\nBody.\n\nOutcome: voip\nOutcome: calm\n',
    );
    assert.equal(after('Retry\r\n\r\nFixes: #1', ['voip']), 'Retry\r\n\r\nFixes: #1\r\nOutcome: voip');
    assert.equal(after('Retry\n# comment\n', ['voip'], editor), 'Retry\n\nOutcome: voip\n# comment\n');
  });

  it('take the place of one that names nothing, and stand beside one that does', () => {
    assert.equal(after('Retry\n\nOutcome: viop', ['voip']), 'Retry\n\nOutcome: voip');
    assert.equal(after('Retry\n\nOutcome:', ['voip', 'calm']), 'Retry\n\nOutcome: voip\nOutcome: calm');
    assert.equal(after('Retry\n\nOutcome: calm', ['voip']), 'Retry\n\nOutcome: calm\nOutcome: voip');
    assert.deepEqual(trailerEdits('Retry\n\nOutcome: calm', ['calm'], box), []);
  });

  it('leave the first line to the subject of an empty message', () => {
    assert.equal(after('', ['voip']), '\n\nOutcome: voip');
  });

  it('are what git reads, and the rest is what it was', () => {
    const piece = fc.constantFrom(
      'Fix',
      ' it',
      '\n',
      '\n\n',
      'Signed-off-by: A <a@b.c>',
      ' x',
      'Refs: 1',
      'é',
      'feat(x): y',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const text = `Subject${pieces.join('')}`;
        const edits = trailerEdits(text, ['voip'], box);
        assert.equal(edits.length, 1);
        const [{ span, newText }] = edits as [(typeof edits)[number]];
        assert.equal(span.start, span.end);
        assert.match(newText, /^\s*Outcome: voip\s*$/);
        const message = `${applyEdits(text, edits)}\n`;
        const read = execFileSync('git', ['interpret-trailers', '--parse'], {
          input: message,
          encoding: 'utf8',
        });
        assert.ok(read.split('\n').includes('Outcome: voip'), `${JSON.stringify(message)} → ${read}`);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the why that a message states', () => {
  const stated = (text: string) => whyOf(text, box).stated.join();

  it('is what its trailers name, or that it is waived', () => {
    assert.equal(stated('Retry\n\nOutcome: VOIP, calm'), 'voip,calm');
    assert.equal(stated('Retry\n\nOutcome: none (plumbing)'), 'none');
    assert.equal(stated('Retry\n\nOutcome: nobody'), '');
    assert.equal(stated('feat(voip): retry'), '');
    assert.equal(stated('Retry\n\nThe Outcome: voip is meant\nOutcome: voip, as prose'), '');
  });

  it('is not asked of what a rebase folds into another commit', () => {
    assert.equal(whyOf('fixup! Retry', box).isFixup, true);
    assert.equal(whyOf('Retry', box).isFixup, false);
  });

  it('is looked for in a message that is empty but for comments', () => {
    assert.equal(whyOf('\n# Please enter a message.\n', editor).isEmpty, true);
    assert.equal(whyOf('\n# kept\n', box).isEmpty, false);
  });
});

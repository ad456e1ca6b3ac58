import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import fc from 'fast-check';
import { applyEdits } from '../../../../../src/core/edits';
import { addTrailer, readMessage } from '../../../../../src/core/work/message';
import type { Cleanup } from '../../../../../src/core/work/message/lines';
import { BARE_ENVIRONMENT } from '../../../../support/repository';

/** Git itself is the reference: its version on this machine, without anybody's configuration. */
function git(args: readonly string[], input: string): string {
  return execFileSync('git', args, {
    cwd: os.tmpdir(),
    input,
    encoding: 'utf8',
    env: { ...process.env, ...BARE_ENVIRONMENT },
  });
}

/** Git 2.39 lost the end of a last line without one. */
const complete = (text: string) => (text.endsWith('\n') ? text : `${text}\n`);

const parse = (text: string, commentChar = '#') =>
  git(
    ['-c', `core.commentChar=${commentChar}`, 'interpret-trailers', '--no-divider', '--parse'],
    complete(text),
  );

function ours(text: string, commentChar = '#', cleanup: Cleanup = 'strip'): string {
  return readMessage(text, { commentChar, cleanup })
    .trailers.map(({ key, value }) => `${key}: ${value}\n`)
    .join('');
}

const line = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('fix: a bug', 'see the wiki', 'Not a trailer', 'a: b', 'é: x') },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      'Outcome: reliable-voice',
      'outcome:x',
      'Outcome :  spaced  ',
      'Outcome:',
      'Refs: #12',
      'BREAKING CHANGE: all',
      'Co-authored-by: Ana <ana@example.org>',
      'Signed-off-by: Ana <ana@example.org>',
      '(cherry picked from commit 0123456)',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom('  folded on', '\ttabbed', ' ', '   \t') },
  { weight: 4, arbitrary: fc.constant('') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '# a comment',
      '#',
      '; other',
      'Conflicts:',
      '\tfile.ts',
      ': bare',
      '---',
      'a b: c',
    ),
  },
  { weight: 1, arbitrary: fc.constant('# ------------------------ >8 ------------------------') },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }).map((text) => text.replace(/[\n\0]/g, '')) },
);
const message = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, eol, ends]) => lines.join(eol) + (ends ? eol : ''));
const commentChar = fc.constantFrom('#', ';');

describe('commit messages, compared with git', () => {
  it('have the trailers that git finds in the typed text', () => {
    fc.assert(
      fc.property(message, commentChar, (text, char) => {
        const bare = readMessage(text, { commentChar: char, cleanup: 'verbatim' });
        // Git has no notion of a message whose subject is yet to come.
        fc.pre(bare.subject !== '' || bare.trailers.length === 0);
        assert.equal(ours(text, char, 'verbatim'), parse(text, char));
      }),
      { numRuns: 120 },
    );
  });

  it('have the trailers that git finds in what it stores', () => {
    fc.assert(
      fc.property(message, fc.boolean(), (text, isTyped) => {
        // With the scissors git cuts before it strips.
        fc.pre(!text.includes('>8'));
        const stored = git(['stripspace', ...(isTyped ? ['--strip-comments'] : [])], text);
        const cleanup = isTyped ? 'strip' : 'whitespace';
        const read = readMessage(text, { cleanup });
        fc.pre(read.subject !== '' || read.trailers.length === 0);
        assert.equal(ours(text, '#', cleanup), parse(stored));
        if (isTyped) assert.equal(read.subject, subjectOf(stored));
      }),
      { numRuns: 120 },
    );
  });

  it('get a trailer where git puts it', () => {
    fc.assert(
      fc.property(message, (text) => {
        const kept = readMessage(text, { cleanup: 'verbatim' });
        const typed = readMessage(text);
        fc.pre(
          typed.kind !== 'empty' &&
            !/outcome/i.test(text) &&
            !text.includes('>8') &&
            !/\r|^[ \t]+$/m.test(text),
        );
        // Where comments and blanks change the reading, what is stored counts; the test below is about that.
        fc.pre(
          JSON.stringify([kept.trailers, kept.block, kept.end]) ===
            JSON.stringify([typed.trailers, typed.block, typed.end]),
        );
        const theirs = git(
          ['interpret-trailers', '--no-divider', '--where=end', '--trailer', 'Outcome: KEY-12'],
          complete(text),
        );
        const mine = applyEdits(text, addTrailer(text, 'KEY-12'));
        // Git writes all trailers anew, with one blank behind the colon and no comments between them.
        const even = (all: string) =>
          complete(all)
            .replace(/^#.*\n/gm, '')
            .replace(/^([A-Za-z-]+)[ \t]*:[ \t]*(.*?)[ \t]*$/gm, '$1: $2');
        assert.equal(even(mine), even(theirs));
      }),
      { numRuns: 120 },
    );
  });

  it('get a trailer that git reads back from what it stores', () => {
    fc.assert(
      fc.property(message, fc.constantFrom('replace', 'add'), (text, existing) => {
        const before = readMessage(text);
        const edits = addTrailer(text, 'KEY-12', { existing });
        const after = applyEdits(text, edits);
        const typed = before.kind === 'empty' ? `subject\n\n${after}` : after;
        const cut = typed.split(/^# -+ >8 -+\n/m)[0]!;
        const stored = git(['stripspace', '--strip-comments'], cut);
        assert.match(parse(stored), /^outcome: .*KEY-12/im);
        // Nothing but the one trailer: what is left without its lines is what was there.
        for (const { span, newText } of edits) {
          assert.match(newText, /^\s*(?:Outcome: )?KEY-12\s*$/);
          if (span.end > span.start) assert.match(text.slice(0, span.start), /outcome[ \t]*:\s*$/i);
        }
        assert.deepEqual(addTrailer(after, 'KEY-12', { existing }), []);
      }),
      { numRuns: 120 },
    );
  });
});

/** As `git log --format=%s`: the first paragraph on one line. */
function subjectOf(stored: string): string {
  const lines = stored.split('\n');
  const end = lines.findIndex((text) => text === '');
  return lines
    .slice(0, end < 0 ? undefined : end)
    .map((text) => text.trim())
    .join(' ');
}

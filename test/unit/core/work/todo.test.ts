import fc from 'fast-check';
import assert from 'node:assert/strict';
import { compileTags } from '../../../../src/core/work/tags';
import { readTodos } from '../../../../src/core/work/todo';
import { effortOf } from '../../../support/effort';
import { brief, briefly, commentOf, TAGS, todosIn } from '../../../support/todos';

const table = (cases: readonly (readonly [string, ...string[]])[]) => {
  for (const [text, ...expected] of cases)
    it(JSON.stringify(text), () => assert.deepEqual(briefly(text), expected));
};

describe('TODOs of a comment', () => {
  describe('what is a marker', () => {
    table([
      ['TODO', 'TODO ""'],
      ['  - [ ] TODO: a', 'TODO "a"'],
      ['* @TODO a', 'TODO "a"'],
      ['1. FIXME a', 'FIXME "a"'],
      ['[x] TODO a', 'TODO "a"'],
      ['⚠️ TODO a', 'TODO "a"'],
      ['see below TODO: a', 'TODO "a"'],
      ['see below TODO(ana) a', 'TODO "a" (ana)'],
      ['see below TODO[ana] a', 'TODO "a" (ana)'],
      ['TODO：修复超时', 'TODO "修复超时"'],
      ['<FIXME> a </FIXME>', 'FIXME "a </FIXME>"'],
      ['</FIXME>'],
      ['the TODO list'],
      ['a "TODO" is a remark'],
      ['"TODO" is quoted'],
      ['TODOS: none, TODO_X: none'],
      ['todo: lower case'],
    ]);

    it('takes every tag word when any mention counts', () => {
      assert.deepEqual(briefly('the TODO list, a "FIXME", XXX', 'any'), [
        'TODO "list, a"',
        'FIXME ""',
        'XXX ""',
      ]);
      assert.deepEqual(briefly('TODO: drop the FIXME below', 'any'), [
        'TODO "drop the FIXME below"',
        'FIXME "below"',
      ]);
    });

    it('takes the tags that the policy names', () => {
      const tags = compileTags(['@todo', '[ ]', 'NOTE!']);
      assert.deepEqual(todosIn('@todo(ana) a\n- [ ] b\nNOTE! c', 'marker', tags).map(brief), [
        '@todo "a" (ana)',
        '[ ] "b"',
        'NOTE! "c"',
      ]);
    });
  });

  describe('what it says', () => {
    table([
      ['TODO - retry -', 'TODO "retry"'],
      ['**TODO**: retry', 'TODO "retry"'],
      ['[TODO] retry ------', 'TODO "retry"'],
      ['TODO!!! retry?', 'TODO "retry?"'],
      ['TODO: retry   on\ttimeout', 'TODO "retry on timeout"'],
      ['TODO pass -Wall, then C# and i--', 'TODO "pass -Wall, then C# and i--"'],
      ['TODO -Wall', 'TODO "-Wall"'],
      ['TODO: a  *', 'TODO "a"'],
      ['TODO: .gitignore handling', 'TODO ".gitignore handling"'],
      ['TODO(when Node 22 is out)', 'TODO "when Node 22 is out"'],
      ['TODO: one. FIXME: two', 'TODO "one."', 'FIXME "two"'],
      ['TODO/FIXME(ana): both', 'TODO "both" (ana)', 'FIXME "both" (ana)'],
      ['HACK TODO: both', 'HACK "both"', 'TODO "both"'],
    ]);

    it('is clipped to 300 characters, never inside of one', () => {
      assert.equal(todosIn(`TODO ${'x'.repeat(400)}`)[0]!.text, 'x'.repeat(300));
      assert.equal(todosIn(`TODO ${'x'.repeat(299)}😀y`)[0]!.text, 'x'.repeat(299));
    });
  });

  describe('how far it goes', () => {
    for (const [text, said, lines] of [
      ['TODO: retry\non timeout\nand log', 'retry on timeout and log', 2],
      ['TODO: retry\n\nAnother thought', 'retry', 0],
      ['TODO: retry\n----\nAnother', 'retry', 0],
      ['TODO: retry\n@param x the x', 'retry', 0],
      ['TODO: retry\n\\param x the x', 'retry', 0],
      ['TODO: retry\n:param x: the x', 'retry', 0],
      ['TODO: retry\n</summary>', 'retry', 0],
      ['TODO: retry\n## Next', 'retry', 0],
      ['TODO: retry\n- next', 'retry', 0],
      ['TODO: two things\n  - one\n  - two\nend', 'two things - one - two end', 3],
      ['- TODO: retry\n  on timeout\n- next', 'retry on timeout', 1],
      ['  1. TODO: retry\n     on timeout\n  2. next', 'retry on timeout', 1],
      ['TODO:\nretry', 'retry', 1],
      ['TODO(ana,\n     reliable-voice):\nretry', 'retry', 2],
      ['TODO: retry\nwhen it FIXME: fails', 'retry when it', 1],
    ] as const) {
      it(JSON.stringify(text), () => {
        const [todo] = todosIn(text);
        assert.deepEqual([todo!.text, todo!.endLine - 10], [said, lines]);
      });
    }

    it('ends where lines of the comment are missing', () => {
      const lines = ['TODO: a', 'b'].map((text, i) => ({ text, line: i * 2, character: 0 }));
      assert.equal(readTodos({ lines, block: true }, TAGS, 'marker')[0]!.text, 'a');
    });
  });

  describe('whom and what it names', () => {
    table([
      ['TODO(reliable-voice): a', 'TODO "a" (reliable-voice)'],
      ['TODO(@ana, reliable-voice): a', 'TODO "a" (@ana) (reliable-voice)'],
      ['TODO( ana ;`KEY-12` ): a', 'TODO "a" (ana) (KEY-12)'],
      ['TODO(@ana reliable-voice): a', 'TODO "a" (@ana) (reliable-voice)'],
      ['TODO(ana)[reliable-voice]: a', 'TODO "a" (ana) (reliable-voice)'],
      ['TODO（小明，voip）：修复', 'TODO "修复" (小明) (voip)'],
      ['TODO @ana: a', 'TODO "a" (@ana)'],
      ['TODO @ana, @org/team: a', 'TODO "a" (@ana) (@org/team)'],
      ['TODO @deprecated members', 'TODO "@deprecated members"'],
      ['TODO (ana): a', 'TODO "a" (ana)'],
      ['TODO (@ana) a', 'TODO "a" (@ana)'],
      ['TODO (see above) a', 'TODO "(see above) a"'],
      ['TODO (maybe) a', 'TODO "(maybe) a"'],
      ['TODO (reliable-voice) a', 'TODO "(reliable-voice) a" =reliable-voice?'],
      ['TODO(#123): a', 'TODO "a" (#123)'],
      ['TODO(ana@x.org): a', 'TODO "a" (ana@x.org)'],
      ['TODO(): a', 'TODO "a"'],
      ['TODO(ana fix it', 'TODO "(ana fix it"'],
      ['TODO(f(x)): a', 'TODO "a" (f(x))'],
      ['TODO(outcome: voip): a', 'TODO "a" =voip'],
      ['TODO(ana, why: reliable-voice): a', 'TODO "a" (ana) =reliable-voice'],
    ]);
  });

  describe('the why it states', () => {
    table([
      ['TODO: retry\noutcome: reliable-voice', 'TODO "retry" =reliable-voice'],
      ['TODO: retry, outcome: reliable-voice', 'TODO "retry" =reliable-voice'],
      ['TODO: retry (outcome: reliable-voice)', 'TODO "retry" =reliable-voice'],
      ['TODO: retry [why: reliable-voice].', 'TODO "retry." =reliable-voice'],
      ['TODO: retry outcome: reliable-voice. Then log', 'TODO "retry. Then log" =reliable-voice'],
      ['TODO: retry\nOutcome: a-b, voip\nwhy: "KEY-12"', 'TODO "retry" =a-b =voip =KEY-12'],
      ['TODO: retry\noutcome: growth', 'TODO "retry" =growth'],
      ['TODO: retry\noutcome:reliable-voice', 'TODO "retry" =reliable-voice'],
    ]);
  });

  describe('prose that is no why, or may be one', () => {
    table([
      ['TODO: retry, why: because it times out', 'TODO "retry, why: because it times out"'],
      ['TODO: retry\nwhy: performance', 'TODO "retry why: performance" =performance?'],
      ['TODO: check the outcome: failure.', 'TODO "check the outcome: failure." =failure?'],
      [
        'TODO: check\noutcome: unclear, see the wiki',
        'TODO "check outcome: unclear, see the wiki" =unclear?',
      ],
      ['TODO: check outcome: success or failure', 'TODO "check outcome: success or failure"'],
      ['TODO: set result.outcome: a-b', 'TODO "set result.outcome: a-b"'],
      ['TODO: find out why', 'TODO "find out why"'],
      ['TODO: outcome: none of them fits', 'TODO "outcome: none of them fits"'],
      [
        'TODO: say outcome: reliable-voice or so',
        'TODO "say outcome: reliable-voice or so" =reliable-voice?',
      ],
    ]);

    it('holds for all TODOs of the comment when it stands outside of them', () => {
      assert.deepEqual(briefly('About calls. Outcome: reliable-voice\n\nTODO: a\nTODO: b\n\nwhy: it is so'), [
        'TODO "a" =reliable-voice?',
        'TODO "b" =reliable-voice?',
      ]);
      assert.deepEqual(briefly('outcome: voip TODO: a'), ['TODO "a" =voip?']);
    });
  });

  describe('waivers', () => {
    table([
      ['TODO(no-outcome: vendored): a', 'TODO "a" waived: "vendored"'],
      ['TODO(no-outcome: vendored, see NOTICE (2)): a', 'TODO "a" waived: "vendored, see NOTICE (2)"'],
      ['TODO(no-outcome: vendored\n  from zlib): a', 'TODO "a" waived: "vendored from zlib"'],
      ['TODO(no-outcome): a', 'TODO "a" waived: ""'],
      ['TODO(no-outcome-vendored): a', 'TODO "a" waived: "vendored"'],
      ['TODO(No-Outcome: ): a', 'TODO "a" waived: ""'],
      ['TODO(no-outcome, ana): a', 'TODO "a" (ana) waived: ""'],
      ['TODO(ana, no-outcome: vendored): a', 'TODO "a" (ana) waived: "vendored"'],
      ['TODO (no-outcome: vendored) a', 'TODO "a" waived: "vendored"'],
      ['TODO: a\noutcome: none (release plumbing)', 'TODO "a" waived: "release plumbing"'],
      ['TODO: a, outcome: none (x), b', 'TODO "a, b" waived: "x"'],
      ['TODO: a\noutcome: none - vendored', 'TODO "a" waived: "vendored"'],
      ['TODO: a\noutcome: none.', 'TODO "a" waived: ""'],
    ]);
  });

  const words = fc.constantFrom(
    ...[
      'TODO',
      'FIXME:',
      'BUG',
      '(',
      ')',
      '[',
      ']',
      ',',
      ':',
      '@ana',
      'reliable-voice',
      'outcome:',
      'why:',
      'none',
      '\n',
    ],
    ...[
      ' ',
      '\t',
      '- ',
      '*',
      'no-outcome',
      '😀',
      '\ud83d',
      'é',
      '"',
      '@param',
      '----',
      '.',
      'because it',
      '（',
      '）',
      '\r',
      '\0',
    ],
  );
  const comments = fc.array(words, { maxLength: 40 }).map((w) => w.join(''));

  it('marks the very words in any comment, whatever is in it', () => {
    fc.assert(
      fc.property(comments, fc.constantFrom('marker' as const, 'any' as const), (text, mentions) => {
        const expected = text.split('\n').flatMap((line) => TAGS.find(line)).length;
        const todos = todosIn(text, mentions);
        if (mentions === 'any') assert.equal(todos.length, expected);
        else assert.ok(todos.length <= expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('finds with marker a part of what it finds with any, in the same places', () => {
    fc.assert(
      fc.property(comments, (text) => {
        const any = new Set(todosIn(text, 'any').map((t) => JSON.stringify(t.range)));
        assert.ok(todosIn(text, 'marker').every((t) => any.has(JSON.stringify(t.range))));
      }),
    );
  });

  it('needs time in step with the length of hostile comments', () => {
    for (const unit of [
      'TODO(',
      'TODO: ',
      'TODO ',
      'TODO(a,',
      'outcome: a-b, ',
      'TODO why: a-b (',
      'TODO\n',
      'outcome:\n',
      ' - ',
      '( ',
      'x TODO x\n',
    ]) {
      const read = (length: number) => {
        const text = `TODO ${unit.repeat(length / unit.length)}`;
        const comment = commentOf(text);
        return effortOf(() => readTodos(comment, TAGS, 'any'));
      };
      read(15_000);
      const [short, long] = [read(15_000), read(120_000)];
      assert.ok(long < 60 * Math.max(short, 4), `${JSON.stringify(unit)}: ${short} ms, then ${long} ms`);
    }
  });
});

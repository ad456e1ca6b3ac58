import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileTags } from '../../../../src/core';
import { EditedText, examineText } from '../../../../src/node/scan/examine';
import { MOST_HITS } from '../../../../src/node/scan/limits';

const scopeOf = (...tags: string[]) => ({ tags: compileTags(tags), mentions: 'marker' }) as const;
const usual = scopeOf('TODO', 'FIXME');

/** Long enough to be kept; `€` takes more bytes than characters. */
const LINES = [
  '// TODO: take it out\n',
  'const price = a / 2; /* FIXME(€): say why\n   and for whom */\n',
  'const text = `${price} // TODO: none`;\n',
  'call("/* TODO");\r\n',
];
const long = Array.from({ length: 2400 }, (_, n) => LINES[(n * 7 + (n >> 3)) % LINES.length]).join('');

const edit = fc.record({
  at: fc.integer({ min: 0, max: long.length }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20_000 })),
  by: fc.array(fc.constantFrom('TODO ', '// ', '/*', '*/', '`', '"', 'x', '\n', '€', '// TODO: y\n', '\0'), {
    maxLength: 5,
  }),
  file: fc.constantFrom('a.ts', 'a.ts', 'a.ts', 'a.c', 'a.py', 'b.unheard-of'),
  scope: fc.constantFrom(usual, usual, scopeOf('TODO'), scopeOf('TO', '[ ]')),
});

describe('the text of an editor', () => {
  it('has the TODOs that it has when it is read as a whole, however often it is edited', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const edited = new EditedText();
        let text = long;
        for (const { at, length, by, file, scope } of edits) {
          text = text.slice(0, at) + by.join('') + text.slice(at + length);
          assert.deepEqual(edited.examine(file, text, scope), examineText(file, text, scope));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is looked at as far as its first tag words go', () => {
    const edited = new EditedText();
    const all = '// TODO: one\n'.repeat(MOST_HITS + 5);
    for (const text of [all, `// TODO: first\n${all}`, all.replace('TODO', 'DONE'), all]) {
      const todos = edited.examine('a.ts', text, usual)!;
      assert.equal(todos.length, MOST_HITS);
      assert.deepEqual(todos, examineText('a.ts', text, usual));
    }
  });
});

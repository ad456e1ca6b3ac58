import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { judgeWord, type Asked } from '../../../../src/core/explain/word';
import { findTodosInText } from '../../../../src/core/work/comments';
import { compileTags } from '../../../../src/core/work/tags';

const ASKED: Asked = {
  tags: ['TODO', 'FIXME', 'BUG', '@todo'],
  mentions: 'marker',
  mostHits: 10_000,
  binaryPrefix: 8000,
};

/** The verdict at the mark ▮, which is taken out. */
function at(file: string, marked: string, asked: Partial<Asked> = {}) {
  const offset = marked.indexOf('▮');
  const before = marked.slice(0, offset).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)!.length };
  return judgeWord(file, marked.replace('▮', ''), position, { ...ASKED, ...asked });
}

const kindAt = (file: string, marked: string, asked?: Partial<Asked>) => at(file, marked, asked).verdict.kind;

/** Fails unless the verdict on each tag word is what the scanner makes of it; gives how many there are. */
function agreeOn(file: string, text: string): number {
  const tags = compileTags(ASKED.tags);
  if (text.includes('\0')) return 0;
  const todos = findTodosInText(text, file, { tags, mentions: 'marker' });
  const found = new Set(
    typeof todos === 'string' ? [] : todos.map(({ range: { start } }) => `${start.line}:${start.character}`),
  );
  let words = 0;
  for (const [line, part] of text.split(/\r\n|[\n\r]/).entries())
    for (const { index } of tags.find(part)) {
      words++;
      const { verdict } = judgeWord(file, text, { line, character: index + 1 }, ASKED);
      const isTodo = verdict.kind === 'todo';
      assert.equal(isTodo, found.has(`${line}:${index}`), `${file}:${line + 1}: ${verdict.kind}`);
    }
  return words;
}

describe('the verdict on a word', () => {
  it('is a TODO where the scanner finds one, wherever the cursor is on the line', () => {
    for (const marked of ['// T▮ODO: x', '▮// TODO: x', '// TODO: x▮', '// TODO▮: x'])
      assert.deepEqual(at('a.ts', marked).verdict, { kind: 'todo', language: 'typescript' }, marked);
  });

  it('is about the tag that is nearest', () => {
    const { word, range } = at('a.ts', 'const TODO = 1; // FI▮XME: x');
    assert.deepEqual([word, range.start], ['FIXME', { line: 0, character: 19 }]);
    assert.equal(kindAt('a.ts', 'const TO▮DO = 1; // FIXME: x'), 'no-comment');
  });

  it('tells a string, a regular expression and code apart, and where they begin', () => {
    const token = (marked: string) => {
      const { verdict } = at('a.ts', marked);
      return verdict.kind === 'no-comment' ? [verdict.token, verdict.tokenAt] : verdict.kind;
    };
    assert.deepEqual(token('\nconst é = "é TO▮DO";'), ['string', { line: 1, character: 10 }]);
    assert.deepEqual(token('const a = /TO▮DO/;'), ['regex', { line: 0, character: 10 }]);
    assert.deepEqual(token('const TO▮DO = 1;'), ['code', { line: 0, character: 6 }]);
  });

  it('knows what is merely mentioned', () => {
    assert.equal(kindAt('a.ts', '// see the TO▮DO of Ana'), 'mention');
    assert.equal(kindAt('a.ts', '// see the TO▮DO of Ana', { mentions: 'any' }), 'todo');
    assert.equal(kindAt('a.ts', '// see the TO▮DO: of Ana'), 'todo');
  });

  it('knows what is no tag, or nearly one', () => {
    assert.deepEqual(at('a.ts', '// to▮do: x').verdict, { kind: 'case', tag: 'TODO' });
    assert.deepEqual(at('a.ts', '// TODO▮S: x').verdict, { kind: 'part', tag: 'TODO' });
    assert.equal(at('a.ts', '// my_FIXME▮2: x').word, 'my_FIXME2');
    assert.deepEqual(at('a.ts', '// NO▮TE: x').verdict, { kind: 'other' });
    assert.deepEqual(at('a.ts', '// debug▮ this').verdict, { kind: 'other' }, 'debug is no near miss of BUG');
    assert.deepEqual(at('a.ts', '▮').verdict, { kind: 'nothing' });
    assert.deepEqual(at('a.ts', '// @TO▮DO x', { tags: ['@todo'] }).verdict, { kind: 'case', tag: '@todo' });
  });

  it('knows a language only by what the scanner goes by', () => {
    assert.equal(kindAt('a.unheard-of', '# TO▮DO: x'), 'unknown-language');
    assert.equal(kindAt('run', '# TO▮DO: x'), 'unknown-language');
    assert.equal(kindAt('run', '#!/bin/sh\n# TO▮DO: x'), 'todo');
  });

  it('takes a text with a NUL for binary, if it comes early', () => {
    assert.equal(kindAt('a.ts', '\0\n// TO▮DO: x'), 'binary');
    assert.equal(kindAt('a.ts', `// TO▮DO: x\n${' '.repeat(8000)}\0`), 'todo');
  });

  it('counts the tag words of a file, in strings too', () => {
    const text = '"TODO";\n// TODO: 1\n// TO▮DO: 2\n';
    assert.deepEqual(at('a.ts', text, { mostHits: 2 }).verdict, { kind: 'too-many', nth: 3, most: 2 });
    assert.equal(kindAt('a.ts', text, { mostHits: 3 }), 'todo');
  });

  it('stays within the text for any position', () => {
    for (const position of [
      { line: -1, character: 0 },
      { line: 9, character: 9 },
      { line: 0, character: 99 },
    ])
      assert.doesNotThrow(() => judgeWord('a.ts', '// TODO', position, ASKED));
  });

  it('says "todo" exactly where the scanner finds one, in every language at hand', () => {
    const root = path.join(import.meta.dirname, '../../../..');
    let words = 0;
    for (const folder of ['examples', 'test/golden', 'src/core'])
      for (const entry of fs.readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
        const file = path.join(entry.parentPath, entry.name);
        const text = entry.isFile() ? fs.readFileSync(file, 'utf8') : '';
        words += agreeOn(file, text);
      }
    assert.ok(words > 300, `${words} tag words were looked at`);
  });

  it('says "todo" exactly where the scanner finds one, however the text is made up', () => {
    const piece = fc.constantFrom(
      ...[
        '// ',
        '/* ',
        ' */',
        '"',
        "'",
        '`',
        '\n',
        '\r\n',
        ' ',
        'TODO',
        'FIXME: ',
        'é',
        '𝒳',
        'see ',
        '- ',
        '${',
        '}',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        agreeOn('a.ts', text);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});

import { rgPath } from '@vscode/ripgrep';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { compileTags } from '../../../../src/core/work/tags';

const found = (tags: string[], text: string) =>
  compileTags(tags)
    .find(text)
    .map(({ index, tag }) => `${index}:${tag}`);

describe('tags', () => {
  it('finds whole words only, in their own case', () => {
    assert.deepEqual(found(['TODO'], 'TODO TODOS aTODO _TODO todo TODO2 (TODO) TODO'), [
      '0:TODO',
      '35:TODO',
      '41:TODO',
    ]);
  });

  it('takes letters, marks and digits of every script as part of a word', () => {
    assert.deepEqual(found(['TODO'], 'TODOé éTODO TODO\u0301 ٣TODO 𝒳TODO TODO𝒳 TODO：修复'), ['38:TODO']);
  });

  it('asks for a boundary only beside word characters', () => {
    assert.deepEqual(found(['@todo', 'NOTE!', '[ ]'], 'x@todo @todos NOTE!x ANOTE! x[ ]y'), [
      '1:@todo',
      '14:NOTE!',
      '29:[ ]',
    ]);
  });

  it('prefers the longer tag, and the shorter one where the longer does not stand alone', () => {
    assert.deepEqual(found(['TODO', 'TODO-NOW'], 'TODO-NOW TODO-NOWS'), ['0:TODO-NOW', '9:TODO']);
  });

  it('groups the usual tags into one alternation', () => {
    assert.equal(compileTags(['TODO', 'FIXME']).pattern, '\\b(?:FIXME|TODO)\\b');
  });

  it('leaves out what cannot be a tag, and finds nothing without tags', () => {
    const tags = compileTags(['', '  ', 'A\nB', ' TODO ', 'TODO']);
    assert.deepEqual(tags.tags, ['TODO']);
    const none = compileTags([]);
    assert.deepEqual(none.find('TODO'), []);
    assert.equal(none.test(''), false);
    assert.deepEqual(ripgrep(none.pattern, 'TODO\n'), []);
  });

  it('finds what ripgrep finds with its pattern', () => {
    const tag = fc.oneof(
      fc.constantFrom(
        'TODO',
        '@todo',
        'NOTE!',
        '[ ]',
        'a.b',
        '$x',
        '<!',
        '\\todo',
        'é',
        '#',
        'x-y',
        '^',
        '待办',
      ),
      fc.string({
        minLength: 1,
        maxLength: 4,
        unit: fc.constantFrom('a', 'T', '_', '-', '!', '[', '(', '\\', '𝒳', ' '),
      }),
    );
    const tags = fc.array(tag, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        tags,
        fc.array(fc.string({ unit: 'grapheme', maxLength: 3 }), { maxLength: 6 }),
        (words, between) => {
          const text = between
            .flatMap((s, i) => [s, words[i % words.length]!])
            .join('')
            .replace(/[\r\n]/g, ' ');
          fc.pre(!/\p{Surrogate}/u.test(text));
          const matcher = compileTags(words);
          const ours = matcher.find(text).map((hit) => Buffer.byteLength(text.slice(0, hit.index)));
          assert.deepEqual(ours, ripgrep(matcher.pattern, `${text}\n`));
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** Byte offsets of ripgrep's matches. */
function ripgrep(pattern: string, text: string): number[] {
  const args = ['--no-config', '-o', '-b', '--no-line-number', '--text', '-e', pattern, '-'];
  const { stdout, stderr } = spawnSync(rgPath, args, { input: text, encoding: 'utf8' });
  assert.equal(stderr, '');
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Number.parseInt(line, 10));
}

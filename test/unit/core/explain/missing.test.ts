import assert from 'node:assert/strict';
import { layOut } from '../../../../src/core/explain/layout';
import { explainMissing, ignoringGlob } from '../../../../src/core/explain/missing';
import type { Missing, MissingReason } from '../../../../src/core/explain/reasons';
import { textOf, treeOf } from './support';

const TREE = treeOf({
  'outcomes.yml': `version: 1
policy:
  tags: [TODO, NOTE]
  ignore:
    # not vendored, but like vendor
    - "*.min.js"
    - vendor/**
outcomes: []
`,
  'web/outcomes.yml': 'version: 1\npolicy:\n  mentions: marker\n  ignore: [made/**]\noutcomes: []\n',
});
const BARE = treeOf({ 'outcomes.yml': 'version: 1\noutcomes: []\n' });

function answer(reason: MissingReason, given: Partial<Missing> = {}, tree = TREE): string {
  const missing = { reason, word: 'TODO', file: 'src/a.ts', at: { line: 2, character: 3 }, editor: null };
  return textOf(explainMissing({ ...missing, ...given }, tree));
}

describe('why a place is not listed', () => {
  const EDITOR = { language: 'typescript', encoding: 'utf8', unsaved: false };
  const cases: readonly (readonly [reason: MissingReason, says: RegExp, given?: Partial<Missing>])[] = [
    [{ kind: 'outside' }, /no file below a folder of the workspace/],
    [{ kind: 'disabled' }, /outcomes\.enable/],
    [{ kind: 'reading' }, /first time/],
    [{ kind: 'failed', message: 'git hangs' }, /failed.*git hangs/],
    [{ kind: 'no-outcomes' }, /no outcomes\.yml/],
    [{ kind: 'git-folder' }, /`\.git`/],
    [{ kind: 'link', at: 'src' }, /`src` is a symbolic link/],
    [{ kind: 'no-file' }, /no ordinary file/],
    [{ kind: 'gone' }, /no such file on the disk/],
    [{ kind: 'too-large', bytes: 22 * 1024 * 1024 }, /22\.0 MB.*20 MB/],
    [{ kind: 'binary' }, /binary/],
    [{ kind: 'unreadable', reason: 'permission denied' }, /could not be read: permission denied/],
    [{ kind: 'nothing' }, /no word at the cursor/, { word: '' }],
    [
      { kind: 'other' },
      /Nothing is flagged here, and `WIP` is not one of the tags[^]*`TODO` or `NOTE`\. \(outcomes\.yml:3:3\)/,
      { word: 'WIP' },
    ],
    [{ kind: 'case', tag: 'TODO' }, /case of letters counts.*`TODO`/, { word: 'todo' }],
    [{ kind: 'part', tag: 'TODO' }, /`TODO` is only a part of the word `TODOS`/, { word: 'TODOS' }],
    [
      { kind: 'unknown-language' },
      /language of this file is not known[^]*takes it for `typescript`/,
      { editor: EDITOR },
    ],
    [{ kind: 'too-many', nth: 12_345, most: 10_000 }, /number 12,345.*10,000/],
    [{ kind: 'mention', language: 'c' }, /only mentions `TODO`[^]*`marker`, which is the default/],
    [{ kind: 'pending' }, /at this moment/],
    [{ kind: 'unexpected' }, /mistake of this extension/],
  ];
  for (const [reason, says, given] of cases)
    it(`${reason.kind}: ${says.source}`, () => assert.match(answer(reason, given), says));

  it('names what it is about first, and answers on the next line', () => {
    assert.equal(
      answer({
        kind: 'no-comment',
        language: 'typescript',
        token: 'string',
        tokenAt: { line: 2, character: 0 },
      }),
      '`TODO`, src/a.ts:3:4\n\n' +
        'Not listed: only comments are looked at, and read as `typescript`, it stands in a string that begins there ' +
        '(src/a.ts:3:1)\n',
    );
  });

  it('names the encoding where it makes a text binary', () => {
    const utf16 = { ...EDITOR, encoding: 'utf16le' };
    assert.match(answer({ kind: 'binary' }, { editor: utf16 }), /byte order mark/);
    assert.doesNotMatch(answer({ kind: 'binary' }, { editor: EDITOR }), /byte order mark/);
  });

  it('says where mentions is stated, by the nearest policy', () => {
    const text = answer({ kind: 'mention', language: 'c' }, { file: 'web/a.c' });
    assert.match(text, /\(web\/outcomes\.yml:3:3\)/);
    assert.doesNotMatch(text, /default/);
  });

  it('names the tags where no policy does', () => {
    assert.match(answer({ kind: 'other' }, {}, BARE), /`TODO`, `FIXME`.*which is the default\.$/m);
  });

  it('names the ignore rule, what it leaves out, and who follows it', () => {
    const place = {
      file: '.gitignore',
      range: { start: { line: 4, character: 0 }, end: { line: 4, character: 4 } },
    };
    const rule = { text: 'src/', place };
    assert.match(
      answer({ kind: 'ignored', rule, at: 'src', by: 'git' }),
      /`src\/`, an ignore rule of git, leaves the folder `src` out\. \(\.gitignore:5:1\)\n.*does not track/,
    );
    assert.match(
      answer({ kind: 'ignored', rule, at: 'src/a.ts', by: 'git-not-asked' }),
      /the file out.*\n.*not known/,
    );
    assert.match(
      answer({ kind: 'ignored', rule: null, at: 'src', by: 'ripgrep' }),
      /rule of ripgrep[^]*\.rgignore/,
    );
  });

  it('keeps names on one line', () => {
    const text = answer({ kind: 'link', at: 'a\nNot listed: b' }, { file: 'a\nNot listed: b/c.ts' });
    assert.equal(text.split('\n').length, 4);
  });
});

describe("the glob of a policy's ignore that leaves a file out", () => {
  const at = (file: string) => {
    const found = ignoringGlob(TREE, file);
    return found === null
      ? null
      : layOut({
          subject: '',
          parts: [
            { heading: '', lines: [{ text: found.glob ?? '', places: found.place ? [found.place] : [] }] },
          ],
        }).text.trim();
  };

  it('is found where it is written, past remarks that hold it', () => {
    assert.equal(at('vendor/x/a.js'), 'vendor/** (outcomes.yml:7:7)');
    assert.equal(at('a.min.js'), '*.min.js (outcomes.yml:6:8)');
    assert.equal(at('src/a.ts'), null);
  });

  it('is of the nearest policy alone', () => {
    assert.equal(at('web/made/a.ts'), 'made/** (web/outcomes.yml:4:12)');
    assert.equal(at('web/vendor/a.ts'), null);
    assert.equal(at('made/a.ts'), null);
  });
});

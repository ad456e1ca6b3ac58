import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { onlyFacts, shown, shownAdded, withBareGit } from '../../../support/git-facts';
import { makeRepository, type TestRepository } from '../../../support/repository';

describe('lines added since the merge base', () => {
  withBareGit();
  let repo: TestRepository;
  beforeEach(() => (repo = makeRepository()));
  afterEach(() => repo.remove());

  const numbered = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => `line ${from + i}\n`).join('');

  it('has committed, staged, unstaged and untracked ones of the branch, and none of the base', async () => {
    repo.write('a', numbered(1, 9));
    repo.write('b', numbered(1, 9));
    repo.write('gone', 'x\n');
    repo.commit('base');
    repo.git('switch', '-q', '-c', 'work');
    repo.write('a', `first\n${numbered(1, 9)}`);
    repo.commit('mine');
    repo.write('a', `first\n${numbered(1, 4)}middle\n${numbered(5, 9)}`);
    repo.git('add', 'a');
    repo.write('a', `first\n${numbered(1, 4)}middle\n${numbered(5, 9)}last\n`);
    repo.write('sub/untracked', 'y\n');
    repo.write('.gitignore', '*.log\n');
    repo.write('debug.log', 'x\n');
    fs.rmSync(path.join(repo.folder, 'gone'));
    const facts = await onlyFacts(repo.folder);
    assert.deepEqual(shownAdded(facts), { '.gitignore': 'all', a: '1,6,12', 'sub/untracked': 'all' });
  });

  it('leaves out what came to the base meanwhile, merged or not', async () => {
    repo.write('a', numbered(1, 5));
    repo.commit('base');
    repo.git('switch', '-q', '-c', 'work');
    repo.write('mine', 'x\n');
    repo.commit('mine');
    repo.git('switch', '-q', 'main');
    repo.write('a', `${numbered(1, 5)}theirs\n`);
    repo.write('theirs', 'x\n');
    repo.commit('theirs');
    repo.git('switch', '-q', 'work');
    assert.deepEqual(shownAdded(await onlyFacts(repo.folder)), { mine: 'all' });
    repo.git('merge', '-q', '--no-edit', 'main');
    assert.deepEqual(shownAdded(await onlyFacts(repo.folder)), { mine: 'all' });
  });

  it('takes a merge in progress for done, so that the base’s lines are not new for a while', async () => {
    repo.write('a', 'one\n');
    repo.commit('base');
    repo.git('switch', '-q', '-c', 'work');
    repo.write('a', 'mine\n');
    repo.commit('mine');
    repo.git('switch', '-q', 'main');
    repo.write('a', 'theirs\n');
    repo.write('theirs', 'x\n');
    repo.commit('theirs');
    repo.git('switch', '-q', 'work');
    assert.throws(() => repo.git('merge', '-q', 'main'));
    const facts = await onlyFacts(repo.folder);
    // <<<<<<< / mine / ======= / theirs / >>>>>>>
    assert.deepEqual(shownAdded(facts), { a: '1-3,5' });
  });

  it('keeps the lines of a moved file old', async () => {
    repo.write('old.ts', numbered(1, 30));
    repo.write('plain', numbered(40, 60));
    repo.commit('base');
    repo.git('switch', '-q', '-c', 'work');
    repo.git('mv', 'plain', 'moved');
    repo.git('mv', 'old.ts', 'new.ts');
    repo.write('new.ts', `${numbered(1, 30)}added\n`);
    repo.git('add', '-A');
    assert.deepEqual(shownAdded(await onlyFacts(repo.folder)), { 'new.ts': '31' });
  });

  it('keeps the lines of a file old that was moved without telling git', async () => {
    repo.write('old dir/a.ts', numbered(1, 30));
    repo.write('b', numbered(40, 60));
    repo.write('-c', numbered(70, 90));
    repo.commit('base');
    repo.git('switch', '-q', '-c', 'work');
    repo.write('mine', numbered(100, 120));
    repo.commit('mine');
    const index = fs.readFileSync(path.join(repo.folder, '.git/index'));
    const move = (from: string, to: string, more = '') => {
      repo.write(to, fs.readFileSync(path.join(repo.folder, from), 'utf8') + more);
      fs.rmSync(path.join(repo.folder, from));
    };
    move('old dir/a.ts', 'new\ndir/a *.ts', 'added\n');
    move('b', 'b2');
    move('-c', '-d');
    move('mine', 'mine2');
    repo.write('other', 'x\n');
    const facts = await onlyFacts(repo.folder);
    assert.deepEqual(shownAdded(facts), { mine2: 'all', 'new\ndir/a *.ts': '31', other: 'all' });
    assert.deepEqual(fs.readFileSync(path.join(repo.folder, '.git/index')), index);
  });

  it('knows files by any name', async () => {
    const names = [
      'a b/ c',
      'tab\there',
      'line\nbreak',
      'quote"d',
      'back\\slash',
      'ünïcödé ✓',
      ' lead',
      'trail ',
      '-dash',
      'a => b',
      '"',
      'x b/x',
    ];
    for (const name of names) repo.write(name, numbered(1, 3));
    repo.commit('base');
    for (const name of names) repo.write(name, `${numbered(1, 3)}new\n`);
    for (const name of names) repo.write(`untracked ${name.replace('/', '')}`, 'x\n');
    const expected = names.flatMap((name): [string, string][] => [
      [name, '4'],
      [`untracked ${name.replace('/', '')}`, 'all'],
    ]);
    assert.deepEqual(shownAdded(await onlyFacts(repo.folder)), Object.fromEntries(expected.sort()));
  });

  it('gives paths relative to a folder inside of the repository, and only what is in it', async () => {
    repo.write('top', 'x\n');
    repo.write('pkg/a', 'x\n');
    repo.commit('base');
    repo.write('top', 'x\ny\n');
    repo.write('pkg/a', 'x\ny\n');
    repo.write('pkg/new', 'x\n');
    const facts = await onlyFacts(path.join(repo.folder, 'pkg'));
    assert.equal(facts.repository, '..');
    assert.deepEqual(shownAdded(facts), { a: '2', new: 'all' });
  });

  it('compares CRLF and LF as the repository says', async () => {
    repo.git('config', 'core.autocrlf', 'true');
    repo.write('a', 'one\r\ntwo\r\n');
    repo.commit('base');
    repo.write('a', 'one\r\nhalf\r\ntwo\r\n');
    assert.deepEqual(shownAdded(await onlyFacts(repo.folder)), { a: '2' });
  });

  it('compares text that attributes call binary, and takes changed UTF-16 as new', async () => {
    const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
    repo.write('.gitattributes', '*.lock -diff\n');
    repo.write('a.lock', numbered(1, 3));
    repo.write('wide.txt', utf16('one\ntwo\n'));
    repo.write('same.txt', utf16('one\ntwo\n'));
    repo.write('image', Buffer.from([1, 0, 2]));
    repo.commit('base');
    repo.write('a.lock', `zero\n${numbered(1, 3)}`);
    repo.write('wide.txt', utf16('one\ntwo\nthree\n'));
    repo.write('image', Buffer.from([1, 0, 3]));
    assert.deepEqual(shownAdded(await onlyFacts(repo.folder)), { 'a.lock': '1', 'wide.txt': 'all' });
  });

  it('is not led by what a person configured for diffs', async () => {
    repo.write('a', numbered(1, 9));
    repo.commit('base');
    repo.write('a', `${numbered(1, 3)}x\n${numbered(4, 5)}y\n${numbered(6, 9)}`);
    const settings: [string, string][] = [
      ['diff.noprefix', 'true'],
      ['diff.mnemonicPrefix', 'true'],
      ['diff.context', '5'],
      ['diff.interHunkContext', '5'],
      ['diff.renames', 'copies'],
      ['diff.orderFile', 'missing'],
      ['diff.wordRegex', '.'],
      ['diff.algorithm', 'patience'],
      ['color.ui', 'always'],
      ['color.diff', 'always'],
      ['diff.relative', 'false'],
      ['core.pager', 'false'],
    ];
    for (const [key, value] of settings) repo.git('config', key, value);
    assert.deepEqual(shownAdded(await onlyFacts(repo.folder)), { a: '4,7' });
  });

  it('is measured from a revision when one is given', async () => {
    repo.write('a', 'one\n');
    repo.commit('first');
    repo.git('tag', '-a', '-m', 'annotated', 'v1');
    repo.write('a', 'one\ntwo\n');
    repo.commit('second');
    repo.write('a', 'one\ntwo\nthree\n');
    assert.deepEqual(shownAdded(await onlyFacts(repo.folder)), { a: '3' });
    for (const revision of ['v1', 'HEAD~1', repo.git('rev-parse', '--short', 'HEAD~1'), ':/first']) {
      assert.deepEqual(
        shownAdded(await onlyFacts(repo.folder, { addedSince: revision })),
        { a: '2-3' },
        revision,
      );
    }
  });

  it('is every line without a merge base', async () => {
    repo.write('a', 'x\n');
    repo.commit('first');
    repo.git('switch', '-q', '--orphan', 'apart');
    repo.write('b', 'x\n');
    repo.commit('unrelated');
    repo.write('c', 'x\n');
    const facts = await onlyFacts(repo.folder);
    assert.equal(facts.base?.mergeBase, null);
    assert.deepEqual(shownAdded(facts), { b: 'all', c: 'all' });
  });

  it('leaves as old only lines that the old file has, in their order', async function () {
    this.timeout(60_000);
    const word = fc.constantFrom('a', 'b', 'c', '@@ -1 +1 @@', '--- a/x', '\\ No newline', '');
    const text = fc.tuple(fc.array(word, { maxLength: 12 }), fc.boolean()).map(([lines, ended]) => {
      const joined = lines.join('\n');
      return ended && joined !== '' ? `${joined}\n` : joined;
    });
    const pairs = fc.sample(fc.tuple(text, text), 150);
    pairs.forEach(([before], i) => repo.write(`f${i}`, before));
    repo.commit('base');
    pairs.forEach(([, after], i) => repo.write(`f${i}`, after));
    const { added } = await onlyFacts(repo.folder);
    pairs.forEach(([before, after], i) => {
      const runs = added.get(`f${i}`) ?? [];
      assert.ok(runs !== 'all');
      const isNew = (line: number) => runs.some(({ first, last }) => first <= line && line <= last);
      const lines = after.split(/(?<=\n)/);
      const kept = lines.filter((line, n) => line !== '' && !isNew(n));
      const old = before.split(/(?<=\n)/);
      let at = 0;
      for (const line of kept) {
        while (at < old.length && old[at] !== line) at++;
        assert.ok(at++ < old.length, `${JSON.stringify([before, after])} ${shown(runs)}`);
      }
      if (before === after) assert.deepEqual(runs, []);
    });
  });
});

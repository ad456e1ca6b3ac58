import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { Ignores } from '../../../../src/node/scan/ignores';
import { findRipgrep } from '../../../../src/node/scan/program';
import { walk } from '../../../../src/node/scan/walk';
import { git, temporaryFolder, writeTree } from './support';

const rg = findRipgrep()!;

function byRipgrep(folder: string, ...args: string[]): string[] {
  // Its exit code is 1 when there is no file.
  const { stdout: output } = spawnSync(
    rg,
    ['--no-config', '--files', '--hidden', '--null', '-g', '!.git', ...args, '.'],
    { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return output
    .split('\0')
    .filter((f) => f !== '')
    .map((f) => f.slice(2))
    .sort();
}

function byWalk(folder: string, gitOnly = false): string[] {
  const files = walk(folder, new Ignores(folder, { gitOnly }), {
    leaves: () => false,
    onUnreadable: (sub, error) => assert.fail(`${sub}: ${error.message}`),
  });
  return [...files].map((f) => f.file).sort();
}

/** Every file of the tree that the rules for one file leave. */
function oneByOne(folder: string): string[] {
  const ignores = new Ignores(folder, { gitOnly: false });
  const all = byRipgrep(folder, '--no-ignore');
  return all.filter((file) => !ignores.ignoresFile(file));
}

describe('walk', () => {
  let folder: string;
  let remove: () => void;
  beforeEach(() => ({ folder, remove } = temporaryFolder()));
  afterEach(() => remove());

  const agrees = (at = folder): string[] => {
    const files = byWalk(at);
    assert.deepEqual(files, byRipgrep(at));
    assert.deepEqual(oneByOne(at), files);
    return files;
  };

  it('knows the grammar of ignore files', () => {
    git(folder, 'init', '-q');
    const rules: readonly (readonly [rule: string, ...files: string[]])[] = [
      ['*.log', 'a.log', 'x/b.log', 'a.log.txt'],
      ['/top.txt', 'top.txt', 'x/top.txt'],
      ['sub/file.txt', 'sub/file.txt', 'x/sub/file.txt'],
      ['build/', 'build/a', 'x/build/b', 'y/build'],
      ['**/deep', 'deep/a', 'p/q/deep'],
      ['abc/**', 'abc/1', 'abc/d/2', 'x/abc/3'],
      ['m/**/n', 'm/n', 'm/1/n', 'm/1/2/n', 'm/1/2/o'],
      ['\\#hash', '#hash'],
      ['\\!bang', '!bang'],
      ['/!anchored', '!anchored', 'x/!anchored'],
      ['sp ace\\ ', 'sp ace ', 'sp ace'],
      ['trail   ', 'trail'],
      ['[ab].x', 'a.x', 'b.x', 'c.x'],
      ['[!ab].y', 'a.y', 'c.y'],
      ['q?z', 'qaz', 'qz', 'q/z'],
      ['un[closed', 'unclosed'],
      ['*.keep', 'a.keep', 'important.keep'],
      ['!important.keep'],
      ['dir2/*', 'dir2/a', 'dir2/b/c'],
      ['!dir2/a'],
      ['# comment', 'comment'],
      ['crlf\r', 'crlf'],
      ['a/*/c', 'a/b/c', 'a/b/d/c'],
      ['foo*bar', 'foobar', 'foo-x-bar', 'foo/bar'],
      ['\u00fcber', '\u00fcber', 'uber'],
    ];
    writeTree(folder, { '.gitignore': rules.map(([rule]) => rule).join('\n') });
    for (const [, ...files] of rules) {
      for (const file of files) {
        // Some names clash with folders of others on purpose: first come, first served.
        try {
          writeTree(folder, { [file]: 'x' });
        } catch {
          continue;
        }
      }
    }
    const files = agrees();
    assert.ok(files.includes('important.keep') && files.includes('x/top.txt') && files.includes('a/b/d/c'));
    assert.ok(!files.includes('a.log') && !files.includes('abc/1') && !files.includes('sp ace '));
  });

  it('lets the deeper file and the stronger kind of file decide', () => {
    git(folder, 'init', '-q');
    writeTree(folder, {
      '.gitignore': '*.a\nbuild/\n*.b\n',
      '.ignore': '!build/\n*.c\n!*.b\n',
      '.rgignore': '!x.c\n*.d',
      'sub/.gitignore': '!*.a\n',
      'sub/.ignore': '*.e\n',
      '.git/info/exclude': '*.f\n!x.a\n',
    });
    for (const dir of ['', 'sub/', 'build/', 'sub/deeper/']) {
      for (const kind of 'abcdefg') {
        writeTree(folder, { [`${dir}x.${kind}`]: '1', [`${dir}y.${kind}`]: '2' });
      }
    }
    const files = agrees();
    assert.ok(files.includes('sub/x.a') && files.includes('build/x.g') && files.includes('x.c'));
    assert.ok(!files.includes('y.c') && !files.includes('y.f') && !files.includes('x.a'));
  });

  it('applies what is written above the folder, up to the top of the repository', () => {
    git(folder, 'init', '-q');
    writeTree(folder, {
      '.gitignore': '*.a\n/in/b.txt\n',
      '.ignore': '*.z\n',
      'in/.gitignore': '/c.txt\n',
      'in/a.a': '',
      'in/b.txt': '',
      'in/c.txt': '',
      'in/d.txt': '',
      'in/e.z': '',
      'in/own/.gitignore': '*.q',
      'in/own/a.a': '',
      'in/own/b.q': '',
      'in/own/e.z': '',
    });
    git(path.join(folder, 'in', 'own'), 'init', '-q');
    assert.deepEqual(agrees(path.join(folder, 'in')), ['.gitignore', 'd.txt', 'own/.gitignore', 'own/a.a']);
    agrees();
  });

  it('counts git rules only in a repository', () => {
    writeTree(folder, { '.gitignore': '*.a\n', '.ignore': '*.b\n', 'x.a': '', 'x.b': '', 'x.c': '' });
    assert.deepEqual(agrees(), ['.gitignore', '.ignore', 'x.a', 'x.c']);
    assert.ok(byWalk(folder, true).includes('x.b'));
  });

  it('finds info/exclude from a worktree', () => {
    const main = path.join(folder, 'main');
    fs.mkdirSync(main);
    git(main, 'init', '-q');
    writeTree(main, { 'a.txt': '' });
    git(main, 'add', '.');
    git(main, 'commit', '-qm', 'x');
    writeTree(main, { '.git/info/exclude': '*.no\n' });
    git(main, 'worktree', 'add', '-q', '../tree');
    writeTree(folder, { 'tree/b.no': '', 'tree/c.yes': '' });
    assert.deepEqual(agrees(path.join(folder, 'tree')), ['a.txt', 'c.yes']);
  });

  it('honours the excludes file of the user', () => {
    git(folder, 'init', '-q');
    writeTree(folder, {
      'home/.gitconfig': '[core]\n\texcludesFile = ~/global\n',
      'home/global': '*.bak\n/top\n',
    });
    writeTree(folder, { 'a.bak': '', 'b.txt': '', 'sub/c.bak': '', top: '', 'sub/top': '' });
    const before = { HOME: process.env['HOME'], XDG: process.env['XDG_CONFIG_HOME'] };
    process.env['HOME'] = path.join(folder, 'home');
    delete process.env['XDG_CONFIG_HOME'];
    try {
      assert.equal(os.homedir(), path.join(folder, 'home'));
      const files = agrees();
      assert.ok(files.includes('sub/top') && !files.includes('sub/c.bak') && !files.includes('top'));
    } finally {
      process.env['HOME'] = before.HOME;
      if (before.XDG !== undefined) process.env['XDG_CONFIG_HOME'] = before.XDG;
    }
  });

  it('follows no links and takes no pipes', () => {
    writeTree(folder, { 'real/a.txt': '' });
    fs.symlinkSync('real', path.join(folder, 'link'));
    fs.symlinkSync('real/a.txt', path.join(folder, 'link.txt'));
    fs.symlinkSync('..', path.join(folder, 'real', 'loop'));
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    assert.deepEqual(agrees(), ['real/a.txt']);
  });

  it('agrees with ripgrep on any rules', function () {
    this.timeout(60_000);
    git(folder, 'init', '-q');
    const names = ['a', 'b', 'ab', '.h', 'a.b', 'c d'];
    const tree: Record<string, string> = {};
    for (const x of names)
      for (const y of names) for (const z of names.slice(0, 4)) tree[`${x}/${y}/${z}`] = '';
    writeTree(folder, tree);
    const part = fc.constantFrom(
      'a',
      'b',
      'ab',
      '*',
      'a*',
      '*b',
      '**',
      '.h',
      '?',
      'a.b',
      '[ab]',
      '[!a]',
      'c d',
      '{a,b}',
    );
    const rule = fc
      .tuple(
        fc.constantFrom('', '!', ''),
        fc.constantFrom('', '/'),
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '', '/', '/**', ' '),
      )
      .map(([not, root, parts, end]) => not + root + parts.join('/') + end);
    const text = fc.array(rule, { maxLength: 5 }).map((rules) => rules.join('\n'));
    fc.assert(
      fc.property(text, text, text, (top, dot, inner) => {
        writeTree(folder, { '.gitignore': top, '.ignore': dot, 'a/.gitignore': inner });
        assert.deepEqual(byWalk(folder), byRipgrep(folder));
      }),
      { numRuns: 150 },
    );
  });
});

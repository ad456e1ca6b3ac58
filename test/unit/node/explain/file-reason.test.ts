import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { whyNotRead } from '../../../../src/node/explain/file-reason';
import { createScanner } from '../../../../src/node/scan/scanner';
import { withBareGit } from '../../../support/git-facts';
import { makeRepository, type TestRepository } from '../../../support/repository';
import { recorder, request, scanAll } from '../scan/support';

const TODO = '// TODO: here\n';
const signal = new AbortController().signal;

describe('why a file is not read', () => {
  withBareGit();
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  const ask = (file: string, given: { readonly unsaved?: boolean; readonly processes?: boolean } = {}) =>
    whyNotRead({ folder: repository.folder, file, unsaved: false, processes: true, signal, ...given });

  /** The rule as `text file:line`, what it leaves out and whose it is. */
  async function rule(file: string, processes = true): Promise<unknown> {
    const reason = await ask(file, { processes });
    if (reason?.kind !== 'ignored') return reason?.kind ?? null;
    const { place, text } = reason.rule!;
    return [`${text} ${place.file}:${place.range!.start.line + 1}`, reason.at, reason.by];
  }

  it('is a rule of git, by the last line that matches in the nearest file', async () => {
    repository.write('.gitignore', '# made\n*.log\nout/\r\n!kept.log\n');
    repository.write('src/.gitignore', 'b.ts\n');
    for (const file of ['a.log', 'kept.log', 'out/deep/a.ts', 'src/b.ts']) repository.write(file, TODO);
    assert.deepEqual(await rule('a.log'), ['*.log .gitignore:2', 'a.log', 'git']);
    assert.deepEqual(await rule('out/deep/a.ts'), ['out/ .gitignore:3', 'out', 'git']);
    assert.deepEqual(await rule('src/b.ts'), ['b.ts src/.gitignore:1', 'src/b.ts', 'git']);
    assert.equal(await rule('kept.log'), null);
  });

  it('names .git/info/exclude, and ripgrep’s own files, which are stronger', async () => {
    repository.write('.git/info/exclude', 'one.ts\n');
    repository.write('.ignore', 'two.ts\n!one.ts\n');
    repository.write('.rgignore', 'three.ts\n');
    for (const file of ['one.ts', 'two.ts', 'three.ts']) repository.write(file, TODO);
    assert.equal(await rule('one.ts'), null);
    assert.deepEqual(await rule('two.ts'), ['two.ts .ignore:1', 'two.ts', 'ripgrep']);
    assert.deepEqual(await rule('three.ts'), ['three.ts .rgignore:1', 'three.ts', 'ripgrep']);
    fs.rmSync(path.join(repository.folder, '.ignore'));
    assert.deepEqual(await rule('one.ts'), ['one.ts .git/info/exclude:1', 'one.ts', 'git']);
  });

  it('is no rule for what git tracks all the same, which is not asked where no process may run', async () => {
    repository.write('a.log', TODO);
    repository.git('add', 'a.log');
    repository.write('.gitignore', '*.log\n');
    assert.equal(await rule('a.log'), null);
    assert.deepEqual(await rule('a.log', false), ['*.log .gitignore:1', 'a.log', 'git-not-asked']);
  });

  it('is a link, a folder, a size, a NUL byte, or that it is gone', async () => {
    repository.write('src/a.ts', TODO);
    repository.write('big.ts', '');
    fs.truncateSync(path.join(repository.folder, 'big.ts'), 20 * 1024 * 1024 + 1);
    repository.write('binary.ts', `${TODO}\0`);
    repository.write('late.ts', `${TODO}${' '.repeat(8000)}\0`);
    repository.write('utf16.ts', Buffer.from(`\ufeff${TODO}`, 'utf16le'));
    repository.write('unmarked.ts', Buffer.from(TODO, 'utf16le'));
    fs.symlinkSync('src', path.join(repository.folder, 'linked'));
    fs.symlinkSync('src/a.ts', path.join(repository.folder, 'link.ts'));
    const kinds: Record<string, string | null> = {};
    const files = ['src', 'src/a.ts', 'linked/a.ts', 'link.ts', 'big.ts', 'binary.ts', 'late.ts', 'utf16.ts'];
    for (const file of [...files, 'unmarked.ts', 'gone.ts', 'src/a.ts/below.ts', 'x/.git/a.ts'])
      kinds[file] = (await ask(file))?.kind ?? null;
    assert.deepEqual(kinds, {
      src: 'no-file',
      'src/a.ts': null,
      'linked/a.ts': 'link',
      'link.ts': 'link',
      'big.ts': 'too-large',
      'binary.ts': 'binary',
      'late.ts': null,
      'utf16.ts': null,
      'unmarked.ts': 'binary',
      'gone.ts': 'gone',
      'src/a.ts/below.ts': 'gone',
      'x/.git/a.ts': 'git-folder',
    });
  });

  it('of a text that is not saved is none of the disk’s', async () => {
    repository.write('binary.ts', '\0');
    repository.write('.gitignore', 'ignored.ts\n');
    assert.equal(await ask('binary.ts', { unsaved: true }), null);
    assert.equal(await ask('new.ts', { unsaved: true }), null);
    assert.equal((await ask('ignored.ts', { unsaved: true }))?.kind, 'ignored');
  });

  it('agrees with the scanner on every file, whatever the rules are', async function () {
    this.timeout(60_000);
    const files = ['a.ts', 'b.log', 'x/a.ts', 'x/y/b.log', 'x/y/a.ts', 'y/x/a.ts', 'in/a.ts', 'in/x/b.log'];
    const ruleText = fc.constantFrom(
      ...[
        'a.ts',
        '*.log',
        'x/',
        '/x',
        'x/**',
        '**/y',
        '!a.ts',
        '!x/',
        'x/y/*',
        'y',
        '\\!a.ts',
        '# a.ts',
        '*',
        '!*/',
      ],
    );
    const rules = fc.array(ruleText, { maxLength: 4 }).map((all) => all.join('\n'));
    const names = [
      '.gitignore',
      'x/.gitignore',
      'in/.gitignore',
      '.ignore',
      'x/.rgignore',
      '.git/info/exclude',
    ];
    const scanner = createScanner(repository.folder, { logger: recorder(), thread: 'caller' });
    await fc.assert(
      fc.asyncProperty(fc.tuple(...names.map(() => rules)), async (texts) => {
        for (const [i, name] of names.entries()) repository.write(name, texts[i]!);
        for (const file of files)
          repository.write(file, TODO.replace('//', file.endsWith('.log') ? '#' : '//'));
        const found = await scanAll(scanner, request());
        const listed = new Set(found.files.map(({ file }) => file));
        for (const file of files.filter((one) => one.endsWith('.ts'))) {
          const reason = await ask(file, { processes: false });
          assert.equal(reason === null, listed.has(file), `${file}: ${JSON.stringify(reason)}`);
          if (reason?.kind === 'ignored')
            assert.ok(reason.rule !== null && !reason.rule.text.startsWith('!'));
        }
      }),
      { numRuns: 60, seed: 11 },
    );
    scanner.dispose();
  });
});

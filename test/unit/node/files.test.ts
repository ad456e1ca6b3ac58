import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createFiles, decodeText, type FilesOptions } from '../../../src/node/files';
import { listerOf } from '../../../src/node/git/listing';
import { git, recorder, temporaryFolder, writeTree } from './scan/support';

describe('files', () => {
  let folder: string;
  let remove: () => void;
  beforeEach(() => ({ folder, remove } = temporaryFolder()));
  afterEach(() => remove());

  describe('findOutcomesFiles', () => {
    const ways: Record<string, () => Omit<FilesOptions, 'logger'>> = {
      'by ripgrep': () => ({}),
      'by walking': () => ({ ripgrep: null }),
      'without processes': () => ({ processes: false }),
      "by git's list": () => ({ list: listerOf(folder) }),
    };
    for (const [way, options] of Object.entries(ways)) {
      const find = (logger = recorder()): Promise<string[]> =>
        createFiles(folder, { logger, ...options() }).findOutcomesFiles(new AbortController().signal);

      it(`finds every file that git does not ignore, sorted (${way})`, async () => {
        git(folder, 'init', '-q');
        writeTree(folder, {
          'outcomes.yml': '',
          'outcomes.yaml': '',
          'b/outcomes.yml': '',
          'a/deep/er/outcomes.yaml': '',
          '.hidden/outcomes.yml': '',
          'Outcomes.yml': '',
          'my-outcomes.yml': '',
          'outcomes.yml.bak': '',
          'folder/outcomes.yml/x': '',
          '.gitignore': 'node_modules/\n/drafts/outcomes.yml\n',
          'node_modules/x/outcomes.yml': '',
          'drafts/outcomes.yml': '',
          'drafts/outcomes.yaml': '',
          // Not git's business.
          '.ignore': 'b/\n',
          'new\nline/outcomes.yml': '',
        });
        fs.symlinkSync('b', path.join(folder, 'link'));
        assert.deepEqual(await find(), [
          '.hidden/outcomes.yml',
          'a/deep/er/outcomes.yaml',
          'b/outcomes.yml',
          'drafts/outcomes.yaml',
          'new\nline/outcomes.yml',
          'outcomes.yaml',
          'outcomes.yml',
        ]);
      });

      it(`finds none where there is none (${way})`, async () => {
        writeTree(folder, { 'a.txt': '' });
        const logger = recorder();
        assert.deepEqual(await find(logger), []);
        assert.deepEqual(logger.lines, []);
      });

      it(`finds those of repositories inside, and no more what is gone (${way})`, async () => {
        for (const at of ['.', 'inner', 'sub/untracked']) {
          writeTree(folder, { [`${at}/outcomes.yml`]: '', [`${at}/gone/outcomes.yml`]: '' });
          git(path.join(folder, at), 'init', '-q');
        }
        git(folder, 'add', 'outcomes.yml', 'gone');
        fs.rmSync(path.join(folder, 'gone'), { recursive: true });
        const inside = ['inner/gone/outcomes.yml', 'inner/outcomes.yml'];
        const untracked = inside.map((file) => file.replace('inner', 'sub/untracked'));
        assert.deepEqual(await find(), [...inside, 'outcomes.yml', ...untracked]);
        fs.rmSync(path.join(folder, 'inner'), { recursive: true });
        fs.rmSync(path.join(folder, 'sub'), { recursive: true });
        assert.deepEqual(await find(), ['outcomes.yml']);
        fs.rmSync(path.join(folder, 'outcomes.yml'));
        fs.symlinkSync('elsewhere', path.join(folder, 'outcomes.yml'));
        assert.deepEqual(await find(), []);
      });

      it(`leaves out what is ignored, tracked or not, and what lies above (${way})`, async () => {
        git(folder, 'init', '-q');
        writeTree(folder, {
          '.gitignore': 'out/\n',
          'outcomes.yml': '',
          'out/outcomes.yml': '',
          'in/outcomes.yml': '',
        });
        git(folder, 'add', '-f', '.');
        assert.deepEqual(await find(), ['in/outcomes.yml', 'outcomes.yml']);
        folder = path.join(folder, 'in');
        assert.deepEqual(await find(), ['outcomes.yml']);
        folder = path.dirname(folder);
      });

      it(`stops when told to (${way})`, async () => {
        git(folder, 'init', '-q');
        const files = createFiles(folder, { logger: recorder(), ...options() });
        await assert.rejects(
          files.findOutcomesFiles(AbortSignal.abort(new Error('enough'))),
          /^Error: enough$/,
        );
      });
    }

    it('walks when ripgrep cannot be started', async () => {
      writeTree(folder, { 'a/outcomes.yml': '' });
      const logger = recorder();
      const files = createFiles(folder, { logger, ripgrep: path.join(folder, 'no-rg') });
      assert.deepEqual(await files.findOutcomesFiles(new AbortController().signal), ['a/outcomes.yml']);
      assert.match(logger.lines.join(), /warn: Could not start/);
    });

    it('asks git for one list, whoever wants to know', async () => {
      git(folder, 'init', '-q');
      writeTree(folder, { 'a/outcomes.yml': '' });
      let asked = 0;
      const lister = listerOf(folder);
      const list: typeof lister = (signal) => (asked++, lister(signal));
      const signal = new AbortController().signal;
      const first = await list(signal);
      assert.deepEqual(
        await createFiles(folder, { logger: recorder(), list, ripgrep: 'no-rg' }).findOutcomesFiles(signal),
        ['a/outcomes.yml'],
      );
      assert.equal(await lister(signal), first);
      assert.equal(asked, 2);
    });

    it('looks itself where git cannot be asked', async () => {
      git(folder, 'init', '-q');
      writeTree(folder, { 'a/outcomes.yml': '', '.git/config': 'no config' });
      const logger = recorder();
      const files = createFiles(folder, { logger, list: listerOf(folder) });
      assert.deepEqual(await files.findOutcomesFiles(new AbortController().signal), ['a/outcomes.yml']);
      assert.deepEqual(logger.lines, []);
    });
  });

  describe('read', () => {
    it('decodes UTF-8 and UTF-16 and keeps the byte order mark off', async () => {
      const text = 'title: \u00dcber \u{1F600}\r\n';
      const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
      writeTree(folder, {
        plain: text,
        marked: `\uFEFF${text}`,
        little,
        big: Buffer.from(little).swap16(),
      });
      const files = createFiles(folder, { logger: recorder() });
      for (const name of ['plain', 'marked', 'little', 'big'])
        assert.equal(await files.read(name), text, name);
    });

    it('gives undefined for what is gone, without a word', async () => {
      writeTree(folder, { 'dir/x': '' });
      const logger = recorder();
      const files = createFiles(folder, { logger });
      for (const name of ['none', 'none/deeper', 'dir/x/y', 'dir'])
        assert.equal(await files.read(name), undefined);
      assert.deepEqual(logger.lines, []);
    });

    it('does not read a file that is too large, and says so', async () => {
      fs.writeFileSync(path.join(folder, 'large'), '');
      fs.truncateSync(path.join(folder, 'large'), 50 * 1024 * 1024 + 1);
      const logger = recorder();
      assert.equal(await createFiles(folder, { logger }).read('large'), undefined);
      assert.match(logger.lines.join(), /warn: .*large is larger than 50 MB/);
    });
  });

  it('decodes bytes that are no text without failing', () => {
    assert.equal(decodeText(new Uint8Array([0x61, 0xff, 0x62])), 'a\uFFFDb');
    assert.equal(decodeText(new Uint8Array([0xff, 0xfe, 0x61])), '\uFFFD');
    assert.equal(decodeText(new Uint8Array()), '');
  });
});

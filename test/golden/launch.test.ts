import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findRipgrep } from '../../src/node/scan/program';

const dist = path.join(import.meta.dirname, '../../dist');

describe('how the command starts', () => {
  let dir: string;
  before(() => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-launch-'));
    for (const file of ['cli.js', 'cli-main.js', 'cli-main.js.cache'])
      fs.copyFileSync(path.join(dist, file), path.join(dir, file));
  });
  after(() => fs.rmSync(dir, { recursive: true, force: true }));

  const node = (...args: string[]): string => execFileSync(process.execPath, args, { encoding: 'utf8' });
  const version = (): string => node(path.join(dir, 'cli.js'), '--version');
  /** What V8 says of the cache. */
  const rejected = (): string =>
    node('-p', `require(${JSON.stringify(path.join(dir, 'cli.js'))}).compile().cachedDataRejected`).trim();

  // A script stands in for ripgrep, to count how often it is started.
  if (process.platform !== 'win32')
    describe('searches once', () => {
      const log = (): string[] =>
        fs
          .readFileSync(path.join(dir, 'log'), 'utf8')
          .split('\n')
          .filter((line) => line.includes('--only-matching'))
          .map((line) => /--regexp=(\S+)/.exec(line)![1]!);
      const work = (name: string, files: Readonly<Record<string, string>>): string[] => {
        const folder = path.join(dir, name);
        for (const [file, text] of Object.entries(files)) {
          fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
          fs.writeFileSync(path.join(folder, file), text);
        }
        fs.writeFileSync(path.join(dir, 'log'), '');
        const printed = node(path.join(dir, 'cli.js'), 'work', '--format', 'json', '--cwd', folder);
        const { work: found } = JSON.parse(printed) as { work: { text: string }[] };
        return found.map(({ text }) => text);
      };
      before(() => {
        fs.mkdirSync(path.join(dir, 'bin'));
        const script = `#!/bin/sh\nprintf '%s\\n' "$*" >> "${path.join(dir, 'log')}"\nexec "${findRipgrep()!}" "$@"\n`;
        fs.writeFileSync(path.join(dir, 'bin', 'rg'), script, { mode: 0o755 });
      });

      it('by the default policy', () => {
        assert.deepEqual(work('plain', { 'a.c': '// TODO: one\nint a;\n// LATER: two\n' }), ['one']);
        assert.deepEqual(log(), ['\\b(?:FIXME|HACK|TODO|BUG|XXX)\\b']);
      });

      it("by the folder's own policy", () => {
        const policy = 'version: 1\npolicy: { tags: [LATER] }\noutcomes: []\n';
        assert.deepEqual(
          work('own', { 'a.c': '// TODO: one\nint a;\n// LATER: two\n', 'outcomes.yml': policy }),
          ['two'],
        );
        assert.deepEqual(log(), ['\\b(?:LATER)\\b']);
      });

      it('again where a policy further down was not foreseen', () => {
        const policy = 'version: 1\npolicy: { tags: [LATER] }\noutcomes: []\n';
        const found = work('deep', {
          'a.c': '// TODO: one\n',
          'sub/b.c': '// LATER: two\n',
          'sub/outcomes.yml': policy,
        });
        assert.deepEqual(found, ['one', 'two']);
        assert.match(log().at(-1)!, /LATER/);
      });
    });

  it('uses the code cache of the build, wherever it was installed to', () => {
    assert.equal(rejected(), 'false');
    assert.match(version(), /^\d+\.\d+\.\d+\n$/);
  });

  it('does without a cache that is of another source or another V8', () => {
    const cache = path.join(dir, 'cli-main.js.cache');
    const bytes = fs.readFileSync(cache);
    // The version and flags that it was made by and for stand in the header.
    fs.writeFileSync(cache, Buffer.concat([Buffer.alloc(32, 0xff), bytes.subarray(32)]));
    assert.equal(rejected(), 'true');
    assert.match(version(), /^\d+\.\d+\.\d+\n$/);
  });

  it('does without any cache', () => {
    fs.rmSync(path.join(dir, 'cli-main.js.cache'));
    assert.equal(rejected(), 'undefined');
    assert.match(version(), /^\d+\.\d+\.\d+\n$/);
  });
});

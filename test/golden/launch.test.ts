import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findRipgrep } from '../../src/node/scan/program';

const dist = path.join(import.meta.dirname, '../../dist');
const BUNDLES = ['cli-main.js', 'cli-work.js'];

describe('how the command starts', () => {
  let dir: string;
  before(() => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-launch-'));
    for (const file of ['cli.js', ...BUNDLES, ...BUNDLES.map((bundle) => `${bundle}.cache`)])
      fs.copyFileSync(path.join(dist, file), path.join(dir, file));
  });
  after(() => fs.rmSync(dir, { recursive: true, force: true }));

  const node = (...args: string[]): string =>
    execFileSync(process.execPath, args, { encoding: 'utf8', stdio: 'pipe' });
  const version = (): string => node(path.join(dir, 'cli.js'), '--version');
  /** What V8 says of the caches. */
  const rejected = (): string[] => {
    const each = BUNDLES.map((bundle) => JSON.stringify(path.join(dir, bundle)));
    const launcher = `require(${JSON.stringify(path.join(dir, 'cli.js'))})`;
    return node('-p', `[${each.join()}].map((file) => ${launcher}.compile(file).cachedDataRejected).join()`)
      .trim()
      .split(',');
  };

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

  it('says the same of `work` by its own bundle as by that of all commands', () => {
    const run = (bundle: string, ...args: string[]): string => {
      const launcher = `require(${JSON.stringify(path.join(dir, 'cli.js'))})`;
      const file = JSON.stringify(path.join(dir, bundle));
      return node('-e', `${launcher}.run(${launcher}.compile(${file}), ${file})`, '--', 'outcomes', ...args);
    };
    const sample = path.join(dist, '../examples/voice-migration');
    for (const args of [['--format', 'json'], ['--kind', 'todo'], ['--help']]) {
      const all = run('cli-main.js', 'work', '--cwd', sample, ...args);
      assert.ok(all.length > 100);
      assert.equal(run('cli-work.js', 'work', '--cwd', sample, ...args), all);
    }
  });

  it('uses the code cache of the build, wherever it was installed to', () => {
    assert.deepEqual(rejected(), ['false', 'false']);
    assert.match(version(), /^\d+\.\d+\.\d+\n$/);
  });

  it('does without a cache that is of another source or another V8', () => {
    for (const bundle of BUNDLES) {
      const cache = path.join(dir, `${bundle}.cache`);
      const bytes = fs.readFileSync(cache);
      // The version and flags that it was made by and for stand in the header.
      fs.writeFileSync(cache, Buffer.concat([Buffer.alloc(32, 0xff), bytes.subarray(32)]));
    }
    assert.deepEqual(rejected(), ['true', 'true']);
    assert.match(version(), /^\d+\.\d+\.\d+\n$/);
  });

  it('does without any cache', () => {
    for (const bundle of BUNDLES) fs.rmSync(path.join(dir, `${bundle}.cache`));
    assert.deepEqual(rejected(), ['', '']);
    assert.match(version(), /^\d+\.\d+\.\d+\n$/);
  });
});

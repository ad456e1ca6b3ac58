import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

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

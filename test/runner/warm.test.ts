import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Release } from '../host/lib/releases';
import { makeProfile } from '../host/lib/warm';

describe('the profile of a window', () => {
  let dir: string;
  let release: Release;
  let chromium: string;

  beforeEach(() => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-warm-'));
    release = { name: 'current', vscode: '1.0.0', dir: path.join(dir, 'release') };
    chromium = path.join(dir, 'chromium-program');
    fs.writeFileSync(chromium, 'one');
  });
  afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

  const profile = (name: string) => makeProfile(release, chromium, path.join(dir, name));
  const filesOf = (folder: string) =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .sort();

  /** What a Chromium leaves that compiled so many bytes. */
  function browse(folder: string, bytes: number): void {
    for (const [file, text] of [
      ['Default/Cache/Cache_Data/script_0', 'export {}'],
      ['Default/Code Cache/js/script_0', 'c'.repeat(bytes)],
      ['Default/Cookies', 'token'],
      ['Default/IndexedDB/state', 'what was open'],
    ] as const) {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), text);
    }
  }

  it('is empty at first, and then has the scripts of the windows before, and nothing else of them', () => {
    const first = profile('first');
    assert.deepEqual(filesOf(first.folder), []);
    browse(first.folder, 5_000_000);
    first.keep();
    assert.deepEqual(filesOf(profile('second').folder), [
      'Default/Cache/Cache_Data/script_0',
      'Default/Code Cache/js/script_0',
    ]);
  });

  it('is for one window: what that does to it, no other one sees', () => {
    const first = profile('first');
    browse(first.folder, 5_000_000);
    first.keep();
    const second = profile('second');
    browse(second.folder, 6_000_000);
    second.keep();
    const script = path.join(profile('third').folder, 'Default', 'Code Cache', 'js', 'script_0');
    assert.equal(fs.statSync(script).size, 5_000_000);
  });

  it('is handed on only once the workbench is compiled', () => {
    const first = profile('first');
    first.keep();
    browse(first.folder, 100_000);
    first.keep();
    assert.deepEqual(filesOf(profile('second').folder), []);
  });

  it('is that of the window which was first, when two were started at a time', () => {
    const [first, second] = [profile('first'), profile('second')];
    for (const [i, made] of [first, second].entries()) {
      browse(made.folder, 5_000_000 + i);
      made.keep();
    }
    const script = path.join(profile('third').folder, 'Default', 'Code Cache', 'js', 'script_0');
    assert.equal(fs.statSync(script).size, 5_000_000);
    assert.equal(fs.readdirSync(path.join(release.dir, 'node_modules', '.cache')).length, 1);
  });

  it('has nothing of another Chromium', () => {
    const first = profile('first');
    browse(first.folder, 5_000_000);
    first.keep();
    fs.writeFileSync(chromium, 'another');
    assert.deepEqual(filesOf(profile('second').folder), []);
  });
});

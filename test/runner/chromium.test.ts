import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureChromium, findChromium, requireChromium } from '../host/lib/chromium';

const none = () => undefined;

describe('Chromium', () => {
  let dir: string;
  let saved: NodeJS.ProcessEnv;

  beforeEach(() => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-chromium-'));
    saved = { ...process.env };
    delete process.env['CHROMIUM_PATH'];
    process.env['PATH'] = dir;
  });
  afterEach(() => {
    process.env = saved;
    fs.rmSync(dir, { recursive: true, force: true });
  });

  /** Puts a program on the PATH. */
  const program = (name: string, script = '') => {
    const file = path.join(dir, name);
    fs.writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return file;
  };

  it('is the one that CHROMIUM_PATH names', () => {
    program('chromium');
    process.env['CHROMIUM_PATH'] = program('my-browser');
    assert.equal(findChromium(), path.join(dir, 'my-browser'));
  });

  it('is not looked for elsewhere when CHROMIUM_PATH is wrong', () => {
    program('chromium');
    process.env['CHROMIUM_PATH'] = path.join(dir, 'gone');
    assert.throws(findChromium, /CHROMIUM_PATH names .*gone, and there is no such file/);
  });

  // Elsewhere the PATH is not looked at.
  (process.platform === 'linux' ? describe : none)('on Linux', () => {
    it('is found on the PATH, under its many names', () => {
      for (const name of ['google-chrome', 'chromium-browser', 'chromium']) {
        const file = program(name);
        assert.equal(findChromium(), file);
        fs.rmSync(file);
      }
    });

    it('is asked for by name where it may not be installed', () => {
      for (const ask of [requireChromium, ensureChromium])
        assert.throws(
          ask,
          /No Chromium.*apt-get install -y --no-install-recommends chromium .*CHROMIUM_PATH/s,
        );
    });

    it('is installed with apt-get by root, who is told', () => {
      const calls = path.join(dir, 'calls');
      program('apt-get', `echo "$@" >> ${calls}; case "$1" in install) : > ${dir}/chromium;; esac`);
      const said: string[] = [];
      const ensure = () => ensureChromium((line) => said.push(line));
      if (process.getuid?.() !== 0) {
        assert.throws(ensure, /As root, run: apt-get update/);
        return;
      }
      assert.equal(ensure(), path.join(dir, 'chromium'));
      assert.match(fs.readFileSync(calls, 'utf8'), /^update -qq\ninstall -y .*\bchromium\b.*\n$/);
      assert.match(said.join(), /installing chromium .* with apt-get/);
    });

    it('hands on what apt-get says when it fails', () => {
      program('apt-get', 'echo "E: no such package" >&2; exit 100');
      const expected = process.getuid?.() === 0 ? /update -qq failed:\nE: no such package\n/ : /No Chromium/;
      assert.throws(() => ensureChromium(() => undefined), expected);
    });
  });
});

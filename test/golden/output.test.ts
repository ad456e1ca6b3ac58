import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runOutcomes } from '../support/golden';

interface Listed {
  readonly work: readonly { readonly file: string; readonly line: number; readonly text: string }[];
}

describe('a list that no pipe takes at once', () => {
  const LINES = 1500;
  const FILES = ['a.ts', 'b/c.ts', 'd.ts', 'empty.ts', 'z.ts'];
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-output-'));
    fs.mkdirSync(path.join(folder, 'b'));
    for (const file of FILES) {
      const todos = Array.from({ length: LINES }, (_, i) => `// TODO: ${file} — № ${i} 🐢\n`);
      fs.writeFileSync(path.join(folder, file), file === 'empty.ts' ? '' : todos.join(''));
    }
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('is printed whole and in order', () => {
    const { code, stdout, stderr } = runOutcomes(folder, ['work', '--format', 'json']);
    assert.equal(stderr, '');
    assert.equal(code, 0);
    const { work } = JSON.parse(stdout) as Listed;
    const expected = FILES.filter((file) => file !== 'empty.ts').flatMap((file) =>
      Array.from({ length: LINES }, (_, i) => ({ file, line: i + 1, text: `${file} — № ${i} 🐢` })),
    );
    assert.deepEqual(
      work.map(({ file, line, text }) => ({ file, line, text })),
      expected,
    );
    assert.equal(stdout.split('\n').length, expected.length + 3);
  });

  it('is one of nothing where nothing is asked for', () => {
    const { stdout } = runOutcomes(folder, ['work', '--format', 'json', '--kind', 'commit']);
    assert.equal(stdout, '{"version":1,"work":[],"skipped":[]}\n');
  });

  it('may be left by a reader that has seen enough', () => {
    const command = path.join(import.meta.dirname, '../../dist/cli.js');
    const script = `
      const child = require('node:child_process').spawn(process.execPath, [process.argv[1], 'work', '--format', 'json']);
      let said = '';
      child.stderr.on('data', (text) => (said += text));
      child.stdout.once('data', () => child.stdout.destroy());
      child.on('close', (code) => process.stdout.write(JSON.stringify({ code, said })));`;
    const { stdout } = spawnSync(process.execPath, ['-e', script, command], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.deepEqual(JSON.parse(stdout), { code: 0, said: '' });
  });
});

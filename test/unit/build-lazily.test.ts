import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildOptions } from 'esbuild';

const SCRIPT = path.join(__dirname, '../../scripts/lib/build-lazily.mjs');

const SOURCES = {
  'main.ts': `import { shared } from './shared';
export const now = shared('main');
export const later = async () => (await import('./far/heavy')).heavy;`,
  'shared.ts': 'export const shared = (by: string) => `shared by ${by}`;',
  'far/heavy.ts': `import { shared } from '../shared';
export const heavy = { text: shared('heavy'), deeper: async () => (await import('./deeper')).answer };`,
  'far/deeper.ts': 'export const answer = 42;',
};

describe('a bundle that loads others when they are needed', () => {
  let dir: string;
  const built = (name: string) => path.join(dir, 'dist', name);

  beforeEach(() => {
    dir = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-lazy-')));
    fs.mkdirSync(path.join(dir, 'src/far'), { recursive: true });
    for (const [file, text] of Object.entries(SOURCES)) fs.writeFileSync(path.join(dir, 'src', file), text);
  });
  afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

  async function make(): Promise<void> {
    const { buildLazily } = (await import(pathToFileURL(SCRIPT).href)) as {
      buildLazily: (options: BuildOptions, src: string) => Promise<void>;
    };
    const src = path.join(dir, 'src');
    const entryPoints = [path.join(src, 'main.ts')];
    await buildLazily(
      {
        entryPoints,
        outfile: built('main.js'),
        bundle: true,
        platform: 'node',
        format: 'cjs',
        logLevel: 'silent',
      },
      src,
    );
  }

  it('has what is imported dynamically in files of their own, to any depth, and finds it', async () => {
    await make();
    assert.deepEqual(fs.readdirSync(path.join(dir, 'dist')).sort(), [
      'lazy-far-deeper.js',
      'lazy-far-heavy.js',
      'main.js',
    ]);
    assert.doesNotMatch(fs.readFileSync(built('main.js'), 'utf8'), /42|shared\("heavy"\)/);
    const main = createRequire(built('main.js'))(built('main.js')) as {
      now: string;
      later(): Promise<{ text: string; deeper(): Promise<number> }>;
    };
    const heavy = await main.later();
    assert.deepEqual([main.now, heavy.text, await heavy.deeper()], ['shared by main', 'shared by heavy', 42]);
  });

  it('fails on a file that is not there', async () => {
    fs.rmSync(path.join(dir, 'src/far/deeper.ts'));
    await assert.rejects(make(), /deeper/);
  });
});

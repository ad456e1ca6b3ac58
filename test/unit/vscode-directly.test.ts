import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { build, type Plugin } from 'esbuild';

const PLUGIN = path.join(__dirname, '../../scripts/lib/vscode-directly.mjs');

describe('a bundle that takes VS Code’s API directly', () => {
  let dir: string;
  beforeEach(() => (dir = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-bundle-')))));
  afterEach(() => fs.rmSync(dir, { recursive: true }));

  it('has it as it is in every file, and asks for it once', async () => {
    const { vscodeDirectly } = (await import(pathToFileURL(PLUGIN).href)) as { vscodeDirectly: Plugin };
    const sources = {
      'main.ts':
        "import * as vscode from 'vscode';\nimport { other } from './other';\nexport const all = [vscode, other()];\n",
      'other.ts': "import * as vscode from 'vscode';\nexport const other = () => vscode;\n",
    };
    fs.mkdirSync(path.join(dir, 'src'));
    for (const [name, text] of Object.entries(sources)) fs.writeFileSync(path.join(dir, 'src', name), text);
    const { outputFiles } = await build({
      entryPoints: [path.join(dir, 'src', 'main.ts')],
      bundle: true,
      write: false,
      format: 'cjs',
      external: ['vscode'],
      plugins: [vscodeDirectly],
    });
    const api = Object.freeze({ window: {} });
    let required = 0;
    const module = { exports: {} as { all?: unknown[] } };
    const run = vm.compileFunction(outputFiles[0]!.text, ['module', 'require']) as (
      module: object,
      require: (name: string) => unknown,
    ) => void;
    run(module, () => (required++, api));
    assert.ok(module.exports.all?.[0] === api && module.exports.all[1] === api, 'a copy was made');
    assert.equal(required, 1);
  });
});

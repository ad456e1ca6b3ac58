// Bundles what runs: the extension, the command and the scanner worker. `--watch` rebuilds on change.
import { build, context } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  keepNames: false,
  legalComments: 'none',
  logLevel: 'warning',
  // ES module entries of yaml and zod tree-shake; their CommonJS ones do not.
  mainFields: ['module', 'main'],
};

/** `vscode` is external for the extension only: a leak of it into the command or the worker fails the build. */
const bundles = [
  { ...shared, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  {
    ...shared,
    entryPoints: ['src/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...shared, entryPoints: ['src/node/scan/worker.ts'], outfile: 'dist/scanner-worker.js' },
  { ...shared, entryPoints: ['src/node/background/worker.ts'], outfile: 'dist/background-worker.js' },
].filter((b) => fs.existsSync(b.entryPoints[0]));

if (process.argv.includes('--watch')) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  fs.rmSync('dist', { recursive: true, force: true });
  await Promise.all(bundles.map((bundle) => build(bundle)));
  if (fs.existsSync('dist/cli.js')) fs.chmodSync('dist/cli.js', 0o755);
}

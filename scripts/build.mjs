// Bundles what runs: the extension, the command and the workers. `--watch` rebuilds on change.
import { build, context } from 'esbuild';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildLazily } from './lib/build-lazily.mjs';
import { vscodeDirectly } from './lib/vscode-directly.mjs';

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
const extension = {
  ...shared,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  external: ['vscode'],
  plugins: [vscodeDirectly],
};
/** What the launcher calls. */
const called = {
  ...shared,
  banner: { js: '(function (require, __filename, __dirname) {' },
  footer: { js: '})' },
};
/** Like the extension, it loads lazily what few need. */
const command = { ...called, entryPoints: ['src/cli.ts'], outfile: 'dist/cli-main.js' };
const background = {
  ...shared,
  entryPoints: ['src/node/background/worker.ts'],
  outfile: 'dist/background-worker.js',
};
/** The review page, in the editor and in a file. */
const page = {
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  minify: true,
  charset: 'utf8',
  logLevel: 'warning',
  entryPoints: [
    { in: 'src/webview/page.ts', out: 'review' },
    { in: 'media/review.css', out: 'review' },
  ],
  outdir: 'dist',
};
const bundles = [
  page,
  {
    ...shared,
    entryPoints: ['src/cli/launch.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...called, entryPoints: ['src/cli/work-alone.ts'], outfile: 'dist/cli-work.js' },
  { ...shared, entryPoints: ['src/node/scan/worker.ts'], outfile: 'dist/scanner-worker.js' },
];
const lazily = [extension, command, background];

if (process.argv.includes('--watch')) {
  // V8 would take it for the new code, should that be as long as the old.
  for (const name of ['cli-main', 'cli-work']) fs.rmSync(`dist/${name}.js.cache`, { force: true });
  for (const bundle of [...lazily, ...bundles]) await (await context(bundle)).watch();
} else {
  fs.rmSync('dist', { recursive: true, force: true });
  await Promise.all([
    ...lazily.map((bundle) => buildLazily(bundle, 'src')),
    ...bundles.map((bundle) => build(bundle)),
  ]);
  fs.chmodSync('dist/cli.js', 0o755);
  for (const line of [['check'], ['work', '--format', 'json']])
    execFileSync(
      process.execPath,
      ['scripts/lib/code-cache.mjs', ...line, '--cwd', 'examples/voice-migration'],
      { stdio: 'inherit' },
    );
}

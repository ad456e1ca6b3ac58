// Lets a script that runs with plain Node load the TypeScript beside it, and installs what that needs when missing.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');

/** Loads a module of this folder. Ends the process with 69 and a word on what to do when that cannot be. */
export async function load(name) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 11))
    fail(`Node 20.11 or later is needed; this is ${process.version}`);
  if (!fs.existsSync(path.join(root, 'node_modules', 'tsx'))) install();
  const { register } = await import('tsx/cjs/api');
  register();
  return createRequire(import.meta.url)(`./${name}`);
}

function install() {
  console.error('The dependencies are not installed; running npm ci…');
  const options = { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' };
  if (spawnSync('npm', ['ci'], options).status !== 0) fail('npm ci failed; see above');
}

function fail(message) {
  console.error(message);
  process.exit(69);
}

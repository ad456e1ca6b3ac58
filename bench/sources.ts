import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * npx tsx bench/sources.ts go|linux|firefox…
 *
 * Fetches large source trees from Debian, unpacks each below $BENCH_DIR or the temporary folder, makes it a git
 * repository of one commit, and prints its folder: `npm run bench -- scan warm --folder $(npx tsx bench/sources.ts go)`.
 * Wants a Debian with apt-get, for firefox with its deb-src lines; no rights of an administrator.
 */
const SOURCES: Readonly<Record<string, (into: string) => void>> = {
  go: (into) => {
    run(into, 'apt-get', ['download', 'golang-1.19-src']);
    unpackDebs(into);
    fs.renameSync(path.join(into, 'usr/share/go-1.19'), path.join(into, 'tree'));
  },
  linux: (into) => {
    run(into, 'apt-get', ['download', 'linux-source-6.1']);
    unpackDebs(into);
    unpackTar(into, path.join(into, 'usr/src/linux-source-6.1.tar.xz'));
    // Debian's ignores begin with `/*`, which hides everything from who honours them.
    const ignore = path.join(into, 'tree', '.gitignore');
    const lines = fs.readFileSync(ignore, 'utf8').split('\n');
    fs.writeFileSync(ignore, lines.filter((line) => line !== '/*' && line !== '!/debian/').join('\n'));
  },
  firefox: (into) => {
    run(into, 'apt-get', ['source', '--download-only', 'firefox-esr']);
    const tar = fs.readdirSync(into).find((name) => /\.orig\.tar\.\w+$/.test(name));
    if (tar === undefined) throw new Error('apt-get fetched no *.orig.tar.*');
    unpackTar(into, path.join(into, tar));
  },
};

function main(names: readonly string[]): void {
  const unknown = names.find((name) => !(name in SOURCES));
  if (names.length === 0 || unknown !== undefined) {
    console.error(`There are ${Object.keys(SOURCES).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  for (const name of names) console.log(treeOf(name));
}

function treeOf(name: string): string {
  const folder = path.join(process.env['BENCH_DIR'] ?? os.tmpdir(), `outcomes-source-${name}`);
  const tree = path.join(folder, 'tree');
  if (fs.existsSync(path.join(folder, 'ready'))) return tree;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  SOURCES[name]!(folder);
  run(tree, 'git', ['init', '--quiet', '--initial-branch=main']);
  run(tree, 'git', ['-c', 'core.compression=0', 'add', '--all']);
  const identity = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com'];
  run(tree, 'git', [...identity, 'commit', '--quiet', '--message', name]);
  fs.writeFileSync(path.join(folder, 'ready'), '');
  return tree;
}

function unpackDebs(folder: string): void {
  for (const deb of fs.readdirSync(folder).filter((name) => name.endsWith('.deb')))
    run(folder, 'dpkg-deb', ['--extract', deb, folder]);
}

/** The one folder in the archive becomes `tree`. */
function unpackTar(folder: string, archive: string): void {
  const tree = path.join(folder, 'tree');
  fs.mkdirSync(tree);
  run(folder, 'tar', ['--extract', '--file', archive, '--directory', tree, '--strip-components=1']);
}

function run(cwd: string, program: string, args: readonly string[]): void {
  execFileSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}

main(process.argv.slice(2));

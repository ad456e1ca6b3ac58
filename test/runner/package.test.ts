import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { hostTarget, packagedFiles, packageExtension, UNIVERSAL } from '../../scripts/lib/package';

const root = path.join(__dirname, '..', '..');
const ripgrep = process.platform === 'win32' ? 'rg.exe' : 'rg';

describe('the package', function () {
  this.timeout(60_000);

  let dir: string;
  const listed = once(packagedFiles);
  const universal = once(() => packageExtension(UNIVERSAL, dir));
  before(() => (dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-package-test-'))));
  after(() => fs.rmSync(dir, { recursive: true, force: true }));

  it('holds what runs and what a person reads, and nothing else', () => {
    const files = listed();
    const allowed =
      /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/(extension|cli|cli-main|cli-work|scanner-worker|background-worker|review|lazy-[\w-]+)\.js|dist\/review\.css|media\/[\w-]+\.(svg|png)|syntaxes\/[\w.-]+\.json)$/;
    assert.deepEqual(
      files.filter((file) => !allowed.test(file)),
      [],
    );
    for (const file of [
      'dist/extension.js',
      'dist/cli.js',
      'dist/cli-main.js',
      'dist/cli-work.js',
      'dist/scanner-worker.js',
      'dist/background-worker.js',
    ])
      assert.ok(files.includes(file), `${file} is packaged`);
  });

  it('holds the bundles that another one loads later, and only those', () => {
    const bundles = listed().filter((file) => file.startsWith('dist/'));
    const loaded = bundles.flatMap((file) =>
      [...fs.readFileSync(path.join(root, file), 'utf8').matchAll(/"\.\/(lazy-[\w-]+\.js)"/g)].map(
        ([, name]) => `dist/${name}`,
      ),
    );
    assert.ok(loaded.length > 0);
    assert.deepEqual([...new Set(loaded)].sort(), bundles.filter((file) => file.includes('/lazy-')).sort());
  });

  it('holds every file that package.json names', () => {
    const manifest: unknown = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    const { main, icon, contributes } = manifest as { main: string; icon: string; contributes: unknown };
    const named = [main, icon, ...localFiles(contributes)].map((file) => path.posix.normalize(file));
    assert.ok(named.length > 2, 'files are named');
    const packaged = new Set(listed());
    assert.deepEqual(
      named.filter((file) => !packaged.has(file)),
      [],
    );
  });

  it('has a ripgrep that runs for this platform', async () => {
    const file = packageExtension(hostTarget(), dir);
    assert.match(await manifestOf(file), new RegExp(`TargetPlatform="${hostTarget()}"`));
    const binary = path.join(dir, ripgrep);
    fs.writeFileSync(binary, await read(file, `extension/dist/bin/${ripgrep}`));
    fs.chmodSync(binary, 0o755);
    assert.match(execFileSync(binary, ['--version'], { encoding: 'utf8' }), /^ripgrep \d+/);
    assert.equal(
      (await modes(file)).get(`extension/dist/bin/${ripgrep}`)! & 0o111,
      0o111,
      'it may be executed',
    );
  });

  it('has no ripgrep when it is for every platform', async () => {
    const file = universal();
    const names = [...(await modes(file)).keys()];
    assert.deepEqual(
      names.filter((name) => name.includes('/bin/')),
      [],
    );
    assert.doesNotMatch(await manifestOf(file), /TargetPlatform/);
    assert.ok(names.includes('extension/dist/extension.js'));
  });

  it('tells VS Code nothing of how it is developed', async () => {
    const file = universal();
    const manifest = JSON.parse((await read(file, 'extension/package.json')).toString()) as object;
    for (const key of ['scripts', 'devDependencies', 'dependencies']) assert.ok(!(key in manifest), key);
    for (const key of ['engines', 'contributes', 'main', 'activationEvents']) assert.ok(key in manifest, key);
  });

  it('says what to do about a target that cannot be made here', () => {
    const other = hostTarget() === 'darwin-arm64' ? 'win32-x64' : 'darwin-arm64';
    assert.throws(() => packageExtension(other, dir), /ripgrep for .* is not installed; package/);
    assert.throws(() => packageExtension('amiga', dir), /"amiga" is no target; say universal, win32-x64/);
  });
});

/** vsce takes two seconds each time. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Every string below `contributes` that begins like a path, such as an icon or a schema. */
function localFiles(value: unknown): string[] {
  if (typeof value === 'string') return /^(\.\/|media\/|syntaxes\/|dist\/)/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(localFiles);
}

const open = (vsix: string) => JSZip.loadAsync(fs.readFileSync(vsix));

const manifestOf = async (vsix: string) => (await read(vsix, 'extension.vsixmanifest')).toString();

/** Unix modes of the files in an archive. */
async function modes(vsix: string): Promise<Map<string, number>> {
  const files = Object.values((await open(vsix)).files);
  return new Map(files.map(({ name, unixPermissions }) => [name, Number(unixPermissions)]));
}

async function read(vsix: string, name: string): Promise<Buffer> {
  const file = (await open(vsix)).file(name);
  assert.ok(file, `${name} is in the package`);
  return file.async('nodebuffer');
}

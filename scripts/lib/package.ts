import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.join(__dirname, '..', '..');
const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');

/** Runs everywhere; it brings no ripgrep, so files are searched by the slower reader. */
export const UNIVERSAL = 'universal';

/** VS Code's target names and what npm calls the platform of ripgrep's package. */
const RIPGREP: Readonly<Record<string, string>> = {
  'win32-x64': 'win32-x64',
  'win32-arm64': 'win32-arm64',
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-armhf': 'linux-arm',
  'alpine-x64': 'linux-x64',
  'alpine-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
};

/** The target of the running machine. */
export const hostTarget = (): string =>
  `${process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`;

/** What the command line asks for; prints the files that were made. */
export function main(argv: readonly string[]): void {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      target: { type: 'string', multiple: true, default: [UNIVERSAL, hostTarget()] },
      out: { type: 'string', default: path.join(root, 'out') },
    },
  });
  try {
    for (const target of values.target) {
      const file = packageExtension(target, path.resolve(values.out));
      console.log(`${path.relative(process.cwd(), file)}  ${(fs.statSync(file).size / 1024).toFixed(0)} KB`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/**
 * Makes the .vsix for a target in a folder and gives its path. Throws when the bundles are missing or npm has not
 * installed the target's ripgrep.
 */
export function packageExtension(target: string, outDir: string): string {
  return withStage((stage) => {
    const { name, version } = writeManifest(stage);
    if (target !== UNIVERSAL)
      copyProgram(ripgrepFor(target), path.join(stage, 'dist', 'bin', binaryName(target)));
    fs.mkdirSync(outDir, { recursive: true });
    const file = path.join(outDir, `${name}-${target}-${version}.vsix`);
    const forTarget = target === UNIVERSAL ? [] : ['--target', target];
    run(stage, ['package', '--no-dependencies', '--no-rewrite-relative-links', '--out', file, ...forTarget]);
    return file;
  });
}

/** Paths, relative to the repository, of what .vscodeignore allows into a package. */
export const packagedFiles = (): string[] =>
  withStage((stage) => run(stage, ['ls', '--no-dependencies']).trim().split('\n').sort());

/**
 * Copies aside what .vscodeignore may allow, so that ripgrep can be added for one target and left out for another,
 * and so that vsce does not walk through the VS Codes that the tests install.
 */
function withStage<T>(action: (stage: string) => T): T {
  const { main: entry } = readManifest();
  if (!fs.existsSync(path.join(root, entry))) throw new Error(`${entry} is missing: run npm run build first`);
  const stage = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-package-'));
  try {
    for (const name of ['.vscodeignore', ...allowedAtTop()])
      fs.cpSync(path.join(root, name), path.join(stage, name), { recursive: true });
    fs.rmSync(path.join(stage, 'dist', 'bin'), { recursive: true, force: true });
    return action(stage);
  } finally {
    fs.rmSync(stage, { recursive: true, force: true });
  }
}

/** The files and folders of the repository in which .vscodeignore allows something. */
function allowedAtTop(): string[] {
  const rules = fs.readFileSync(path.join(root, '.vscodeignore'), 'utf8').split(/\r?\n/);
  const allowed = rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1).split('/', 1)[0]!);
  return [...new Set(allowed)].filter((name) => fs.existsSync(path.join(root, name)));
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly main: string;
}

const readManifest = (): Manifest =>
  JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;

/** Leaves out of package.json what is for developers: the packaged one builds and tests nothing. */
function writeManifest(stage: string): Manifest {
  const forDevelopers = new Set(['scripts', 'devDependencies', 'dependencies', 'bin', 'allowScripts']);
  const manifest = readManifest();
  const shipped = Object.entries(manifest).filter(([key]) => !forDevelopers.has(key));
  fs.writeFileSync(path.join(stage, 'package.json'), JSON.stringify(Object.fromEntries(shipped), null, 2));
  return manifest;
}

const binaryName = (target: string) => (target.startsWith('win32') ? 'rg.exe' : 'rg');

/** npm installs ripgrep for its own platform only: a package for another one is made there. */
function ripgrepFor(target: string): string {
  const platform = RIPGREP[target];
  if (!platform)
    throw new Error(`"${target}" is no target; say ${UNIVERSAL}, ${Object.keys(RIPGREP).join(', ')}`);
  // Beside @vscode/ripgrep, of which it is an optional dependency.
  const near = createRequire(createRequire(__filename).resolve('@vscode/ripgrep'));
  try {
    return near.resolve(`@vscode/ripgrep-${platform}/bin/${binaryName(target)}`);
  } catch {
    throw new Error(
      `ripgrep for ${platform} is not installed; package ${target} on such a machine, ` +
        `or install @vscode/ripgrep-${platform} with npm's --force first`,
    );
  }
}

function copyProgram(from: string, to: string): void {
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.copyFileSync(from, to);
  fs.chmodSync(to, 0o755);
}

function run(cwd: string, args: readonly string[]): string {
  const result = spawnSync(process.execPath, [vsce, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.status !== 0)
    throw new Error(`vsce ${args[0]} failed:\n${result.stdout}${result.stderr}`.trimEnd());
  return result.stdout;
}

import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { workbenchUrl } from '../../test/host/lib/browser';
import { ensureChromium } from '../../test/host/lib/chromium';
import { executableFor } from '../../test/host/lib/desktop';
import { installServer } from '../../test/host/lib/install';
import { releaseOf } from '../../test/host/lib/releases';
import { runServerCommand, startServer } from '../../test/host/lib/server';
import { type Theme, THEMES, writeSettings } from '../../test/host/lib/settings';
import { makeSample } from '../../test/host/lib/workspaces';
import { openWorkbench } from '../../test/ui/workbench';
import { runCommand } from './command';
import { meet } from './needs';
import { hostTarget, packageExtension } from './package';
import { root } from './steps';

interface Options {
  /** Where a picture of the outcome tree goes; without it VS Code is opened for a person. */
  readonly screenshot: string | undefined;
  readonly theme: Theme;
  /** Of the server; 0 takes a free one. */
  readonly port: number;
}

/** What `npm start` does. Ends with 0 when VS Code was opened, or the picture made, and with 1 when not. */
export async function main(argv: readonly string[]): Promise<void> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-start-'));
  // A desktop VS Code outlives this process, and so must what it has opened.
  let keep = false;
  try {
    const options = readOptions(argv);
    await meet('git');
    await build();
    const sample = await makeSample(dir);
    await showInTerminal(sample);
    if (options.screenshot) await takePicture(sample, dir, options.screenshot, options.theme);
    else keep = await openEditor(sample, dir, options);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    if (!keep) fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      screenshot: { type: 'string' },
      theme: { type: 'string', default: 'dark' },
      port: { type: 'string', default: '0' },
    },
  });
  const { theme } = values;
  if (!isTheme(theme)) throw new Error(`"${theme}" is no theme; say ${Object.keys(THEMES).join(', ')}`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`"${values.port}" is no port`);
  return { screenshot: values.screenshot, theme, port };
}

const isTheme = (name: string): name is Theme => Object.hasOwn(THEMES, name);

async function build(): Promise<void> {
  const script = path.join('scripts', 'build.mjs');
  const ending = await runCommand({ script, args: [], cwd: root, limitMs: 120_000 });
  if (!('code' in ending) || ending.code !== 0)
    throw new Error('The extension could not be built; see above');
}

/** The command's view of the sample. That `check` finds something, exit code 1, is what the sample is for. */
async function showInTerminal(sample: string): Promise<void> {
  for (const name of ['tree', 'check']) {
    console.log(`\n$ outcomes ${name}\n`);
    const script = path.join(root, 'dist', 'cli.js');
    const ending = await runCommand({ script, args: [name], cwd: sample, limitMs: 60_000 });
    if (!('code' in ending) || ending.code > 1) throw new Error(`outcomes ${name} could not run; see above`);
  }
  console.log();
}

/** Installs the packaged extension, opens the sample with the outcome tree in view and keeps a picture of it. */
async function takePicture(sample: string, dir: string, file: string, theme: Theme): Promise<void> {
  ensureChromium();
  const { displayName, contributes } = readManifest();
  const [container] = contributes.viewsContainers.activitybar;
  const [view] = contributes.views[container!.id]!;
  const workbench = await openWorkbench({ vsix: packageExtension(hostTarget(), dir), folder: sample, theme });
  try {
    await workbench.openFile('outcomes.yml');
    await workbench.openContainer(container!.title);
    const tree = workbench.tree(view!.name);
    await tree.rows.first().waitFor({ timeout: 60_000 });
    await workbench.widenSideBar(460);
    await workbench.idle();
    fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    await workbench.page.screenshot({ path: file });
    console.log(`${displayName}: ${(await tree.texts()).length} rows of "${view!.name}" in ${file}`);
  } catch (error) {
    throw new Error(
      `The view "${view!.name}" did not show: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    await workbench.close();
  }
}

interface Manifest {
  readonly displayName: string;
  readonly contributes: {
    readonly viewsContainers: {
      readonly activitybar: readonly { readonly id: string; readonly title: string }[];
    };
    readonly views: Readonly<Record<string, readonly { readonly name: string }[]>>;
  };
}

const readManifest = (): Manifest =>
  JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;

/** Opens VS Code for a person; true when it goes on after this process. */
async function openEditor(sample: string, dir: string, options: Options): Promise<boolean> {
  if (openWithInstalledCode(sample)) return true;
  const executable = await executableFor(releaseOf('current'));
  if (executable.kind === 'desktop') {
    await openDownloaded(executable.path, sample, dir, options.theme);
    return false;
  }
  await serve(sample, dir, options);
  return false;
}

/** Uses the `code` of this machine, where there is one that can show a window. */
function openWithInstalledCode(sample: string): boolean {
  if (process.env['VSCODE_TEST_HOST'] === 'server') return false;
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!hasDisplay) return false;
  const shell = process.platform === 'win32'; // There `code` is a batch file.
  if (spawnSync('code', ['--version'], { shell }).status !== 0) return false;
  const quoted = (text: string) => (shell ? `"${text}"` : text);
  const args = ['--new-window', quoted(`--extensionDevelopmentPath=${root}`), quoted(sample)];
  const opened = spawnSync('code', args, { shell, stdio: 'inherit' }).status === 0;
  if (opened) console.log(`VS Code is open on ${sample}`);
  return opened;
}

/** Waits until the window is closed. */
async function openDownloaded(executable: string, sample: string, dir: string, theme: Theme): Promise<void> {
  const userDataDir = path.join(dir, 'data');
  writeSettings(userDataDir, { 'workbench.colorTheme': THEMES[theme] });
  console.log('VS Code is opening; this ends when its window is closed.');
  const args = [sample, `--extensionDevelopmentPath=${root}`, `--user-data-dir=${userDataDir}`];
  const profile = [`--extensions-dir=${path.join(dir, 'extensions')}`, '--skip-welcome', '--disable-updates'];
  const child = spawn(executable, [...args, ...profile], { stdio: 'ignore' });
  await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
}

/** Serves VS Code with the packaged extension until Ctrl+C. */
async function serve(sample: string, dir: string, { theme, port }: Options): Promise<void> {
  const release = releaseOf('current');
  await installServer(release);
  const vsix = packageExtension(hostTarget(), dir);
  const { status, output } = runServerCommand(release, dir, ['--install-extension', vsix, '--force']);
  if (status !== 0) throw new Error(`VS Code did not install the extension:\n${output}`);
  const settings = { 'workbench.colorTheme': THEMES[theme] };
  const server = await startServer({ release, dir, port, settings });
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  const url = workbenchUrl(server, { folder: sample }, [], `localhost:${server.port}`);
  console.log(`VS Code ${release.vscode} is at\n\n  ${url}\n`);
  console.log('Open it in a browser on this machine. Ctrl+C ends it.');
  const failed = server.ended.then((how) => {
    throw new Error(`The VS Code server ended by itself (${how})`);
  });
  try {
    await Promise.race([stopped, failed]);
  } finally {
    failed.catch(() => undefined);
    await server.stop();
  }
}

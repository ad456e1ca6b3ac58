import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { openWindow, workbenchUrl } from '../host/lib/browser';
import { makeQuietBuiltins } from '../host/lib/builtins';
import { installServer } from '../host/lib/install';
import { releaseOf, type ReleaseName } from '../host/lib/releases';
import { extensionsBelow, runServerCommand, type Server, startServer } from '../host/lib/server';
import { type Theme, THEMES } from '../host/lib/settings';
import { QuickInput } from './quick-input';
import { Tree } from './tree';

export interface WorkbenchOptions {
  /** The packaged extension to install; none for a bare VS Code. */
  readonly vsix?: string;
  /** A folder of extensions that are installed, instead; windows may share it one after the other. */
  readonly extensionsDir?: string;
  /** The folder to open; none for an empty window. */
  readonly folder?: string;
  readonly theme?: Theme;
  readonly release?: ReleaseName;
  /** Beside all that comes with VS Code; by default what only runs beside the extension is left out. */
  readonly amongAllBuiltins?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Where pictures go unless OUTCOMES_SCREENSHOTS names another folder. */
const SCREENSHOTS = path.join(__dirname, '..', '..', 'out', 'screenshots');

const READY_LIMIT_MS = 60_000;
/** How long a page object waits for what it looks for; only what never comes takes as long, on a busy machine too. */
const LIMIT_MS = 40_000;

/** Installs a packaged extension in a fresh VS Code server and opens the workbench in a headless Chromium. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const release = releaseOf(options.release);
  await installServer(release);
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-ui-'));
  const closing: (() => unknown)[] = [() => fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5 })];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const extensionsDir = options.vsix ? installExtension(options.vsix, dir, release) : options.extensionsDir;
    const theme = {
      ...themed(options.theme ?? 'dark'),
      'window.autoDetectColorScheme': false,
    };
    const server = await startServer({
      release,
      dir,
      extensionsDir,
      builtinExtensionsDir: options.amongAllBuiltins
        ? undefined
        : makeQuietBuiltins(release, path.join(dir, 'builtins')),
      settings: { ...theme, ...options.settings },
    });
    closing.push(() => server.stop());
    const window = await openWindow(server, { release, dir });
    closing.push(() => window.close());
    const { page } = window;
    page.setDefaultTimeout(LIMIT_MS);
    const workbench = new Workbench(page, server, options, close);
    const target = options.folder === undefined ? undefined : { folder: options.folder };
    await page.goto(workbenchUrl(server, target, [['skipWelcome', 'true']]), { waitUntil: 'commit' });
    await page.locator('.monaco-workbench .statusbar-item').first().waitFor({ timeout: READY_LIMIT_MS });
    return workbench;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Installs a packaged extension below a folder, as VS Code does; gives the folder of extensions. Throws when it is refused. */
export function installExtension(vsix: string, dir: string, release = releaseOf()): string {
  const { status, output } = runServerCommand(release, dir, ['--install-extension', vsix, '--force']);
  if (status !== 0 || !/successfully installed/i.test(output))
    throw new Error(`VS Code did not install ${vsix}:\n${output}`);
  return extensionsBelow(dir);
}

/** What a person sees and does in a VS Code window. Everything waits; nothing sleeps. */
export class Workbench {
  readonly page: Page;
  readonly quickInput: QuickInput;
  /** Exceptions that the page threw. */
  readonly pageErrors: string[] = [];
  private readonly server: Server;
  /** What is open. */
  readonly folder: string | undefined;
  private readonly theme: Theme;
  private readonly closeAll: () => Promise<void>;

  constructor(
    page: Page,
    server: Server,
    { folder, theme = 'dark' }: Pick<WorkbenchOptions, 'folder' | 'theme'>,
    close: () => Promise<void>,
  ) {
    this.page = page;
    this.server = server;
    this.folder = folder;
    this.theme = theme;
    this.closeAll = close;
    this.quickInput = new QuickInput(page);
    page.on('pageerror', (error) => this.pageErrors.push(error.message));
  }

  /** Runs a command of the palette by its whole title, "Category: Title" included. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInput.choose(title, `>${title}`);
  }

  /** Changes the colours of the window by a setting of its folder, or back; waits until it has them. */
  async wear(theme: Theme | undefined): Promise<void> {
    if (this.folder === undefined) throw new Error('There is no folder to keep the setting');
    const dir = path.join(this.folder, '.vscode');
    fs.rmSync(dir, { recursive: true, force: true });
    if (theme) {
      fs.mkdirSync(dir);
      fs.writeFileSync(path.join(dir, 'settings.json'), JSON.stringify(themed(theme)));
    }
    await this.page.locator(`.monaco-workbench.${THEME_CLASSES[theme ?? this.theme]}`).waitFor();
  }

  /** Titles that the palette offers for what is typed. */
  async commandsMatching(text: string): Promise<string[]> {
    await this.page.keyboard.press('F1');
    const titles = await this.quickInput.suggestions(`>${text}`);
    await this.page.keyboard.press('Escape');
    return titles;
  }

  /** Opens a file by name or path below the opened folder; the keys that are pressed next go to its editor. */
  async openFile(name: string): Promise<Locator> {
    await this.page.keyboard.press('Control+P');
    await this.quickInput.choose(path.posix.basename(name), name);
    const editor = this.editor(name);
    await editor.waitFor();
    await editor.and(this.page.locator('.focused')).waitFor();
    return editor;
  }

  /** The text editor that shows a file. */
  editor(name: string): Locator {
    const ending = path.posix.basename(name).replaceAll('"', '\\"');
    return this.page.locator(`.editor-instance .monaco-editor[data-uri$="/${encodeURI(ending)}"]`);
  }

  /** Underlined places of the given severity in the open editors. */
  squiggles(severity: 'error' | 'warning' | 'info' | 'hint'): Locator {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`);
  }

  /** Brings a view container of the activity bar to the front. */
  async openContainer(name: string): Promise<void> {
    const tab = this.activity(name);
    await tab.waitFor();
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    await this.page.locator('.sidebar .composite.title', { hasText: new RegExp(name, 'i') }).waitFor();
  }

  /** Makes the side bar so many pixels wide, as by dragging its edge. */
  async widenSideBar(width: number): Promise<void> {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('The side bar is not open');
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + width, y, { steps: 5 });
    await this.page.mouse.up();
  }

  /** Waits until no view and no badge says that something is being worked out. */
  async idle(): Promise<void> {
    await this.page.mouse.move(640, 2); // Nothing is hovered, so no tooltip is in the way.
    await this.page.locator('.monaco-hover, .workbench-hover').first().waitFor({ state: 'hidden' });
    await this.page
      .locator('.sidebar .monaco-progress-container.active')
      .first()
      .waitFor({ state: 'detached' });
    await this.page.locator('.activitybar .progress-badge').first().waitFor({ state: 'detached' });
  }

  /** A view container's tab in the activity bar. */
  activity(name: string): Locator {
    return this.page.locator('.activitybar').getByRole('tab', { name: new RegExp(`^${escape(name)}( |$)`) });
  }

  /** A tree view by its title in the side bar, whose container must be open. */
  tree(title: string): Tree {
    return new Tree(this.page, title);
  }

  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  /** Opens the Problems panel; gives its rows. */
  async problems(): Promise<Locator> {
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    if (!(await this.page.locator('.markers-panel').isVisible()))
      await this.command('Problems: Focus on Problems View');
    await this.page.locator('.markers-panel').waitFor();
    return rows;
  }

  /** The notifications that are shown, all or those of one severity. */
  notifications(severity?: 'error' | 'warning' | 'info'): Locator {
    const all = this.page.locator('.notification-toast');
    return severity ? all.filter({ has: this.page.locator(`.codicon-${severity}`) }) : all;
  }

  /** The content of the webview that is open. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview').frameLocator('iframe');
  }

  /** Keeps a picture of the window and gives its path. */
  async screenshot(name: string): Promise<string> {
    const file = path.join(process.env['OUTCOMES_SCREENSHOTS'] ?? SCREENSHOTS, `${name}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }

  /** The lines of VS Code's own logs and the extensions' that match. Logs are written a little after the fact. */
  logLines(pattern: RegExp): string[] {
    return fs
      .readdirSync(this.server.logsDir, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.log'))
      .flatMap((name) => fs.readFileSync(path.join(this.server.logsDir, name), 'utf8').split('\n'))
      .filter((line) => pattern.test(line));
  }

  /** Ends the window and the server and removes what they wrote. */
  async close(): Promise<void> {
    await this.closeAll();
  }
}

const themed = (theme: Theme) => ({ 'workbench.colorTheme': THEMES[theme] });

/** What the workbench calls the kinds of themes in its styles. */
const THEME_CLASSES: Readonly<Record<Theme, string>> = { light: 'vs', dark: 'vs-dark', hc: 'hc-black' };

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

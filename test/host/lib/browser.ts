import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { requireChromium } from './chromium';
import type { Release } from './releases';
import type { Server } from './server';
import { makeProfile } from './warm';

/** Stands for the server in a window: what Chromium compiled it keeps by address, and each server has another port. */
const WORKBENCH = 'workbench.localhost';

/** Nothing but the loopback address can be reached. */
const rules = (...more: string[]) =>
  `--host-resolver-rules=${[...more, 'MAP * ~NOTFOUND', 'EXCLUDE localhost', 'EXCLUDE 127.0.0.1'].join()}`;

/** Nothing waits for what cannot be reached, and no page is made ready that nobody asked for. */
const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  `--disable-features=${[
    // With it no script is taken as it was compiled before.
    'BackgroundResourceFetch',
    'CertificateTransparencyComponentUpdater',
    'MediaRouter',
    'OptimizationHints',
    'SpareRendererForSitePerProcess',
    'Translate',
    'WebUIOmniboxAimPopup',
    'WebUIOmniboxPopup',
  ].join()}`,
  '--disable-gpu',
  '--disable-sync',
  '--no-first-run',
];

/** Playwright's own, which only one option can hold, and that each script is kept compiled from its first use on. */
const BLINK = `--blink-settings=${[
  'primaryHoverType=2',
  'availableHoverTypes=2',
  'primaryPointerType=4',
  'availablePointerTypes=4',
  'v8CacheOptions=3',
].join()}`;

/** For the page: even with less motion VS Code turns and slides what shows that something goes on. */
const STAND_STILL = `
  const still = new CSSStyleSheet();
  still.replaceSync('*, ::before, ::after { animation: none !important; transition: none !important; }');
  document.adoptedStyleSheets = [still];
`;

/** For a page that nobody looks at: it is laid out, so that all of it works, but not painted. */
const UNPAINTED = `
  const unpainted = new CSSStyleSheet();
  unpainted.replaceSync('html { opacity: 0; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, unpainted];
`;

/** A style that shows such a page nonetheless. */
export const PAINTED = 'html { opacity: 1 !important; }';

/** Enough for all parts of a workbench, and little to lay out. */
const UNSEEN = { width: 800, height: 600 };

/** As somebody would have it who looks at it by default. */
const SEEN = { width: 1280, height: 800 };

export type Target = { readonly folder: string } | { readonly workspace: string } | undefined;

/** Starts a headless Chromium. The caller closes it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: requireChromium(),
    headless: true,
    args: [...ARGUMENTS, rules()],
  });
}

export interface Window {
  readonly page: Page;
  /** Resolves when Chromium has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends Chromium; does nothing when it has ended. */
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly release: Release;
  /** A folder of this run, in which its profile is made. */
  readonly dir: string;
  /** Nobody looks at it. */
  readonly unseen?: boolean;
}

/**
 * Starts a headless Chromium with a profile of its own and an empty page, in English, that may use the clipboard. It
 * knows the server by the name that workbenchUrl() gives it.
 */
export async function openWindow(
  server: Pick<Server, 'port'>,
  { release, dir, unseen = false }: WindowOptions,
): Promise<Window> {
  const executablePath = requireChromium();
  const profile = makeProfile(release, executablePath, dir);
  const context = await chromium.launchPersistentContext(profile.folder, {
    executablePath,
    headless: true,
    args: [...ARGUMENTS, BLINK, rules(`MAP ${WORKBENCH} 127.0.0.1:${server.port}`)],
    viewport: unseen ? UNSEEN : SEEN,
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: 'en-US',
    // Each frame is painted by the processor.
    reducedMotion: 'reduce',
  });
  await context.addInitScript({ content: STAND_STILL });
  if (unseen) await context.addInitScript({ content: UNPAINTED });
  const ended = new Promise<void>((resolve) => context.once('close', () => resolve()));
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    ended,
    close: async () => {
      await context.close();
      profile.keep();
    },
  };
}

/** The address of the workbench with a folder, a workspace file or nothing open; in a window by default. */
export function workbenchUrl(
  server: Pick<Server, 'token'>,
  target: Target,
  payload: readonly (readonly [string, string])[] = [],
  host = WORKBENCH,
): string {
  const url = new URL(`http://${host}/`);
  url.searchParams.set('tkn', server.token);
  if (!target) url.searchParams.set('ew', 'true');
  else if ('folder' in target) url.searchParams.set('folder', path.resolve(target.folder));
  else url.searchParams.set('workspace', path.resolve(target.workspace));
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.toString();
}

/** A file of the server's machine as a window names it. */
export function remoteUri(file: string): string {
  const encoded = path.resolve(file).split(path.sep).map(encodeURIComponent).join('/');
  return `vscode-remote://${WORKBENCH}${encoded}`;
}

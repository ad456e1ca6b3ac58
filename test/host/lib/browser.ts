import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { requireChromium } from './chromium';
import type { Server } from './server';

/**
 * Nothing but the loopback address can be reached, nothing waits for what cannot, and no page is made ready that
 * nobody asked for.
 */
const ARGUMENTS = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  `--disable-features=${[
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

export type Target = { readonly folder: string } | { readonly workspace: string } | undefined;

/** Starts a headless Chromium. The caller closes it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: requireChromium(), headless: true, args: ARGUMENTS });
}

/** A page of its own profile, in English, that may use the clipboard; as large as somebody would have it who looks at it. */
export async function openPage(browser: Browser, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: 'en-US',
    // Animations that nobody sees are painted by the processor.
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

/** The address of the workbench with a folder, a workspace file or nothing open. */
export function workbenchUrl(
  server: Pick<Server, 'port' | 'token'>,
  target: Target,
  payload: readonly (readonly [string, string])[] = [],
): string {
  const url = new URL(`http://localhost:${server.port}/`);
  url.searchParams.set('tkn', server.token);
  if (!target) url.searchParams.set('ew', 'true');
  else if ('folder' in target) url.searchParams.set('folder', path.resolve(target.folder));
  else url.searchParams.set('workspace', path.resolve(target.workspace));
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.toString();
}

/** A file of the server's machine as the page names it. */
export function remoteUri(server: Pick<Server, 'port'>, file: string): string {
  const encoded = path.resolve(file).split(path.sep).map(encodeURIComponent).join('/');
  return `vscode-remote://localhost:${server.port}${encoded}`;
}

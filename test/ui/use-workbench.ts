import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, type Suite } from 'mocha';
import { hostTarget, packageExtension } from '../../scripts/lib/package';
import { installServer } from '../host/lib/install';
import { releaseOf, type ReleaseName } from '../host/lib/releases';
import { makeSample } from '../host/lib/workspaces';
import { installExtension, openWorkbench, type Workbench, type WorkbenchOptions } from './workbench';

/** Longer than anything in it may take, so that what failed is named and not "timeout of the hook". */
const SET_UP_LIMIT_MS = 180_000;

const TEST_LIMIT_MS = 90_000;

let packaged: string | undefined;
const installed = new Map<ReleaseName, string>();

/** The packaged extension for this machine: OUTCOMES_VSIX, else made once from the bundles in dist/. */
export function packagedExtension(): string {
  packaged ??= process.env['OUTCOMES_VSIX'] ?? packageExtension(hostTarget(), temporaryFolder('vsix'));
  return packaged;
}

/** A folder in which that extension is installed, once for all windows: each has a profile of its own. */
async function installedExtension(name?: ReleaseName): Promise<string> {
  const release = releaseOf(name);
  const known = installed.get(release.name);
  if (known !== undefined) return known;
  await installServer(release);
  const folder = installExtension(packagedExtension(), temporaryFolder('installed'), release);
  installed.set(release.name, folder);
  return folder;
}

/** A fresh copy of the sample repository with its history. */
export const sampleFolder = (): Promise<string> => makeSample(temporaryFolder('sample'));

export interface UiOptions extends Omit<WorkbenchOptions, 'vsix' | 'extensionsDir' | 'folder'> {
  /** Makes the folder to open; the sample by default. */
  readonly folder?: () => string | Promise<string>;
}

/**
 * Opens, for the tests of a `describe`, one workbench with the packaged extension; gives what returns it. A test that
 * fails leaves a picture of the window named after it.
 */
export function useWorkbench({ folder = sampleFolder, ...options }: UiOptions = {}): () => Workbench {
  let workbench: Workbench | undefined;
  before(async function () {
    this.timeout(SET_UP_LIMIT_MS);
    const extensionsDir = await installedExtension(options.release);
    workbench = await openWorkbench({ ...options, extensionsDir, folder: await folder() });
  });
  lookAfter(() => workbench);
  after(async function () {
    this.timeout(SET_UP_LIMIT_MS);
    await workbench?.close();
  });
  return () => workbench!;
}

let shared: Workbench | undefined;

/**
 * Gives, for the tests of a `describe`, the workbench that all of them share who leave the sample and the window as they
 * found them. When one of them failed, the next `describe` has a new one.
 */
export function useSharedWorkbench(): () => Workbench {
  before(async function () {
    this.timeout(SET_UP_LIMIT_MS);
    if (shared) return;
    const folder = await sampleFolder();
    for (const [key, value] of [
      ['user.name', 'Ana'],
      ['user.email', 'ana@example.invalid'],
    ] as const)
      execFileSync('git', ['config', key, value], { cwd: folder });
    shared = await openWorkbench({
      extensionsDir: await installedExtension(),
      folder,
      settings: {
        'editor.stickyScroll.enabled': false, // It lies over lines that are clicked.
        'git.confirmSync': false,
      },
    });
  });
  lookAfter(() => shared);
  after(async function () {
    this.timeout(SET_UP_LIMIT_MS);
    if (hasFailed(this.test!.parent!)) await closeShared();
    else await shared?.command('View: Close All Editors');
  });
  return () => shared!;
}

const hasFailed = ({ tests, suites }: Suite): boolean =>
  tests.some(({ state }) => state === 'failed') || suites.some(hasFailed);

async function closeShared(): Promise<void> {
  const workbench = shared;
  shared = undefined;
  await workbench?.close();
}

// Loaded by the first file with tests, and so of all of them.
after(closeShared);

function lookAfter(workbench: () => Workbench | undefined): void {
  beforeEach(function () {
    // Each wait of a page object has a shorter limit, and says what it waited for.
    if (this.currentTest && this.currentTest.timeout() < TEST_LIMIT_MS)
      this.currentTest.timeout(TEST_LIMIT_MS);
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    const name = this.currentTest.fullTitle().replace(/[^\w]+/g, '-');
    const picture = await workbench()?.screenshot(`failed-${name}`);
    if (picture) console.log(`      ${picture}`);
  });
}

const made: string[] = [];

/** An empty folder that is gone when the tests have ended. */
export function temporaryFolder(name: string): string {
  if (made.length === 0)
    process.once('exit', () => made.forEach((dir) => fs.rmSync(dir, { recursive: true, force: true })));
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), `outcomes-${name}-`));
  made.push(dir);
  return dir;
}

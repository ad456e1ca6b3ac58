import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach } from 'mocha';
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
  beforeEach(function () {
    // Each wait of a page object has a shorter limit, and says what it waited for.
    if (this.currentTest && this.currentTest.timeout() < TEST_LIMIT_MS)
      this.currentTest.timeout(TEST_LIMIT_MS);
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed' || !workbench) return;
    const name = this.currentTest.fullTitle().replace(/[^\w]+/g, '-');
    console.log(`      ${await workbench.screenshot(`failed-${name}`)}`);
  });
  after(async function () {
    this.timeout(SET_UP_LIMIT_MS);
    await workbench?.close();
  });
  return () => workbench!;
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

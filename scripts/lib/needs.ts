import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureChromium } from '../../test/host/lib/chromium';
import { executableFor } from '../../test/host/lib/desktop';
import { installServer } from '../../test/host/lib/install';
import { releaseOf, type ReleaseName } from '../../test/host/lib/releases';
import { ensurePython } from '../../test/oracle/python';
import { type Need, root } from './steps';

/**
 * Sees to it that a need is met, installing what may be installed. Throws an error that tells a person what to do.
 * What was found out once holds for the run.
 */
export function meet(need: Need): Promise<void> {
  const known = met.get(need);
  if (known) return known;
  const promise = Promise.resolve().then(() => MEET[need]());
  met.set(need, promise);
  return promise;
}

const met = new Map<Need, Promise<void>>();

const MEET: Readonly<Record<Need, () => void | Promise<void>>> = {
  bundles: () => {
    const { main } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { main: string };
    if (!fs.existsSync(path.join(root, main))) throw new Error(`${main} is missing: the build failed`);
  },
  git: () => {
    if (spawnSync('git', ['--version']).status !== 0) throw new Error('git is missing: install it');
  },
  server: () => installServer(releaseOf('current')),
  chromium: () => void ensureChromium(),
  pygments: () => void ensurePython(),
  vscode: () => meetVscode('current'),
  'vscode-oldest': () => meetVscode('oldest'),
};

/** A desktop VS Code, or the server and Chromium. That there is no desktop is found out once, not by each suite. */
async function meetVscode(name: ReleaseName): Promise<void> {
  const { kind } = await executableFor(releaseOf(name));
  if (kind === 'desktop') return;
  process.env['VSCODE_TEST_HOST'] = 'server';
  await meet('chromium');
}

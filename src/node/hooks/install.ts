import fs from 'node:fs';
import path from 'node:path';
import { HumanError } from '../../core';
import { pathInside } from '../path-inside';
import { findHookPlace, type HookPlace } from './place';
import { hookScript, HOOKS, keptName, readScript, type HookName, type ScriptOptions } from './script';

/** What was done about one hook; paths relative to the working tree's top where they are inside of it. */
export interface HookReport {
  readonly file: string;
  readonly done: 'installed' | 'updated' | 'already' | 'removed' | 'restored' | 'absent' | 'foreign';
  /** Where the hook that was there before is kept, or came back from. */
  readonly kept: string | null;
}

/**
 * Sets up the hooks of the repository that `folder` is in, beside what is there: an existing hook is kept as it is
 * under another name and runs first. Done twice it is done once. All or nothing; a HumanError says what to do.
 */
export async function installHooks(folder: string): Promise<HookReport[]> {
  const place = await findHookPlace(folder);
  const looks = HOOKS.map((name) => look(place, name));
  const hadFolder = fs.existsSync(place.folder);
  const undo: (() => void)[] = [];
  for (const { state, file, kept, name } of looks) {
    if (state.kind === 'changed') throw changed(place, file, 'install');
    if (state.kind === 'ours') continue;
    if (kept.exists)
      throw new HumanError(
        `${shown(place, kept.path)} is left over from before; ${
          state.kind === 'absent' ? `rename it to ${name}` : 'move it away'
        }, then install again`,
      );
    if (state.kind === 'foreign') refuseForeign(place, file);
  }
  try {
    if (!hadFolder) {
      fs.mkdirSync(place.folder, { recursive: true });
      undo.push(() => fs.rmdirSync(place.folder));
    }
    const folderOptions = { husky: place.husky, ownFolder: !hadFolder };
    return looks.map((each) => installOne(place, each, folderOptions, undo));
  } catch (error) {
    for (const step of undo.reverse()) attempt(step);
    throw notWritten(place, error);
  }
}

/**
 * Takes the hooks away and puts back what was there before, byte for byte and with its mode. Refuses, before anything
 * is done, when one of them was changed since it was written; hooks of others are left alone.
 */
export async function uninstallHooks(folder: string): Promise<HookReport[]> {
  const place = await findHookPlace(folder);
  const looks = HOOKS.map((name) => look(place, name));
  for (const { state, file, kept } of looks) {
    if (state.kind === 'changed') throw changed(place, file, 'uninstall');
    if (state.kind === 'foreign' && kept.exists)
      throw new HumanError(
        `${shown(place, file)} is not from Outcomes any more, and ${shown(place, kept.path)} is the hook from before it; ` +
          'keep the one you want under the first name, remove the other, then uninstall again',
      );
  }
  try {
    const reports = looks.map((each) => uninstallOne(place, each));
    const ownFolder = looks.some(({ state }) => state.kind === 'ours' && state.options.ownFolder);
    if (ownFolder && fs.readdirSync(place.folder).length === 0) fs.rmdirSync(place.folder);
    return reports;
  } catch (error) {
    throw notWritten(place, error);
  }
}

interface Look {
  readonly name: HookName;
  readonly file: string;
  readonly state:
    | { readonly kind: 'ours'; readonly options: ScriptOptions; readonly text: string }
    | { readonly kind: 'changed' | 'foreign' | 'absent' };
  readonly kept: { readonly path: string; readonly exists: boolean };
}

function look(place: HookPlace, name: HookName): Look {
  const file = path.join(place.folder, name);
  const keptPath = path.join(place.folder, keptName(name));
  const kept = { path: keptPath, exists: fs.lstatSync(keptPath, { throwIfNoEntry: false }) !== undefined };
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return { name, file, kept, state: { kind: 'absent' } };
  if (stat.isDirectory())
    throw new HumanError(`${shown(place, file)} is a folder; move it away, then try again`);
  // A link is somebody's own arrangement, wherever it leads.
  if (!stat.isFile()) return { name, file, kept, state: { kind: 'foreign' } };
  const text = fs.readFileSync(file, 'latin1');
  const read = readScript(text);
  return { name, file, kept, state: read.kind === 'ours' ? { ...read, text } : { kind: read.kind } };
}

function installOne(
  place: HookPlace,
  { name, file, state, kept }: Look,
  options: ScriptOptions,
  undo: (() => void)[],
): HookReport {
  const report = (done: HookReport['done']): HookReport => ({
    file: shown(place, file),
    done,
    kept: kept.exists || state.kind === 'foreign' ? shown(place, kept.path) : null,
  });
  // What the first installation found out about the folder stays true.
  const ownFolder = state.kind === 'ours' ? state.options.ownFolder : options.ownFolder;
  const script = hookScript(name, { ...options, ownFolder });
  if (state.kind === 'ours' && state.text === script) {
    fs.chmodSync(file, MODE);
    return report('already');
  }
  const fresh = `${file}.outcomes-new`;
  fs.writeFileSync(fresh, script, { mode: MODE });
  undo.push(() => fs.rmSync(fresh, { force: true }));
  fs.chmodSync(fresh, MODE);
  if (state.kind === 'foreign') {
    fs.renameSync(file, kept.path);
    undo.push(() => fs.renameSync(kept.path, file));
  }
  fs.renameSync(fresh, file);
  if (state.kind === 'absent') undo.push(() => fs.rmSync(file));
  return report(state.kind === 'ours' ? 'updated' : 'installed');
}

/** For everybody to run, for its owner to write. */
const MODE = 0o755;

function uninstallOne(place: HookPlace, { file, state, kept }: Look): HookReport {
  const where = { file: shown(place, file), kept: kept.exists ? shown(place, kept.path) : null };
  if (state.kind === 'foreign') return { ...where, done: 'foreign' };
  if (kept.exists) {
    fs.renameSync(kept.path, file);
    return { ...where, done: 'restored' };
  }
  if (state.kind === 'absent') return { ...where, done: 'absent' };
  fs.rmSync(file);
  return { ...where, done: 'removed' };
}

/** One that goes by its own name would not know what to do under another. */
function refuseForeign(place: HookPlace, file: string): void {
  const target = attempt(() => fs.readlinkSync(file)) ?? '';
  const text = attempt(() => fs.readFileSync(file, 'latin1')) ?? '';
  if (/overcommit-hook$/.test(target) || text.includes('Overcommit::'))
    throw new HumanError(
      `${shown(place, file)} is Overcommit's, which must keep its name; let .overcommit.yml run \`outcomes commit-msg\` instead`,
    );
}

function changed(place: HookPlace, file: string, command: string): HumanError {
  return new HumanError(
    `${shown(place, file)} was changed since Outcomes wrote it, so it was left alone; move your changes into a hook ` +
      `of your own, remove the file, then run \`outcomes hooks ${command}\` again`,
  );
}

function notWritten(place: HookPlace, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined
    ? error
    : new HumanError(`could not change ${shown(place, place.folder)}: ${message}`);
}

function shown({ top }: HookPlace, file: string): string {
  return pathInside(top, file) ?? file;
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

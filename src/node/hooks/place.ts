import fs from 'node:fs';
import path from 'node:path';
import { HumanError } from '../../core';
import { createGitCommand, GitFailure } from '../git/command';
import { run } from '../process';

/** Where git, or husky, looks for the hooks of a working tree. */
export interface HookPlace {
  /** Absolute. */
  readonly folder: string;
  readonly husky: boolean;
  /** The top of the working tree, to name paths by. */
  readonly top: string;
}

/**
 * The hook folder of the repository that `folder` is in: `core.hooksPath`, else `hooks` in the folder that its
 * worktrees share. Husky 9 points git to `.husky/_`, whose files run those of `.husky`. A HumanError says why hooks
 * cannot be set up here.
 */
export async function findHookPlace(folder: string): Promise<HookPlace> {
  const { top, common } = await locate(folder);
  const configured = await hooksPathOf(folder, top);
  if (configured === undefined) return { folder: path.join(common, 'hooks'), husky: false, top };
  const isHusky = path.basename(configured) === '_' && path.basename(path.dirname(configured)) === '.husky';
  const place = isHusky ? path.dirname(configured) : configured;
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isDirectory())
    throw new HumanError(
      `core.hooksPath is ${configured}, which is no folder, so git runs no hooks here; set it to a folder, or unset it`,
    );
  return { folder: place, husky: isHusky, top };
}

async function locate(folder: string): Promise<{ top: string; common: string }> {
  const git = createGitCommand('git', folder, new AbortController().signal);
  try {
    const said = await git.text(['rev-parse', '--is-inside-work-tree', '--show-cdup', '--git-common-dir']);
    // The path comes last: it may hold newlines.
    const [inside, up, ...common] = said!.split('\n');
    if (inside !== 'true')
      throw new HumanError(
        `${folder} is in no working tree, so nothing is committed there; name one by --cwd`,
      );
    return {
      top: fs.realpathSync(path.resolve(folder, up!)),
      common: path.resolve(folder, common.join('\n').replace(/\n$/, '')),
    };
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    if (error.message.includes('not a git repository'))
      throw new HumanError(`${folder} is in no git repository; hooks need one`);
    throw new HumanError(error.message);
  }
}

/**
 * `core.hooksPath` as git sees it, absolute; a relative one is relative to the working tree's top. Refused where it
 * is the user's or the machine's: hooks in there would run in every repository.
 */
async function hooksPathOf(folder: string, top: string): Promise<string | undefined> {
  const read = (...where: string[]) => readConfig(folder, where);
  const effective = await read();
  if (effective === undefined || effective === '') return undefined;
  const own = [await read('--local'), await read('--worktree')];
  if (!own.includes(effective))
    throw new HumanError(
      `core.hooksPath is ${effective} for all your repositories, and hooks in there would run in each of them; ` +
        'set core.hooksPath for this repository alone, or add `outcomes commit-msg "$1"` to a hook of yours',
    );
  return path.resolve(top, effective);
}

/** Not by the guarded git of everything else, which switches hooks off; `git config` runs nothing. */
async function readConfig(folder: string, where: readonly string[]): Promise<string | undefined> {
  const args = ['config', ...where, '--includes', '--type=path', '-z', '--get', 'core.hooksPath'];
  const { code, stdout } = await run('git', args, {
    cwd: folder,
    env: { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_COMMON_DIR: undefined },
  });
  return code === 0 ? stdout.toString('utf8').replace(/\0$/, '') : undefined;
}

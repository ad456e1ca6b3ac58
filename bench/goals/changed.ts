import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createGitCommand } from '../../src/node/git/command';
import { compareThere, stagedIds } from '../../src/node/git/entries';
import type { Snapshot } from '../../src/workspace/snapshot';
import { corpus, WIDE } from '../corpus/corpus';
import type { Goal } from '../lib/goal';
import { GIT_ALONE, START_AND_GIT } from '../lib/limits';
import { type Line, ms } from '../lib/line';
import { liveScanner, rescan } from '../lib/own';
import { digestOf, type Places } from '../lib/places';
import { ripgrepCounts } from '../lib/rivals';
import { inRounds, median, ratioOf, timed } from '../lib/rounds';
import { openFolder, placesIn, withIndexOf } from '../lib/session';
import { floor } from './warm';

const CHANGED = 1000;
const SWITCHED = 5000;

/** Of 75,000 files some change: those that are edited, and those that differ between two branches. */
export const changed: Goal = {
  name: 'changed',
  about: `${CHANGED} changed files of 75,000, and a switch of branches with ${SWITCHED}`,
  async measure({ rounds, folder: stated }) {
    const folder = stated ?? corpus(WIDE).folder;
    const tree = new WorkTree(folder);
    try {
      return [...(await edits(tree, rounds)), ...(await switches(tree, rounds))];
    } finally {
      tree.restore();
    }
  },
};

async function edits(tree: WorkTree, rounds: number): Promise<Line[]> {
  const { folder } = tree;
  const files = tree.some(CHANGED);
  return withIndexOf(folder, async (open) => {
    const { session } = await openFolder(folder);
    const found = new Results();
    const measured = await inRounds(
      rounds,
      {
        rg: () => ripgrepCounts(folder),
        live: () =>
          found.timed(() => {
            session.refresh(files);
            return session.settled();
          }),
        again: async () => {
          const { session, snapshot, settled } = await open();
          session.dispose();
          found.check(placesIn(snapshot));
          return settled;
        },
        told: () => timed(() => gitsWord(folder, files)),
        floor: () =>
          timed(async () => {
            await floor(folder);
            for (const file of files) fs.readFileSync(path.join(folder, file));
          }),
      },
      (round) => {
        for (const file of files) tree.append(file, `// TODO: look again in round ${round}\n`);
        found.newRound();
      },
    );
    session.dispose();
    tree.restore();
    const line = (what: string, times: readonly number[], limit?: string): Line => ({
      what: `${CHANGED} changed files of ${tree.size}, ${what}`,
      goal: '≤ 0.7 × rg -c',
      measured: ms(median(times)),
      peer: `rg -c ${ms(median(measured.rg))}`,
      ratio: ratioOf(times, measured.rg),
      met: ratioOf(times, measured.rg) <= 0.7,
      ...(limit && { limit }),
    });
    const least = (what: string, times: readonly number[]): Line => ({
      what: `the floor: ${what}`,
      goal: '',
      measured: ms(median(times)),
      peer: `rg -c ${ms(median(measured.rg))}`,
      ratio: ratioOf(times, measured.rg),
    });
    return [
      line('folder open', measured.live, GIT_ALONE),
      least("git's word on which of their lines are new", measured.told),
      line('folder opened again', measured.again, START_AND_GIT),
      least(
        'an empty Node.js process, `git status` and `git ls-files`, the changed files read',
        measured.floor,
      ),
    ];
  });
}

/** The ids of the files in the index, and the lines that the working tree has more: what nobody but git can tell. */
async function gitsWord(folder: string, files: readonly string[]): Promise<void> {
  const git = createGitCommand('git', folder, new AbortController().signal);
  const ids = await stagedIds(git, files);
  const entries = files.map((file, i) => ({ path: file, before: ids[i]!, staged: ids[i]! }));
  const [told] = await compareThere({ git, prefix: '', config: [] }, entries);
  if (told?.added.size !== files.length) throw new Error('Git tells of other files than were changed.');
}

/** Of the two branches one adds a TODO to every file, the other a line that holds none, as most do. */
async function switches(tree: WorkTree, rounds: number): Promise<Line[]> {
  return [
    await switching(tree, rounds, 'bench-other', 'a TODO in each', '// TODO: look again in round 0\n'),
    await switching(tree, rounds, 'bench-plain', 'a line in each', '// look again in round 0\n'),
  ];
}

async function switching(
  tree: WorkTree,
  rounds: number,
  branch: string,
  added: string,
  line: string,
): Promise<Line> {
  const { folder } = tree;
  const files = tree.some(SWITCHED);
  tree.branch(branch, files, line);
  const { session } = await openFolder(folder);
  const scanner = liveScanner(folder);
  const found = new Results();
  const measured = await inRounds(
    rounds,
    {
      rg: () => ripgrepCounts(folder),
      live: () =>
        found.timed(() => {
          // As the editor does it after the watcher's events: files, and git's HEAD.
          session.refresh(files);
          session.refreshGit();
          return session.settled();
        }),
      scan: async () => {
        const { time, places } = await rescan(scanner);
        found.check(places);
        return time;
      },
    },
    (round) => {
      tree.checkout(round % 2 === 0 ? 'main' : branch);
      found.newRound();
    },
  );
  session.dispose();
  scanner.dispose();
  const ratio = ratioOf(measured.live, measured.rg);
  return {
    what: `switch to a branch with ${SWITCHED} other files, folder open, ${added}`,
    goal: '≤ 1.5 × rg -c',
    measured: ms(median(measured.live)),
    peer: `rg -c ${ms(median(measured.rg))}; the scan alone ${ms(median(measured.scan))}`,
    ratio,
    met: ratio <= 1.5,
  };
}

/** Sees to it that in one round all find the same, and that this takes nothing of the time of any. */
class Results {
  private digest: string | undefined;

  newRound(): void {
    this.digest = undefined;
  }

  async timed(work: () => Promise<Snapshot>): Promise<number> {
    const start = performance.now();
    const snapshot = await work();
    const time = performance.now() - start;
    this.check(placesIn(snapshot));
    return time;
  }

  check(places: Places): void {
    const digest = digestOf(places);
    if (digest !== (this.digest ??= digest))
      throw new Error('Two ways to look at what changed found other things.');
  }
}

/** A repository whose files are changed for a while. */
class WorkTree {
  readonly size: number;
  /** Those in which `//` begins a comment. */
  private readonly files: readonly string[];

  constructor(readonly folder: string) {
    this.restore();
    const files = this.git('ls-files', '-z').split('\0').slice(0, -1);
    this.size = files.length;
    this.files = files.filter((file) => /\.(?:ts|js|go|java|rs|cpp)$/.test(file));
  }

  /** Files spread over all folders. */
  some(count: number): string[] {
    if (this.files.length < count) throw new Error(`${this.folder} has too few files to change ${count}.`);
    const step = this.files.length / count;
    return Array.from({ length: count }, (_, i) => this.files[Math.floor(i * step)]!);
  }

  append(file: string, line: string): void {
    fs.appendFileSync(path.join(this.folder, file), line);
  }

  branch(name: string, files: readonly string[], line: string): void {
    if (this.git('branch', '--list', name) !== '') return;
    this.git('checkout', '--quiet', '-b', name);
    for (const file of files) this.append(file, line);
    this.git('commit', '--quiet', '--all', '--message', 'Change many files');
    this.checkout('main');
  }

  checkout(branch: string): void {
    this.git('checkout', '--quiet', branch);
  }

  restore(): void {
    this.git('checkout', '--quiet', '--force', 'main');
  }

  private git(...args: string[]): string {
    const identity = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', '-c', 'gc.auto=0'];
    const env = { ...process.env, GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1' };
    return execFileSync('git', [...identity, ...args], {
      cwd: this.folder,
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
  }
}

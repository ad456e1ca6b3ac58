import { everydayFolder, type Goal } from '../lib/goal';
import { START_AND_GIT } from '../lib/limits';
import { ms } from '../lib/line';
import { digestOf } from '../lib/places';
import { ripgrepCounts } from '../lib/rivals';
import { run } from '../lib/programs';
import { inRounds, median, ratioOf, timed } from '../lib/rounds';
import { openFolder, type Opened, placesIn, withIndexOf } from '../lib/session';

/** What a session with a saved index takes, its process' start included, and one without. */
export const warm: Goal = {
  name: 'warm',
  about: 'opening a folder again, nothing changed',
  measure: (options) => {
    const folder = everydayFolder(options);
    return withIndexOf(folder, async (open) => {
      const digests = new Set<string>();
      const opened = async (opening: Promise<Opened>) => {
        const { session, snapshot, shown, settled, confirmed } = await opening;
        session.dispose();
        digests.add(digestOf(placesIn(snapshot)));
        return { shown, settled, confirmed };
      };
      const rounds = await inRounds(options.rounds, {
        rg: async () => ({ shown: 0, settled: await ripgrepCounts(folder), confirmed: true }),
        warm: () => opened(open()),
        cold: () => opened(openFolder(folder)),
        floor: async () => ({ shown: 0, settled: await timed(() => floor(folder)), confirmed: true }),
      });
      if (digests.size > 1)
        throw new Error('A session with a saved index found other things than one without.');
      if (rounds.warm.some(({ confirmed }) => !confirmed))
        throw new Error('The saved index was not confirmed.');
      const [rg, again, fresh, least] = [rounds.rg, rounds.warm, rounds.cold, rounds.floor].map((each) =>
        each.map(({ settled }) => settled),
      ) as [number[], number[], number[], number[]];
      const [shownAgain, shownFresh] = [rounds.warm, rounds.cold].map((each) =>
        median(each.map(({ shown }) => shown)),
      );
      const peer = `rg -c ${ms(median(rg))}`;
      const ratio = ratioOf(again, rg);
      return [
        {
          what: 'warm start, clean tree: confirmed by git',
          goal: '≤ 0.6 × rg -c',
          measured: ms(median(again)),
          peer,
          ratio,
          met: ratio <= 0.6,
          limit: START_AND_GIT,
        },
        {
          what: 'the floor: an empty Node.js process, then `git status` and `git ls-files` alone',
          goal: '',
          measured: ms(median(least)),
          peer,
          ratio: ratioOf(least, rg),
        },
        {
          what: 'the same without a saved index',
          goal: '',
          measured: ms(median(fresh)),
          peer,
          ratio: ratioOf(fresh, rg),
        },
        {
          what: 'the saved tree is there, from the start of its process',
          goal: '',
          measured: ms(shownAgain!),
          peer: `without a saved index ${ms(shownFresh!)}`,
          ratio: shownAgain! / shownFresh!,
        },
      ];
    });
  },
};

/** What any program of this kind waits for: it starts, and asks git what has changed. */
export async function floor(folder: string): Promise<void> {
  await run(process.execPath, ['-e', '0']);
  const status = [
    'status',
    '--porcelain=v2',
    '--branch',
    '-z',
    '--untracked-files=all',
    '--ignored=matching',
  ];
  await Promise.all([
    run('git', ['--no-optional-locks', ...status], { cwd: folder }),
    run('git', ['ls-files', '-v', '--stage', '-z'], { cwd: folder }),
  ]);
}

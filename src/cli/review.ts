import { version } from '../../package.json';
import { createOutcomeHistory } from '../node/git/outcome-history';
import { gitVersions } from '../node/git/outcome-versions';
import { buildOf, createStore, recalled, userCache, type World } from '../node/recall';
import type { Logger } from '../workspace/ports';
import { createSession } from '../workspace/session';
import type { Invocation } from './args';
import { demandOutcomes, folderOf, look, portsOf, type Answer, type Terminal } from './look';
import { printReview } from './report';

/** Prints the review; the one of the last time, when nothing that it tells of is another since. */
export async function report(invocation: Invocation, terminal: Terminal): Promise<Answer> {
  const folder = folderOf(invocation);
  const format = invocation.flags.get('format') ?? 'md';
  const since = invocation.flags.get('since');
  const world = { ...portsOf(invocation, terminal), versions: gitVersions(folder) };
  const make = async ({ versions, ...ports }: World, logger: Logger): Promise<string> => {
    const history = createOutcomeHistory(folder, { versions });
    const snapshot = await look(createSession, invocation, { ...terminal, logger }, { history, ...ports });
    demandOutcomes(snapshot, invocation);
    return printReview(snapshot, { format, history, since, logger });
  };
  const cache = invocation.flags.has('no-cache') ? undefined : userCache();
  const maker = buildOf(__dirname, version);
  const stdout =
    cache === undefined || maker === undefined
      ? await make(world, terminal.logger)
      : await recalled(world, make, terminal.logger, {
          store: createStore(cache),
          maker,
          name: JSON.stringify([folder, format, since ?? null]),
        });
  return { stdout, code: 0 };
}

import { version } from '../../package.json';
import { createOutcomeHistory } from '../node/git/outcome-history';
import { gitVersions } from '../node/git/outcome-versions';
import { buildOf, createStore, recalled, userCache, type RecallOptions, type World } from '../node/recall';
import type { Logger } from '../workspace/ports';
import { createSession } from '../workspace/session';
import type { Invocation } from './args';
import { demandOutcomes, folderOf, look, portsOf, type Answer, type Terminal } from './look';
import { printReview } from './report';

/** Where reports are kept, and by which program. */
export type Cache = Omit<RecallOptions, 'name'>;

/** Prints the review. */
export async function report(
  invocation: Invocation,
  terminal: Terminal,
  cache = invocation.flags.has('no-cache') ? undefined : cacheOfUser(),
): Promise<Answer> {
  const folder = folderOf(invocation);
  const format = invocation.flags.get('format') ?? 'md';
  const since = invocation.flags.get('since');
  const make = async ({ versions, ...ports }: World, logger: Logger): Promise<string> => {
    const history = createOutcomeHistory(folder, { versions });
    const snapshot = await look(createSession, invocation, { ...terminal, logger }, { history, ...ports });
    demandOutcomes(snapshot, invocation);
    return printReview(snapshot, { format, history, since, logger });
  };
  const world = { ...portsOf(invocation, terminal), versions: gitVersions(folder) };
  if (cache === undefined) return { stdout: await make(world, terminal.logger), code: 0 };
  const name = JSON.stringify([folder, format, since ?? null]);
  return { stdout: await recalled(world, make, terminal.logger, { ...cache, name }), code: 0 };
}

/** undefined where nothing can be kept, or nobody could tell which program made it. */
function cacheOfUser(): Cache | undefined {
  const [directory, maker] = [userCache(), buildOf(__dirname, version)];
  return directory === undefined || maker === undefined
    ? undefined
    : { store: createStore(directory), maker };
}

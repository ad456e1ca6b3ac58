import type { GitFacts, LineRun } from '../../src/core/work/model';
import { createGit } from '../../src/node/git';
import type { GitQuery, Logger } from '../../src/workspace/ports';
import { BARE_ENVIRONMENT } from './repository';

/** Hides the configuration of whoever runs the tests, for the calling suite. */
export function withBareGit(): void {
  const before = new Map<string, string | undefined>();
  beforeEach(() => {
    for (const [name, value] of Object.entries(BARE_ENVIRONMENT)) {
      before.set(name, process.env[name]);
      process.env[name] = value;
    }
  });
  afterEach(() => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
    before.clear();
  });
}

export interface LoggedFacts {
  readonly facts: GitFacts[];
  /** Warnings, and what is worse. */
  readonly warnings: string[];
}

export const QUERY: GitQuery = { base: null, since: '2026-01-01', addedSince: null };

export async function factsOf(folder: string, query: Partial<GitQuery> = {}): Promise<LoggedFacts> {
  const warnings: string[] = [];
  const collect = (message: string) => void warnings.push(message);
  const logger: Logger = { error: collect, warn: collect, info: () => undefined, debug: () => undefined };
  const git = createGit(folder, { logger });
  const facts = await git.facts({ ...QUERY, ...query }, new AbortController().signal);
  return { facts, warnings };
}

/** The facts of the folder's only repository. */
export async function onlyFacts(folder: string, query: Partial<GitQuery> = {}): Promise<GitFacts> {
  const { facts } = await factsOf(folder, query);
  if (facts.length !== 1) throw new Error(`${facts.length} repositories where one was expected`);
  return facts[0]!;
}

/** `2-4,7` for lines 2 to 4 and 7, 1-based; `all`; `none` for a file that is not named. */
export function shown(runs: 'all' | readonly LineRun[] | undefined): string {
  if (runs === undefined) return 'none';
  if (runs === 'all') return 'all';
  return runs
    .map(({ first, last }) => (first === last ? `${first + 1}` : `${first + 1}-${last + 1}`))
    .join(',');
}

export function shownAdded(facts: GitFacts): Record<string, string> {
  return Object.fromEntries([...facts.added].sort().map(([file, runs]) => [file, shown(runs)]));
}

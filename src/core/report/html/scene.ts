import type { Review, ReviewOutcome, ReviewWork } from '../review';

export interface PageOptions {
  /** What a place is: a plain text in a file, or a button that asks the editor to open it. */
  readonly places: 'text' | 'open';
  /** What is not known here, and why. */
  readonly note: string | null;
}

/** The review with what every part of the page looks up in it. */
export interface Scene extends PageOptions {
  readonly review: Review;
  readonly byKey: ReadonlyMap<string, OutcomeOnPage>;
  /** By any id of an outcome, whatever its case. */
  readonly byId: ReadonlyMap<string, OutcomeOnPage>;
  /** In the order of the review. */
  readonly outcomes: readonly OutcomeOnPage[];
}

export interface OutcomeOnPage {
  /** Its place in the review: elements that are about it carry it as `data-o`. */
  readonly index: number;
  readonly outcome: ReviewOutcome;
  /** The outcome at the top of its tree. */
  readonly root: number;
  readonly served: Served;
}

/** The work for one outcome, by the output that it names; '' for what names none. */
export type Served = ReadonlyMap<string, WorkCount>;

export interface WorkCount {
  readonly todos: number;
  readonly branches: number;
  readonly commits: number;
}

export function createScene(review: Review, options: PageOptions): Scene {
  const served = servedBy(review.work);
  const byKey = new Map<string, OutcomeOnPage>();
  const outcomes = review.outcomes.map((outcome, index): OutcomeOnPage => {
    const parent = outcome.parent === null ? undefined : byKey.get(outcome.parent);
    const on = {
      index,
      outcome,
      root: parent?.root ?? index,
      served: served.get(outcome.key) ?? NONE,
    };
    byKey.set(outcome.key, on);
    return on;
  });
  const byId = new Map<string, OutcomeOnPage>();
  for (const on of outcomes) if (on.outcome.key === on.outcome.id) byId.set(on.outcome.id.toLowerCase(), on);
  return { ...options, review, byKey, byId, outcomes };
}

const NONE: Served = new Map();

const KINDS = { todo: 'todos', branch: 'branches', commit: 'commits' } as const;

type Counting = Map<string, Record<keyof WorkCount, number>>;

function servedBy(work: readonly ReviewWork[]): Map<string, Served> {
  const served = new Map<string, Counting>();
  for (const { kind, links } of work)
    for (const { outcome, output } of links) {
      let own = served.get(outcome);
      if (own === undefined) served.set(outcome, (own = new Map() as Counting));
      const part = output?.toLowerCase() ?? '';
      let counts = own.get(part);
      if (counts === undefined) own.set(part, (counts = { todos: 0, branches: 0, commits: 0 }));
      counts[KINDS[kind]]++;
    }
  return served;
}

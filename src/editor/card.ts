import { countWork, type Entry, type Outcome, type OutcomeProgress } from '../core';
import type { Snapshot } from '../workspace/snapshot';
import { standingsOf } from './standings';
import { outcomeLook, outcomeTooltip, outputDraft } from './view/outcome-words';
import { counted, joined } from './view/words';

/** An outcome or output on a card, as Markdown in which everything that people wrote is escaped. */
export function entryCard({ outcome, output }: Entry, snapshot: Snapshot): string {
  const about = outcomeTooltip(
    outcome,
    standingOf(outcome, snapshot),
    snapshot.today,
    workText(outcome, snapshot),
  );
  if (output === null) return about;
  return `${outputDraft(output, snapshot.today, '').tooltip?.() ?? ''}\n\n---\n\nFor the outcome\n\n${about}`;
}

/** The same in a few plain words: `on track · 50 % of 60 % expected · due 31 Dec`. */
export function entrySummary({ outcome, output }: Entry, snapshot: Snapshot): string {
  if (output === null)
    return outcomeLook(outcome, standingOf(outcome, snapshot), snapshot.today).description ?? '';
  return joined([outputDraft(output, snapshot.today, '').description, `for ${outcome.id || outcome.title}`]);
}

/** The codicon of an outcome by its status, or of an output by its own. */
export function entryIcon({ outcome, output }: Entry, snapshot: Snapshot): string {
  return output === null
    ? outcomeLook(outcome, standingOf(outcome, snapshot), snapshot.today).icon
    : outputDraft(output, snapshot.today, '').icon;
}

interface Known {
  counts?: ReturnType<typeof countWork>;
}

/** Counting everything is worth doing once for each snapshot, when somebody asks. */
const known = new WeakMap<Snapshot, Known>();

function knownOf(snapshot: Snapshot): Known {
  let own = known.get(snapshot);
  if (own === undefined) known.set(snapshot, (own = {}));
  return own;
}

function standingOf(outcome: Outcome, snapshot: Snapshot): OutcomeProgress {
  return standingsOf(snapshot).get(outcome)!;
}

/** Work that is linked to the outcome, or to one of its outputs; empty when there is none. */
export function workText({ id }: Outcome, snapshot: Snapshot): string {
  const own = knownOf(snapshot);
  own.counts ??= countWork(snapshot.work);
  const counts = own.counts.get(id);
  if (counts === undefined) return '';
  return [
    counts.todos > 0 ? counted(counts.todos, 'TODO') : '',
    counts.branches > 0 ? counted(counts.branches, 'branch', 'branches') : '',
    counts.commits > 0 ? counted(counts.commits, 'commit') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

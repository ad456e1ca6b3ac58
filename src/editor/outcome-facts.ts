import type { Metric, Outcome, Output } from '../core';
import type { Snapshot } from '../workspace/snapshot';
import { standingsOf } from './standings';
import { countTodos, linkedWork, type LinkedWork } from './view/linked-work';
import { metricText, outcomeText, outputText } from './view/outcome-words';
import { counted, joined, number, oneLine, shortDay } from './view/words';

type CheckIn = Metric['checkIns'][number];

/** What is known of the outcomes of a snapshot, in the words of the tree. Found out once, when somebody asks. */
export class OutcomeFacts {
  private work: ReadonlyMap<string, LinkedWork> | undefined;
  /** Said again for each key that is pressed in an outcomes.yml. */
  private readonly words = new Map<Outcome | Metric | Output, string>();

  private constructor(private readonly snapshot: Snapshot) {}

  static of(snapshot: Snapshot): OutcomeFacts {
    let facts = known.get(snapshot);
    if (facts === undefined) known.set(snapshot, (facts = new OutcomeFacts(snapshot)));
    return facts;
  }

  /** `on track · 50 % of 60 % expected · due 31 Dec` */
  outcome(outcome: Outcome): string {
    return this.once(outcome, () => {
      const standing = standingsOf(this.snapshot).get(outcome);
      return standing && outcomeText(outcome, standing, this.snapshot.today);
    });
  }

  /** `90 → 60 calls/week · on track · 50 %` */
  metric(outcome: Outcome, metric: Metric): string {
    return this.once(metric, () => {
      const standing = standingsOf(this.snapshot).get(outcome)?.metrics.get(metric);
      return standing && metricText(metric, standing);
    });
  }

  /** `in progress` */
  output(output: Output): string {
    return this.once(output, () => outputText(output, this.snapshot.today, ''));
  }

  private once(of: Outcome | Metric | Output, say: () => string | undefined): string {
    let words = this.words.get(of);
    if (words === undefined) this.words.set(of, (words = say() ?? ''));
    return words;
  }

  /** `3 TODOs · 1 branch · 5 commits`: the work that serves it or one of its outputs; '' when there is none. */
  linkedWork({ id, outputs }: Outcome): string {
    this.work ??= linkedWork(this.snapshot, false);
    const own = [id, ...outputs.map((output) => output.id)].flatMap((each) => {
      const work = each === '' ? undefined : this.work!.get(each.toLowerCase());
      return work === undefined ? [] : [work];
    });
    const sum = (count: (work: LinkedWork) => number) => own.reduce((total, work) => total + count(work), 0);
    const todos = sum((work) => countTodos(work.todos));
    const branches = sum((work) => work.branches.length);
    const commits = sum((work) => work.commits.length);
    return joined([
      todos > 0 ? counted(todos, 'TODO') : null,
      branches > 0 ? counted(branches, 'branch', 'branches') : null,
      commits > 0 ? counted(commits, 'commit') : null,
    ]);
  }

  /** `Last check-in 16 Nov: 90 calls/week`, of whichever metric has the latest one; null without a metric. */
  lastCheckIn({ metrics }: Outcome): string | null {
    if (metrics.length === 0) return null;
    const { today } = this.snapshot;
    let latest: { readonly metric: Metric; readonly checkIn: CheckIn } | undefined;
    for (const metric of metrics) {
      const checkIn = metric.checkIns.findLast(({ date }) => date <= today);
      if (checkIn !== undefined && (latest === undefined || checkIn.date > latest.checkIn.date))
        latest = { metric, checkIn };
    }
    if (latest === undefined) return 'Never checked in';
    const { metric, checkIn } = latest;
    const unit = metric.unit === null ? '' : ` ${oneLine(metric.unit)}`;
    return `Last check-in ${shortDay(checkIn.date, today)}: ${number(checkIn.value)}${unit}`;
  }
}

const known = new WeakMap<Snapshot, OutcomeFacts>();

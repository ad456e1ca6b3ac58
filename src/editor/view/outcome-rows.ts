import {
  type LineIndex,
  type Link,
  type Metric,
  type Outcome,
  type OutcomeProgress,
  type Output,
  type Written,
} from '../../core';
import { standingsOf } from '../standings';
import type { Snapshot } from '../../workspace/snapshot';
import { countTodos, linkedWork, type Linked, type LinkedWork } from './linked-work';
import { rows, type Draft, type Place, type Row } from './rows';
import { metricDraft, outcomeLook, outcomeTooltip, outputDraft } from './outcome-words';
import { branchDraft, commitDraft, todoDraft, todoTree, type WorkContext } from './work-rows';
import { apart, counted } from './words';

/** More work of one kind than this is put below a row of its own. */
const UNGROUPED = 5;

/** The rows of "Outcomes" for one folder. Work and progress are looked up when a row is opened. */
export function outcomeRows(
  snapshot: Snapshot,
  folder: string,
  branchOnly: boolean,
  parent: string,
): readonly Row[] {
  return new Tree(snapshot, folder, linkedWork(snapshot, branchOnly), branchOnly).roots(parent);
}

class Tree {
  private readonly context: WorkContext;
  private readonly lines: ReadonlyMap<string, LineIndex>;
  private readonly progress: ReadonlyMap<Outcome, OutcomeProgress>;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly folder: string,
    private readonly work: ReadonlyMap<string, LinkedWork>,
    private readonly branchOnly: boolean,
  ) {
    this.context = {
      folder,
      today: snapshot.today,
      commits: new Map(snapshot.commits.map((commit) => [commit.id, commit])),
    };
    this.progress = standingsOf(snapshot);
    this.lines = new Map(snapshot.tree.files.map(({ path, lines }) => [path, lines]));
  }

  roots(parent: string): readonly Row[] {
    return rows(parent, this.shown(this.snapshot.tree.roots), (outcome) => this.outcome(outcome));
  }

  private outcome(outcome: Outcome): Draft {
    const { today } = this.snapshot;
    const standing = this.progress.get(outcome)!;
    const own = this.workOf(outcome.id);
    const isLeaf =
      outcome.metrics.length + outcome.outputs.length + outcome.outcomes.length === 0 && own === undefined;
    return {
      key: outcome.id.toLowerCase() || outcome.title,
      kind: 'outcome',
      label: outcome.title || outcome.id || 'Untitled outcome',
      ...outcomeLook(outcome, standing, today),
      tooltip: () => outcomeTooltip(outcome, standing, today, this.workText(outcome)),
      place: this.placeOf(outcome.file, outcome.at),
      copy: outcome.id || null,
      expanded: outcome.parent === null,
      children: isLeaf ? null : (id) => this.childrenOf(id, outcome, own),
    };
  }

  private childrenOf(id: string, outcome: Outcome, own: LinkedWork | undefined): readonly Row[] {
    // One list, so that the limit on children holds for all of them together.
    const drafts: (() => Draft)[] = [
      ...outcome.metrics.map((metric) => () => this.metric(outcome, metric)),
      ...outcome.outputs.map((output) => () => this.output(outcome, output)),
      ...this.shown(outcome.outcomes).map((child) => () => this.outcome(child)),
      ...this.workDrafts(own).map((draft) => () => draft),
    ];
    return rows(id, drafts, (draft) => draft());
  }

  private metric(outcome: Outcome, metric: Metric): Draft {
    return {
      ...metricDraft(metric, this.progress.get(outcome)!.metrics.get(metric)!, this.snapshot.today),
      place: this.placeOf(outcome.file, metric.at),
    };
  }

  private output(outcome: Outcome, output: Output): Draft {
    const own = this.workOf(output.id);
    return {
      ...outputDraft(output, this.snapshot.today, countText([own])),
      place: this.placeOf(outcome.file, output.at),
      children: own === undefined ? null : (id) => rows(id, this.workDrafts(own), (draft) => draft),
    };
  }

  private workDrafts(work: LinkedWork | undefined): readonly Draft[] {
    if (work === undefined) return [];
    const { context } = this;
    const { branches, todos, commits } = work;
    return [
      ...byKind(branches, branchDraft, context, { key: 'branches', label: 'Branches', icon: 'git-branch' }),
      ...this.todoDrafts(todos),
      ...byKind(commits, commitDraft, context, { key: 'commits', label: 'Commits', icon: 'git-commit' }),
    ];
  }

  private todoDrafts(todos: LinkedWork['todos']): readonly Draft[] {
    const { context } = this;
    const count = countTodos(todos);
    if (count <= UNGROUPED)
      return todos.flatMap(({ items }) => items().map(({ item, link }) => todoDraft(item, context, link)));
    return [
      groupOf({ key: 'todos', label: 'TODOs', icon: 'checklist' }, count, (id) =>
        todoTree(id, todos, context, false),
      ),
    ];
  }

  private workOf(id: string): LinkedWork | undefined {
    return id === '' ? undefined : this.work.get(id.toLowerCase());
  }

  private shown(outcomes: readonly Outcome[]): readonly Outcome[] {
    return this.branchOnly ? outcomes.filter((outcome) => this.isServed(outcome)) : outcomes;
  }

  /** True when work that is shown serves it or something below it. */
  private isServed(outcome: Outcome): boolean {
    return (
      this.workOf(outcome.id) !== undefined ||
      outcome.outputs.some(({ id }) => this.workOf(id) !== undefined) ||
      outcome.outcomes.some((child) => this.isServed(child))
    );
  }

  private workText(outcome: Outcome): string {
    return countText([this.workOf(outcome.id), ...outcome.outputs.map(({ id }) => this.workOf(id))]);
  }

  private placeOf(file: string, at: Written): Place | null {
    const lines = this.lines.get(file);
    return lines === undefined
      ? null
      : { kind: 'file', folder: this.folder, file, range: lines.rangeOf(at.self) };
  }
}

interface Group {
  readonly key: string;
  readonly label: string;
  readonly icon: string;
}

/** Few pieces of work are rows; many are one row that holds them. */
function byKind<T>(
  items: readonly Linked<T>[],
  draft: (item: T, context: WorkContext, link: Link | null) => Draft,
  context: WorkContext,
  group: Group,
): readonly Draft[] {
  const one = ({ item, link }: Linked<T>) => draft(item, context, link);
  if (items.length <= UNGROUPED) return items.map(one);
  return [groupOf(group, items.length, (id) => rows(id, items, one))];
}

function groupOf(group: Group, count: number, children: (id: string) => readonly Row[]): Draft {
  return { ...group, kind: 'group', description: apart(count), children };
}

function countText(work: readonly (LinkedWork | undefined)[]): string {
  const total = (count: (own: LinkedWork) => number) =>
    work.reduce((sum, own) => sum + (own === undefined ? 0 : count(own)), 0);
  const branches = total((own) => own.branches.length);
  const todos = total((own) => countTodos(own.todos));
  const commits = total((own) => own.commits.length);
  return [
    branches > 0 ? counted(branches, 'branch', 'branches') : '',
    todos > 0 ? counted(todos, 'TODO') : '',
    commits > 0 ? counted(commits, 'commit') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

import type { Outcome, OutcomeTree } from '../outcomes/model';
import { joined, shown } from '../outcomes/phrases';
import { ancestorsOf } from '../outcomes/tree';
import { isMetric } from '../work/ids';
import type { Branch, BrokenLink, Commit, Todo } from '../work/model';
import type { Subject } from './finding';
import type { WorkContext, WorkProblem, WorkRule } from './rule';

type Item = Todo | Branch | Commit;
type Related = NonNullable<WorkProblem['related']>;

/** The family `work`: what a TODO, a branch or a commit says of its why. */
export const workRules: readonly WorkRule[] = [
  {
    code: 'unknown-outcome',
    family: 'work',
    severity: 'error',
    summary: 'Work names an outcome that does not exist',
    check: (item, context) => item.broken.map((link) => unknownOutcome(item, link, context)),
  },
  {
    code: 'todo-without-why',
    family: 'work',
    severity: 'warning',
    summary: 'A TODO states no outcome, and no path gives it one',
    *check(item) {
      if (item.kind !== 'todo' || hasAnswer(item)) return;
      const message =
        `This ${item.tag} states no why. Name the outcome it serves by its id, as in ${shown(`${item.tag}(ID):`)}, ` +
        `or say why it needs none: ${shown(`${item.tag}(no-outcome: reason):`)}.`;
      yield { subject: subjectOf(item), message, existing: !item.isNew };
    },
  },
  {
    code: 'closed-outcome',
    family: 'work',
    severity: 'warning',
    summary: 'A TODO or a branch serves an outcome that is achieved, missed or dropped',
    // A commit that is made is no use telling: perhaps the outcome was still open at the time.
    check: (item, { tree, isBeingWritten }) =>
      item.kind === 'commit' && isBeingWritten !== true ? [] : closedOutcomes(item, tree),
  },
  {
    code: 'branch-without-why',
    family: 'work',
    severity: 'warning',
    summary: 'A branch has no outcome by configuration, name, pattern or commits',
    *check(item) {
      if (item.kind !== 'branch' || item.exempt || hasAnswer(item)) return;
      if (!item.current && item.commits.length === 0) return;
      // Only a name that any shell takes as it is goes into a command that may be copied.
      const name = /^[\w./-]{1,40}$/.test(item.name) ? item.name : 'NAME';
      const message =
        `Branch ${shown(item.name)} states no why. Run ${shown(`git config branch.${name}.outcome ID`)} with ` +
        'the id of the outcome it serves, put the id into its name, or end one of its commits with `Outcome: ID`.';
      yield { subject: subjectOf(item), message };
    },
  },
  {
    code: 'commit-without-why',
    family: 'work',
    severity: 'warning',
    summary: 'A commit has no Outcome trailer and no scope that is an outcome',
    *check(item) {
      if (item.kind !== 'commit' || !item.asked || item.waiver || hasAnswer(item)) return;
      const message =
        `Commit ${shown(item.subject)} states no why. End its message with a line ${shown('Outcome: ID')}, ` +
        `or with ${shown('Outcome: none (reason)')}.`;
      yield { subject: subjectOf(item), message };
    },
  },
  {
    code: 'waiver-without-reason',
    family: 'work',
    severity: 'warning',
    summary: 'Work waives its why and does not say for what reason',
    check: (item) => (item.kind === 'branch' ? [] : emptyWaivers(item)),
  },
  {
    code: 'mixed-branch',
    family: 'work',
    severity: 'info',
    summary: 'A branch serves outcomes that have nothing to do with each other',
    check: (item, { tree }) => (item.kind === 'branch' && !item.exempt ? mixedOutcomes(item, tree) : []),
  },
];

/** A link, a waiver, or a broken link, which is reported for itself. */
function hasAnswer(item: Item): boolean {
  return item.links.length > 0 || item.broken.length > 0 || (item.kind === 'todo' && item.waiver !== null);
}

function unknownOutcome(
  item: Item,
  { text, range, suggestion }: BrokenLink,
  { tree, isBeingWritten }: WorkContext,
): WorkProblem {
  const place = suggestion === null ? undefined : placeOf(suggestion, tree);
  return {
    subject: item.kind === 'todo' && range ? { kind: 'file', file: item.file, range } : subjectOf(item),
    message: unknownMessage(item, text, suggestion, tree),
    ...(place && { related: [place] }),
    // What nobody is asked to amend any more is shown, but fails nothing.
    ...(item.kind === 'commit' && !item.asked && isBeingWritten !== true && { existing: true }),
  };
}

function unknownMessage(item: Item, text: string, suggestion: string | null, tree: OutcomeTree): string {
  const word = shown(text);
  if (suggestion === null)
    return `${word} is not the id of an outcome or output. Use one that is, or remove it.`;
  if (isMetric(tree, text)) {
    return `${word} is a metric, and work serves an outcome. Did you mean ${shown(suggestion)}, which it measures?`;
  }
  const person =
    item.kind === 'todo' && !text.includes('-') ? ` A person is written ${shown(`@${text}`)}.` : '';
  return `${word} is not the id of an outcome or output. Did you mean ${shown(suggestion)}?${person}`;
}

function* closedOutcomes(item: Item, tree: OutcomeTree): Generator<WorkProblem> {
  const told = new Set<Outcome>();
  for (const [i, link] of item.links.entries()) {
    const outcome = outcomeOf(link.outcome, tree);
    if (!outcome || told.has(outcome) || !isClosed(outcome)) continue;
    told.add(outcome);
    const name = nameOf(item);
    const how =
      link.evidence === 'path' ? `${capitalized(name)} lies in the paths of` : `${capitalized(name)} serves`;
    const status = outcome.at.keys.get('status');
    yield {
      subject: statedSubject(item, i),
      message:
        `${how} ${shown(outcome.id)}, which is ${outcome.status}. ` +
        `Link ${name} to an outcome that is open, or let it go.`,
      related: [
        {
          file: outcome.file,
          span: status?.value ?? outcome.at.self,
          message: `It is ${outcome.status} here`,
        },
      ],
      outcome: outcome.id,
      // What somebody stated can be restated; the TODOs of a whole path are old work like any other.
      ...(item.kind === 'todo' && link.evidence === 'path' && { existing: !item.isNew }),
    };
  }
}

function nameOf(item: Item): string {
  switch (item.kind) {
    case 'todo':
      return `this ${item.tag}`;
    case 'branch':
      return `branch ${shown(item.name)}`;
    case 'commit':
      return 'this commit';
  }
}

function* emptyWaivers(item: Todo | Commit): Generator<WorkProblem> {
  if (item.waiver === null || item.waiver.reason !== '') return;
  if (item.kind === 'todo') {
    const message =
      `This ${item.tag} waives its why without a reason. ` +
      `Say in a few words why it serves no outcome: ${shown(`${item.tag}(no-outcome: reason):`)}.`;
    const subject: Subject = { kind: 'file', file: item.file, range: item.waiver.range };
    yield { subject, message };
  } else if (item.asked) {
    const message =
      `Commit ${shown(item.subject)} waives its why without a reason. ` +
      `Say in a few words why it serves no outcome: ${shown('Outcome: none (reason)')}.`;
    yield { subject: subjectOf(item), message };
  }
}

function* mixedOutcomes(branch: Branch, tree: OutcomeTree): Generator<WorkProblem> {
  const ids = new Set([...branch.links.map((link) => link.outcome), ...(branch.serves ?? [])]);
  const outcomes = [...ids].flatMap((id) => outcomeOf(id, tree) ?? []);
  const apart = outcomes.filter((one) => outcomes.some((other) => other !== one && !areRelated(one, other)));
  if (apart.length < 2) return;
  yield {
    subject: subjectOf(branch),
    message:
      `Branch ${shown(branch.name)} serves ${joined(
        apart.map((outcome) => shown(outcome.id)),
        'and',
      )}, which are different outcomes. ` +
      'Consider one branch for each, so that each can be reviewed, shipped or dropped for its own why.',
    related: apart.map(placeOfOutcome),
  };
}

/** One leads to the other: above it, or through an output that serves both. */
function areRelated(a: Outcome, b: Outcome): boolean {
  return leadsTo(a, b) || leadsTo(b, a);
}

function leadsTo(from: Outcome, to: Outcome): boolean {
  const id = to.id.toLowerCase();
  return (
    [...ancestorsOf(from)].includes(to) ||
    from.outputs.some((output) => output.serves.some((served) => served.toLowerCase() === id))
  );
}

function isClosed({ status }: Outcome): boolean {
  return status === 'achieved' || status === 'missed' || status === 'dropped';
}

function outcomeOf(id: string, tree: OutcomeTree): Outcome | undefined {
  return tree.entries.get(id.toLowerCase())?.outcome;
}

function subjectOf(item: Item): Subject {
  switch (item.kind) {
    case 'todo':
      return { kind: 'file', file: item.file, range: item.range };
    case 'branch':
      return { kind: 'branch', repository: item.repository, branch: item.name };
    case 'commit':
      return { kind: 'commit', repository: item.repository, commit: item.id };
  }
}

/** Where the item states its link number `i`; for a link by other evidence the item itself. */
function statedSubject(item: Item, i: number): Subject {
  const at = item.kind === 'todo' && item.links[i]?.evidence === 'stated' ? item.statedAt[i] : undefined;
  return item.kind === 'todo' && at ? { kind: 'file', file: item.file, range: at.range } : subjectOf(item);
}

function placeOf(id: string, tree: OutcomeTree): Related[number] | undefined {
  const entry = tree.entries.get(id.toLowerCase());
  if (!entry) return undefined;
  const { outcome, output } = entry;
  if (!output) return placeOfOutcome(outcome);
  return {
    file: outcome.file,
    span: output.at.self,
    message: `${shown(output.id)}: ${shown(output.title.trim())}`,
  };
}

function placeOfOutcome({ id, title, file, at }: Outcome): Related[number] {
  return { file, span: at.self, message: title === '' ? shown(id) : `${shown(id)}: ${shown(title.trim())}` };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

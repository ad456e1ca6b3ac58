import { addDays } from '../outcomes/day';
import type { FileProblem, Outcome, OutcomeTree, Output } from '../outcomes/model';
import { shown } from '../outcomes/phrases';
import { everyOutcome, insteadAt } from '../outcomes/tree';
import type { Span } from '../text';
import { createNearest } from '../work/near';
import type { TreeContext, TreeProblem, TreeRule } from './rule';

/** What is written wrong in an outcomes.yml. Most of it shows on reading, some only in the tree of all files. */
export const fileRules: readonly TreeRule[] = [
  fileRule(
    'invalid-yaml',
    'The text is not YAML 1.2, or holds a merge conflict; the rest is read all the same.',
  ),
  fileRule('invalid-field', 'A value is not what its field takes, or a field that is needed is missing.'),
  fileRule('unknown-field', 'A field that the format does not have.'),
  fileRule(
    'duplicate-id',
    'An id that another outcome, output or metric has already, in any file, whatever the case.',
    duplicateIds,
  ),
  fileRule('unknown-reference', '`instead` or `serves` names what is not there.', unknownReferences),
  fileRule(
    'invalid-dates',
    'A day that does not exist, or that contradicts another: due before the start, shipped in the future.',
    invalidDates,
  ),
  fileRule('conflicting-target', 'The target contradicts the change, the goal or the baseline.'),
  fileRule(
    'ambiguous-percent',
    'A percentage that can mean two things: of the baseline or points, a value or a change.',
  ),
];

type Code = FileProblem['code'] | 'duplicate-id' | 'unknown-reference';

function fileRule(
  code: Code,
  summary: string,
  inTree?: (context: TreeContext) => Iterable<TreeProblem>,
): TreeRule {
  return {
    code,
    severity: 'error',
    family: 'file',
    summary,
    *check(context) {
      yield* problemsOnReading(context.tree, code);
      if (inTree !== undefined) yield* inTree(context);
    },
  };
}

function* problemsOnReading(tree: OutcomeTree, code: Code): Generator<TreeProblem> {
  for (const { path, problems } of tree.files) {
    for (const { code: found, message, span, related } of problems) {
      if (found !== code) continue;
      yield { file: path, span, message, related: related.map((place) => ({ file: path, ...place })) };
    }
  }
}

interface Named {
  readonly id: string;
  readonly kind: 'outcome' | 'output' | 'metric';
  readonly outcome: Outcome;
  readonly span: Span;
}

function* namesOf(tree: OutcomeTree): Generator<Named> {
  for (const outcome of everyOutcome(tree)) {
    const own = [
      { id: outcome.id, kind: 'outcome' as const, at: outcome.at },
      ...outcome.metrics.map(({ id, at }) => ({ id: id ?? '', kind: 'metric' as const, at })),
      ...outcome.outputs.map(({ id, at }) => ({ id, kind: 'output' as const, at })),
    ];
    for (const { id, kind, at } of own) if (id !== '') yield { id, kind, outcome, span: at.self };
  }
}

function* duplicateIds({ tree }: TreeContext): Generator<TreeProblem> {
  const first = new Map<string, Named>();
  // In the order of the file, not of the tree: the first one written is the one that keeps the id.
  for (const named of [...namesOf(tree)].sort(byPlace)) {
    const key = named.id.toLowerCase();
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, named);
      continue;
    }
    const where = before.outcome.file === named.outcome.file ? '' : ` in ${before.outcome.file}`;
    const cased = before.id === named.id ? '' : ' (case does not count)';
    yield {
      file: named.outcome.file,
      span: named.span,
      message: `${shown(named.id)} is already the id of ${article(before.kind)}${where}${cased}. Give this ${named.kind} another one.`,
      related: [{ file: before.outcome.file, span: before.span, message: `The ${before.kind} that has it` }],
      outcome: named.outcome.id,
    };
  }
}

function byPlace(a: Named, b: Named): number {
  return a.outcome.file === b.outcome.file
    ? a.span.start - b.span.start
    : a.outcome.file < b.outcome.file
      ? -1
      : 1;
}

function article(kind: Named['kind']): string {
  return kind === 'metric' ? 'a metric' : `an ${kind}`;
}

function* unknownReferences({ tree }: TreeContext): Generator<TreeProblem> {
  const { entries } = tree;
  const ids = { outcome: new Set<string>(), output: new Set<string>() };
  for (const { kind, outcome, output } of entries.values()) ids[kind].add(output?.id ?? outcome.id);
  const nearest = { outcome: createNearest(ids.outcome), output: createNearest(ids.output) };

  const wrong = (
    outcome: Outcome,
    output: Output,
    field: 'instead' | 'serves',
    id: string,
    span: Span,
  ): TreeProblem | null => {
    const wanted = field === 'instead' ? 'output' : 'outcome';
    const entry = entries.get(id.toLowerCase());
    const isSelf = id.toLowerCase() === output.id.toLowerCase();
    if (entry?.kind === wanted && !isSelf) return null;
    const near = entry === undefined ? nearest[wanted](id) : null;
    const why = isSelf
      ? `is this output itself. Name the ${wanted} that is meant.`
      : entry?.kind === 'output'
        ? `is an output. Name the outcome that is served, such as ${shown(entry.outcome.id)}.`
        : entry?.kind === 'outcome'
          ? 'is an outcome. Name the output that was chosen instead.'
          : `is no ${wanted} of this tree.${near === null ? ` Add it, or remove it from \`${field}\`.` : ` Did you mean ${shown(near)}?`}`;
    const related = near === null ? undefined : placeOf(tree, near);
    return {
      file: outcome.file,
      span,
      message: `${shown(id)} ${why}`,
      ...(related === undefined ? {} : { related: [related] }),
      outcome: outcome.id,
    };
  };

  for (const outcome of everyOutcome(tree)) {
    for (const output of outcome.outputs) {
      const references = [
        ...(output.instead === null ? [] : [['instead', output.instead, insteadAt(output)] as const]),
        ...output.serves.map((id, i) => ['serves', id, output.servesAt[i]] as const),
      ];
      for (const [field, id, span = output.at.self] of references) {
        const problem = wrong(outcome, output, field, id, span);
        if (problem !== null) yield problem;
      }
    }
  }
}

function placeOf(tree: OutcomeTree, id: string): NonNullable<TreeProblem['related']>[number] | undefined {
  const entry = tree.entries.get(id.toLowerCase());
  if (entry === undefined) return undefined;
  return {
    file: entry.outcome.file,
    span: (entry.output ?? entry.outcome).at.self,
    message: `This ${entry.kind}`,
  };
}

/** A clock in another time zone may already be a day ahead. */
const DAYS_AHEAD = 1;

function* invalidDates({ tree, today }: TreeContext): Generator<TreeProblem> {
  const latest = addDays(today, DAYS_AHEAD);
  for (const outcome of everyOutcome(tree)) {
    yield* outcomeDates(outcome);
    for (const output of outcome.outputs) yield* outputDates(outcome, output, latest);
    for (const { checkIns } of outcome.metrics) {
      for (const { date, at } of checkIns) {
        if (date <= latest) continue;
        yield problemAt(
          outcome,
          at.keys.get('date')?.value ?? at.self,
          `This check-in is of ${date}, which is yet to come. Write the day of the measurement.`,
        );
      }
    }
  }
}

function* outcomeDates(outcome: Outcome): Generator<TreeProblem> {
  const { start, due, parent, at } = outcome;
  const startAt = at.keys.get('start')?.value;
  const ownDue = at.keys.get('due')?.value;
  const above = parent !== null && parent.due !== null ? dueGiver(parent) : null;
  if (start !== null && due !== null && due < start) {
    const written = ownDue ?? startAt ?? at.self;
    const giver = ownDue === undefined ? above : null;
    yield problemAt(
      outcome,
      written,
      ownDue === undefined
        ? `The start, ${start}, is after the inherited due date, ${due}. Move one of them.`
        : `It is due on ${due}, before its start on ${start}. Move one of them.`,
      giver === null
        ? startAt === undefined
          ? []
          : [{ file: outcome.file, span: startAt, message: 'The start' }]
        : [
            {
              file: giver.file,
              span: giver.at.keys.get('due')?.value ?? giver.at.self,
              message: 'The due date',
            },
          ],
    );
  }
  if (ownDue !== undefined && due !== null && above !== null && above.due !== null && due > above.due) {
    yield problemAt(
      outcome,
      ownDue,
      `It is due on ${due}, after ${shown(above.id)}, which it is part of and which is due on ${above.due}. Move one of them.`,
      [
        {
          file: above.file,
          span: above.at.keys.get('due')?.value ?? above.at.self,
          message: 'The due date above',
        },
      ],
    );
  }
}

/** The ancestor that states the due date which `outcome` has, or the outcome itself. */
function dueGiver(outcome: Outcome): Outcome {
  let at = outcome;
  while (at.parent !== null && at.parent.due === at.due && !at.at.keys.has('due')) at = at.parent;
  return at;
}

function* outputDates(outcome: Outcome, output: Output, latest: string): Generator<TreeProblem> {
  const { shipped, status, at } = output;
  const span = at.keys.get('shipped')?.value;
  if (shipped === null || span === undefined) return;
  if (status !== 'shipped') {
    const stated = at.keys.get('status')?.value;
    yield problemAt(
      outcome,
      span,
      `It has a day it shipped, ${shipped}, but its status is ${shown(status)}. Write \`status: shipped\` or remove the day.`,
      stated === undefined ? [] : [{ file: outcome.file, span: stated, message: 'The status' }],
    );
  } else if (shipped > latest) {
    yield problemAt(
      outcome,
      span,
      `It cannot have shipped on ${shipped}, which is yet to come. Correct the day or the status.`,
    );
  }
}

function problemAt(
  outcome: Outcome,
  span: Span,
  message: string,
  related: TreeProblem['related'] = [],
): TreeProblem {
  return { file: outcome.file, span, message, related, outcome: outcome.id };
}

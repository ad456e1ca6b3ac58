import type { Metric, Outcome, OutcomeTree } from '../outcomes/model';
import {
  describeProgress,
  measureTree,
  type MetricProgress,
  type OutcomeProgress,
} from '../outcomes/progress';
import type { Finding, Severity } from '../rules/finding';
import { countWork, type WorkCounts } from '../work/counts';
import type { Branch, Commit, Link, ListedWork, Skipped, Todo, Work } from '../work/model';
import { countSeverities } from './json';
import { nameOfSubject, within } from './machine';

export type Style = 'error' | 'warning' | 'info' | 'hint' | 'good' | 'strong' | 'faint';

/** Dresses a piece of text for the terminal; plain output returns it as it is. */
export type Paint = (style: Style, text: string) => string;

/** One finding a line, `file:line:column`, which terminals and problem matchers can follow. Hints are only counted. */
export function findingsText(findings: readonly Finding[], paint: Paint): string {
  const shown = findings.filter(({ severity }) => severity !== 'hint');
  const lines = shown.flatMap((finding) => [
    `${paint('strong', place(finding))}  ${paint(finding.severity, finding.severity)}  ${visible(finding.message)}  ${paint('faint', finding.code)}`,
    ...finding.related.map(
      (r) =>
        `    ${paint('faint', `${visible(r.file)}:${r.range.start.line + 1}:${r.range.start.character + 1}  ${visible(r.message)}`)}`,
    ),
  ]);
  return [...lines, ...(lines.length > 0 ? [''] : []), summary(findings, paint), ''].join('\n');
}

export function workText(work: ListedWork, skipped: readonly Skipped[], paint: Paint): string {
  const lines = [
    ...work.files.flatMap(({ todos }) => todos.map((todo) => todoLine(todo, paint))),
    ...work.branches.map((branch) => branchLine(branch, paint)),
    ...work.commits.map((commit) => commitLine(commit, paint)),
    ...skipped.map(({ file, reason }) => paint('faint', `skipped ${visible(file)}: ${reason}`)),
  ];
  return lines.length === 0 ? 'No work found.\n' : `${lines.join('\n')}\n`;
}

export function treeText(tree: OutcomeTree, work: Work, today: string, paint: Paint): string {
  const context: TreeText = { progress: measureTree(tree, today), counts: countWork(work), paint };
  const blocks = tree.files.map((file) => {
    const head = `${paint('strong', onOneLine(file.title ?? file.path))}${file.title === null ? '' : paint('faint', `  ${visible(file.path)}`)}`;
    return [head, ...branchesOf(file.outcomes.map((root) => outcomeNode(root, context)))].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

/** Control and direction characters of names and messages are shown, not obeyed. */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (c) =>
    c === '\t' ? ' ' : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Its title, and the id by which work, `instead`, `serves` and check-ins name it. */
function named(
  { id, title }: { readonly id: string | null; readonly title: string | null },
  paint: Paint,
  style?: Style,
): string {
  const words = onOneLine(title || id || '(untitled)');
  const shown = style === undefined ? words : paint(style, words);
  return !id || id === title ? shown : `${shown}  ${paint('faint', visible(id))}`;
}

/** A title; one written as a block (`>` or `|`) has a line end, or several. */
function onOneLine(title: string): string {
  const lines = title.split('\n').map((line) => line.trim());
  return visible(lines.filter((line) => line !== '').join(' '));
}

function place({ subject }: Finding): string {
  switch (subject.kind) {
    case 'file': {
      const { line, character } = subject.range.start;
      return `${visible(subject.file)}:${line + 1}:${character + 1}`;
    }
    default:
      return visible(nameOfSubject(subject));
  }
}

function summary(findings: readonly Finding[], paint: Paint): string {
  const counts = countSeverities(findings);
  const part = (severity: Severity, word: string) =>
    counts[severity] === 0 ? [] : [paint(severity, plural(counts[severity], word))];
  const parts = [...part('error', 'error'), ...part('warning', 'warning'), ...part('info', 'note')];
  const shown = parts.length === 0 ? paint('good', 'No findings.') : parts.join(', ');
  if (counts.hint === 0) return shown;
  const isOldWork = findings.every(
    ({ severity, code }) => severity !== 'hint' || code === 'todo-without-why',
  );
  const where = isOldWork ? 'older work without a why; `outcomes work` lists it' : '`--format json` has them';
  const hints = `${plural(counts.hint, 'hint')} not shown (${where})`;
  return `${shown}${parts.length === 0 ? ' ' : '; '}${paint('faint', hints)}`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function todoLine(todo: Todo, paint: Paint): string {
  const { line, character } = todo.range.start;
  const where = paint('strong', `${visible(todo.file)}:${line + 1}:${character + 1}`);
  return `${where}  ${todo.tag}${todo.isNew ? paint('warning', ' new') : ''}  ${visible(todo.text)}  ${why(todo.links, todo.waiver, paint)}`;
}

function branchLine(branch: Branch, paint: Paint): string {
  const exempt = branch.exempt && branch.links.length === 0;
  return `${paint('strong', `branch ${visible(branch.name + within(branch.repository))}`)}  ${exempt ? paint('faint', 'exempt') : why(branch.links, null, paint)}`;
}

function commitLine(commit: Commit, paint: Paint): string {
  return `${paint('strong', `commit ${commit.id.slice(0, 10)}${visible(within(commit.repository))}`)}  ${visible(commit.subject)}  ${why(commit.links, commit.waiver, paint)}`;
}

function why(links: readonly Link[], waiver: { readonly reason: string } | null, paint: Paint): string {
  if (links.length > 0)
    return links
      .map(
        (link) =>
          `${paint('good', `→ ${visible(link.output ?? link.outcome)}`)} ${paint('faint', `(${link.evidence})`)}`,
      )
      .join(' ');
  if (waiver !== null) return paint('faint', `waived: ${visible(waiver.reason) || 'no reason'}`);
  return paint('faint', 'no why');
}

interface TreeText {
  readonly progress: ReadonlyMap<Outcome, OutcomeProgress>;
  readonly counts: ReadonlyMap<string, WorkCounts>;
  readonly paint: Paint;
}

interface TextNode {
  readonly lines: readonly string[];
  readonly children: readonly TextNode[];
}

function outcomeNode(outcome: Outcome, context: TreeText): TextNode {
  const { paint } = context;
  const measured = context.progress.get(outcome)!;
  const counts = context.counts.get(outcome.id);
  const details = [
    describeProgress(measured),
    ...(outcome.due === null ? [] : [`due ${outcome.due}`]),
    ...(counts === undefined ? [] : [describeCounts(counts)]),
  ];
  return {
    lines: [named(outcome, paint, 'strong'), paint(toneOf(measured.status), details.join(' · '))],
    children: [
      ...[...measured.metrics.values()].map((each) => metricNode(each, paint)),
      ...outcome.outputs.map((output) => ({
        lines: [
          `output  ${named(output, paint)}  ${paint(output.status === 'shipped' ? 'info' : 'faint', output.status)}`,
        ],
        children: [],
      })),
      ...outcome.outcomes.map((child) => outcomeNode(child, context)),
    ],
  };
}

function metricNode(measured: MetricProgress, paint: Paint): TextNode {
  const { metric } = measured;
  const unit = metric.unit === null ? '' : ` ${visible(metric.unit)}`;
  const values = [
    ...(metric.baseline === null ? [] : [`from ${metric.baseline}`]),
    ...(metric.target === null ? [] : [`${targetWords(metric.goal, metric.target)}${unit}`]),
    ...(measured.current === null ? [] : [`now ${measured.current}`]),
  ];
  return {
    lines: [
      `metric  ${named(metric, paint)}  ${values.join(', ')}  ${paint(toneOf(measured.status), describeProgress(measured))}`,
    ],
    children: [],
  };
}

function targetWords(goal: Metric['goal'], target: NonNullable<Metric['target']>): string {
  if (typeof target !== 'number') return `between ${target[0]} and ${target[1]}`;
  return `${goal === 'at-least' || goal === 'at-most' ? goal.replace('-', ' ') : 'to'} ${target}`;
}

function describeCounts({ todos, branches, commits }: WorkCounts): string {
  return [
    ...(todos === 0 ? [] : [plural(todos, 'TODO')]),
    ...(branches === 0 ? [] : [branches === 1 ? '1 branch' : `${branches} branches`]),
    ...(commits === 0 ? [] : [plural(commits, 'commit')]),
  ].join(', ');
}

function toneOf(status: string): Style {
  switch (status) {
    case 'achieved':
    case 'on-track':
      return 'good';
    case 'at-risk':
      return 'warning';
    case 'off-track':
    case 'missed':
      return 'error';
    default:
      return 'faint';
  }
}

/** Draws the lines that join a node to its children. */
function branchesOf(nodes: readonly TextNode[]): string[] {
  return nodes.flatMap((node, i) => {
    const last = i === nodes.length - 1;
    const children = branchesOf(node.children);
    const rest = last ? '   ' : '│  ';
    const [head, ...more] = node.lines;
    const stem = node.children.length > 0 ? '│  ' : '   ';
    return [
      `${last ? '└─ ' : '├─ '}${head ?? ''}`,
      ...more.map((line) => `${rest}${stem}${line}`),
      ...children.map((line) => `${rest}${line}`),
    ];
  });
}

import type { Outcome, OutcomeTree } from '../outcomes/model';
import { measureTree, type MetricProgress, type OutcomeProgress } from '../outcomes/progress';
import type { Finding, Severity } from '../rules/finding';
import type { Range } from '../text';
import type { Branch, Commit, Link, ListedWork, Skipped, Todo, Work } from '../work/model';
import { countWork, type WorkCounts } from '../work/counts';
import { isAround } from '../work/repository';

/**
 * The JSON of the command: a contract ("version": 1). Lines and columns count from one, columns in UTF-16
 * units; files are relative to the folder, with `/`. One item a line, so that two runs can be compared.
 */
export function findingsJson(findings: readonly Finding[]): string {
  const summary = countSeverities(findings);
  return `{"version":1,"findings":${lines(findings.map(finding))},"summary":${JSON.stringify(summary)}}\n`;
}

/** In pieces, a file's TODOs at a time: who prints them one after the other never holds all of the text. */
export function* workJson(work: ListedWork, skipped: readonly Skipped[]): Iterable<string> {
  let before = '{"version":1,"work":[';
  for (const items of partsOf(work)) {
    if (items.length === 0) continue;
    yield `${before}\n${items.map((item) => JSON.stringify(item)).join(',\n')}`;
    before = ',';
  }
  yield before === ',' ? '\n]' : `${before}]`;
  yield `,"skipped":${lines(skipped)}}\n`;
}

function* partsOf({ files, branches, commits }: ListedWork): Iterable<readonly object[]> {
  for (const { todos } of files) yield todos.map(todo);
  yield branches.map(branch);
  yield commits.map(commit);
}

export function treeJson(tree: OutcomeTree, work: Work, today: string): string {
  const progress = measureTree(tree, today);
  const counts = countWork(work);
  const outcomes = tree.roots.map((root) => outcome(root, tree, progress, counts));
  return `${JSON.stringify({ version: 1, outcomes }, null, 2)}\n`;
}

export function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** JSON.stringify of an array with each item on a line of its own; far cheaper than indenting. */
function lines(items: readonly object[]): string {
  return listed(items.map((item) => JSON.stringify(item)));
}

function listed(items: readonly string[]): string {
  return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n]`;
}

function range({ start, end }: Range) {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}

function finding({ code, severity, message, subject, related, outcome }: Finding) {
  return {
    code,
    severity,
    message,
    ...place(subject),
    related: related.map((r) => ({ file: r.file, range: range(r.range), message: r.message })),
    ...(outcome === null ? {} : { outcome }),
  };
}

function place(subject: Finding['subject']) {
  switch (subject.kind) {
    case 'file':
      return { file: subject.file, range: range(subject.range) };
    case 'branch':
      return { branch: subject.branch, ...inRepository(subject.repository) };
    case 'commit':
      return { commit: subject.commit, ...inRepository(subject.repository) };
  }
}

/** Named only where the folder holds several repositories. */
function inRepository(repository: string) {
  return isAround(repository) ? {} : { repository };
}

function todo(item: Todo) {
  return {
    kind: item.kind,
    file: item.file,
    line: item.range.start.line + 1,
    column: item.range.start.character + 1,
    tag: item.tag,
    text: item.text,
    assignee: item.assignee,
    new: item.isNew,
    waiver: item.waiver?.reason ?? null,
    links: item.links.map(link),
  };
}

function branch(item: Branch) {
  return {
    kind: item.kind,
    name: item.name,
    current: item.current,
    links: item.links.map(link),
    ...inRepository(item.repository),
  };
}

function commit(item: Commit) {
  return {
    kind: item.kind,
    id: item.id,
    subject: item.subject,
    waiver: item.waiver?.reason ?? null,
    links: item.links.map(link),
    ...inRepository(item.repository),
  };
}

function link({ outcome, output, evidence }: Link) {
  return output === undefined ? { outcome, evidence } : { outcome, output, evidence };
}

function outcome(
  node: Outcome,
  tree: OutcomeTree,
  progress: ReadonlyMap<Outcome, OutcomeProgress>,
  counts: ReadonlyMap<string, WorkCounts>,
): object {
  const measured = progress.get(node)!;
  const file = tree.files.find(({ path }) => path === node.file);
  return {
    id: node.id,
    title: node.title,
    file: node.file,
    line: (file?.lines.positionAt(node.at.self.start).line ?? 0) + 1,
    status: measured.status,
    progress: measured.progress,
    expected: measured.expected,
    coverage: measured.coverage,
    metrics: [...measured.metrics.values()].map(metric),
    outputs: node.outputs.map(({ id, title, status }) => ({ id, title, status })),
    work: counts.get(node.id) ?? { todos: 0, branches: 0, commits: 0 },
    outcomes: node.outcomes.map((child) => outcome(child, tree, progress, counts)),
  };
}

function metric({ metric: node, ...measured }: MetricProgress) {
  return {
    id: node.id,
    title: node.title,
    unit: node.unit,
    status: measured.status,
    progress: measured.progress,
    current: measured.current,
    baseline: node.baseline,
    target: node.target,
    forecast: measured.forecast?.value ?? null,
    reached: measured.forecast?.reached ?? null,
  };
}

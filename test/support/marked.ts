import { mergeFiles } from '../../src/core/outcomes/tree';
import { parseOutcomes } from '../../src/core/outcomes/parse';
import type { Day, OutcomeTree } from '../../src/core/outcomes/model';
import type { TreeProblem, TreeRule } from '../../src/core/rules/rule';

/** YAML as written in a test: the indentation that all lines share is taken off, and `version: 1` is put first. */
export function yaml(strings: TemplateStringsArray, ...values: unknown[]): string {
  const lines = String.raw({ raw: strings }, ...values)
    .replace(/^\n/, '')
    .replace(/\n *$/, '\n')
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length);
  const shared = Math.min(...indents);
  return ['version: 1', ...lines.map((line) => line.slice(shared))].join('\n');
}

export function treeOf(text: string): OutcomeTree {
  return mergeFiles([parseOutcomes('outcomes.yml', text)]);
}

/**
 * What rules find in one or several outcome files, as text to compare: each marked line of the file, `^^^` below the
 * place, the code and the message; `~` marks related places. A place of several lines is marked on its first one.
 */
export function findings(
  files: string | Readonly<Record<string, string>>,
  rules: readonly TreeRule[],
  today: Day = '2026-06-30',
): string {
  const texts = typeof files === 'string' ? { 'outcomes.yml': files } : files;
  const tree = mergeFiles(Object.entries(texts).map(([path, text]) => parseOutcomes(path, text)));
  const found = rules.flatMap((rule) =>
    [...rule.check({ tree, today })].map((problem) => ({ code: rule.code, ...problem })),
  );
  found.sort((a, b) => (a.file === b.file ? a.span.start - b.span.start : a.file < b.file ? -1 : 1));
  const several = Object.keys(texts).length > 1;
  return found.map((problem) => marked(tree, problem, several)).join('\n');
}

/** Codes and the marked texts only: `code "text"`, one a line, for tests that are not about messages. */
export function codes(text: string, rules: readonly TreeRule[], today: Day = '2026-06-30'): string[] {
  const tree = treeOf(text);
  return rules
    .flatMap((rule) => [...rule.check({ tree, today })].map((problem) => ({ code: rule.code, ...problem })))
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
}

function marked(tree: OutcomeTree, problem: TreeProblem & { code: string }, several: boolean): string {
  const { code, file, span, message, related = [] } = problem;
  return [
    ...underlined(tree, file, span, '^', `${code}: ${message}`, several),
    ...related.flatMap((place) => underlined(tree, place.file, place.span, '~', place.message, several)),
  ].join('\n');
}

function underlined(
  tree: OutcomeTree,
  path: string,
  span: TreeProblem['span'],
  mark: string,
  words: string,
  several: boolean,
): string[] {
  const file = tree.files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`no file ${path}`);
  const { start, end } = file.lines.rangeOf(span);
  const line = file.text.split(/\r\n|[\r\n]/)[start.line] ?? '';
  const width = (end.line === start.line ? end.character : line.length) - start.character;
  return [
    `${several ? `${path}: ` : ''}${line}`,
    `${several ? ' '.repeat(path.length + 2) : ''}${' '.repeat(start.character)}${mark.repeat(Math.max(1, width))} ${words}`,
  ];
}

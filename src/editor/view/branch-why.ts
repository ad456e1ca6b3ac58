import { type Branch, isAround, type Link, type OutcomeTree, policyFor } from '../../core';
import type { Snapshot } from '../../workspace/snapshot';
import { evidenceText, oneLine, plain } from './words';

/** What the checked-out branch is for, as the status bar says it. */
export interface BranchWhy {
  readonly branch: Branch;
  readonly text: string;
  /** Markdown; what people wrote is escaped. */
  readonly tooltip: string;
  /** True when the branch is asked for a why and has none. */
  readonly missing: boolean;
}

const LONGEST = 40;

/**
 * Of the repository that the folder lies in, or of another one. null where there is nothing to say: no file, no
 * branch, an exempt branch, the base itself, or a team that turned the rule off.
 */
export function branchWhy(snapshot: Snapshot, repository?: string): BranchWhy | null {
  const branch = currentBranch(snapshot, repository);
  if (snapshot.tree.files.length === 0 || branch === undefined) return null;
  const [first, ...others] = branch.links;
  if (first !== undefined) {
    const more = others.length > 0 ? ` +${others.length}` : '';
    const tooltip = branch.links.map((link) => linkLine(snapshot.tree, link)).join('\n\n');
    return {
      branch,
      text: `$(target) ${iconless(clip(titleOf(snapshot.tree, first)))}${more}`,
      tooltip: `Branch ${plain(branch.name)} serves\n\n${tooltip}`,
      missing: false,
    };
  }
  const asked = policyFor(snapshot.tree, '').rules.get('branch-without-why') !== 'off';
  if (branch.exempt || !asked || isTheBase(branch, snapshot)) return null;
  const broken = branch.broken[0];
  return {
    branch,
    text: '$(question) No why',
    tooltip:
      broken === undefined
        ? `Branch ${plain(branch.name)} serves no outcome. Link it by the command _Link This Branch to an Outcome…_, ` +
          'or name it after one.'
        : `Branch ${plain(branch.name)} names ${plain(broken.text)}, which is no outcome` +
          (broken.suggestion === null ? '' : `; did you mean ${plain(broken.suggestion)}?`),
    missing: true,
  };
}

/**
 * The innermost repository that holds a file of the folder; undefined for the one that the folder itself lies in.
 * @param others further repositories inside of the folder, of which no branch is known
 */
export function repositoryOf(
  { branches }: Pick<Snapshot, 'branches'>,
  file: string,
  others: readonly string[] = [],
): string | undefined {
  let innermost: string | undefined;
  for (const repository of [...branches.map((branch) => branch.repository), ...others]) {
    const holds = !isAround(repository) && file.startsWith(`${repository}/`);
    if (holds && repository.length > (innermost?.length ?? 0)) innermost = repository;
  }
  return innermost;
}

function currentBranch({ branches }: Snapshot, wanted: string | undefined): Branch | undefined {
  return branches.find(
    ({ current, repository }) =>
      current && (wanted === undefined ? isAround(repository) : repository === wanted),
  );
}

function isTheBase({ name, repository }: Branch, snapshot: Snapshot): boolean {
  return isAround(repository) && name === snapshot.repository?.base;
}

function titleOf(tree: OutcomeTree, link: Link): string {
  const entry = tree.entries.get((link.output ?? link.outcome).toLowerCase());
  return oneLine(entry?.output?.title ?? entry?.outcome.title ?? '') || link.outcome;
}

function linkLine(tree: OutcomeTree, link: Link): string {
  const title = titleOf(tree, link);
  return `**${plain(title)}** (${plain(link.output ?? link.outcome)}): ${evidenceText(link.evidence)}`;
}

function clip(text: string): string {
  if (text.length <= LONGEST) return text;
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  return letters.length <= LONGEST
    ? text
    : `${letters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}

/** `$(name)` in a title is text here, not an icon. */
function iconless(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}

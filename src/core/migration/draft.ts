import { writeScalar } from '../outcomes/edit/scalar';
import { shown } from '../outcomes/phrases';
import type { IssueUse, ProposedPolicy } from './model';

/** A first outcomes.yml: the policy, and for each issue a draft of the outcome that it is to become. */
export function newFile(name: string, policy: ProposedPolicy, issues: readonly IssueUse[]): string {
  const title = name.trim() || 'Our outcomes';
  return [
    '# Proposed from the TODOs and settings of this folder. An outcome is a change for a user or the business;',
    '# an issue is rarely one. Merge drafts that serve one change, say what it is, and how you will know.',
    'version: 1',
    `title: ${scalar(title)}`,
    '',
    'policy:',
    ...policyLines(policy).map((line) => `  ${line}`),
    '',
    ...(issues.length === 0 ? ['outcomes: []'] : ['outcomes:', ...issues.flatMap(draftLines)]),
    '',
  ].join('\n');
}

/** The keys of a policy, one a line. */
export function policyLines(policy: ProposedPolicy): string[] {
  return policyFields(policy).map(([key, value]) => `${key}: ${value}`);
}

/** Each key of a policy that says something, with its value on one line. */
export function policyFields({ tags, mentions, ignore, base, existing }: ProposedPolicy): [string, string][] {
  const list = (words: readonly string[]) => `[${words.map((word) => scalar(word, true)).join(', ')}]`;
  return [
    ['tags', list(tags)],
    ['mentions', mentions],
    ...(ignore.length === 0 ? [] : [['ignore', list(ignore)] as [string, string]]),
    ...(base === null ? [] : [['base', scalar(base, true)] as [string, string]]),
    ['existing', existing],
  ];
}

/** The fields of an outcome that stands for an issue, until somebody says what is to change and why. */
export function draftFields({ id, key, todos, files }: IssueUse) {
  const first = shown(files[0] ?? '').slice(1, -1);
  const others = files.length - 1;
  const more = others < 1 ? '' : ` and ${others} other ${others === 1 ? 'file' : 'files'}`;
  const named = `${todos} ${todos === 1 ? 'TODO names' : 'TODOs name'} it, in ${first}${more}`;
  return {
    id,
    title: `${key}, to be described as a change and for whom`,
    why: `${named}; say what is lost if it does not come about`,
    status: 'draft',
  } as const;
}

function draftLines(issue: IssueUse): string[] {
  const { id, title, why, status } = draftFields(issue);
  return [
    `  - id: ${scalar(id)}`,
    `    title: ${scalar(title)}`,
    `    why: ${scalar(why)}`,
    `    status: ${status}`,
  ];
}

function scalar(text: string, flow = false): string {
  return writeScalar(text, { flow, quote: 'double' });
}

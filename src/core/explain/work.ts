import type { OutcomeTree, Policy } from '../outcomes/model';
import { shown } from '../outcomes/phrases';
import { DEFAULT_POLICY, policyFor } from '../outcomes/tree';
import type { Finding } from '../rules/finding';
import { RULE_HELP } from '../report/rule-help';
import { checkWork } from '../rules/run';
import { insideOf } from '../work/repository';
import type { Branch, Commit, Todo } from '../work/model';
import { branchEvidence, commitEvidence, todoEvidence, whyNotAsked } from './evidence';
import { line, type Explanation, type Line, type Part } from './model';
import { policyPlace } from './policy-places';
import { flaggedAs, severityOrigin } from './severity';

/** What a finding on work depends on besides the work. */
export interface Surroundings {
  readonly tree: OutcomeTree;
  /** Of the work. */
  readonly findings: readonly Finding[];
  /** What new work is measured against; null where there is none. */
  readonly base: string | null;
  readonly git: 'asked' | 'no-repository' | 'restricted';
  /** Since when an older line is as it is, where that is known. */
  readonly since: { readonly day: string; readonly commit: string } | null;
  /** What keeps a finding or a row from being shown, in words. */
  readonly hidden: readonly string[];
}

/** Why a TODO is flagged, or why not, and how its why was looked for. */
export function explainTodo(todo: Todo, around: Surroundings): Explanation {
  const { tree } = around;
  const { line: row, character } = todo.range.start;
  return {
    subject: `${todo.tag}, ${todo.file}:${row + 1}:${character + 1}`,
    parts: [
      answer(todo, around, policyFor(tree, todo.file)),
      { heading: 'New or old', lines: [ageOf(todo, around)] },
      { heading: 'How its why was looked for', lines: todoEvidence(todo, tree) },
      ...remedies(around.findings),
    ],
  };
}

export function explainBranch(branch: Branch, around: Surroundings): Explanation {
  const { tree } = around;
  const policy = policyFor(tree, insideOf(branch.repository));
  const exempt = branch.exempt
    ? [
        line(
          `It is asked for nothing: ${exemptBy(branch, policy, around.base)}`,
          policyPlace(tree, policy, 'exempt-branches'),
        ),
      ]
    : !branch.current && branch.commits.length === 0
      ? [line('It is asked for nothing: it is not checked out, and the base has all of its commits.')]
      : [];
  const { heading, lines } = answer(branch, around, policy);
  return {
    subject: `Branch ${shown(branch.name)}`,
    parts: [
      { heading, lines: [...lines, ...exempt] },
      { heading: 'How its why was looked for', lines: branchEvidence(branch, tree) },
      ...remedies(around.findings),
    ],
  };
}

export function explainCommit(commit: Commit, around: Surroundings): Explanation {
  const { tree } = around;
  const policy = policyFor(tree, insideOf(commit.repository));
  const { heading, lines } = answer(commit, around, policy);
  const notAsked = whyNotAsked(commit, policy);
  const asked = notAsked === null ? [] : [line(notAsked, policyPlace(tree, policy, 'commits-since'))];
  return {
    subject: `Commit ${commit.id.slice(0, 12)}, ${shown(commit.subject)}`,
    parts: [
      { heading, lines: [...lines, ...asked] },
      { heading: 'How its why was looked for', lines: commitEvidence(commit, tree) },
      ...remedies(around.findings),
    ],
  };
}

/** Why a place in a file is flagged that is no work: what an outcomes.yml says. */
export function explainFindings(
  findings: readonly Finding[],
  around: Omit<Surroundings, 'findings'>,
): Explanation {
  const [first] = findings;
  const subject =
    first?.subject.kind === 'file'
      ? `${first.subject.file}:${first.subject.range.start.line + 1}:${first.subject.range.start.character + 1}`
      : '';
  const { tree, hidden } = around;
  return {
    subject,
    parts: [
      {
        heading: '',
        lines: [
          ...findings.flatMap((finding) => [
            flaggedAs(finding),
            ...severityOrigin({ ...finding, policy: policyOf(finding, tree), isOlder: false }, tree),
            ...finding.related.map(({ file, range, message }) =>
              line(`Compare: ${message}`, { file, range }),
            ),
          ]),
          ...hidden.map((text) => line(text)),
        ],
      },
      ...remedies(findings),
    ],
  };
}

function answer(
  item: Todo | Branch | Commit,
  { findings, tree, hidden }: Surroundings,
  policy: Policy,
): Part {
  const lines: Line[] = findings.flatMap((finding) => [
    flaggedAs(finding),
    ...severityOrigin({ ...finding, policy, isOlder: isOlder(finding, item, policy, tree) }, tree),
  ]);
  const flagged = new Set(findings.map(({ code }) => code));
  const silenced = strictly(item, tree, policy).filter(({ code }) => !flagged.has(code));
  for (const { code } of silenced) {
    const older = isOlder({ code }, item, policy, tree);
    lines.push(
      line(`Not flagged as ${code}, though it could be.`),
      ...severityOrigin({ code, severity: 'off', policy, isOlder: older }, tree),
    );
  }
  if (lines.length === 0) lines.push(line(nothingWrong(item)));
  return { heading: '', lines: [...lines, ...hidden.map((text) => line(text))] };
}

/** What would be found if the policy silenced nothing. */
function strictly(item: Todo | Branch | Commit, tree: OutcomeTree, policy: Policy): Finding[] {
  return checkWork(item, tree, { ...policy, rules: new Map(), existing: 'same' });
}

/** Whether the policy's `existing` has a say, found by letting it silence what it can. */
function isOlder(
  { code }: Pick<Finding, 'code'>,
  item: Todo | Branch | Commit,
  policy: Policy,
  tree: OutcomeTree,
): boolean {
  const asIfOff = checkWork(item, tree, { ...policy, rules: new Map(), existing: 'off' });
  return !asIfOff.some((finding) => finding.code === code);
}

function nothingWrong(item: Todo | Branch | Commit): string {
  const waiver = item.kind === 'branch' ? null : item.waiver;
  if (item.links.length > 0) return 'Not flagged: its why is known.';
  return waiver === null ? 'Not flagged.' : 'Not flagged: its why is waived, with a reason.';
}

function ageOf({ isNew }: Todo, { base, git, since }: Surroundings): Line {
  if (git === 'restricted')
    return line(
      'Whether it is new is not known: in Restricted Mode git is not asked, and no TODO counts as new.',
    );
  if (git === 'no-repository')
    return line('It counts as new: the folder is in no git repository, where every TODO does.');
  const from = base === null ? 'the first commit' : `the merge base with ${shown(base)}`;
  if (isNew)
    return line(
      base === null
        ? 'It is new: no base was found to measure against, or its line is not committed.'
        : `It is new: its line was added after ${from}, or is not committed yet.`,
    );
  const when = since === null ? '' : ` The line is from ${since.day}, commit ${since.commit.slice(0, 12)}.`;
  return line(`It is old: its line was there before ${from} already.${when}`);
}

function exemptBy({ name }: Branch, { exemptBranches }: Policy, base: string | null): string {
  const globs = exemptBranches === DEFAULT_POLICY.exemptBranches ? 'by default' : 'by the policy';
  return base !== null && (base === name || base.endsWith(`/${name}`))
    ? `it is the base that new work is measured against.`
    : `its name is among exempt-branches ${globs}.`;
}

function policyOf({ subject }: Finding, tree: OutcomeTree): Policy {
  return policyFor(tree, subject.kind === 'file' ? subject.file : insideOf(subject.repository));
}

function remedies(findings: readonly Finding[]): Part[] {
  const codes = [...new Set(findings.map(({ code }) => code))];
  const lines = codes.flatMap((code) => {
    const help = RULE_HELP[code];
    return help === undefined ? [] : [line(`${code}: ${help}`)];
  });
  return [{ heading: 'What to do', lines }];
}

import { secondsAtStart } from '../outcomes/day';
import type { OutcomeTree, Policy } from '../outcomes/model';
import { oneOf, shown } from '../outcomes/phrases';
import { scopesOf } from '../work/commit';
import type { Branch, BrokenLink, Commit, Link, Todo } from '../work/model';
import { line, type Line, type Place } from './model';
import { entryPlace, outcomePlace } from './policy-places';
import { branchGlobs, longestMatch, noMatch, pathGlobs } from './tried-globs';

/** Where the why of a TODO was looked for, in order, and what was found. */
export function todoEvidence(todo: Todo, tree: OutcomeTree): Line[] {
  const stated = todo.links.flatMap((link, i) => {
    const at = link.evidence === 'stated' ? todo.statedAt[i] : undefined;
    return at === undefined
      ? []
      : [line(`1. The comment states ${shown(at.text)}: ${leadsTo(link, tree)}.`, entryPlace(tree, at.text))];
  });
  const broken = todo.broken.map((one) => line(`1. The comment states ${brokenText(one)}.`));
  const waived =
    todo.waiver === null
      ? []
      : [
          line(
            todo.waiver.reason === ''
              ? '1. The comment waives its why and gives no reason.'
              : `1. The comment waives its why: ${shown(todo.waiver.reason)}.`,
          ),
        ];
  const said = [...stated, ...broken, ...waived];
  if (said.length > 0)
    return [
      ...said,
      line('2. Paths were not asked: what the comment says comes before what could be guessed.'),
    ];
  const person =
    todo.assignee === null
      ? ''
      : ` ${shown(todo.assignee)} is no id and close to none, so it counts as a person.`;
  return [
    line(
      `1. The comment states no id, neither as ${shown(`${todo.tag}(ID)`)} nor as ${shown('outcome: ID')} or ` +
        `${shown('why: ID')}.${person}`,
    ),
    ...pathEvidence(todo, tree),
  ];
}

function pathEvidence({ file, links }: Todo, tree: OutcomeTree): Line[] {
  const globs = pathGlobs(tree);
  const [link] = links;
  if (link?.evidence === 'path') {
    const owner = tree.entries.get(link.outcome.toLowerCase())?.outcome;
    const own = longestMatch(globs, owner, file);
    return [
      line(
        `2. The path ${shown(own?.pattern ?? file)} of ${shown(link.outcome)} holds the file. Of several that do, ` +
          'the longest counts.',
        own === undefined ? null : outcomePlace(tree, own.outcome, 'paths', own.pattern),
      ),
    ];
  }
  return [noMatch('2', 'paths', 'holds the file', file, globs, tree)];
}

/** The same for a branch. */
export function branchEvidence(branch: Branch, tree: OutcomeTree): Line[] {
  const [link] = branch.links;
  const config = shown(`branch.${branch.name}.outcome`);
  if (branch.broken.length > 0 || link?.evidence === 'config')
    return [
      ...branch.broken.map((one) => line(`1. Git's configuration ${config} states ${brokenText(one)}.`)),
      ...branch.links.map((one) =>
        line(`1. Git's configuration ${config} states ${leadsTo(one, tree)}.`, linkPlace(one, tree)),
      ),
      line('2. Nothing else was asked: what is configured comes first.'),
    ];
  const lines = [line(`1. Git's configuration has no ${config}.`)];
  if (link?.evidence === 'name')
    return [...lines, line(`2. The name holds the id of ${leadsTo(link, tree)}.`, linkPlace(link, tree))];
  lines.push(
    line('2. The name holds no id: one would stand between characters that are neither letters nor digits.'),
  );
  const globs = branchGlobs(tree);
  if (link?.evidence === 'pattern') {
    const owner = tree.entries.get(link.outcome.toLowerCase())?.outcome;
    const own = longestMatch(globs, owner, branch.name);
    return [
      ...lines,
      line(
        `3. The pattern ${shown(own?.pattern ?? branch.name)} of ${shown(link.outcome)} matches the name.`,
        own === undefined ? null : outcomePlace(tree, own.outcome, 'branches', own.pattern),
      ),
    ];
  }
  lines.push(noMatch('3', 'branches', 'matches the name', branch.name, globs, tree));
  const { length } = branch.commits;
  const own = length === 1 ? 'Its one own commit' : `Its ${length} own commits`;
  if (length === 0) lines.push(line('4. It has no commits of its own that could state one.'));
  else if (branch.links.length === 0)
    lines.push(line(`4. ${own} ${length === 1 ? 'states' : 'state'} none.`));
  else
    for (const one of branch.links)
      lines.push(line(`4. ${own}: at least one serves ${leadsTo(one, tree)}.`, linkPlace(one, tree)));
  return lines;
}

/** The same for a commit. */
export function commitEvidence(commit: Commit, tree: OutcomeTree): Line[] {
  const byScope = commit.links.filter(({ evidence }) => evidence === 'scope');
  const said = [
    ...commit.links
      .filter(({ evidence }) => evidence === 'trailer')
      .map((one) =>
        line(`1. The trailer ${shown('Outcome:')} names ${leadsTo(one, tree)}.`, linkPlace(one, tree)),
      ),
    ...commit.broken.map((one) => line(`1. The trailer ${shown('Outcome:')} names ${brokenText(one)}.`)),
    ...(commit.waiver === null
      ? []
      : [
          line(
            `1. The trailer waives the why${commit.waiver.reason === '' ? ', without a reason' : `: ${shown(commit.waiver.reason)}`}.`,
          ),
        ]),
  ];
  if (said.length > 0)
    return [...said, line('2. The scope of the subject was not asked: trailers come first.')];
  const lines = [line(`1. The message ends with no trailer ${shown('Outcome: ID')}.`)];
  if (byScope.length > 0)
    return [
      ...lines,
      ...byScope.map((one) =>
        line(`2. The scope of the subject names ${leadsTo(one, tree)}.`, linkPlace(one, tree)),
      ),
    ];
  const scopes = scopesOf(commit.subject);
  return [
    ...lines,
    line(
      scopes.length === 0
        ? `2. The subject has no scope, as in ${shown('fix(ID): …')}.`
        : `2. The subject's scope ${oneOf(scopes)} is not an id.`,
    ),
  ];
}

/** Why a commit is not asked for a why; null when it is. */
export function whyNotAsked({ asked, subject, time }: Commit, { commitsSince }: Policy): string | null {
  if (asked) return null;
  if (commitsSince === null) return 'It is asked for nothing: the policy names no day in commits-since.';
  if (time < secondsAtStart(commitsSince))
    return `It is asked for nothing: it is older than ${commitsSince}, the policy's commits-since.`;
  return /^(?:fixup|squash|amend)! /.test(subject)
    ? 'It is asked for nothing: a rebase will fold it into another commit.'
    : 'It is asked for nothing: it is a merge.';
}

/** `voip, an output of reliable-voice`. */
function leadsTo({ outcome, output }: Link, tree: OutcomeTree): string {
  if (output !== undefined) return `${shown(output)}, an output of ${shown(outcome)}`;
  const title = tree.entries.get(outcome.toLowerCase())?.outcome.title ?? '';
  return title === '' ? shown(outcome) : `${shown(outcome)}, ${shown(title)}`;
}

function linkPlace({ outcome, output }: Link, tree: OutcomeTree): Place | null {
  return entryPlace(tree, output ?? outcome);
}

function brokenText({ text, suggestion }: BrokenLink): string {
  const near = suggestion === null ? ', and no id is close to it' : `; the nearest is ${shown(suggestion)}`;
  return `${shown(text)}, which is no id${near}`;
}

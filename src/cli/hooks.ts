import {
  findingsText,
  HumanError,
  LineIndex,
  type Evidence,
  type Finding,
  type InferredId,
  type MessageFinding,
  type Severity,
} from '../core';
import { createClock } from '../node/clock';
import {
  checkMessageFile,
  installHooks,
  prepareMessage,
  uninstallHooks,
  type CheckedMessage,
  type HookInput,
  type HookReport,
} from '../node/hooks';
import type { Invocation } from './args';
import { quoted, type Answer, type Terminal } from './look';
import { isAtLeast } from './levels';

/** `hooks install` and `hooks uninstall`. */
export async function hooks({ paths }: Invocation, folder: string): Promise<Answer> {
  const [action, more] = paths;
  if (more !== undefined || (action !== 'install' && action !== 'uninstall'))
    throw new HumanError('write `outcomes hooks install` or `outcomes hooks uninstall`');
  const reports = await (action === 'install' ? installHooks(folder) : uninstallHooks(folder));
  return { stdout: reports.map((report) => `${told(report)}\n`).join(''), code: 0 };
}

function told({ file, done, kept }: HookReport): string {
  switch (done) {
    case 'installed':
      return kept === null
        ? `Installed ${file}.`
        : `Installed ${file}; the hook that was there is ${kept} now and runs first.`;
    case 'updated':
      return `Brought ${file} up to date.`;
    case 'already':
      return `${file} is installed already.`;
    case 'removed':
      return `Removed ${file}.`;
    case 'restored':
      return `Put ${file} back from ${kept!}.`;
    case 'absent':
      return `There is no ${file}; nothing to do.`;
    case 'foreign':
      return `${file} is not from Outcomes and was left alone.`;
  }
}

/** `prepare-commit-msg FILE [SOURCE [SHA]]`. A commit is never kept back because nothing could be filled in. */
export async function prepareCommitMsg(
  invocation: Invocation,
  folder: string,
  terminal: Terminal,
): Promise<Answer> {
  const [file, source = '', , more] = invocation.paths;
  if (file === undefined || more !== undefined)
    throw new HumanError('write `outcomes prepare-commit-msg FILE [SOURCE [SHA]]`, as git calls the hook');
  try {
    const inferred = await prepareMessage(inputOf(invocation, folder, file, terminal), source);
    return {
      stdout: inferred.map((each) => `${trailerOf(each)} filled in: ${reasonOf(each)}.\n`).join(''),
      code: 0,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    terminal.logger.warn(`no Outcome trailer was filled in: ${reason.replaceAll('\n', ' ')}`);
    return { stdout: '', code: 0 };
  }
}

/** `commit-msg FILE`: exit code 1 keeps git from committing. */
export async function commitMsg(invocation: Invocation, folder: string, terminal: Terminal): Promise<Answer> {
  const [file, more] = invocation.paths;
  if (file === undefined || more !== undefined)
    throw new HumanError('write `outcomes commit-msg FILE`, as git calls the hook');
  const checked = await checkMessageFile(inputOf(invocation, folder, file, terminal));
  if (checked === undefined) return { stdout: '', code: 0 };
  if (checked.onlyTrailer)
    return { stdout: 'Nothing was committed: the message is empty but for its trailers.\n', code: 1 };
  const findings = checked.findings.map((finding) => asFinding(finding, checked.text, file));
  if (findings.every(({ severity }) => severity === 'hint')) return { stdout: '', code: 0 };
  const failOn = (invocation.flags.get('fail-on') ?? 'warning') as Severity;
  const fails = findings.some(({ severity }) => isAtLeast(severity, failOn));
  const text = findingsText(findings, terminal.paint);
  return { stdout: fails ? text + whatNext(checked, file) : text, code: fails ? 1 : 0 };
}

function whatNext({ findings, inferred, open }: CheckedMessage, file: string): string {
  const lines: string[] = [];
  if (findings.some(({ code }) => code === 'commit-without-why')) {
    const [first] = inferred;
    if (first) lines.push(`\`${trailerOf(first)}\` would do: ${reasonOf(first)}.`);
    else if (open.length > 0) {
      const rest = open.length > MOST_IDS ? ' …; `outcomes tree` shows them all' : '';
      lines.push(`Open outcomes: ${open.slice(0, MOST_IDS).join(', ')}${rest}.`);
    }
  }
  lines.push(
    `Nothing was committed. The message is kept: \`git commit -e -F ${quoted(file)}\` goes on with it.`,
  );
  return lines.map((line) => `${line}\n`).join('');
}

const MOST_IDS = 8;

function trailerOf({ id }: InferredId): string {
  return `Outcome: ${id}`;
}

function reasonOf({ from, evidence, todo }: InferredId): string {
  if (from === 'todo') return todo ? `${todo.tag} in ${todo.file} states it` : 'a TODO states it';
  return BRANCH_REASONS[evidence] ?? 'the branch serves it';
}

const BRANCH_REASONS: Readonly<Partial<Record<Evidence, string>>> = {
  config: "the branch's configuration names it",
  name: "the branch's name has it",
  pattern: 'its `branches` match the branch',
  commits: "the branch's own commits serve it",
};

function inputOf({ flags }: Invocation, folder: string, file: string, { logger }: Terminal): HookInput {
  return { folder, file, logger, today: createClock(flags.get('today')).today() };
}

function asFinding({ span, ...finding }: MessageFinding, text: string, file: string): Finding {
  const range = new LineIndex(text).rangeOf(span);
  const { code, severity, message, outcome } = finding;
  return { code, severity, message, outcome, related: [], subject: { kind: 'file', file, range } };
}

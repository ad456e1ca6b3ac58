import fs from 'node:fs';
import path from 'node:path';
import { type Finding, HumanError, jsonSchema, type Severity, starter, treeJson, treeText } from '../core';
import { createOutcomeHistory } from '../node/git/outcome-history';
import { pathInside } from '../node/path-inside';
import { createSession } from '../workspace/session';
import type { Invocation } from './args';
import { checkIn } from './check-in';
import { commitMsg, hooks, prepareCommitMsg } from './hooks';
import { isAtLeast } from './levels';
import { clockOf, demandOutcomes, folderOf, isJson, look, type Answer, type Terminal } from './look';
import { migrate } from './migrate';
import { writeNew } from './new-file';
import { printFindings } from './report';
import { report } from './review';
import { why } from './why';
import { work } from './work';

/** Runs one command. What keeps it from running is a HumanError. */
export async function runCommand(
  invocation: Invocation,
  terminal: Terminal,
): Promise<Answer<Iterable<string>>> {
  switch (invocation.command) {
    case 'check':
      return check(invocation, terminal);
    case 'work':
      return work(invocation, terminal);
    case 'why':
      return why(invocation, terminal);
    case 'tree':
      return tree(invocation, terminal);
    case 'check-in':
      return checkIn(invocation, terminal, folderOf(invocation));
    case 'report':
      return report(invocation, terminal);
    case 'init':
      return init(invocation);
    case 'migrate':
      return migrate(invocation, terminal, folderOf(invocation));
    case 'hooks':
      return hooks(invocation, folderOf(invocation));
    case 'commit-msg':
      return commitMsg(invocation, folderOf(invocation), terminal);
    case 'prepare-commit-msg':
      return prepareCommitMsg(invocation, folderOf(invocation), terminal);
    case 'schema':
      return { stdout: `${JSON.stringify(jsonSchema(), null, 2)}\n`, code: 0 };
  }
}

async function check(invocation: Invocation, terminal: Terminal): Promise<Answer> {
  const since = invocation.flags.get('since');
  const snapshot = await look(createSession, invocation, terminal, {
    history: createOutcomeHistory(folderOf(invocation)),
    ...(since === undefined ? {} : { since }),
  });
  demandOutcomes(snapshot, invocation);
  const wanted = pathFilter(invocation);
  const findings = snapshot.findings.filter(wanted);
  const failOn = (invocation.flags.get('fail-on') ?? 'warning') as Severity;
  return {
    stdout: printFindings(findings, snapshot, {
      format: invocation.flags.get('format') ?? 'text',
      folder: folderOf(invocation),
      failOn,
      paint: terminal.paint,
    }),
    code: findings.some(({ severity }) => isAtLeast(severity, failOn)) ? 1 : 0,
  };
}

async function tree(invocation: Invocation, terminal: Terminal): Promise<Answer> {
  const snapshot = await look(createSession, invocation, terminal, {});
  demandOutcomes(snapshot, invocation);
  const print = isJson(invocation)
    ? treeJson(snapshot.tree, snapshot.work, snapshot.today)
    : treeText(snapshot.tree, snapshot.work, snapshot.today, terminal.paint);
  return { stdout: print, code: 0 };
}

function init(invocation: Invocation): Answer {
  const folder = folderOf(invocation);
  const file = path.join(folder, 'outcomes.yml');
  writeNew(file, starter(path.basename(folder), clockOf(invocation).today()));
  return {
    stdout: `Wrote ${file}. Describe the first outcome in it, then run \`outcomes check\`.\n`,
    code: 0,
  };
}

/** Keeps the findings in or below the named paths; branches and commits only when none is named. */
function pathFilter(invocation: Invocation): (finding: Finding) => boolean {
  if (invocation.paths.length === 0) return () => true;
  const folder = folderOf(invocation);
  const wanted = invocation.paths.map((given) => {
    const absolute = path.resolve(folder, given);
    const relative = pathInside(folder, absolute);
    if (relative === undefined)
      throw new HumanError(`${given} is outside of ${folder}; name paths inside of it`);
    if (!fs.existsSync(absolute)) throw new HumanError(`${given} does not exist in ${folder}`);
    return relative;
  });
  return ({ subject }) =>
    subject.kind === 'file' &&
    wanted.some((p) => p === '' || subject.file === p || subject.file.startsWith(`${p}/`));
}

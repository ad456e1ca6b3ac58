import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { Api } from '../../../../src/extension';
import type { Row } from '../../../../src/editor/view/rows';
import { waitFor } from '../../../support/waitFor';
import { closeEditors, folder, paths, ready, removeFile, uriOf, writeFile } from '../support';

const DIR = 'view-test';
const TREE = `version: 1
outcomes:
  - id: shorter-waits
    title: Reviewers wait 2 hours instead of 2 days
    why: Waiting costs more than reviewing
    owner: "@team"
    start: 2026-01-01
    due: 2027-12-31
    paths: [by-path/**]
    metrics:
      - { id: wait, title: Median wait, unit: hours, baseline: 48, target: 2 }
    outputs:
      - { id: reminder-bot, title: Reminder bot, status: in-progress }
    outcomes:
      - { id: calmer-days, title: Engineers are interrupted twice a day instead of ten times }
`;

function git(...args: string[]): string {
  const env = { ...process.env };
  for (const role of ['AUTHOR', 'COMMITTER'])
    Object.assign(env, { [`GIT_${role}_NAME`]: 'Ana', [`GIT_${role}_EMAIL`]: 'ana@example.invalid' });
  return execFileSync('git', args, { cwd: folder().uri.fsPath, env, encoding: 'utf8' }).trim();
}

describe('the views', () => {
  let api: Api;
  const isMine = ({ place }: Row) => place?.kind === 'file' && place.file.startsWith(`${DIR}/`);
  const served = () => paths(api.outcomes, (row) => row.kind === 'todo' && isMine(row));
  const unserved = () => paths(api.withoutWhy, (row) => row.kind === 'todo' && isMine(row));

  before(async () => {
    api = await ready();
    writeFile(`${DIR}/outcomes.yml`, TREE);
    writeFile(`${DIR}/by-path/a.go`, 'package a\n\n// TODO: by its path\n');
    writeFile(
      `${DIR}/b.rb`,
      '# TODO(shorter-waits): stated\n# TODO(reminder-bot): of an output\n# TODO: of nothing\n',
    );
    await waitFor(
      'the TODOs',
      () => served().length,
      (count) => count === 3,
    );
  });
  afterEach(closeEditors);
  after(() => removeFile(DIR));

  it('shows an outcome with metrics, outputs, children and the work that serves it', () => {
    const rows = api.outcomes.rows().find(({ copy }) => copy === 'shorter-waits');
    assert.ok(rows, 'the outcome is listed');
    assert.deepEqual(
      api.outcomes.rows(rows).map(({ kind, label }) => `${kind}: ${label}`),
      [
        'metric: Median wait',
        'output: Reminder bot',
        'outcome: Engineers are interrupted twice a day instead of ten times',
        'todo: stated',
        'todo: by its path',
      ],
    );
    assert.match(rows.description, /^not measured · due 31 Dec 2027$/);
    assert.deepEqual(served().sort(), [
      'Reviewers wait 2 hours instead of 2 days > Reminder bot > of an output',
      'Reviewers wait 2 hours instead of 2 days > by its path',
      'Reviewers wait 2 hours instead of 2 days > stated',
    ]);
    const byPath = api.outcomes.rows(rows).find(({ label }) => label === 'by its path');
    assert.match(byPath!.description, /by path/);
  });

  it('lists new work without a why first', () => {
    assert.deepEqual(unserved(), [`TODOs > ${DIR}/b.rb > of nothing`]);
  });

  it('opens a TODO at its tag', async () => {
    const rows: Row[] = [];
    paths(api.withoutWhy, (row) => row.kind === 'todo' && isMine(row) && rows.push(row) > 0);
    await vscode.commands.executeCommand('outcomes.open', rows[0]);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uriOf(`${DIR}/b.rb`).toString());
    assert.equal(editor.document.getText(editor.selection), 'TODO');
    assert.equal(editor.selection.start.line, 2);
  });

  it('copies what the selected rows are called', async () => {
    const row = api.outcomes.rows().find(({ copy }) => copy === 'shorter-waits')!;
    const [metric, output] = api.outcomes.rows(row);
    await vscode.commands.executeCommand('outcomes.copyId', metric, [metric, output]);
    assert.equal(await vscode.env.clipboard.readText(), 'wait\nreminder-bot');
  });

  it('follows a branch that is switched to and the commits made on it', async () => {
    const before = git('rev-parse', '--abbrev-ref', 'HEAD');
    const isOurs = (row: Row) => row.kind === 'branch' && row.label === 'feature/calmer-days-now';
    try {
      git('switch', '--quiet', '--create', 'feature/calmer-days-now');
      await waitFor(
        'the branch below its outcome',
        () => paths(api.outcomes, isOurs).join(),
        (found) => found.endsWith('ten times > feature/calmer-days-now'),
      );
      git('commit', '--quiet', '--allow-empty', '--message', 'Do something\n\nOutcome: shorter-waits');
      git('commit', '--quiet', '--allow-empty', '--message', 'Do something else');
      const commits = (view: { rows(parent?: Row): readonly Row[] }) =>
        paths(view, ({ kind, label }) => kind === 'commit' && label.startsWith('Do something'));
      await waitFor(
        'the commit with a trailer',
        () => commits(api.outcomes),
        (found) => found.includes('Reviewers wait 2 hours instead of 2 days > Do something'),
      );
    } finally {
      git('switch', '--quiet', before);
      git('branch', '--quiet', '-D', 'feature/calmer-days-now');
    }
    await waitFor('the branch to leave', () => paths(api.outcomes, isOurs).length === 0);
  });

  it('shows a commit through the git extension', async () => {
    const commits: Row[] = [];
    await waitFor('a commit', () => {
      commits.length = 0;
      paths(api.outcomes, (row) => row.kind === 'commit' && commits.push(row) > 0);
      return commits.length > 0;
    });
    const commit = commits[0]!;
    await vscode.commands.executeCommand('outcomes.open', commit);
    const tab = await waitFor(
      'the commit',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '',
      (label) => label.includes(commit.copy!.slice(0, 7)),
    );
    assert.ok(tab);
  });

  it('limits both views to this branch', async () => {
    await vscode.commands.executeCommand('outcomes.showThisBranchOnly');
    try {
      const roots = await waitFor(
        'fewer outcomes',
        () => api.outcomes.rows().map(({ copy }) => copy),
        (ids) => ids.includes('shorter-waits') && !ids.includes('calmer-days'),
      );
      assert.ok(roots.length > 0);
      assert.ok(!api.withoutWhy.rows().some(({ label }) => label === 'Older'));
    } finally {
      await vscode.commands.executeCommand('outcomes.showAllWork');
    }
  });

  it('reveals the TODO at the cursor, with and without a why', async () => {
    const editor = await vscode.window.showTextDocument(uriOf(`${DIR}/b.rb`));
    for (const line of [0, 1, 2]) {
      editor.selection = new vscode.Selection(line, 5, line, 5);
      await vscode.commands.executeCommand('outcomes.reveal');
      const views = [api.outcomes, api.withoutWhy].map((view) => view.selected().map(({ label }) => label));
      const expected = [[['stated']], [['of an output']], [['of an output'], ['of nothing']]][line]!;
      assert.deepEqual(views.slice(0, expected.length), expected);
    }
  });
});

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { Api } from '../../../../src/extension';
import { Command } from '../../../../src/manifest';
import { waitFor } from '../../../support/waitFor';
import { PALETTE_TIME, assertRefused, runCommand, runEveryCommand } from '../every-command';
import {
  allProblems,
  closeEditors,
  paths,
  problems,
  ready,
  theExtension,
  uriOf,
  writeFile,
} from '../support';
import { answering, reviewPages, savingAs } from '../reviewing';
import { type Canary, watchPrograms } from './canary';
import { press } from './keys';

/** What needs git, which is a program. */
const OF_GIT = [
  'outcomes.showBranchWhy',
  'outcomes.openBranchOutcome',
  'outcomes.linkBranch',
  'outcomes.unlinkBranch',
  'outcomes.startWork',
  'outcomes.addTrailer',
  'outcomes.showThisBranchOnly',
];

const isWithoutWhy = ({ code }: { readonly code?: unknown }): boolean => code === 'todo-without-why';

/** Severities of what is said of TODOs without a why. */
function loudness(): Set<vscode.DiagnosticSeverity> {
  const todos = allProblems().filter(isWithoutWhy);
  return new Set(todos.map(({ severity }) => severity));
}

describe('Restricted Mode', () => {
  let api: Api;
  let canary: Canary;
  const snapshot = () => api.folders.list()[0]!.source.snapshot!;

  before(async () => {
    canary = watchPrograms(theExtension().extensionPath);
    api = await ready();
  });
  afterEach(closeEditors);
  after(() => canary.stop());

  it('is what this window is in', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('shows the outcomes, and the TODOs with their whys', () => {
    const outcomes = paths(api.outcomes, ({ kind }) => kind === 'outcome');
    assert.ok(outcomes.length >= 4, outcomes.join('\n'));
    assert.ok(paths(api.outcomes, ({ kind }) => kind === 'todo').length > 0);
    assert.ok(paths(api.withoutWhy, ({ kind }) => kind === 'todo').length > 0);
    assert.equal(api.folders.list()[0]!.source.failure, undefined);
  });

  it('shows what is found in outcomes.yml', async () => {
    assert.ok(allProblems().length > 0);
    writeFile('extra/outcomes.yml', 'version: 1\noutcomes:\n  - { id: x, titel: Callers wait less }\n');
    await waitFor(
      'the misspelt field',
      () => problems('extra/outcomes.yml'),
      (found) => found.some((problem) => problem.endsWith(' unknown-field')),
    );
    fs.rmSync(uriOf('extra').fsPath, { recursive: true });
    await waitFor(
      'the file to be gone',
      () => problems('extra/outcomes.yml'),
      (found) => found.length === 0,
    );
  });

  it('knows of no branch and no commit, and holds no TODO for new', async () => {
    assert.deepEqual([snapshot().branches, snapshot().commits], [[], []]);
    assert.deepEqual(snapshot().repository, { branch: null, base: null });
    // What is only hinted at is shown of open files.
    const file = snapshot().files.find(({ findings }) => findings.some(isWithoutWhy))!.file;
    await vscode.window.showTextDocument(uriOf(file));
    await waitFor(
      'the hint',
      () => [...loudness()].join(),
      (severities) => severities === String(vscode.DiagnosticSeverity.Hint),
    );
    assert.deepEqual(
      paths(api.withoutWhy, ({ kind }) => kind === 'branch' || kind === 'commit'),
      [],
    );
  });

  it('has commands that say what they cannot do, and others that work', async function () {
    this.timeout(PALETTE_TIME);
    const ran = await runEveryCommand();
    assertRefused(ran, /Restricted Mode/, OF_GIT);
  });

  it('still takes a TODO to its outcome', async () => {
    const todo = snapshot()
      .files.flatMap(({ todos }) => todos)
      .find(({ links }) => links.length > 0)!;
    const editor = await vscode.window.showTextDocument(uriOf(todo.file));
    const { line, character } = todo.range.start;
    editor.selection = new vscode.Selection(line, character, line, character);
    const { did } = await runCommand('outcomes.reveal');
    assert.ok(did.some((what) => what.startsWith('reveals')));
  });

  it('reviews what can be known without git, and says so', async () => {
    const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-review-'));
    const file = path.join(temp, 'review.html');
    await savingAs(file, () => vscode.commands.executeCommand(Command.exportReview));
    const page = fs.readFileSync(file, 'utf8');
    fs.rmSync(temp, { recursive: true });
    assert.match(page, /In Restricted Mode git is not asked/);
    assert.ok(page.includes('Customers keep reliable voice services'));
  });

  it('shows the review without what it was to be compared with, and says once why', async () => {
    await closeEditors();
    // The page is still to be drawn when something else changes.
    const { source } = api.folders.list()[0]!;
    const review = source.review.bind(source);
    source.review = async (request) => {
      if (request.since === null) await sleep(1000);
      return review(request);
    };
    const said: string[] = [];
    const showWarningMessage = (text: string) => (said.push(text), Promise.resolve(undefined));
    await answering({ showWarningMessage }, async () => {
      await vscode.commands.executeCommand(Command.openReview, '2026-01-01');
      await waitFor('the reason', () => said.length > 0);
      api.folders.refresh();
      await waitFor('nothing more to be said', () => said.length === 1, Boolean, { hold: 2500 });
    }).finally(() => (source.review = review));
    assert.match(said[0]!, /since 2026-01-01: git is not asked in Restricted Mode/);
    assert.equal(reviewPages().length, 1);
  });

  it('has started no program by now, nor for a new reading', async () => {
    const before = snapshot();
    await vscode.commands.executeCommand('outcomes.refresh');
    await waitFor(
      'the folder to be read again',
      () => snapshot() !== before && !api.folders.list()[0]!.source.busy,
    );
    assert.deepEqual(canary.started(), []);
  });

  it('ends when the folder is trusted: branches, commits and what is new appear', async function () {
    this.timeout(60_000);
    await vscode.commands.executeCommand('workbench.trust.manage');
    if (!press('Control+Enter')) {
      console.log('    NOTE: nobody is here to press the button; the suite "sample" shows what is trusted.');
      return;
    }
    await waitFor('the folder to be trusted', () => vscode.workspace.isTrusted);
    await waitFor(
      'branches and commits',
      () => api.folders.list()[0]?.source.snapshot,
      (now) => (now?.branches.length ?? 0) > 0 && (now?.commits.length ?? 0) > 0,
      { within: 30_000 },
    );
    await waitFor(
      'what is new',
      () => [...loudness()],
      (found) => found.includes(vscode.DiagnosticSeverity.Warning),
    );
    // The canary can sing, so its silence before meant something.
    assert.ok(
      canary.started().some((call) => call.startsWith('git --')),
      canary.started().join('\n'),
    );
    assert.ok(canary.started().some((call) => call.includes('background-worker')));
  });

  it('would have shown a program that another thread starts', async () => {
    if (process.platform !== 'linux') return;
    const start = (script: string) =>
      new Worker(
        `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(script)}, '--', '--only-matching'])`,
        { eval: true },
      );
    const worker = start('setTimeout(() => undefined, 1000)');
    await waitFor('it to be seen', () => canary.started().some((call) => call.includes(' --only-matching')));
    await worker.terminate();
  });

  it('is nothing that a command blames afterwards', async function () {
    this.timeout(PALETTE_TIME);
    if (!vscode.workspace.isTrusted) return;
    const ran = await runEveryCommand();
    for (const { command, said } of ran.values())
      assert.equal(
        said.some((text) => text.includes('Restricted Mode')),
        false,
        command,
      );
  });
});

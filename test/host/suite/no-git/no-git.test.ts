import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { PALETTE_TIME, assertRefused, runCommand, runEveryCommand } from '../every-command';
import { closeEditors, paths, problems, ready, uriOf } from '../support';
import type { Api } from '../../../../src/extension';

/** What is about branches and commits. */
const OF_GIT = [
  'outcomes.showBranchWhy',
  'outcomes.openBranchOutcome',
  'outcomes.linkBranch',
  'outcomes.unlinkBranch',
  'outcomes.startWork',
  'outcomes.addTrailer',
  'outcomes.showThisBranchOnly',
];

describe('a folder without git', () => {
  let api: Api;
  before(async () => (api = await ready()));
  afterEach(closeEditors);

  it('holds every TODO for new', () => {
    assert.deepEqual(
      paths(api.withoutWhy, ({ kind }) => kind === 'todo'),
      ['TODOs > main.ts > close the file'],
    );
    assert.deepEqual(problems('main.ts'), ['1:4 todo-without-why']);
    assert.deepEqual(problems('queue/line.py'), [], 'its path states its why');
    const [problem] = vscode.languages
      .getDiagnostics(uriOf('main.ts'))
      .filter(({ source }) => source === 'outcomes');
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Warning);
  });

  it('shows no branch, and no branch to be missing', () => {
    const [entry] = api.folders.list();
    assert.deepEqual([entry?.source.snapshot?.branches, entry?.source.snapshot?.commits], [[], []]);
    assert.equal(entry?.source.failure, undefined);
  });

  it('has commands that say that there is no git, and others that work', async function () {
    this.timeout(PALETTE_TIME);
    const ran = await runEveryCommand();
    assertRefused(ran, /\bgit\b/i, OF_GIT);
  });

  it('lets the TODO at the cursor be linked and found', async () => {
    const editor = await vscode.window.showTextDocument(uriOf('main.ts'));
    editor.selection = new vscode.Selection(1, 8, 1, 8);
    const { did, error } = await runCommand('outcomes.reveal');
    assert.equal(error, null);
    assert.ok(did.some((what) => what.startsWith('reveals')));
    const linking = await runCommand('outcomes.linkToOutcome');
    assert.deepEqual([linking.error, linking.asked.length], [null, 1], JSON.stringify(linking));
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { waitFor } from '../support/waitFor';
import { useSharedWorkbench } from './use-workbench';

const LIMIT_MS = 150_000;

describe('the why, with keyboard and mouse alone', function () {
  this.timeout(LIMIT_MS);
  let sample = '';
  const workbench = useSharedWorkbench();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: sample, encoding: 'utf8' }).trim();
  const read = (file: string) => fs.readFileSync(path.join(sample, file), 'utf8');
  /** All that is not committed. */
  const changes = () => git('status', '--porcelain') + git('diff', 'HEAD');
  const press = (key: string) => workbench().page.keyboard.press(key);
  const type = (text: string) => workbench().page.keyboard.type(text, { delay: 20 });

  before(async () => {
    sample = workbench().folder!;
    await workbench().openContainer('Outcomes');
    await workbench().tree('Outcomes').rows.first().waitFor();
    await workbench().widenSideBar(560);
  });

  /** Opens a file with nothing unsaved in it, and the cursor in it. */
  async function open(file: string): Promise<Locator> {
    const editor = await workbench().openFile(file);
    await editor.locator('.view-lines').click();
    return editor;
  }

  /** Undoes until the open file is as on the disk, and gives how many times that took. */
  async function undo(): Promise<number> {
    const dirty = workbench().page.locator('.tabs-container .tab.active.dirty');
    let times = 0;
    for (; (await dirty.count()) > 0; times++) {
      assert.ok(times < 40, 'undoing does not end');
      await press('Control+z');
      await workbench().page.waitForTimeout(100);
    }
    return times;
  }

  /** Undoes what was done to several files by one key, and saves them. */
  async function undoInAll(editor: Locator, files: readonly string[]): Promise<void> {
    await editor.locator('.view-lines').click();
    await press('Control+z');
    // VS Code shows what it changed and has not saved.
    for (const file of files)
      await workbench()
        .page.locator('.tabs-container .tab.dirty', { hasText: path.posix.basename(file) })
        .waitFor();
    await workbench().command('File: Save All Files');
  }

  /** Waits until a line of the editor holds the text, whatever its colours. */
  const shows = (editor: Locator, text: string) =>
    waitFor(
      text,
      () => editor.locator('.view-lines').innerText(),
      (lines) => lines.replaceAll('\u00a0', ' ').includes(text),
    );

  it('completes the id of a TODO as it is written', async () => {
    const editor = await open('routes.ts');
    await press('Control+End');
    await press('Enter');
    await type('// TODO(qui');
    const suggestion = workbench().page.locator('.suggest-widget .monaco-list-row', {
      hasText: 'quick-porting',
    });
    await suggestion.waitFor();
    await workbench().screenshot('complete-id');
    await press('Enter');
    await shows(editor, 'TODO(quick-porting');
    await workbench().tree('Outcomes').row('Customers keep their number').waitFor();
    await undo();
  });

  it('links a TODO by a quick fix, and one undo takes it back', async () => {
    const editor = await open('check-lines.sh');
    await editor.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
    await editor.getByText('run this every hour').click();
    await press('Home');
    await press('ArrowRight');
    await press('ArrowRight');
    await press('Control+.');
    const fixes = workbench().page.locator('.action-widget .monaco-list-row');
    await fixes.filter({ hasText: 'Link to' }).first().waitFor();
    await workbench().screenshot('quick-fix');
    await press('Enter');
    await shows(editor, '# TODO(voip): run this every hour');
    assert.equal(await undo(), 1);
    await shows(editor, '# TODO: run this every hour');
  });

  const SILENT_ALARMS = 'Alarm lines fall silent';
  const HOURLY = 'run this every hour';
  const LATE = 'nothing to pay when the customer waited';

  it('links a TODO that is dragged onto an outcome, and one undo takes it back', async () => {
    const editor = await open('check-lines.sh');
    const target = workbench().tree('Outcomes').row(SILENT_ALARMS);
    await workbench().tree('Without a Why').drag(HOURLY, target);
    await shows(editor, `# TODO(silent-alarms): ${HOURLY}`);
    await workbench().tree('Without a Why').row(HOURLY).waitFor({ state: 'detached' });
    await workbench().screenshot('dragged');
    await editor.locator('.view-lines').click();
    assert.equal(await undo(), 1);
    await shows(editor, `# TODO: ${HOURLY}`);
    await workbench().tree('Without a Why').row(HOURLY).waitFor();
  });

  it('links all that is selected, in several files, and one undo takes it back', async () => {
    const before = changes();
    const tree = workbench().tree('Without a Why');
    await tree.row(HOURLY).click();
    await tree.row(LATE).click({ modifiers: ['ControlOrMeta'] });
    await tree.drag(HOURLY, workbench().tree('Outcomes').row(SILENT_ALARMS));
    await waitFor('both files', () => read('ops/check-lines.sh').includes(`TODO(silent-alarms): ${HOURLY}`));
    await waitFor('both files', () =>
      read('services/billing/invoice.go').includes(`(silent-alarms): ${LATE}`),
    );
    await workbench().screenshot('dragged-selection');
    await undoInAll(await open('check-lines.sh'), ['ops/check-lines.sh', 'services/billing/invoice.go']);
    await waitFor('the changes of before', () => changes() === before);
    await tree.row(LATE).waitFor();
  });

  it('renames an id in code and outcomes, and one undo takes it back', async () => {
    const before = changes();
    const editor = await open('gateway.ts');
    await editor.getByText('quick-porting').first().click();
    await press('F2');
    const box = workbench().page.locator('.rename-box input');
    await box.waitFor();
    await box.fill('fast-porting');
    await workbench().screenshot('rename');
    await press('Enter');
    await shows(editor, 'fast-porting');
    await waitFor('the outcomes', () => /id: fast-porting$/m.test(read('outcomes.yml')));
    await waitFor('the code', () => read('services/voice/gateway.ts').includes('fast-porting'));
    await undoInAll(editor, ['outcomes.yml', 'services/voice/gateway.ts']);
    await shows(editor, 'quick-porting');
    await waitFor('the changes of before', () => changes() === before);
  });

  it('starts work on an outcome with a branch of its own, and goes back', async () => {
    const before = git('symbolic-ref', '--short', 'HEAD');
    const { quickInput } = workbench();
    const { input, widget } = quickInput;
    await press('F1');
    await input.fill('>Outcomes: Start Work on an Outcome…');
    await quickInput.enter('Start Work on an Outcome…');
    await widget.getByText('Start Work on…').waitFor();
    await input.fill('productive-teams');
    await quickInput.enter('productive-teams');
    await widget.getByText('Start Work on productive-teams').waitFor();
    await quickInput.type('weigh the modules');
    await waitFor('the branch', () => git('symbolic-ref', '--short', 'HEAD').includes('productive-teams'));
    const branch = git('symbolic-ref', '--short', 'HEAD');
    // Written once the branch is checked out.
    const written = () => git('config', '--default', '', '--get', `branch.${branch}.outcome`);
    await waitFor('its outcome', written, (id) => id === 'productive-teams');
    await workbench().statusBarItem('New colleagues take calls').first().waitFor();
    await workbench().screenshot('start-work');
    await workbench().notifications('info').getByRole('button', { name: 'Undo' }).click();
    await waitFor('the branch before', () => git('symbolic-ref', '--short', 'HEAD') === before);
    await waitFor('no new branch', () => git('branch', '--list', branch) === '');
  });

  it('adds the trailer to a commit message, which git then finds', async () => {
    const head = git('rev-parse', 'HEAD');
    fs.appendFileSync(path.join(sample, 'services/voice/routes.ts'), '\nexport const spare = true;\n');
    git('add', 'services/voice/routes.ts');
    await workbench().command('Source Control: Focus on Changes View');
    const box = workbench().page.locator('.scm-view .scm-editor');
    await box.waitFor();
    // Before VS Code has seen that something is staged, it would ask whether to stage everything.
    await workbench().command('Git: Refresh');
    const groups = workbench().page.locator('.scm-view .resource-group');
    await groups.filter({ hasText: 'Staged Changes' }).waitFor();
    await box.click();
    await type('Keep a spare route');
    await press('Alt+o');
    await waitFor(
      'the trailer',
      () => box.innerText(),
      (text) => /Outcome:\s*voip/.test(text.replaceAll('\u00a0', ' ')),
    );
    await workbench().screenshot('commit-box');
    await press('Control+Enter');
    await waitFor('the commit', () => git('rev-parse', 'HEAD') !== head);
    assert.equal(git('log', '-1', '--format=%(trailers:key=Outcome,valueonly)'), 'voip');
    assert.equal(git('log', '-1', '--format=%s'), 'Keep a spare route');
    const takeBack = 'Git: Undo Last Commit';
    // Not there while the commit ends.
    await waitFor(takeBack, async () => (await workbench().commandsMatching(takeBack)).includes(takeBack));
    await workbench().command(takeBack);
    await waitFor('no commit', () => git('rev-parse', 'HEAD') === head);
    git('restore', '--staged', '--worktree', 'services/voice/routes.ts');
  });
});

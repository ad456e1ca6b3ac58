import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { waitFor } from '../support/waitFor';
import { temporaryFolder, useWorkbench } from './use-workbench';
import type { Workbench } from './workbench';

const { publisher, name, displayName } = JSON.parse(
  fs.readFileSync(path.join(__dirname, '..', '..', 'package.json'), 'utf8'),
) as { publisher: string; name: string; displayName: string };

const CONTAINER = 'Outcomes';
const OUTCOMES = 'Outcomes';
const WITHOUT_WHY = 'Without a Why';

/** More than the waits of a test together, on a machine that is busy. */
const LIMIT_MS = 90_000;

/** An outcome that is measured: `at risk · 50 % of 60 % expected`. */
const MEASURED = /(?:on track|at risk|off track) · \d+ % of \d+ % expected/;

/** Makes the side bar as wide as a person who reads whole titles would. */
async function widen({ page }: Workbench, to = 720): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  assert.ok(box, 'the side bar is shown');
  await page.mouse.move(box.x + box.width, 400);
  await page.mouse.down();
  await page.mouse.move(to, 400, { steps: 8 });
  await page.mouse.up();
}

describe('the packaged extension in a fresh VS Code', function () {
  this.timeout(LIMIT_MS);
  const workbench = useWorkbench({ amongAllBuiltins: true });

  it('is activated because the folder has an outcomes.yml', async () => {
    const activation = new RegExp(
      `_doActivateExtension ${publisher}\\.${name},.*workspaceContains:.*outcomes\\.yml`,
    );
    await waitFor('its activation in the log', () => workbench().logLines(activation).length === 1);
  });

  it('has a place in the activity bar', async () => {
    await workbench().openContainer(displayName);
    await workbench().screenshot('activity-bar');
  });

  it('shows no error', async () => {
    assert.deepEqual(await workbench().notifications('error').allInnerTexts(), []);
    assert.deepEqual(workbench().pageErrors, []);
  });

  it('writes no error to a log', () => {
    assert.ok(workbench().logLines(/./).length > 10, 'the logs are read');
    const mine = new RegExp(`\\[error\\].*(${publisher}\\.${name}|${displayName})`, 'i');
    assert.deepEqual(workbench().logLines(mine), []);
  });

  describe('has views that', () => views(workbench));
});

function views(workbench: () => Workbench): void {
  const outcomes = () => workbench().tree(OUTCOMES);
  const withoutWhy = () => workbench().tree(WITHOUT_WHY);

  before(async () => {
    await workbench().openContainer(CONTAINER);
    await widen(workbench());
    await outcomes().rows.first().waitFor();
  });

  const branchItem = () => workbench().page.locator('.statusbar-item[id$="outcomes.branch"]');

  it('say the status of an outcome as a word, not only by colour, also to a screen reader', async () => {
    const row = outcomes().row(MEASURED);
    const spoken = (await row.getAttribute('aria-label')) ?? '';
    assert.match(spoken, /, outcome, (?:on track|at risk|off track), \d+ % of \d+ % expected/);
  });

  it('explain a row when the mouse rests on it, with what was written as plain text', async () => {
    const card = workbench().page.locator('.monaco-hover', { hasText: 'Why:' });
    let text = '';
    // A view that is just being filled takes its card away again, also from under who reads it.
    for (let x = 120; text === '' && x < 200; x += 10) {
      await outcomes()
        .row(MEASURED)
        .hover({ position: { x, y: 10 } });
      text = await card.innerText({ timeout: 2000 }).catch(() => '');
    }
    assert.match(
      text,
      /Status: (?:on track|at risk|off track), progress \d+ %, expected \d+ %, \d of \d measured/,
    );
    await workbench().screenshot('tooltip');
    await workbench().page.mouse.move(5, 5);
  });

  it('count new work without a why on the activity bar and beside the title', async () => {
    // The workbench writes the label anew whenever the badge or the mouse moves.
    const counted = workbench().page.locator('[aria-label*=" new pieces of work without a why"]');
    const label = await workbench().activity(CONTAINER).and(counted).getAttribute('aria-label');
    const count = Number(/(\d+) new pieces of work without a why/.exec(label ?? '')?.[1]);
    assert.ok(count > 0, label ?? 'no label');
    assert.match(await withoutWhy().pane.locator('.pane-header').innerText(), new RegExp(`${count} new`));
  });

  it('open a TODO with its tag selected', async () => {
    await withoutWhy().row('run this every hour').click();
    await workbench().editor('check-lines.sh').waitFor();
    await workbench()
      .statusBarItem(/\(4 selected\)/)
      .waitFor();
  });

  it('follow what is typed and not saved', async () => {
    const { page } = workbench();
    await workbench().openFile('check-lines.sh');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n# TODO: typed just now', { delay: 5 });
    await withoutWhy().row('typed just now').waitFor();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('\n\n');
    await withoutWhy()
      .row(/typed just now.*line 1[0-9]/)
      .waitFor();
    await workbench().command('File: Revert File');
    await withoutWhy().row('typed just now').waitFor({ state: 'detached' });
  });

  it('show only the work of this branch, and all of it again', async () => {
    await withoutWhy().row('Older').waitFor();
    const before = await outcomes().rows.count();
    await outcomes().titleAction('Show This Branch Only');
    await withoutWhy().row('Older').waitFor({ state: 'detached' });
    await waitFor(
      'fewer rows',
      () => outcomes().rows.count(),
      (count) => count < before,
    );
    await workbench().screenshot('this-branch-only');
    await outcomes().titleAction('Show All Work');
    await withoutWhy().row('Older').waitFor();
  });

  it('show what the branch is for in the status bar, and the row when it is clicked', async () => {
    await branchItem().click();
    await outcomes().pane.locator('.monaco-list-row.selected', { hasText: 'VoIP' }).waitFor();
  });

  it('turn the status bar to "No why" on a branch that states none', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: workbench().folder, encoding: 'utf8' });
    const before = git('symbolic-ref', 'HEAD').trim();
    git('branch', 'some-tidying', 'main');
    git('symbolic-ref', 'HEAD', 'refs/heads/some-tidying');
    await branchItem().filter({ hasText: 'No why' }).waitFor();
    await workbench().screenshot('no-why');
    git('symbolic-ref', 'HEAD', before);
    await branchItem().filter({ hasNotText: 'No why' }).waitFor();
  });

  it('list the findings in the Problems panel', async () => {
    const rows = await workbench().problems();
    await rows.filter({ hasText: 'todo-without-why' }).first().waitFor();
    await workbench().screenshot('problems');
  });
}

describe('a folder without an outcomes.yml in the workbench', function () {
  this.timeout(LIMIT_MS);
  let plain = '';
  const workbench = useWorkbench({
    folder: () => {
      plain = temporaryFolder('plain');
      fs.writeFileSync(path.join(plain, 'main.ts'), '// TODO: close the file\n');
      return plain;
    },
  });

  it('is welcomed in the view, and nowhere else', async () => {
    await workbench().openContainer(CONTAINER);
    const welcome = workbench().tree(OUTCOMES).welcome();
    await welcome.waitFor();
    await workbench().screenshot('welcome');
    await workbench().openFile('main.ts');
    assert.equal(
      await workbench()
        .statusBarItem(/No why/)
        .count(),
      0,
    );
    assert.equal(await workbench().page.locator('[class*="squiggly-"]').count(), 0);
    assert.equal(await withoutWhyPane().count(), 0);
    assert.deepEqual(fs.readdirSync(plain), ['main.ts'], 'nothing was written');
  });

  it('gets a first file by one click, and the tree with it', async () => {
    await workbench().openContainer(CONTAINER);
    await workbench().tree(OUTCOMES).welcome().getByRole('button', { name: 'Create outcomes.yml' }).click();
    await workbench().tree(OUTCOMES).row('New users get their first result').waitFor();
    await workbench().editor('outcomes.yml').waitFor();
    await withoutWhyPane().waitFor();
    await workbench().screenshot('first-file');
    assert.ok(fs.existsSync(path.join(plain, 'outcomes.yml')));
  });

  const withoutWhyPane = () => workbench().page.locator('.pane-header', { hasText: WITHOUT_WHY });
});

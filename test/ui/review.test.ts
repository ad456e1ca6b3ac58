import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { waitFor } from '../support/waitFor';
import { makeAttack } from './attack';
import { openReview } from './open-review';
import { sampleFolder, temporaryFolder, useWorkbench } from './use-workbench';

const LIMIT_MS = 120_000;
const OPEN = 'Outcomes: Open Review';

/** In the page: there are no types of a browser here. */
declare const window: { readonly pwned?: unknown };

describe('the review page in the workbench', function () {
  this.timeout(LIMIT_MS);
  let sample = '';
  const workbench = useWorkbench({
    folder: async () => {
      sample = await sampleFolder();
      execFileSync('git', ['tag', 'first-site', 'HEAD~3'], { cwd: sample });
      return sample;
    },
    settings: { 'files.autoSave': 'off' },
  });
  const page = () => workbench().webview();

  before(async () => {
    await openReview(workbench());
  });

  it('opens the place of what is clicked', async () => {
    await page().locator('#outcomes button.place', { hasText: 'outcomes.yml:12' }).first().click();
    await workbench().editor('outcomes.yml').waitFor();
    await workbench()
      .statusBarItem(/Ln 12, Col \d+/)
      .waitFor();
    await workbench().command(OPEN);
    await page().locator('h1').waitFor();
  });

  it('filters by what is typed, and keeps it when the outcomes change', async () => {
    await page().locator('#f-text').fill('chatbot');
    await page().locator('#f-count', { hasText: '1 of 12 outcomes' }).waitFor();
    const file = path.join(sample, 'outcomes.yml');
    fs.writeFileSync(
      file,
      fs.readFileSync(file, 'utf8').replace('fall from 800 to 500', 'fall from 800 to 400'),
    );
    await page().locator('#outcomes tbody tr:visible', { hasText: '800 to 400' }).waitFor();
    assert.equal(await page().locator('#f-text').inputValue(), 'chatbot');
    assert.equal(await page().locator('#outcomes tbody tr:visible').count(), 1);
    await page().locator('#filters button[type=reset]').click();
    await waitFor(
      'every row',
      () => page().locator('#outcomes tbody tr:visible').count(),
      (count) => count === 12,
    );
  });

  it('compares with a day that is typed', async () => {
    await page().getByRole('button', { name: 'Compare since…' }).click();
    const box = workbench().page.locator('.quick-input-widget input[type=text]');
    await box.fill('2026-09-30');
    await box.press('Enter');
    await page().locator('h2', { hasText: 'What changed since 2026-09-30' }).waitFor();
    assert.match((await page().locator('#changes').textContent()) ?? '', /Progress made/);
  });

  it('offers the tags of the repository to compare with', async () => {
    await page().getByRole('button', { name: 'Compare since…' }).click();
    const rows = workbench().page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'first-site' }).waitFor();
    await rows.filter({ hasText: 'first-site' }).click();
    await page().locator('h2', { hasText: 'What changed since first-site' }).waitFor();
  });

  it('is there again when the window was loaded anew, with its comparison', async () => {
    // The browser's own reload would leave VS Code no time to save what was open.
    const loaded = workbench().page.waitForEvent('framenavigated', (frame) => frame.parentFrame() === null);
    await workbench().command('Developer: Reload Window');
    await loaded;
    await page().locator('h2', { hasText: 'What changed since first-site' }).waitFor({ timeout: 60_000 });
    assert.equal(await page().locator('h1').innerText(), 'Northline Telecom');
  });

  it('throws nothing, and is refused nothing by its policy', () => {
    assert.deepEqual(workbench().pageErrors, []);
  });
});

describe('a workspace full of attacks', function () {
  this.timeout(LIMIT_MS);
  const workbench = useWorkbench({ folder: () => makeAttack(temporaryFolder('attack')) });

  it('runs nothing in the review, the tree and its cards', async () => {
    const asked: string[] = [];
    workbench().page.on('request', (request) => {
      if (request.url().includes('evil.example')) asked.push(request.url());
    });
    const page = await openReview(workbench());
    await page.locator('#trends').waitFor();
    assert.equal(await page.locator('body').evaluate(() => window.pwned), undefined);
    assert.equal(await page.locator('img, iframe, base, #page [style]').count(), 0);
    const rows = workbench().tree('Outcomes').rows;
    const card = workbench().page.locator('.monaco-hover', { hasText: 'Why:' });
    for (let i = 0; i < 4; i++) {
      await rows.nth(i * 3).hover({ position: { x: 120, y: 10 } });
      await card.waitFor({ timeout: 3000 }).catch(() => undefined);
      assert.equal(await card.locator('img, a[href], a[data-href], script').count(), 0);
    }
    assert.equal(await workbench().page.evaluate(() => window.pwned), undefined);
    assert.deepEqual(workbench().pageErrors, []);
    assert.deepEqual(asked, []);
  });
});

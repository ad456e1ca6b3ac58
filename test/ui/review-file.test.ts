import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../host/lib/browser';
import { makeAttack } from './attack';
import { sampleFolder, temporaryFolder } from './use-workbench';

const LIMIT_MS = 60_000;
const ROOT = path.join(__dirname, '../..');
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What is only there in the page that a test looks at. */
declare const axe: {
  run(options: { readonly resultTypes: readonly string[] }): Promise<{
    violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  }>;
};
declare const window: { readonly pwned?: unknown };

/** Opens what is folded, and lays out what is far from being seen. */
const UNFOLD = `{
  for (const each of document.querySelectorAll('details')) each.open = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets = [sheet];
}`;

/** The report of a folder as a file. */
function report(folder: string, ...args: string[]): string {
  const file = path.join(temporaryFolder('report'), 'report.html');
  const cli = path.join(ROOT, 'dist/cli.js');
  const text = execFileSync(
    process.execPath,
    [cli, 'report', '--format', 'html', '--today', '2026-11-22', '--cwd', folder, ...args],
    { maxBuffer: 1e9 },
  );
  fs.writeFileSync(file, text);
  return file;
}

describe('the exported review', function () {
  this.timeout(LIMIT_MS);
  let browser: Browser;
  let file = '';
  const heard: string[] = [];

  before(async () => {
    browser = await launchBrowser();
    file = report(await sampleFolder(), '--since', '2026-09-30');
  });
  after(() => browser.close());

  async function open(
    which: string,
    {
      width = 1280,
      scheme = 'light',
      script = true,
    }: { width?: number; scheme?: 'light' | 'dark'; script?: boolean } = {},
  ): Promise<Page> {
    heard.length = 0;
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      javaScriptEnabled: script,
      // For the tests' own script: what the page may do is tested without it.
      bypassCSP: false,
    });
    const page = await context.newPage();
    page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => heard.push(error.message));
    page.on('dialog', (dialog) => {
      heard.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(which).href) heard.push(`request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(which).href);
    return page;
  }

  for (const scheme of ['light', 'dark'] as const)
    for (const width of [1280, 390])
      it(`has no accessibility violation at ${width} pixels, ${scheme}`, async () => {
        const page = await open(file, { scheme, width });
        // Everything is judged, also what is folded.
        await page.evaluate(UNFOLD);
        await page.evaluate(AXE);
        // Of what passed nobody asks where it is.
        const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
        assert.deepEqual(
          violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}`,
          ),
          [],
        );
        await page.context().close();
      });

  for (const width of [1280, 390])
    it(`is as wide as its window of ${width} pixels`, async () => {
      const page = await open(file, { width });
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
      await page.context().close();
    });

  it('asks for nothing, and nothing on it is refused by its policy', async () => {
    const page = await open(file);
    await page.waitForTimeout(200);
    assert.deepEqual(heard, []);
    await page.context().close();
  });

  it('can be read without a script', async () => {
    const page = await open(file, { script: false });
    assert.equal(await page.locator('#filters').isVisible(), false);
    assert.equal(await page.locator('#outcomes tbody tr').count(), 12);
    assert.equal(await page.locator('#trends svg.chart').first().isVisible(), true);
    await page.context().close();
  });

  describe('by keyboard alone', () => {
    let page: Page;
    before(async () => {
      page = await open(file);
    });
    after(() => page.context().close());
    const shown = () => page.locator('#outcomes tbody tr:visible').count();
    const titles = () => page.locator('#outcomes tbody tr:visible .title').allInnerTexts();

    it('filters by text, with what is above kept in sight', async () => {
      await page.keyboard.press('/');
      await page.keyboard.type('ported');
      assert.deepEqual(await titles(), [
        'Customers keep reliable voice services after the switch-off',
        'Customers keep their number and wait two days for it instead of nine',
      ]);
      assert.match(await page.locator('#f-count').innerText(), /^1 of 12 outcomes/);
      assert.equal(await page.locator('#trends article:visible').count(), 1);
    });

    it('clears the filters', async () => {
      await page.locator('#filters button[type=reset]').focus();
      await page.keyboard.press('Enter');
      assert.equal(await shown(), 12);
    });

    it('filters by owner, status, due date and root', async () => {
      await page.locator('#f-owner').selectOption('=@growth');
      assert.equal(await shown(), 3);
      await page.locator('#f-status').selectOption('behind');
      assert.equal(await shown(), 2);
      await page.locator('#f-due').selectOption('30');
      assert.equal(await shown(), 0);
      await page.locator('#f-due').selectOption('90');
      assert.equal(await shown(), 2);
      await page.locator('#f-root').selectOption({ label: 'Support calls fall from 800 to 500 a week' });
      assert.equal(await shown(), 0);
      await page.locator('#filters button[type=reset]').click();
    });

    it('sorts by a column, and back to the tree', async () => {
      const before = await titles();
      const head = page.locator('#outcomes th[data-sort=gap]');
      await head.locator('button').focus();
      await page.keyboard.press('Enter');
      assert.equal((await titles())[0], 'Support calls fall from 800 to 500 a week');
      assert.equal(await head.getAttribute('aria-sort'), 'descending');
      await page.keyboard.press('Enter');
      assert.deepEqual(await titles(), before);
    });

    it('leads from the table to what is told of an outcome', async () => {
      await page.locator('#outcomes .title a').first().focus();
      await page.keyboard.press('Enter');
      const focused = await page.evaluate('document.activeElement.textContent');
      assert.equal(focused, 'Customers keep reliable voice services after the switch-off');
    });
  });

  describe('of a repository full of attacks', () => {
    let attack = '';
    before(() => {
      attack = report(makeAttack(temporaryFolder('attack')), '--since', 'main');
    });

    it('runs nothing and asks for nothing', async () => {
      const page = await open(attack);
      await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
      for (const sort of await page.locator('.sort').all()) await sort.click();
      await page.locator('#f-text').fill('<script>');
      for (const text of (await page.locator('bdi:visible').all()).slice(0, 20)) await text.hover();
      await page.waitForTimeout(300);
      assert.equal(await page.evaluate(() => window.pwned), undefined);
      assert.deepEqual(heard, []);
      assert.match(page.url(), /report\.html$/);
      await page.context().close();
    });

    it('has only the elements and attributes that the page makes itself', async () => {
      const page = await open(attack);
      const found = await page.evaluate(`[
        ...new Set([...document.querySelectorAll('*')].flatMap((element) => [
          element.localName,
          ...element.getAttributeNames().map((name) => '@' + name),
        ])),
      ].filter((name) => /^(?:img|iframe|object|embed|base|form\\d|@on.*|@style|@src|@srcdoc)$/.test(name))`);
      assert.deepEqual(found, []);
      await page.context().close();
    });

    it('links only to the web, and gives nothing away to it', async () => {
      const page = await open(attack);
      const links = await page.locator('a:not([href^="#"])').all();
      assert.ok(links.length > 0);
      for (const link of links) {
        assert.equal(await link.getAttribute('href'), 'http://fine.example/report?a=1&b=2');
        assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
      }
      await page.context().close();
    });

    it('shows what turns a line around, instead of turning it', () => {
      const text = fs.readFileSync(attack, 'utf8');
      assert.ok(!/[\u202a-\u202e\u2066-\u2069\u200b\u{e0000}-\u{e007f}]/u.test(text));
      assert.ok(text.includes('\\u202egnp.exe\\u2066\\u200b\\u{e0041}'));
    });
  });

  it('prints everything that is folded, and no chart across two pages', async () => {
    const page = await open(file);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    assert.equal(await page.locator('details:not([open])').count(), 0);
    assert.equal(await page.locator('#filters').isVisible(), false);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    assert.ok((await page.locator('details:not([open])').count()) > 0);
    assert.ok((await page.pdf({ format: 'A4' })).length > 10_000);
    await page.context().close();
  });

  it('prints nothing over anything else, on paper of either size', async () => {
    // The width between margins of 14 mm, at 96 pixels an inch.
    for (const [paper, width] of [
      ['A4', Math.floor(((210 - 28) / 25.4) * 96)],
      ['Letter', Math.floor(((215.9 - 28) / 25.4) * 96)],
    ] as const) {
      const page = await open(file, { width });
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
      const over = await page.evaluate<string[]>(`
        [...document.querySelectorAll('th, td, .trend > *, .rows .state, .rows .facts > span')].flatMap((box) => {
          const { right } = box.getBoundingClientRect();
          return [...box.querySelectorAll('*')]
            .filter((inner) => inner.getBoundingClientRect().right > right + 1 && inner.closest('.unseen') === null)
            .map((inner) => box.className + ' ' + box.textContent.trim().slice(0, 40) + ': ' + inner.outerHTML.slice(0, 80));
        })`);
      assert.deepEqual(over, [], paper);
      assert.ok((await page.locator('th, td, .trend > *').count()) > 200);
      await page.context().close();
    }
  });
});

import assert from 'node:assert/strict';
import type { Theme } from '../host/lib/settings';
import { waitFor } from '../support/waitFor';
import { openReview } from './open-review';
import { useSharedWorkbench } from './use-workbench';

const LIMIT_MS = 150_000;

/** Of the editor in each theme. */
const BACKGROUNDS: Readonly<Record<Theme, string>> = {
  light: 'rgb(255, 255, 255)',
  dark: 'rgb(31, 31, 31)',
  hc: 'rgb(0, 0, 0)',
};

/** In the page: there are no types of a browser here. */
declare const getComputedStyle: (element: unknown) => { readonly backgroundColor: string };

/** An outcome that is measured: `at risk · 50 % of 60 % expected`. */
const MEASURED = /(?:on track|at risk|off track) · \d+ % of \d+ % expected/;

describe('the sample', function () {
  this.timeout(LIMIT_MS);
  const workbench = useSharedWorkbench();
  after(() => workbench().wear(undefined));

  for (const theme of ['dark', 'light', 'hc'] satisfies Theme[])
    describe(`in the ${theme} theme`, () => {
      before(() => workbench().wear(theme));
      after(() => workbench().command('View: Close All Editors'));

      it('shows the tree, work without a why, and a finding in the editor', async () => {
        await workbench().openContainer('Outcomes');
        await workbench().widenSideBar(680);
        await workbench().tree('Outcomes').row(MEASURED).waitFor();
        await workbench().tree('Without a Why').row('TODOs').waitFor();
        await workbench().openFile('check-lines.sh');
        await workbench().squiggles('warning').first().waitFor({ state: 'attached' });
        await workbench().screenshot(`tree-${theme}`);
      });

      it('shows links, completions and the card', async () => {
        const { page } = workbench();
        await workbench().widenSideBar(300);
        const editor = await workbench().openFile('services/voice/gateway.ts');
        await editor.locator('.view-lines').click();
        const card = page.locator('.monaco-hover', { hasText: 'Customers keep their number' });
        const id = editor.getByText('quick-porting').first();
        // Until the folder was read there is none, and a pointer that stays asks only once.
        await waitFor('the card', async () => {
          await page.mouse.move(5, 5);
          await id.hover();
          return card.waitFor({ timeout: 3000 }).then(
            () => true,
            () => false,
          );
        });
        await workbench().screenshot(`card-${theme}`);
        await page.keyboard.press('Control+End');
        await page.keyboard.type('\n// TODO(', { delay: 20 });
        await page.locator('.suggest-widget .monaco-list-row', { hasText: 'voip' }).first().waitFor();
        await workbench().screenshot(`complete-${theme}`);
        await page.keyboard.press('Escape');
        await workbench().command('View: Revert and Close Editor');
        await editor.waitFor({ state: 'detached' });
      });

      it('shows the review in the colours of the theme', async () => {
        const page = await openReview(workbench());
        assert.equal(await page.locator('h1').innerText(), 'Northline Telecom');
        const shown = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
        assert.equal(shown, BACKGROUNDS[theme]);
        await workbench().screenshot(`review-${theme}`);
      });
    });
});

import type { Locator, Page } from 'playwright-core';
import { waitFor } from '../support/waitFor';

/** A tree view of the side bar. Rows that are scrolled out of sight do not exist in the page. */
export class Tree {
  /** The view with its header. */
  readonly pane: Locator;
  readonly rows: Locator;

  constructor(page: Page, title: string) {
    const header = page.locator('.pane-header', { has: page.getByText(title, { exact: true }) });
    this.pane = page.locator('.split-view-view .pane', { has: header });
    this.rows = this.pane.locator('.pane-body .monaco-list-row');
  }

  /** The first row whose text contains, or matches, this. */
  row(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text }).first();
  }

  /** The text of every visible row, once there is one. */
  async texts(): Promise<string[]> {
    await this.rows.first().waitFor();
    const texts = await this.rows.allInnerTexts();
    return texts.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** How deep a row is; a root is 1. */
  async level(text: string | RegExp): Promise<number> {
    return Number(await this.row(text).getAttribute('aria-level'));
  }

  async expand(text: string | RegExp): Promise<void> {
    const row = this.row(text);
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) === 'false')
      await row.locator('.monaco-tl-twistie').click();
    await row.and(this.pane.page().locator('[aria-expanded="true"]')).waitFor();
  }

  async click(text: string | RegExp): Promise<void> {
    await this.row(text).click();
  }

  /** Takes a row, with all others when it is selected, onto a row of this or another tree by the mouse. */
  async drag(text: string | RegExp, onto: Locator): Promise<void> {
    const { mouse } = this.pane.page();
    const from = await middleOf(this.row(text));
    const to = await middleOf(onto);
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 10 });
    // What is over a row is told of each move, and takes a moment to answer.
    await waitFor('the row to take it', async () => {
      await mouse.move(to.x + 1, to.y);
      await mouse.move(to.x, to.y);
      return /\bdrop-target\b/.test((await onto.getAttribute('class')) ?? '');
    });
    await mouse.up();
  }

  /** Clicks an action of the view's title bar by its tooltip. */
  async titleAction(name: string): Promise<void> {
    await this.pane.hover();
    await this.pane.locator('.pane-header .actions').getByRole('button', { name }).click();
  }

  /** The text of the welcome content that a view without rows shows. */
  welcome(): Locator {
    return this.pane.locator('.welcome-view-content');
  }
}

async function middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  // In sight, and nothing lies over it.
  await locator.hover({ trial: true });
  const box = (await locator.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

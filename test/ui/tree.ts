import type { Locator, Page } from 'playwright-core';

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

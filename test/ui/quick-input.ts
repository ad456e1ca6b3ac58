import type { Locator, Page } from 'playwright-core';
import { waitFor } from '../support/waitFor';

/** The box at the top of the window that commands, files and questions use. */
export class QuickInput {
  readonly widget: Locator;
  readonly input: Locator;
  readonly rows: Locator;

  constructor(page: Page) {
    this.widget = page.locator('.quick-input-widget');
    this.input = this.widget.locator('.quick-input-box input');
    this.rows = this.widget.locator('.quick-input-list .monaco-list-row');
  }

  /** Types `typed` (the label when not given) and takes the row with that label. */
  async choose(label: string, typed = label): Promise<void> {
    await this.input.waitFor();
    await this.input.fill(typed);
    const row = this.rows.filter({ has: this.label(label) }).first();
    // A list that is drawn anew between the press of the button and its release swallows the click.
    await waitFor(
      `${label} to be taken`,
      async () => {
        if (await this.widget.isVisible()) await row.click();
        return this.widget.waitFor({ state: 'hidden', timeout: 5_000 }).then(
          () => true,
          () => false,
        );
      },
      Boolean,
      { hold: 0 },
    );
  }

  /**
   * Presses Enter once it takes the row that contains the text: the list follows what is typed a moment later, and the
   * focus follows the list.
   */
  async enter(text: string): Promise<void> {
    await this.widget.locator('.monaco-list-row.focused').filter({ hasText: text }).waitFor();
    await this.input.press('Enter');
  }

  /** Answers a question with text. */
  async type(text: string): Promise<void> {
    await this.input.waitFor();
    await this.input.fill(text);
    await this.input.press('Enter');
  }

  /** Types, and gives the labels of the rows that are then visible. */
  async suggestions(typed: string): Promise<string[]> {
    await this.input.waitFor();
    await this.input.fill(typed);
    await this.rows.first().waitFor();
    const labels = await this.rows.locator('.label-name').allInnerTexts();
    return labels.map((label) => label.trim());
  }

  private label(text: string): Locator {
    return this.widget.page().locator('.label-name').getByText(text, { exact: true });
  }
}

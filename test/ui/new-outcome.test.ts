import assert from 'node:assert/strict';
import { waitFor } from '../support/waitFor';
import { useSharedWorkbench } from './use-workbench';

const LIMIT_MS = 120_000;

describe('a new outcome, by keyboard alone', function () {
  this.timeout(LIMIT_MS);
  const workbench = useSharedWorkbench();

  const title = () => workbench().quickInput.widget.locator('.quick-input-title');
  const message = () => workbench().quickInput.widget.locator('.quick-input-message');

  /** Runs the command. Two files may take the outcome; the one that is open comes first. */
  async function start(): Promise<void> {
    const { quickInput, page } = workbench();
    await page.keyboard.press('F1');
    await quickInput.input.fill('>Outcomes: New Outcome…');
    await quickInput.enter('Outcomes: New Outcome…');
    await quickInput.enter('web/outcomes.yml');
  }

  /** Waits for a question by its number, types, and presses Enter. */
  async function answer(step: string, text: string): Promise<void> {
    const { quickInput, page } = workbench();
    await title().getByText(`(${step})`).waitFor();
    await quickInput.input.fill(text);
    await page.keyboard.press('Enter');
  }

  it('is asked for in the order of thinking, and written by one edit', async () => {
    const { page, quickInput } = workbench();
    const editor = await workbench().openFile('web/outcomes.yml');
    await start();
    await title().getByText('(1/7)').waitFor();
    await quickInput.input.fill('Launch a street finder');
    await message()
      .getByText(/reads as an output: 'Launch'/)
      .waitFor();
    await workbench().screenshot('new-outcome-title');
    await answer('1/7', 'Visitors find their street at once');
    await answer('2/7', 'Who does not find it believes there is no fibre');
    await answer('3/7', 'Visitors who leave at the address');
    await answer('4/10', '%');
    await answer('5/10', '40%');

    await title().getByText('(6/10)').waitFor();
    // The list follows what is typed a moment later.
    await waitFor(
      'the two readings',
      () => quickInput.suggestions('-10%'),
      ([first, second]) =>
        first === 'Bring it down from 40% to 30% (by -10pp)' && second === 'Bring it down from 40% to 36%',
    );
    await workbench().screenshot('new-outcome-target');
    await page.keyboard.press('Escape');
    await quickInput.widget.waitFor({ state: 'hidden' });
    assert.doesNotMatch(await editor.innerText(), /street at once/);
  });

  it('keeps what was typed when one steps back', async () => {
    const { page, quickInput } = workbench();
    await start();
    await answer('1/7', 'Visitors find their street at once');
    await title().getByText('(2/7)').waitFor();
    await quickInput.input.fill('They believe there is no fibre');
    await quickInput.widget.getByRole('button', { name: /Back/ }).press('Enter');
    await title().getByText('(1/7)').waitFor();
    assert.equal(await quickInput.input.inputValue(), 'Visitors find their street at once');
    await page.keyboard.press('Enter');
    await title().getByText('(2/7)').waitFor();
    assert.equal(await quickInput.input.inputValue(), 'They believe there is no fibre');
    await page.keyboard.press('Enter');
    await answer('3/7', '');
    await answer('4/7', '2027-Q3');
    await answer('5/7', '@growth');
    await answer('6/7', 'Suggest streets while one types');
    await quickInput.rows.filter({ hasText: 'Go on with this one' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('weighs alternatives, and is there with one undo', async () => {
    const { page, quickInput } = workbench();
    const editor = workbench().editor('web/outcomes.yml');
    await start();
    await answer('1/7', 'Visitors find their street at once');
    for (const step of ['2/7', '3/7']) await answer(step, '');
    await answer('4/7', '2027-Q3');
    await answer('5/7', '@growth');
    await answer('6/7', 'Suggest streets while one types');
    // The question for another one has the same number.
    await quickInput.rows.filter({ hasText: 'Go on with this one' }).waitFor();
    await answer('6/7', 'Show a map');
    await answer('6/8', '');
    await title().getByText('(7/8)').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await workbench().screenshot('new-outcome-alternatives');
    await page.keyboard.press('Enter');
    await answer('8/9', 'Slow on a phone');
    await title().getByText('(9/9)').waitFor();
    assert.equal(await quickInput.input.inputValue(), 'visitors-find-street-once');
    await page.keyboard.press('Enter');
    await quickInput.widget.waitFor({ state: 'hidden' });
    await editor.getByText('Slow on a phone').waitFor();
    await workbench().screenshot('new-outcome-written');
    await page.keyboard.press('Control+Z');
    await editor.getByText('Slow on a phone').waitFor({ state: 'detached' });
  });

  it('takes along the TODO that it is made for, and one undo takes both back', async () => {
    const { page } = workbench();
    const code = await workbench().openFile('ops/check-lines.sh');
    await code.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
    await code.getByText('run this every hour').click();
    await page.keyboard.press('Home');
    for (const key of ['ArrowRight', 'ArrowRight', 'Control+.']) await page.keyboard.press(key);
    await page.locator('.action-widget .monaco-list-row').getByText('New outcome from this TODO…').click();
    await workbench().quickInput.enter('outcomes.yml');
    await answer('1/7', 'The service desk knows of each silent line within an hour');
    for (const step of ['2/7', '3/7']) await answer(step, '');
    await answer('4/7', '2027-Q3');
    await answer('5/7', '@voice-team');
    await answer('6/7', '');
    await answer('7/7', 'silent-lines-known');
    const outcomes = workbench().editor('outcomes.yml');
    await outcomes.getByText('silent-lines-known').first().waitFor();
    await workbench().openFile('ops/check-lines.sh');
    await code.getByText('silent-lines-known').waitFor();
    await page.keyboard.press('Control+Z');
    await code.getByText('silent-lines-known').waitFor({ state: 'detached' });
    await page.locator('.tabs-container .tab.dirty').first().waitFor({ state: 'detached' });
    assert.equal(await page.locator('.tabs-container .tab.dirty').count(), 0, 'nothing is left of it');
  });
});

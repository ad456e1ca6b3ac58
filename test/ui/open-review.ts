import type { FrameLocator } from 'playwright-core';
import type { Workbench } from './workbench';

/** Opens the review by the button above the tree, which is there once the folder was read; gives its page. */
export async function openReview(workbench: Workbench): Promise<FrameLocator> {
  await workbench.openContainer('Outcomes');
  await workbench.tree('Outcomes').rows.first().waitFor();
  await workbench.tree('Outcomes').titleAction('Open Review');
  const page = workbench.webview();
  await page.locator('h1').waitFor();
  return page;
}

import type { Download, Page } from 'playwright-core';

/** Chooses a file from a menu of files to take along, as the browser is given it. */
export async function takeAlong(page: Page, menu: string, choice: RegExp): Promise<Download> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: choice }).click()]);
  return download;
}

import type { Locator, Page } from 'playwright-core';

/** Saves what the page holds, with a reason, and waits until that is done. */
export async function saveBecause(page: Page, why: string): Promise<void> {
  await page.getByRole('button', { name: 'Simpan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Alasan').fill(why);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** As a person does it: the editor's own search, and all at once. */
export async function replaceAll(page: Page, editor: Locator, from: string, to: string): Promise<void> {
  await editor.click();
  await page.keyboard.press('Control+f');
  await page.getByPlaceholder('Cari').fill(from);
  await page.getByPlaceholder('Ganti dengan').fill(to);
  await page.getByLabel('besar-kecil huruf').check();
  await page.getByRole('button', { name: 'ganti semua' }).click();
  await page.keyboard.press('Escape');
}

/** One step of a connection test. */
export const stepOf = (page: Page, title: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByText(title, { exact: true }) });

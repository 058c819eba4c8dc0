import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Api, startApi } from '../http/api.ts';
import { seedComplaint } from '../http/seed.ts';
import { axe } from './axe.ts';
import { launchChromium, openPage } from './chromium.ts';

let api: Api;
let browser: Browser;

beforeAll(async () => {
  [api, browser] = await Promise.all([startApi(), launchChromium()]);
  for (const month of ['2025-03', '2025-04'])
    for (let day = 10; day < 17; day += 1) await seedComplaint(api, { openedAt: `${month}-${day}T02:00:00Z` });
}, 60_000);
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser.close();
  await api.stop();
});

test.each([
  ['light', 'id', 320],
  ['dark', 'en', 320],
  ['light', 'en', 1_280],
  ['dark', 'id', 1_280],
] as const)(
  'the open data, %s, in %s and %i px wide, has no barrier by WCAG 2.2 AA',
  async (colorScheme, lang, width) => {
    const { page, hosts, complaints } = await openPage(browser, `${api.url}/data?lang=${lang}`, {
      colorScheme,
      viewport: { width, height: 800 },
    });
    expect(await page.getByRole('rowheader').count()).toBe(2);
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    expect([...hosts]).toEqual([new URL(api.url).host]);
    expect(complaints).toEqual([]);
  },
);

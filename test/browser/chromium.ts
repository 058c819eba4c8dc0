import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** The Chromium that the machine's packages brought, as .ci/run installs it. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });

interface Opened {
  page: Page;
  /** The hosts that the page asked anything of, and what its script or its policy complained of. */
  hosts: Set<string>;
  complaints: string[];
}

export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ locale: 'id-ID', ...options });
  const page = await context.newPage();
  const hosts = new Set<string>();
  const complaints: string[] = [];
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(url);
  return { page, hosts, complaints };
}

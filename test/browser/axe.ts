import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** A tooltip is read with what it describes, wherever it stands; axe takes it for a part of the page in no landmark. */
const IN_NO_LANDMARK = 'dialog, [role=dialog], [role=alertdialog], svg, [role=tooltip]';
const RUN = `
  axe.configure({ checks: [{ id: 'region', options: { regionMatcher: '${IN_NO_LANDMARK}' } }] });
  axe.run({ runOnly: ${JSON.stringify(STANDARDS)} }).then(({ violations }) => violations)`;

interface Finding {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** What axe finds against WCAG 2.2 AA and good practice, one line each. */
export async function axe(page: Page): Promise<string[]> {
  // Evaluated rather than added as a script element, which the content policy forbids.
  await page.evaluate(AXE);
  const findings = await page.evaluate<Finding[]>(RUN);
  return findings.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary?.split('\n')[1] ?? ''}`),
  );
}

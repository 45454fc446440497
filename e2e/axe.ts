import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 AA on a page, one line for each element. Pages with a policy need a context that bypasses it. */
export async function axeViolations(page: Page, within?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  await stillness(page);
  const results = await page.evaluate(
    ([tags, selector]) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      return axe.run(selector ?? document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    },
    [TAGS, within] as const,
  );
  return describe(results);
}

const describe = ({ violations }: AxeResults): string[] =>
  violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, failureSummary }) => {
      const reason = failureSummary?.split('\n').slice(1).join(' ').trim() ?? help;
      return `${id}: ${target.flat().join(' ')} ${html.slice(0, 160)} — ${reason}`;
    }),
  );

/** What fades in has its colours at the end only. */
const stillness = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const animations = roots
      .flatMap((root) => root.getAnimations())
      .filter(({ effect }) => effect?.getTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(animations.map(({ finished }) => finished));
  });

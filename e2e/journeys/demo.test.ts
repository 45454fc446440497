import { expect, test } from 'vitest';
import { axeViolations } from '../axe.ts';
import { inBrowser, openContext, useBrowser } from '../browser.ts';
import { visitDemo } from '../demo-visit.ts';
import { useFrontDesk } from '../front-desk.ts';
import { WORDS } from '../words.ts';

inBrowser('the demo clinic', () => {
  const browser = useBrowser();
  const desk = useFrontDesk();

  test('shows what the clinic sees while somebody tells of themselves, on its own strict page', async () => {
    const { context, watch } = await openContext(browser(), { size: 'desktop' });
    const page = await context.newPage();
    await visitDemo({ page, address: `${desk().wire.url}/demo`, words: WORDS.en, language: 'en' });
    const clinic = page.locator('#clinic');
    await clinic.getByText('65').first().waitFor();
    expect(await clinic.isVisible()).toBe(true);
    expect(watch.problems).toEqual([]);
    await context.close();
  });

  test('can be used by everybody in the middle of a conversation, dark and in Spanish', async () => {
    const { context } = await openContext(browser(), { colorScheme: 'dark', locale: 'es-ES', bypassCSP: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await visitDemo({ page, address: `${desk().wire.url}/demo`, words: WORDS.es, language: 'es' });
    expect(await axeViolations(page)).toEqual([]);
    await context.close();
  });
});

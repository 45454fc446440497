import { LLMock } from '@copilotkit/aimock';
import { expect, onTestFinished, test } from 'vitest';
import { axeViolations } from '../axe.ts';
import { inBrowser, type Screen, useBrowser } from '../browser.ts';
import { openFrontDesk, useFrontDesk } from '../front-desk.ts';
import { arrive } from '../widget-page.ts';

const DOCUMENTS = [
  {
    title: 'Parking and arrival',
    language: 'en',
    content: '# Parking\n\nParking is free for patients. Take the entrance on Dock Lane and show your appointment letter at the barrier.',
  },
  {
    title: 'Aparcamiento y llegada',
    language: 'es',
    content:
      '# Aparcamiento\n\nEl aparcamiento es gratuito para los pacientes. Entre por la calle del Muelle y enseñe su cita en la barrera.',
  },
];
const THEME = {
  title: 'Harbour Heart Clinic',
  primaryColor: '#0f5c63',
  suggestions: { en: ['Where can I park?'], es: ['¿Dónde puedo aparcar?'] },
};
const ASKED = {
  'en-US': { suggestion: 'Where can I park?', answer: /Parking is free for patients/, source: 'Parking and arrival' },
  'es-ES': { suggestion: '¿Dónde puedo aparcar?', answer: /aparcamiento es gratuito/, source: 'Aparcamiento y llegada' },
} as const;
const SCREENS: (Required<Pick<Screen, 'size' | 'colorScheme'>> & { locale: keyof typeof ASKED })[] = [
  { size: 'desktop', colorScheme: 'light', locale: 'en-US' },
  { size: 'phone', colorScheme: 'dark', locale: 'en-US' },
  { size: 'desktop', colorScheme: 'dark', locale: 'es-ES' },
  { size: 'phone', colorScheme: 'light', locale: 'es-ES' },
];

inBrowser('a first visit, without a language model', () => {
  const browser = useBrowser();
  const desk = useFrontDesk();

  test.each(SCREENS)('finds an answer and its source on a $size, $colorScheme, $locale', async (screen) => {
    const clinic = await desk().clinic({ theme: THEME, documents: DOCUMENTS });
    const { suggestion, answer, source } = ASKED[screen.locale];
    await expect.poll(async () => (await clinic.call('POST', '/knowledge/search', { query: suggestion })).items.length).toBeGreaterThan(0);
    const visitor = await arrive(browser(), desk(), clinic, screen);
    const { panel, page, words } = visitor;
    expect(await axeViolations(page)).toEqual([]);

    await visitor.open();
    expect(await axeViolations(page)).toEqual([]);
    await panel.getByRole('button', { name: suggestion }).click();
    const bubble = visitor.bubble(answer);
    await bubble.waitFor();
    await bubble.getByText(words.sources.replace('{count}', '1')).click();
    await bubble.getByText(source, { exact: true }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    if (screen.size === 'phone') {
      const box = await panel.boundingBox();
      expect(box).toMatchObject({ x: 0, y: 0, width: 390, height: 844 });
    }
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });
});

inBrowser('a first visit, with a language model', () => {
  const browser = useBrowser();

  test('is answered by it as it writes', async () => {
    const provider = new LLMock({ port: 0, host: '127.0.0.1' });
    await provider.start();
    const content = '**Yes.** We open at eight:\n\n1. ring the bell\n2. take a seat';
    provider.onMessage('open', { content }, { chunkSize: 4, streamingProfile: { ttft: 20, tps: 200, jitter: 0.2 } });
    const desk = await openFrontDesk({ env: { OPENAI_BASE_URL: `${provider.url}/v1`, OPENAI_API_KEY: 'test' } });
    onTestFinished(async () => {
      await desk.close();
      await provider.stop();
    });
    const clinic = await desk.clinic();
    const visitor = await arrive(browser(), desk, clinic);
    await visitor.open();
    await visitor.say('Are you open?');
    const answer = visitor.bubble('take a seat');
    await answer.waitFor();
    expect(await answer.getByRole('listitem').allInnerTexts()).toEqual(['ring the bell', 'take a seat']);
    expect(await answer.locator('strong').textContent()).toBe('Yes.');
    expect((await clinic.record()).at(-1)?.content).toBe(content);
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../../server/test/chaos/random.ts';
import { inBrowser, useBrowser } from '../browser.ts';
import { useFrontDesk } from '../front-desk.ts';
import { scriptedAnswers } from '../scripted-answers.ts';
import { arrive } from '../widget-page.ts';
import { showHostileNames } from './hostile-names.ts';
import { showHostileContent } from './hostile-visit.ts';
import { inspectWidget } from './inspect-widget.ts';
import { PAYLOADS, SHORT_PAYLOADS, THEME_PAYLOADS } from './payloads.ts';

const SEED = Number(process.env.FOYER_TEST_SEED ?? 20_261_120);

inBrowser('content that would like to run', () => {
  const answers = scriptedAnswers();
  const browser = useBrowser();
  const desk = useFrontDesk(() => ({ models: answers.models }));

  test(`is shown as text, in messages and in streamed answers (seed ${SEED})`, async () => {
    const clinic = await desk().clinic();
    // One of every kind that the corpus has, and a few more; all of them are in the proof.
    const kinds = [...new Set(PAYLOADS.map(({ kind }) => kind))];
    const random = createRandom(SEED);
    const payloads = kinds.flatMap((kind) => {
      const all = PAYLOADS.filter((payload) => payload.kind === kind);
      return [random.pick(all), random.pick(all)];
    });
    expect(await showHostileContent({ browser: browser(), desk: desk(), clinic, answers, random, payloads })).toEqual([]);
  });

  test(`is shown as text where it is the name of something (seed ${SEED})`, async () => {
    const random = createRandom(SEED);
    const payloads = Array.from({ length: 12 }, () => random.pick(SHORT_PAYLOADS));
    expect(await showHostileNames({ browser: browser(), desk: desk(), payloads })).toEqual([]);
  });

  test(`does nothing in a theme (seed ${SEED})`, async () => {
    const keys = ['title', 'subtitle', 'primaryColor', 'colorScheme', 'radius', 'position', 'offset', 'launcher', 'logoUrl', 'fontFamily'];
    const themes = fc.sample(
      fc.record({
        ...Object.fromEntries(keys.map((key) => [key, fc.constantFrom(...THEME_PAYLOADS)])),
        texts: fc.record({
          en: fc.dictionary(fc.constantFrom('dialog', 'composer', '__proto__', 'constructor'), fc.constantFrom(...THEME_PAYLOADS)),
        }),
        suggestions: fc.record({ en: fc.array(fc.constantFrom(...THEME_PAYLOADS), { maxLength: 4 }) }),
      }),
      { seed: SEED, numRuns: 3 },
    );
    const clinic = await desk().clinic();
    const visitor = await arrive(browser(), desk(), clinic, { host: { policy: 'strict' } });
    await visitor.open();
    for (const theme of themes) {
      await visitor.foyer('update', { theme });
      await visitor.page.locator('[data-connection]').waitFor();
      expect(await inspectWidget(visitor.page)).toEqual([]);
    }
    visitor.watch.forgive(/console: Foyer/);
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });
});

import { expect, test } from 'vitest';
import { inBrowser, useBrowser } from '../browser.ts';
import { useFrontDesk } from '../front-desk.ts';
import { focused, tabTo } from '../keyboard.ts';
import { scriptedAnswers } from '../scripted-answers.ts';
import { arrive } from '../widget-page.ts';

inBrowser('somebody who uses the keyboard alone', () => {
  const answers = scriptedAnswers();
  const browser = useBrowser();
  const desk = useFrontDesk(() => ({ models: answers.models }));

  test('opens, asks, follows a link, looks into the menu, ends, rates and begins anew', async () => {
    const clinic = await desk().clinic({ theme: { suggestions: { en: ['Where can I park?'] } }, features: { attachments: true } });
    answers.answer('Where can I park?', ['Behind the house, see [the map](https://example.com/map).']);
    const visitor = await arrive(browser(), desk(), clinic);
    const { page, words, panel } = visitor;
    const { keyboard } = page;
    await visitor.launcher.waitFor();
    await tabTo(page, /Open chat/);
    await keyboard.press('Enter');
    await visitor.composer.waitFor();
    await expect.poll(() => focused(page)).toBe(words.composer);

    await keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    await expect.poll(() => focused(page)).toMatch(/Open chat/);
    await keyboard.press('Space');
    await expect.poll(() => focused(page)).toBe(words.composer);

    await tabTo(page, 'Where can I park?', 'Shift+Tab');
    await keyboard.press('Enter');
    await visitor.bubble('Behind the house').waitFor();
    await tabTo(page, /the map/, 'Shift+Tab');
    await tabTo(page, words.composer);
    await keyboard.type('A line');
    await keyboard.press('Shift+Enter');
    await keyboard.type('and another');
    await keyboard.press('Enter');
    await visitor.bubble('You said: A line').waitFor();
    expect((await clinic.record()).at(-2)?.content).toBe('A line\nand another');

    await tabTo(page, words.attach, 'Shift+Tab');
    await tabTo(page, words.menu, 'Shift+Tab');
    await keyboard.press('Enter');
    await panel.getByText(words.downloadTranscript).waitFor();
    await keyboard.press('Escape');
    await panel.getByText(words.downloadTranscript).waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe(words.menu);
    expect(await panel.isVisible()).toBe(true);

    await keyboard.press('Enter');
    await panel.getByText(words.end, { exact: true }).waitFor();
    await tabTo(page, words.end);
    await keyboard.press('Enter');
    await page.getByRole('button', { name: words.endYes }).waitFor();
    if ((await focused(page)) !== words.endYes) await tabTo(page, words.endYes);
    await keyboard.press('Enter');
    await panel.getByText(words.ended).waitFor();

    await tabTo(page, new RegExp(words.rate1));
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await tabTo(page, words.rateSend);
    await keyboard.press('Enter');
    await panel.getByText(words.rateThanks).waitFor();
    await tabTo(page, words.startOver);
    await keyboard.press('Enter');
    await visitor.composer.waitFor();
    await tabTo(page, words.close);
    await keyboard.press('Enter');
    await panel.waitFor({ state: 'hidden' });
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });
});

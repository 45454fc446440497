import { expect, test } from 'vitest';
import { inBrowser, useBrowser } from '../browser.ts';
import { useFrontDesk } from '../front-desk.ts';
import { inspectWidget } from '../hostile/inspect-widget.ts';
import { scriptedAnswers } from '../scripted-answers.ts';
import { signUserToken } from '../user-token.ts';
import { arrive, type WidgetPage } from '../widget-page.ts';

/** Notes every event of `window.foyer`, from before the loader is there. */
const LISTENER = `
  window.foyer = window.foyer || function () { (window.foyer.q = window.foyer.q || []).push(arguments); };
  window.heard = [];
  for (const event of ['ready', 'opened', 'closed', 'message', 'unread', 'field', 'status', 'error']) {
    window.foyer('on', event, (data) => window.heard.push({ event, data: data === undefined ? null : JSON.parse(JSON.stringify(data)) }));
  }
`;
interface Heard {
  event: string;
  data: Record<string, unknown> | null;
}
const heard = ({ page }: WidgetPage): Promise<Heard[]> => page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);

inBrowser('a page that embeds the widget', () => {
  const answers = scriptedAnswers();
  const browser = useBrowser();
  const desk = useFrontDesk(() => ({ models: answers.models }));

  test('may have the strictest policy there is, with trusted types', async () => {
    const clinic = await desk().clinic({ features: { attachments: true } });
    answers.answer('Your hours?', ['**Monday** to Friday:\n\n', '- 8 to 12\n- 13 to 17\n\n', 'See [the page](https://example.com/hours).']);
    const visitor = await arrive(browser(), desk(), clinic, { host: { policy: 'strict' } });
    await visitor.open();
    await visitor.say('Your hours?');
    await visitor
      .bubble('13 to 17')
      .getByRole('link', { name: /the page/ })
      .waitFor();
    await visitor.panel.getByRole('button', { name: visitor.words.menu }).click();
    await Promise.all([visitor.page.waitForEvent('download'), visitor.page.getByText(visitor.words.downloadTranscript).click()]);
    expect(await inspectWidget(visitor.page)).toEqual([]);
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('makes no conversation by being looked at, and asks nobody else for anything', async () => {
    const clinic = await desk().clinic();
    const visitor = await arrive(browser(), desk(), clinic);
    await visitor.launcher.waitFor();
    const paths = visitor.watch.requests.map(({ url }) => new URL(url)).filter(({ origin }) => origin === desk().wire.url);
    expect(paths.map(({ pathname }) => pathname)).toEqual(['/widget.js', '/api/v1/widget/config']);
    expect((await clinic.call('GET', '/conversations')).items).toEqual([]);
    expect(await visitor.page.evaluate(() => localStorage.length + document.cookie.length)).toBe(0);
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('calls commands before the loader is there, and hears what happens', async () => {
    const clinic = await desk().clinic();
    const ownScript = `${LISTENER}
      window.foyer('prefill', 'I would like to ask');
      window.foyer('show');`;
    const visitor = await arrive(browser(), desk(), clinic, { host: { ownScript } });
    await visitor.composer.waitFor();
    await expect.poll(() => visitor.composer.inputValue()).toBe('I would like to ask');
    await visitor.foyer('send', 'What should I bring?');
    await visitor.bubble('You said: What should I bring?').waitFor();
    await visitor.foyer('setLocale', 'es');
    await visitor.page.getByRole('dialog', { name: /^Chat con / }).waitFor();
    await visitor.foyer('setLocale', 'en');
    await visitor.panel.waitFor();
    await visitor.foyer('hide');
    await visitor.panel.waitFor({ state: 'hidden' });
    await visitor.foyer('toggle');
    await visitor.panel.waitFor();

    const events = await heard(visitor);
    expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(['ready', 'opened', 'status', 'closed']));
    const messages = events.filter(({ event }) => event === 'message').map(({ data }) => [data?.role, data?.content]);
    expect(messages).toEqual([
      ['user', 'What should I bring?'],
      ['assistant', 'You said: What should I bring?'],
    ]);
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('is told in the console what is wrong with a call, and goes on', async () => {
    const clinic = await desk().clinic();
    const visitor = await arrive(browser(), desk(), clinic, { host: { ownScript: LISTENER } });
    await visitor.launcher.waitFor();
    visitor.watch.forgive(/console: Foyer/);
    await visitor.foyer('shwo');
    await visitor.foyer('on', 'ready', 'no function');
    await visitor.foyer('setLocale', 'klingon');
    await visitor.foyer('setAttributes', 'no object');
    await visitor.foyer('send', { not: 'a text' });
    await visitor.foyer('boot', { projectId: 'another' });
    await visitor.open();
    await expect.poll(async () => (await heard(visitor)).filter(({ event }) => event === 'error').length).toBeGreaterThanOrEqual(6);
    await visitor.say('Still here?');
    await visitor.bubble('You said: Still here?').waitFor();
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('that embeds it twice keeps the first', async () => {
    const clinic = await desk().clinic();
    const visitor = await arrive(browser(), desk(), clinic, { host: { secondScript: { 'project-id': clinic.projectId } } });
    await visitor.launcher.waitFor();
    await visitor.page.waitForLoadState('load');
    expect(await visitor.page.locator('foyer-widget').count()).toBe(1);
    await visitor.open();
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('may swap its body for another one: the conversation goes on', async () => {
    const clinic = await desk().clinic();
    const visitor = await arrive(browser(), desk(), clinic);
    await visitor.open();
    await visitor.say('On the first page');
    await visitor.bubble('You said: On the first page').waitFor();
    await visitor.page.evaluate(() => {
      const body = document.createElement('body');
      body.append(Object.assign(document.createElement('h1'), { textContent: 'The second page' }));
      document.body.replaceWith(body);
      history.pushState({}, '', '?second');
    });
    await visitor.bubble('You said: On the first page').waitFor();
    await visitor.say('On the second page');
    await visitor.bubble('You said: On the second page').waitFor();
    await visitor.page.evaluate(() => {
      for (const child of [...document.body.childNodes]) child.remove();
    });
    await visitor.bubble('You said: On the second page').waitFor();
    expect(await visitor.page.locator('foyer-widget').count()).toBe(1);
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('may show it inside of an element of its own', async () => {
    const clinic = await desk().clinic();
    const host = { body: '<div id="there"></div>', ownScript: `${LISTENER}` };
    const visitor = await arrive(browser(), desk(), clinic, { host });
    await visitor.launcher.waitFor();
    await visitor.foyer('shutdown');
    await visitor.page.evaluate((projectId) => {
      const { foyer } = window as unknown as { foyer: (...all: unknown[]) => void };
      foyer('boot', { projectId, container: document.getElementById('there') });
    }, clinic.projectId);
    const composer = visitor.page.getByRole('textbox', { name: visitor.words.composer });
    await composer.waitFor();
    const box = await composer.boundingBox();
    const there = await visitor.page.locator('#there').boundingBox();
    expect(
      box && there && box.x >= there.x && box.x + box.width <= there.x + there.width && box.y + box.height <= there.y + there.height,
    ).toBe(true);
    expect(await visitor.launcher.count()).toBe(0);
    await composer.fill('Inside');
    await composer.press('Enter');
    await visitor.bubble('You said: Inside').waitFor();
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('tells by a signed token who somebody is, and they find their conversation again on another device', async () => {
    const clinic = await desk().clinic();
    const userToken = signUserToken(clinic.identitySecret, { sub: 'patient-7', name: 'Ana' });
    const phone = await arrive(browser(), desk(), clinic, { size: 'phone' });
    await phone.launcher.waitFor();
    await phone.foyer('setUser', userToken);
    await phone.open();
    await phone.say('From my phone');
    await phone.bubble('You said: From my phone').waitFor();

    const laptop = await arrive(browser(), desk(), clinic);
    await laptop.open();
    expect(await laptop.bubbles.count()).toBe(0);
    await laptop.foyer('setUser', userToken);
    await laptop.bubble('You said: From my phone').waitFor();

    await laptop.foyer('reset');
    await expect.poll(() => laptop.bubbles.count()).toBe(0);
    await laptop.page.reload();
    await laptop.open();
    expect(await laptop.bubbles.count()).toBe(0);
    expect([...phone.watch.problems, ...laptop.watch.problems]).toEqual([]);
    await phone.close();
    await laptop.close();
  });

  test('that is not allowed to embed it is told so once, and is not broken', async () => {
    const clinic = await desk().clinic();
    await clinic.call('PATCH', `/apps/${clinic.appId}`, { allowedOrigins: ['https://elsewhere.example'] });
    const visitor = await arrive(browser(), desk(), clinic, { host: { ownScript: LISTENER } });
    visitor.watch.forgive(/console: (Foyer|Failed to load resource)/);
    await expect
      .poll(async () => (await heard(visitor)).map(({ event, data }) => [event, data?.code]))
      .toEqual([['error', 'FORBIDDEN_ORIGIN']]);
    expect(await visitor.page.locator('foyer-widget').count()).toBe(0);
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });
});

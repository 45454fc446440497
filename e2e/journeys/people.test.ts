import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inBrowser, useBrowser } from '../browser.ts';
import { useFrontDesk } from '../front-desk.ts';
import { scriptedAnswers } from '../scripted-answers.ts';
import { arrive } from '../widget-page.ts';

inBrowser('a conversation and the people in it', () => {
  const answers = scriptedAnswers();
  const browser = useBrowser();
  const desk = useFrontDesk(() => ({ models: answers.models }));

  test('a person of the team joins by name, answers, and hands back', async () => {
    const clinic = await desk().clinic();
    const visitor = await arrive(browser(), desk(), clinic);
    await visitor.open();
    await visitor.say('Hello');
    await visitor.bubble('You said: Hello').waitFor();

    const ana = await clinic.colleague('Ana Torres');
    const { id } = await clinic.conversation();
    await ana('POST', `/conversations/${id}/takeover`);
    await visitor.panel.getByText('Ana Torres has joined').waitFor();
    await visitor.panel.getByText('Ana Torres from the team is here').waitFor();
    await ana('POST', '/messages', { conversationId: id, content: 'Good morning, Ana speaking.' });
    const reply = visitor.bubble('Good morning, Ana speaking.');
    await reply.waitFor();
    expect(await reply.getAttribute('data-role')).toBe('agent');
    // The visitor is looking: the team sees that it was read.
    const { seq } = (await clinic.record()).at(-1) ?? { seq: -1 };
    const readMarks = () => desk().product.database.asSuperuser('select visitor_read_seq from conversations where id = $1', [id]);
    await expect.poll(readMarks).toEqual([{ visitor_read_seq: seq }]);

    await ana('POST', `/conversations/${id}/handoff`, { to: 'agent' });
    await visitor.panel.getByText('Ana Torres has left').waitFor();
    await visitor.say('Thank you');
    await visitor.bubble('You said: Thank you').waitFor();
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('a reply that comes while the widget is closed is counted at the launcher and in the title of the page', async () => {
    const clinic = await desk().clinic();
    const visitor = await arrive(browser(), desk(), clinic);
    await visitor.open();
    await visitor.say('Call me back');
    await visitor.bubble('You said: Call me back').waitFor();
    await visitor.page.keyboard.press('Escape');
    await visitor.panel.waitFor({ state: 'hidden' });

    const ana = await clinic.colleague('Ana');
    const { id } = await clinic.conversation();
    await ana('POST', `/conversations/${id}/takeover`);
    for (const content of ['One.', 'Two.']) await ana('POST', '/messages', { conversationId: id, content });
    await visitor.page.getByRole('button', { name: /2 unread/ }).waitFor();
    await expect.poll(() => visitor.page.title()).toMatch(/^\(2\) Harbour Heart Clinic$/);

    await visitor.open();
    await visitor.bubble('Two.').waitFor();
    await expect.poll(() => visitor.page.title()).toBe('Harbour Heart Clinic');
    expect(await visitor.page.getByRole('button', { name: /unread/ }).count()).toBe(0);
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('an emergency is shown at once, with a number to call, until it was acknowledged', async () => {
    const clinic = await desk().clinic({ country: 'ES' });
    const visitor = await arrive(browser(), desk(), clinic, { size: 'phone' });
    await visitor.open();
    await visitor.say('I have a crushing pain in my chest and my left arm is numb');
    const alert = visitor.panel.getByRole('alert').filter({ hasText: '112' });
    await alert.waitFor();
    expect(await alert.getByRole('link', { name: /Emergency/ }).getAttribute('href')).toBe('tel:112');
    await visitor.page.reload();
    await visitor.open();
    await alert.waitFor();
    await alert.getByRole('button', { name: visitor.words.emergencyRead }).click();
    await alert.waitFor({ state: 'hidden' });
    await visitor.page.reload();
    await visitor.open();
    await visitor.bubble('crushing pain').first().waitFor();
    expect(await alert.count()).toBe(0);
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('at the end one is asked how it was, takes a copy along, and may begin anew', async () => {
    const clinic = await desk().clinic();
    const visitor = await arrive(browser(), desk(), clinic);
    const { words, panel, page } = visitor;
    await visitor.open();
    await visitor.say('Where may I park?');
    await visitor.bubble('You said: Where may I park?').waitFor();

    await panel.getByRole('button', { name: words.menu }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText(words.downloadTranscript).click()]);
    const transcript = readFileSync(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toMatch(/\.txt$/);
    expect(transcript).toContain('Where may I park?');
    expect(transcript).toContain('You said: Where may I park?');
    expect(transcript.indexOf('Where may I park?')).toBeLessThan(transcript.indexOf('You said:'));

    await panel.getByRole('button', { name: words.menu }).click();
    await page.getByText(words.end, { exact: true }).click();
    await page.getByRole('button', { name: words.endYes }).click();
    await panel.getByText(words.ended).waitFor();
    await panel.getByRole('radio', { name: words.rate5 }).check({ force: true });
    await panel.getByRole('textbox', { name: words.rateComment }).fill('Kind and quick.');
    await panel.getByRole('button', { name: words.rateSend }).click();
    await panel.getByText(words.rateThanks).waitFor();
    await expect
      .poll(() =>
        desk().product.database.asSuperuser(
          'select satisfaction_rating, satisfaction_comment from widget_sessions s join apps a on a.id = s.app_id where a.id = $1',
          [clinic.appId],
        ),
      )
      .toEqual([{ satisfaction_rating: 5, satisfaction_comment: 'Kind and quick.' }]);

    await panel.getByRole('button', { name: words.startOver }).click();
    await visitor.composer.waitFor();
    await expect.poll(() => visitor.bubbles.count()).toBe(0);
    await visitor.connected();
    await visitor.say('Once more');
    await visitor.bubble('You said: Once more').waitFor();
    expect((await clinic.call('GET', '/conversations')).items).toHaveLength(2);
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('what is asked before the chat reaches the team, and nothing begins before it was answered', async () => {
    const fields = [
      { name: 'name', label: { en: 'Your name', es: 'Su nombre' }, type: 'text', required: true },
      { name: 'email', label: 'Email', type: 'email' },
    ];
    const clinic = await desk().clinic({ theme: { preChat: { fields } } });
    const visitor = await arrive(browser(), desk(), clinic, { locale: 'es-ES' });
    const { words, panel } = visitor;
    await visitor.launcher.click();
    await panel.getByText(words.preChatTitle).waitFor();
    await panel.getByRole('button', { name: words.start }).click();
    await panel.getByText(words.missingAnswer).waitFor();
    await panel.getByRole('textbox', { name: 'Su nombre' }).fill('Lucía Marín');
    await panel.getByRole('textbox', { name: 'Email' }).fill('no es un correo');
    await panel.getByRole('button', { name: words.start }).click();
    await panel.getByText(words.wrongEmail).waitFor();
    expect((await clinic.call('GET', '/conversations')).items).toEqual([]);

    await panel.getByRole('textbox', { name: 'Email' }).fill('lucia@example.com');
    await panel.getByRole('button', { name: words.start }).click();
    await visitor.composer.waitFor();
    await visitor.say('Buenos días');
    await visitor.bubble('You said: Buenos días').waitFor();
    expect(JSON.stringify(await clinic.conversation())).toContain('Lucía Marín');
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });
});

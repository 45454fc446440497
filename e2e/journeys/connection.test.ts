import { expect, test } from 'vitest';
import { createRandom } from '../../server/test/chaos/random.ts';
import { inBrowser, useBrowser } from '../browser.ts';
import { useFrontDesk } from '../front-desk.ts';
import { scriptedAnswers } from '../scripted-answers.ts';
import { holdTormentedVisit } from '../tormented-visit.ts';
import { LOST_NETWORK } from '../watch.ts';
import { arrive, type WidgetPage } from '../widget-page.ts';

const SEED = Number(process.env.FOYER_TEST_SEED ?? 20_261_120);
const POEM = 'A heart that beats by night and day, and never asks a holiday.'.split(/(?<= )/);

inBrowser('a widget whose connection comes and goes', () => {
  const answers = scriptedAnswers();
  const browser = useBrowser();
  const desk = useFrontDesk(() => ({ models: answers.models }));
  const roles = async (visitor: WidgetPage) => (await visitor.shown()).map(({ role, content }) => `${role}: ${content}`);

  async function open(): Promise<{ clinic: Awaited<ReturnType<ReturnType<typeof desk>['clinic']>>; visitor: WidgetPage }> {
    const clinic = await desk().clinic();
    const visitor = await arrive(browser(), desk(), clinic);
    await visitor.open();
    return { clinic, visitor };
  }

  test('what is written without a network is sent when it is back, once', async () => {
    const { clinic, visitor } = await open();
    visitor.watch.forgive(LOST_NETWORK);
    await visitor.page.context().setOffline(true);
    await visitor.connected('offline');
    await visitor.say('Are you there?');
    await visitor.bubble('Are you there?').and(visitor.page.locator('[data-delivery="waiting"]')).waitFor();
    expect((await clinic.call('GET', '/conversations')).items[0]?.lastSeq).toBe(0);

    await visitor.page.context().setOffline(false);
    await visitor.bubble('You said: Are you there?').waitFor();
    expect(await roles(visitor)).toEqual(['user: Are you there?', 'assistant: You said: Are you there?']);
    expect((await clinic.record()).map(({ content }) => content)).toEqual(['Are you there?', 'You said: Are you there?']);
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('what is written while the server is away outlives a reload of the page', async () => {
    const { clinic, visitor } = await open();
    visitor.watch.forgive(LOST_NETWORK);
    desk().wire.deafen();
    await visitor.say('The acknowledgement of this is lost');
    await expect.poll(async () => (await clinic.conversation()).lastSeq).toBeGreaterThan(0);
    desk().wire.isDown = true;
    desk().wire.cut();
    await visitor.say('And this never left');
    await visitor.bubble('And this never left').waitFor();
    desk().wire.isDown = false;
    await visitor.page.reload();
    await visitor.open();

    await visitor.bubble('You said: And this never left').waitFor();
    const said = (await roles(visitor)).filter((line) => line.startsWith('user'));
    expect(said).toEqual(['user: The acknowledgement of this is lost', 'user: And this never left']);
    expect((await clinic.record()).filter(({ role }) => role === 'user')).toHaveLength(2);
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('a page that is loaded again in the middle of an answer shows the rest of it', async () => {
    const { visitor } = await open();
    const held = answers.hold('A poem, please', POEM, 4);
    await visitor.say('A poem, please');
    await held.isHolding;
    await visitor.bubble('A heart that beats').waitFor();
    await visitor.page.reload();
    await visitor.open();
    await visitor.bubble('A heart that beats').waitFor();
    held.release();

    await visitor.bubble('never asks a holiday.').waitFor();
    expect(await roles(visitor)).toEqual(['user: A poem, please', `assistant: ${POEM.join('')}`]);
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('two tabs show the same conversation, whoever writes', async () => {
    const { visitor } = await open();
    const other = await visitor.tab();
    await other.open();
    await visitor.say('From the first tab');
    await other.bubble('You said: From the first tab').waitFor();
    await other.say('From the second tab');
    await visitor.bubble('You said: From the second tab').waitFor();
    await other.bubble('You said: From the second tab').waitFor();

    const both = await Promise.all(
      [visitor, other].map(async (tab) => (await tab.shown()).map(({ messageId, content }) => [messageId, content])),
    );
    expect(both[0]).toHaveLength(4);
    expect(both[1]).toEqual(both[0]);
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('a restart of the server is a short pause', async () => {
    const { clinic, visitor } = await open();
    visitor.watch.forgive(LOST_NETWORK);
    await visitor.say('Before the restart');
    await visitor.bubble('You said: Before the restart').waitFor();
    await Promise.all([desk().restart(), visitor.say('During the restart')]);
    await visitor.bubble('You said: During the restart').waitFor();
    await visitor.say('After the restart');
    await visitor.bubble('You said: After the restart').waitFor();

    expect((await visitor.shown()).map(({ messageId }) => messageId)).toEqual((await clinic.record()).map(({ id }) => id));
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('a device that slept finds its connection dead, and takes it up again', async () => {
    const clinic = await desk().clinic();
    const visitor = await arrive(browser(), desk(), clinic);
    await visitor.page.clock.install();
    await visitor.page.reload();
    await visitor.open();
    visitor.watch.forgive(LOST_NETWORK);
    await visitor.say('Good night');
    await visitor.bubble('You said: Good night').waitFor();
    // Asleep: the network goes away without a word, the team writes meanwhile, and the clock goes on without the page.
    desk().wire.freeze();
    const ana = await clinic.colleague('Ana');
    const { id } = await clinic.conversation();
    await ana('POST', `/conversations/${id}/takeover`);
    await ana('POST', '/messages', { conversationId: id, content: 'Are you still there?' });
    await visitor.page.clock.fastForward('30:00');

    await visitor.bubble('Are you still there?').waitFor();
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('where web sockets are blocked it goes on without them', async () => {
    desk().wire.refusesSockets = true;
    try {
      const clinic = await desk().clinic();
      const visitor = await arrive(browser(), desk(), clinic);
      visitor.watch.forgive(LOST_NETWORK);
      await visitor.open();
      await visitor.say('Through a strict proxy');
      await visitor.bubble('You said: Through a strict proxy').waitFor();
      const ana = await clinic.colleague('Ana');
      const { id } = await clinic.conversation();
      await ana('POST', `/conversations/${id}/takeover`);
      await ana('POST', '/messages', { conversationId: id, content: 'A person here.' });
      await visitor.bubble('A person here.').waitFor();

      expect(desk().wire.socketCount).toBeGreaterThanOrEqual(0);
      expect((await visitor.shown()).map(({ content }) => content)).toEqual((await clinic.record()).map(({ content }) => content));
      expect(visitor.watch.problems).toEqual([]);
      await visitor.close();
    } finally {
      desk().wire.refusesSockets = false;
    }
  });

  test(`nothing is lost, doubled or out of order when the connection is lost in every way (seed ${SEED})`, async () => {
    const { clinic, visitor } = await open();
    visitor.watch.forgive(LOST_NETWORK);
    const visit = await holdTormentedVisit({
      desk: desk(),
      clinic,
      answers,
      visitor,
      random: createRandom(SEED),
      drops: 8,
      reopen: () => visitor.open(),
    });
    expect(visit.violations).toEqual([]);
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });
});

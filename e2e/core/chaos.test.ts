import { describe, expect, onTestFinished, test } from 'vitest';
import { lastUserText, scriptedModels } from '../../server/test/scripted-models.ts';
import { useFrontDesk } from '../front-desk.ts';
import { createDevice } from './device.ts';
import { openVisitorChat, type VisitorChat } from './visitor-chat.ts';

const WORDS = 'The clinic opens at eight and closes at six and the team will call back as soon as somebody is free to do so today'.split(
  ' ',
);

const desk = useFrontDesk(() => ({
  models: scriptedModels(async function* (request) {
    const question = lastUserText(request);
    for (const word of [question, ...WORDS]) {
      yield { type: 'text-delta', delta: `${word} ` };
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    yield { type: 'finish', reason: 'stop', usage: { inputTokens: 1, outputTokens: 1 } };
  }),
}));

describe('a conversation over a bad network', () => {
  test('is whole: nothing lost, doubled or out of order, and the stored text is the shown one', async () => {
    const seed = Number(process.env.FOYER_TEST_SEED ?? Date.now() % 1_000_000);
    const random = seeded(seed);
    const { wire, clinic } = desk();
    const { projectId, record } = await clinic();
    const device = createDevice({ random });
    let chat = open();
    const other = open();
    await chat.chat.open();
    await other.chat.open();
    const sent: string[] = [];

    for (let round = 0; round < 12; round++) {
      const text = `question-${round}`;
      sent.push(text);
      chat.chat.send(text);
      await pause(random() * 120);
      const mischief = random();
      if (mischief < 0.35) wire.cutSockets();
      else if (mischief < 0.6) {
        wire.deafen();
        await pause(random() * 60);
        wire.cutSockets();
      } else if (mischief < 0.8) {
        chat.close();
        chat = open();
        await chat.chat.open();
      } else if (mischief < 0.9) {
        wire.refusesSockets = !wire.refusesSockets;
        wire.cutSockets();
      } else wire.cut();
      if (random() < 0.5) {
        chat.tab.happen('shown');
        other.tab.happen('online');
      }
    }

    wire.refusesSockets = false;
    await desk().restart();
    const whole = async () => (await record()).map(({ id, role, content }) => ({ role, content, messageId: id }));
    await expect
      .poll(async () => (await whole()).filter(({ role }) => role === 'user').map(({ content }) => content), told(seed))
      .toEqual(sent);
    await expect.poll(async () => (await whole()).at(-1)?.content ?? '', told(seed)).toContain('question-11 The clinic');
    for (const one of [chat, other]) {
      await expect
        .poll(() => one.messages().filter(({ delivery }) => delivery === 'sending' || delivery === 'waiting'), told(seed))
        .toEqual([]);
      await expect.poll(() => one.shown(), told(seed)).toEqual(await whole());
    }

    function open(): VisitorChat {
      const opened = openVisitorChat(device, wire.url, projectId);
      onTestFinished(() => opened.close());
      return opened;
    }
  });
});

const told = (seed: number) => ({ message: `seed ${seed}` });
const pause = (delayMs: number) => new Promise((resolve) => setTimeout(resolve, delayMs));

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

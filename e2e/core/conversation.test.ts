import { describe, expect, onTestFinished, test } from 'vitest';
import { lastUserText, saying, scriptedModels } from '../../server/test/scripted-models.ts';
import { type Clinic, useFrontDesk } from '../front-desk.ts';
import { createDevice, type Device } from './device.ts';
import { openVisitorChat, type VisitorChat, type VisitorChatOptions } from './visitor-chat.ts';

const desk = useFrontDesk(() => ({ models: scriptedModels((request) => saying(`You said: ${lastUserText(request)}`)) }));

async function arrange(options: { features?: Record<string, boolean>; device?: Device } & VisitorChatOptions = {}) {
  const clinic: Clinic = await desk().clinic({ features: options.features ?? {} });
  const device = options.device ?? createDevice();
  const open = (): VisitorChat => {
    const opened = openVisitorChat(device, desk().wire.url, clinic.projectId, options);
    onTestFinished(() => opened.close());
    return opened;
  };
  return { clinic, device, open };
}

const texts = (chat: VisitorChat) => chat.messages().map(({ content }) => content);
const last = (chat: VisitorChat) => chat.messages().at(-1);

describe('a visitor’s conversation', () => {
  test('begins with the opening, is answered, and is there again after a reload', async () => {
    const { open } = await arrange();
    const chat = open();
    expect(chat.chat.connection.value).toBe('idle');
    await chat.chat.open();
    chat.chat.send('Hello');
    expect(last(chat)).toMatchObject({ role: 'user', content: 'Hello', delivery: expect.stringMatching(/sending|waiting/) });
    const { key } = last(chat) ?? {};
    await expect.poll(() => texts(chat)).toEqual(['Hello', 'You said: Hello']);
    expect(chat.messages()[0]).toMatchObject({ key, delivery: 'sent' });
    expect(chat.chat.streaming.value).toBeUndefined();
    chat.close();

    const again = open();
    expect(again.hasSession.value).toBe(true);
    again.resume();
    await expect.poll(() => texts(again)).toEqual(['Hello', 'You said: Hello']);
  });

  test('what was written without a network is kept over a reload and sent later, once and in order', async () => {
    const { clinic, open } = await arrange();
    const { wire } = desk();
    const chat = open();
    await chat.chat.open();
    await expect.poll(() => chat.chat.connection.value).toBe('online');
    wire.isDown = true;
    onTestFinished(() => {
      wire.isDown = false;
    });
    wire.cut();
    await expect.poll(() => chat.chat.connection.value).toBe('reconnecting');
    chat.chat.send('one');
    chat.chat.send('two');
    expect(chat.messages().map(({ delivery }) => delivery)).toEqual(['waiting', 'waiting']);
    chat.close();
    const again = open();
    expect(texts(again)).toEqual(['one', 'two']);
    await again.chat.open();
    wire.isDown = false;
    await expect
      .poll(async () => (await clinic.record()).filter(({ role }) => role === 'user').map(({ content }) => content))
      .toEqual(['one', 'two']);
    await expect.poll(() => last(again)?.content).toContain('two');
  });

  test('two tabs show the same, unread is counted once, and what one has seen the other counts no more', async () => {
    const { open } = await arrange();
    const [first, second] = [open(), open()];
    await Promise.all([first.chat.open(), second.chat.open()]);
    await expect.poll(() => [first, second].map(({ chat }) => chat.connection.value)).toEqual(['online', 'online']);
    first.chat.send('Hi');
    await expect
      .poll(() => [texts(first), texts(second)])
      .toEqual([
        ['Hi', 'You said: Hi'],
        ['Hi', 'You said: Hi'],
      ]);
    await expect.poll(() => [first, second].map(({ chat }) => chat.unreadCount.value)).toEqual([1, 1]);
    second.chat.setVisible(true);
    await expect.poll(() => [first, second].map(({ chat }) => chat.unreadCount.value)).toEqual([0, 0]);
  });

  test('goes on where web sockets are blocked', async () => {
    const { open } = await arrange();
    const { wire } = desk();
    wire.refusesSockets = true;
    const before = wire.socketCount;
    onTestFinished(() => {
      wire.refusesSockets = false;
    });
    const chat = open();
    await chat.chat.open();
    await expect.poll(() => chat.chat.connection.value).toBe('online');
    chat.chat.send('one');
    chat.chat.send('two');
    const own = () => chat.messages().flatMap(({ role, content, delivery }) => (role === 'user' ? [`${content}: ${delivery}`] : []));
    await expect.poll(own).toEqual(['one: sent', 'two: sent']);
    await expect.poll(() => last(chat)?.content).toMatch(/^You said: .*two/s);
    expect(wire.socketCount).toBe(before);
  });

  test('a message that cannot be stored says why, and can be thrown away', async () => {
    const { open } = await arrange();
    const chat = open();
    await chat.chat.open();
    chat.chat.send('x'.repeat(16_001));
    await expect.poll(() => last(chat)).toMatchObject({ delivery: 'failed', failure: 'MESSAGE_TOO_LONG' });
    chat.chat.discard(last(chat)?.key ?? '');
    expect(texts(chat)).toEqual([]);
  });

  test('ends, takes a rating after the end, refuses more, and begins anew with nothing of before', async () => {
    const { clinic, open } = await arrange();
    const chat = open();
    await chat.chat.open();
    chat.chat.send('Bye');
    await expect.poll(() => texts(chat)).toEqual(['Bye', 'You said: Bye']);
    chat.chat.end();
    await expect.poll(() => chat.chat.hasEnded.value).toBe(true);
    chat.chat.rate(4, 'Good');
    await expect.poll(async () => JSON.stringify(await clinic.conversation())).toContain('"rating":4');
    chat.chat.send('More');
    await expect.poll(() => last(chat)).toMatchObject({ content: 'More', delivery: 'failed', failure: 'SESSION_ENDED' });
    await chat.chat.startOver();
    await expect.poll(() => chat.chat.connection.value).toBe('online');
    expect([texts(chat), chat.chat.hasEnded.value, chat.chat.satisfaction.value]).toEqual([[], false, undefined]);
  });

  test('a session that nobody knows any more is begun anew, and what was not sent goes along', async () => {
    const { device, open } = await arrange();
    const chat = open();
    await chat.chat.open();
    chat.chat.send('Hello');
    await expect.poll(() => texts(chat)).toEqual(['Hello', 'You said: Hello']);
    chat.close();
    const stored = JSON.parse(device.stored.get('') ?? '{}');
    const elsewhere = createDevice();
    elsewhere.tab().environment.store.set('', JSON.stringify({ ...stored, token: 'no.token', wsUrl: `${stored.wsUrl}x`, expiresAt: 0 }));
    const { open: openThere } = await arrange({ device: elsewhere });
    const again = openThere();
    again.chat.send('Are you there?');
    await again.chat.open();
    await expect.poll(() => texts(again)).toEqual(['Are you there?', 'You said: Are you there?']);
  });

  test('a token that has run out is exchanged, and the conversation goes on', async () => {
    let aheadMs = 0;
    const { open } = await arrange({ device: createDevice({ now: () => Date.now() + aheadMs }) });
    const chat = open();
    await chat.chat.open();
    await expect.poll(() => chat.chat.connection.value).toBe('online');
    const before = chat.tab.environment.store.get('');
    aheadMs = 3_590_000;
    desk().wire.cutSockets();
    chat.chat.send('Still there?');
    await expect.poll(() => texts(chat)).toEqual(['Still there?', 'You said: Still there?']);
    expect(chat.tab.environment.store.get('')).not.toBe(before);
  });

  test('files go with a message, and both can be seen after it', async () => {
    const { open } = await arrange({ features: { attachments: true } });
    const chat = open();
    await chat.chat.open();
    chat.chat.addFiles([
      new File(['What I take: one tablet a day.'], 'tablets.txt', { type: 'text/plain' }),
      new File(['MZ\0'], 'run.exe'),
    ]);
    await expect
      .poll(() => chat.chat.uploads.value.map(({ state, failureCode }) => failureCode ?? state))
      .toEqual(['ready', 'FILE_TYPE_NOT_ACCEPTED']);
    chat.chat.send('My tablets');
    await expect.poll(() => chat.messages()[0]?.attachments[0]?.url ?? '').toContain('/widget/files/');
    expect(chat.messages()[0]?.attachments).toMatchObject([{ name: 'tablets.txt', contentType: 'text/plain' }]);
    expect(chat.chat.uploads.value).toHaveLength(1);
  });

  test('a restart of the server is survived', async () => {
    const { open } = await arrange();
    const chat = open();
    await chat.chat.open();
    chat.chat.send('before');
    await expect.poll(() => texts(chat)).toEqual(['before', 'You said: before']);
    await desk().restart();
    chat.chat.send('after');
    await expect.poll(() => texts(chat)).toEqual(['before', 'You said: before', 'after', 'You said: after']);
  });

  test('an emergency stays in sight over a reload until it is acknowledged', async () => {
    const { open } = await arrange();
    const chat = open();
    await chat.chat.open();
    chat.chat.send('I have a crushing pain in my chest and cannot breathe');
    await expect.poll(() => chat.chat.emergency.value?.text ?? '').not.toBe('');
    chat.close();
    const again = open();
    expect(again.chat.emergency.value).toBeDefined();
    again.chat.acknowledgeEmergency();
    again.close();
    expect(open().chat.emergency.value).toBeUndefined();
  });
});

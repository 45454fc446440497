import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFakeClock } from '../clock.testing.ts';
import { emailSenderContract, message } from './email.contract.ts';
import { createSmtpSender } from './smtp.ts';
import { smtpReply, startTestSmtpServer } from './smtp-server.testing.ts';

const senderFor = (smtpUrl: string) =>
  createSmtpSender({
    smtpUrl,
    from: { name: 'Foyer', address: 'foyer@clinic.example' },
    clock: createFakeClock(new Date('2026-11-20T10:00:00Z')),
  });

async function arrange(options?: Parameters<typeof startTestSmtpServer>[0]) {
  const { received, port } = await startTestSmtpServer(options);
  return { received, port, sender: senderFor(`smtp://127.0.0.1:${port}`) };
}

emailSenderContract('SMTP', async () => {
  const { sender, received } = await arrange();
  return { sender, arrived: async () => received.map(({ raw }) => raw) };
});

describe('email over SMTP', () => {
  test('goes to everybody it is for, and blind copies stay blind', async () => {
    const { sender, received } = await arrange();
    await sender.send({ ...message, cc: [{ address: 'team@example.com' }], bcc: [{ address: 'boss@example.com' }] });

    expect(received).toMatchObject([
      { from: 'foyer@clinic.example', recipients: ['ana@example.com', 'team@example.com', 'boss@example.com'] },
    ]);
    expect(received[0]?.raw.toString()).not.toContain('boss@example.com');
  });

  test('signs in with the percent-encoded user and password of SMTP_URL', async () => {
    const { received, port } = await startTestSmtpServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, callback) =>
        username === 'ana@clinic' && password === 'p:ss/w@rd' ? callback(null, { user: 'ana' }) : callback(smtpReply(535, 'no')),
    });
    await senderFor(`smtp://ana%40clinic:p%3Ass%2Fw%40rd@127.0.0.1:${port}`).send(message);
    expect(received).toHaveLength(1);

    const refused = senderFor(`smtp://ana%40clinic:wrong@127.0.0.1:${port}`).send(message);
    await expect(refused).rejects.toMatchObject({ code: 'EMAIL_TRY_AGAIN', retryable: true, replyCode: 535 });
  });

  test.each([
    [550, { code: 'EMAIL_REFUSED', retryable: false, replyCode: 550, reply: expect.stringContaining('ana@example.com is unknown') }],
    [552, { code: 'EMAIL_REFUSED', retryable: false, replyCode: 552 }],
    [450, { code: 'EMAIL_TRY_AGAIN', retryable: true, replyCode: 450 }],
    [421, { code: 'EMAIL_TRY_AGAIN', retryable: true, replyCode: 421 }],
  ])('the reply %i to the recipient is told as what it means, without anybody’s address in the message', async (replyCode, expected) => {
    const { sender } = await arrange({
      onRcptTo: (_address, _session, callback) => callback(smtpReply(replyCode, 'ana@example.com is unknown')),
    });
    const error = await sender.send(message).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject(expected);
    expect(String(error)).not.toContain('ana@');
  });

  test('a reply to the content counts the same', async () => {
    const { sender } = await arrange({
      onData: (stream, _session, callback) => {
        stream.resume().on('end', () => callback(smtpReply(554, 'looks like spam')));
      },
    });
    await expect(sender.send(message)).rejects.toMatchObject({ code: 'EMAIL_REFUSED', replyCode: 554 });
  });

  test('a server that turns us away at the door has said nothing about the mail', async () => {
    const { sender } = await arrange({ onConnect: (_session, callback) => callback(smtpReply(554, 'your address is listed')) });
    await expect(sender.send(message)).rejects.toMatchObject({ code: 'EMAIL_TRY_AGAIN', retryable: true, replyCode: 554 });
  });

  test('when some recipients are refused, the others get it and the refused are named', async () => {
    const { sender, received } = await arrange({
      onRcptTo: ({ address }, _session, callback) => callback(address === 'gone@example.com' ? smtpReply(550, 'unknown') : null),
    });
    const sent = await sender.send({ ...message, to: [{ address: 'gone@example.com' }, { address: 'ana@example.com' }] });
    expect(sent.refusedRecipients).toEqual(['gone@example.com']);
    expect(received).toMatchObject([{ recipients: ['ana@example.com'] }]);
  });

  test('a server that is not there, or hangs up, is worth another try', async () => {
    const rude = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(rude, 'listening');
    onTestFinished(() => void rude.close());
    const { port } = rude.address() as AddressInfo;
    const tryAgain = { code: 'EMAIL_TRY_AGAIN', retryable: true, replyCode: undefined };

    await expect(senderFor(`smtp://127.0.0.1:${port}`).send(message)).rejects.toMatchObject(tryAgain);
    rude.close();
    await once(rude, 'close');
    await expect(senderFor(`smtp://127.0.0.1:${port}`).send(message)).rejects.toMatchObject(tryAgain);
  });

  test('with requireTLS nothing goes out unencrypted', async () => {
    const { port, received } = await arrange();
    await expect(senderFor(`smtp://127.0.0.1:${port}?requireTLS=true`).send(message)).rejects.toMatchObject({ retryable: true });
    expect(received).toEqual([]);
  });

  test('is described without its password', () => {
    expect(senderFor('smtps://ana:secret@mail.clinic.example').describe()).toBe('SMTP at mail.clinic.example:465');
  });

  test.each([
    ['http://mail.example', 'must begin with smtp'],
    ['mail.example:25', 'must begin with smtp'],
    ['smtp://', 'names no host'],
    ['smtp://ana@mail.example', 'both a user name and a password'],
    ['smtp://mail.example/inbox', 'must end after host and port'],
    ['smtp://mail.example?pool=true', 'unknown option “pool”'],
    ['smtp://mail.example?requireTLS=maybe', 'must be true or false'],
    ['smtp://a:%E0%A4%A@mail.example', 'not percent-encoded'],
  ])('a wrong SMTP_URL is refused at the start: %s', (url, problem) => {
    expect(() => senderFor(url)).toThrow(problem);
  });
});

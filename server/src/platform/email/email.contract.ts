import PostalMime, { type Email } from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { EmailMessage, EmailSender } from './email-sender.ts';

export const message: EmailMessage = { to: [{ address: 'ana@example.com' }], subject: 'Your appointment', text: 'See you at ten.' };

export interface SenderUnderTest {
  sender: EmailSender;
  /** The raw mails that arrived where this sender delivers, the earliest first. */
  arrived(): Promise<Buffer[]>;
}

/** What every sender does. Its default sender is `Foyer <foyer@clinic.example>`, its clock stands at 2026-11-20T10:00:00Z. */
export function emailSenderContract(name: string, open: () => Promise<SenderUnderTest>) {
  describe(`email: ${name}`, () => {
    const sendAndParse = async (mail: EmailMessage): Promise<Email> => {
      const { sender, arrived } = await open();
      await sender.send(mail);
      const [raw] = await arrived();
      if (!raw) throw new Error('No mail arrived.');
      return PostalMime.parse(raw);
    };

    test('a plain mail arrives as it was written, from the default sender', async () => {
      expect(await sendAndParse(message)).toMatchObject({
        from: { name: 'Foyer', address: 'foyer@clinic.example' },
        to: [{ address: 'ana@example.com' }],
        subject: 'Your appointment',
        text: 'See you at ten.\n',
        date: '2026-11-20T10:00:00.000Z',
      });
    });

    test('every part of a mail arrives', async () => {
      const parsed = await sendAndParse({
        to: [{ name: 'Ana “la jefa” Núñez, M.D.', address: 'ana@example.com' }, { address: 'eva@example.com' }],
        cc: [{ name: 'Team', address: 'team@example.com' }],
        from: { name: 'Clínica Sur', address: 'citas@sur.example' },
        replyTo: { address: 'inbox+42@clinic.example' },
        subject: 'Su cita — mañana a las 10 ✓ '.repeat(6),
        text: '¡Hola!\n.\nFrom here on ünïcödé.',
        html: '<p>¡Hola!</p>',
        headers: {
          'X-Foyer-Conversation': 'c42',
          'List-Unsubscribe': '<https://clinic.example/u?a=1&b=2>',
          'In-Reply-To': '<a@b.example>',
        },
        attachments: [{ filename: 'informe ñ.pdf', contentType: 'application/pdf', content: Buffer.from([0, 13, 10, 255, 46]) }],
      });

      expect(parsed).toMatchObject({
        to: [{ name: 'Ana “la jefa” Núñez, M.D.', address: 'ana@example.com' }, { address: 'eva@example.com' }],
        cc: [{ name: 'Team', address: 'team@example.com' }],
        from: { name: 'Clínica Sur', address: 'citas@sur.example' },
        replyTo: [{ address: 'inbox+42@clinic.example' }],
        subject: 'Su cita — mañana a las 10 ✓ '.repeat(6),
        text: '¡Hola!\n.\nFrom here on ünïcödé.\n',
        html: expect.stringContaining('<p>¡Hola!</p>'),
        inReplyTo: '<a@b.example>',
        attachments: [{ filename: 'informe ñ.pdf', mimeType: 'application/pdf', content: new Uint8Array([0, 13, 10, 255, 46]).buffer }],
      });
      const headers = new Map(parsed.headers.map(({ key, value }) => [key, value]));
      expect(headers.get('x-foyer-conversation')).toBe('c42');
      expect(headers.get('list-unsubscribe')).toBe('<https://clinic.example/u?a=1&b=2>');
    });

    test('the same key gives the same Message-ID, no key a new one each time', async () => {
      const { sender } = await open();
      const idOf = async (idempotencyKey?: string) =>
        (await sender.send(idempotencyKey === undefined ? message : { ...message, idempotencyKey })).providerMessageId;
      const ids = [await idOf('reminder-7'), await idOf('reminder-7'), await idOf('reminder-8'), await idOf(), await idOf()];
      expect(ids[0]).toBe(ids[1]);
      expect(new Set(ids).size).toBe(4);
      expect(ids[0]).toMatch(/^<[0-9a-f]{32}@clinic\.example>$/);
    });

    const to = (address: string, name?: string) => ({ ...message, to: [name === undefined ? { address } : { address, name }] });
    test.each<[string, EmailMessage, string]>([
      ['a line break in the subject', { ...message, subject: 'Hi\r\nBcc: eve@example.com' }, 'subject'],
      ['a lone line feed in the subject', { ...message, subject: 'Hi\nBcc: eve@example.com' }, 'subject'],
      ['a line break in a name', to('ana@example.com', 'Ana\r\nBcc: eve@example.com'), 'to.0'],
      ['a line break in an address', to('ana@example.com\r\nRCPT TO:<eve@example.com>'), 'to.0'],
      ['two addresses in one', to('ana@example.com,eve@example.com'), 'to.0'],
      ['an address with a name around it', to('Ana <ana@example.com>'), 'to.0'],
      ['no address at all', to('ana'), 'to.0'],
      ['a space in an address', to('ana @example.com'), 'to.0'],
      ['a NUL in an address', to('ana\0@example.com'), 'to.0'],
      ['a bad address for replies', { ...message, replyTo: { address: 'a@b@c' } }, 'replyTo.0'],
      ['a bad sender', { ...message, from: { address: '<>' } }, 'from.0'],
      ['a bad blind copy', { ...message, bcc: [{ address: 'eve@example.com>' }] }, 'bcc.0'],
      ['nobody to send to', { ...message, to: [] }, 'to'],
      ['too many people', { ...message, to: Array.from({ length: 101 }, (_, index) => ({ address: `p${index}@example.com` })) }, 'to'],
      ['no text', { ...message, text: ' \n' }, 'text'],
      ['a header that is ours', { ...message, headers: { BCC: 'eve@example.com' } }, 'headers.BCC'],
      ['a header about the content', { ...message, headers: { 'Content-Type': 'text/html' } }, 'headers.Content-Type'],
      ['a header with a line break', { ...message, headers: { 'X-A': 'a\r\nBcc: eve@example.com' } }, 'headers'],
      ['a header name with a colon', { ...message, headers: { 'X-A: b\r\nBcc': 'eve@example.com' } }, 'headers'],
      [
        'a file name with a path',
        { ...message, attachments: [{ filename: '../a', contentType: 'text/plain', content: Buffer.from('') }] },
        'attachments.0.filename',
      ],
      [
        'a content type with more in it',
        { ...message, attachments: [{ filename: 'a', contentType: 'text/plain\r\nX: y', content: Buffer.from('') }] },
        'attachments.0.contentType',
      ],
    ])('%s is refused and named, and nothing is sent', async (_name, mail, path) => {
      const { sender, arrived } = await open();
      await expect(sender.send(mail)).rejects.toMatchObject({ code: 'EMAIL_INVALID', status: 400, errors: [{ path }] });
      expect(await arrived()).toEqual([]);
    });
  });
}

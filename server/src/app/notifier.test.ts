import { describe, expect, test } from 'vitest';
import { NoticeRefused } from '#messaging/notifier.ts';
import { EmailNotSent, type EmailSender } from '#platform/email/email-sender.ts';
import { badRequest } from '#platform/errors.ts';
import { notifierBy } from './notifier.ts';

const NOTICE = { key: 'k', to: { address: 'ana@example.com' }, subject: 'S', text: 'T' };
const by = (send: EmailSender['send']) => notifierBy({ send, describe: () => 'a test' }).send('email', NOTICE);
const failing = (error: unknown) => by(() => Promise.reject(error));

describe('a notice by mail', () => {
  test('is one mail to one person, recognised by its key', async () => {
    const sent: unknown[] = [];
    await by(async (message) => {
      sent.push(message);
      return { providerMessageId: '1', refusedRecipients: [] };
    });
    expect(sent).toEqual([{ to: [{ address: 'ana@example.com' }], subject: 'S', text: 'T', idempotencyKey: 'k' }]);
  });

  test('that is refused for good is not tried again; anything else is', async () => {
    await expect(failing(new EmailNotSent('No.', { retryable: false }))).rejects.toBeInstanceOf(NoticeRefused);
    await expect(failing(badRequest('EMAIL_INVALID', 'No.'))).rejects.toBeInstanceOf(NoticeRefused);
    await expect(by(async () => ({ providerMessageId: '1', refusedRecipients: ['ana@example.com'] }))).rejects.toBeInstanceOf(
      NoticeRefused,
    );
    const later = new EmailNotSent('Later.', { retryable: true });
    await expect(failing(later)).rejects.toBe(later);
  });
});

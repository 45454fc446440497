import { createNotifier, NoticeRefused, type Notifier } from '#messaging/notifier.ts';
import { EmailNotSent, type EmailSender } from '#platform/email/email-sender.ts';
import { AppError } from '#platform/errors.ts';

/** How people of a team are reached: by mail so far. */
export const notifierBy = (email: EmailSender): Notifier =>
  createNotifier({
    email: async ({ key, to, subject, text, html }) => {
      try {
        const message = { to: [to], subject, text, idempotencyKey: key, ...(html !== undefined && { html }) };
        const { refusedRecipients } = await email.send(message);
        if (refusedRecipients.length === 0) return;
      } catch (error) {
        // An address that no mail can carry stays one.
        const isForGood = error instanceof EmailNotSent ? !error.retryable : error instanceof AppError && error.code === 'EMAIL_INVALID';
        if (!isForGood) throw error;
        throw new NoticeRefused('The mail was refused.', { cause: error });
      }
      throw new NoticeRefused('The mail server took the mail and refused its recipient.');
    },
  });

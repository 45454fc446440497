import { createTransport } from 'nodemailer';
import type { Clock } from '../clock.ts';
import { assertOutsideUnitOfWork } from '../db/unit-of-work.ts';
import { compose } from './compose.ts';
import { assertEmailMessage } from './email-message.policy.ts';
import { type EmailAddress, EmailNotSent, type EmailSender } from './email-sender.ts';
import { parseSmtpUrl } from './smtp-url.ts';

export interface SmtpSenderOptions {
  smtpUrl: string;
  /** The sender of mails that name none. */
  from: EmailAddress;
  clock: Clock;
}

/** Sends each mail over a connection of its own. @throws {Error} when SMTP_URL is wrong */
export function createSmtpSender({ smtpUrl, from, clock }: SmtpSenderOptions): EmailSender {
  const server = parseSmtpUrl(smtpUrl);
  const transport = createTransport({ ...server, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 });

  return {
    async send(message) {
      assertOutsideUnitOfWork('email');
      assertEmailMessage(message);
      try {
        const { messageId, rejected } = await transport.sendMail(compose(message, from, clock));
        return { providerMessageId: messageId, refusedRecipients: rejected };
      } catch (error) {
        throw classify(error);
      }
    },
    describe: () => `SMTP at ${server.host}:${server.port}`,
  };
}

function classify(error: unknown): EmailNotSent {
  const { code, responseCode, response } = error as { code?: string; responseCode?: number; response?: string };
  const details = { replyCode: responseCode, reply: response, failure: code };
  if (responseCode === undefined) {
    return new EmailNotSent('The mail server could not be reached or did not answer.', { ...details, retryable: true });
  }
  // Replies to the greeting, to encryption or to signing in are for the operator to mend; the mail itself is as good as before.
  const isAboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (isAboutTheMail && isPermanent(responseCode))
    return new EmailNotSent('The mail server refused the mail.', { ...details, retryable: false });
  return new EmailNotSent('The mail server did not take the mail for now.', { ...details, retryable: true });
}

/** RFC 5321: replies from 500 on are for good; 503 speaks of the order of commands, not of the mail. */
function isPermanent(responseCode: number): boolean {
  return responseCode >= 500 && responseCode !== 503;
}

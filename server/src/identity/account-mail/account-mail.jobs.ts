import { z } from 'zod';
import type { SecretBox } from '#platform/crypto/secret-box.ts';
import type { SystemTransaction, TenantTransaction } from '#platform/db/unit-of-work.ts';
import { EmailNotSent, type EmailSender } from '#platform/email/email-sender.ts';
import { AppError } from '#platform/errors.ts';
import { declareJob, defineJob, type JobDefinition } from '#platform/jobs/define-job.ts';
import { PermanentJobFailure } from '#platform/jobs/job-failure.ts';
import { type AccountMail, accountMailText } from './account-mail.texts.ts';

/** The whole mail is sealed: it carries codes and tokens, and jobs are kept after they failed. */
const sendAccountMailJob = declareJob({ name: 'account-mail.send', payload: z.object({ sealed: z.string() }) });

/** To whom a mail goes; nobody where an address was asked for that nobody has. */
interface Envelope {
  to: { address: string; name?: string } | undefined;
  locale: string | null;
  mail: AccountMail;
}

export interface AccountMails {
  /** Enqueues a mail in the transaction of what it tells. To nobody as well, so that it takes the same time. */
  send(tx: SystemTransaction | TenantTransaction, envelope: Envelope): Promise<void>;
}

const CONTEXT = { purpose: 'account-mail' };

export function createAccountMails({ secretBox }: { secretBox: SecretBox }): AccountMails {
  return {
    send: (tx, envelope) => tx.enqueue(sendAccountMailJob, { sealed: secretBox.seal(JSON.stringify(envelope), CONTEXT) }),
  };
}

export function sendAccountMail({ secretBox, email }: { secretBox: SecretBox; email: EmailSender }): JobDefinition<{ sealed: string }> {
  return defineJob({
    ...sendAccountMailJob,
    run: async ({ sealed }, { jobId }) => {
      const { to, locale, mail } = JSON.parse(secretBox.open(sealed, CONTEXT)) as Envelope;
      if (!to) return;
      try {
        await email.send({ to: [to], ...accountMailText(mail, locale), idempotencyKey: `account-mail-${jobId}` });
      } catch (error) {
        const isForGood = error instanceof EmailNotSent ? !error.retryable : error instanceof AppError && error.code === 'EMAIL_INVALID';
        throw isForGood ? new PermanentJobFailure('An account mail was refused for good.') : error;
      }
    },
  });
}

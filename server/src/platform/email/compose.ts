import { createHash } from 'node:crypto';
import type Mail from 'nodemailer/lib/mailer/index.js';
import type { Clock } from '../clock.ts';
import { newId } from '../ids.ts';
import type { EmailAddress, EmailMessage } from './email-sender.ts';

/** A message in the terms of nodemailer. Whatever the content says, it reads neither files nor URLs. */
export function compose(message: EmailMessage, defaultFrom: EmailAddress, clock: Clock): Mail.Options & { messageId: string } {
  const { to, cc = [], bcc = [], from = defaultFrom, replyTo, subject, text, html, headers = {}, attachments = [] } = message;
  return {
    from: { ...from },
    to: to.map(asRecipient),
    cc: cc.map(asRecipient),
    bcc: bcc.map(asRecipient),
    ...(replyTo ? { replyTo: { ...replyTo } } : {}),
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    headers: { ...headers },
    attachments: attachments.map((attachment) => ({ ...attachment })),
    messageId: messageIdOf(message, from),
    date: clock.now(),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function messageIdOf({ idempotencyKey }: EmailMessage, { address }: EmailAddress): string {
  const name = idempotencyKey === undefined ? newId() : nameOfKey(idempotencyKey);
  return `<${name}@${address.slice(address.lastIndexOf('@') + 1)}>`;
}

/** The key itself may say things that are nobody's business. */
export function nameOfKey(idempotencyKey: string): string {
  return createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 32);
}

const asRecipient = ({ address, name }: EmailAddress) => (name === undefined ? { address } : { address, name });

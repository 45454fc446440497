export interface EmailAddress {
  address: string;
  name?: string;
}

export interface EmailAttachment {
  filename: string;
  contentType: string;
  content: Buffer;
}

export interface EmailMessage {
  to: readonly EmailAddress[];
  cc?: readonly EmailAddress[];
  bcc?: readonly EmailAddress[];
  /** The sender's own default when left out. */
  from?: EmailAddress;
  replyTo?: EmailAddress;
  subject: string;
  text: string;
  html?: string;
  /** Beyond those that follow from the rest; those cannot be set here. */
  headers?: Readonly<Record<string, string>>;
  attachments?: readonly EmailAttachment[];
  /** The same key is the same mail: its Message-ID follows from it, so that a mail sent twice is recognised as one. */
  idempotencyKey?: string;
}

export interface SentEmail {
  /** The Message-ID, or the provider's own name of the mail. */
  providerMessageId: string;
  /** Addresses that the provider refused while it took the mail for the others. */
  refusedRecipients: string[];
}

export interface EmailSender {
  /** @throws {AppError} EMAIL_INVALID, {EmailNotSent} */
  send(message: EmailMessage): Promise<SentEmail>;
  /** Where mails go, for people who run the installation; without credentials. */
  describe(): string;
}

/** A mail that was not taken: `refused` for good, or worth trying `again`. */
export class EmailNotSent extends Error {
  override readonly name = 'EmailNotSent';
  readonly code: 'EMAIL_REFUSED' | 'EMAIL_TRY_AGAIN';
  readonly retryable: boolean;
  /** The server's three-digit reply, when there was one. */
  readonly replyCode: number | undefined;
  /** The server's own words. They may hold addresses: for the sender to read, not for a log. */
  readonly reply: string | undefined;
  /** What a log may show. */
  readonly logFields: Readonly<Record<string, unknown>>;

  constructor(message: string, { retryable, replyCode, reply, failure }: EmailNotSentDetails) {
    super(message);
    this.code = retryable ? 'EMAIL_TRY_AGAIN' : 'EMAIL_REFUSED';
    this.retryable = retryable;
    this.replyCode = replyCode;
    this.reply = reply;
    this.logFields = { retryable, replyCode, failure };
  }
}

export interface EmailNotSentDetails {
  retryable: boolean;
  replyCode?: number | undefined;
  reply?: string | undefined;
  /** A short name of the failure, such as ETIMEDOUT. */
  failure?: string | undefined;
}

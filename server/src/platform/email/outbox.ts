import { link, mkdir, open, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Clock } from '../clock.ts';
import { assertOutsideUnitOfWork } from '../db/unit-of-work.ts';
import { notFound } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Logger } from '../telemetry/logger.ts';
import { compose, nameOfKey } from './compose.ts';
import { assertEmailMessage } from './email-message.policy.ts';
import type { EmailAddress, EmailSender } from './email-sender.ts';

export interface KeptEmail {
  id: string;
  keptAt: Date;
  bytes: number;
}

/** Keeps mails where the operator can read them, as long as no SMTP server is configured. Nothing is sent. */
export interface Outbox extends EmailSender {
  /** The latest first. */
  list(limit?: number): Promise<KeptEmail[]>;
  /** The whole mail as it would have been sent (RFC 5322), its blind copies included. @throws {AppError} EMAIL_NOT_FOUND */
  read(id: string): Promise<Buffer>;
}

export interface OutboxOptions {
  dataDirectory: string;
  from: EmailAddress;
  clock: Clock;
  logger: Logger;
}

export function createOutbox({ dataDirectory, from, clock, logger }: OutboxOptions): Outbox {
  const directory = join(dataDirectory, 'outbox');
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  return {
    async send(message) {
      assertOutsideUnitOfWork('email');
      assertEmailMessage(message);
      const { message: mail, messageId } = await composer.sendMail(compose(message, from, clock));
      if (!Buffer.isBuffer(mail)) throw new TypeError('The composer did not return a buffer.');
      const id = message.idempotencyKey === undefined ? newId() : nameOfKey(message.idempotencyKey);
      await mkdir(directory, { recursive: true, mode: 0o700 });
      await keepOnce(join(directory, `${id}.eml`), mail, clock.now());
      logger.info('an email was kept in the outbox, because no SMTP server is configured', { outboxId: id });
      return { providerMessageId: messageId, refusedRecipients: [] };
    },

    describe: () => `no SMTP server: mails are kept in ${directory}`,

    async list(limit = 100) {
      const kept = await Promise.all((await namesIn(directory)).map((name) => entryOf(directory, name)));
      const found = kept.filter((entry) => entry !== undefined);
      return found.toSorted((a, b) => b.keptAt.getTime() - a.keptAt.getTime() || b.id.localeCompare(a.id)).slice(0, limit);
    },

    async read(id) {
      if (!ID.test(id)) throw emailNotFound();
      try {
        return await readFile(join(directory, `${id}.eml`));
      } catch (error) {
        throw isErrno(error, 'ENOENT') ? emailNotFound() : error;
      }
    },
  };
}

/** Written in full before it has its name; a mail of that name that is already there stays as it is. */
async function keepOnce(path: string, mail: Buffer, keptAt: Date): Promise<void> {
  const temporary = `${path}.${newId()}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(mail);
      await file.sync();
    } finally {
      await file.close();
    }
    await utimes(temporary, keptAt, keptAt);
    await link(temporary, path);
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return (await readdir(directory)).filter((name) => name.endsWith('.eml'));
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}

async function entryOf(directory: string, name: string): Promise<KeptEmail | undefined> {
  // The operator may be clearing the folder at this moment.
  const found = await stat(join(directory, name)).catch(() => undefined);
  return found && { id: name.slice(0, -'.eml'.length), keptAt: found.mtime, bytes: found.size };
}

const emailNotFound = () => notFound('EMAIL_NOT_FOUND', 'There is no such email in the outbox.');
const isErrno = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;
const ID = /^[0-9a-f-]{32,36}$/;

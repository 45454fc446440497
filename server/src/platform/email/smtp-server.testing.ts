import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface ReceivedMail {
  raw: Buffer;
  from: string;
  recipients: string[];
}

/** A real SMTP server on loopback that ends with the test. Without options it takes every mail from anybody. */
export async function startTestSmtpServer(options: SMTPServerOptions = {}) {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 10,
    onData(stream, { envelope }, callback) {
      buffer(stream).then((raw) => {
        const { mailFrom, rcptTo } = envelope;
        received.push({ raw, from: mailFrom === false ? '' : mailFrom.address, recipients: rcptTo.map(({ address }) => address) });
        callback();
      }, callback);
    },
    ...options,
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { received, port: (listening.address() as AddressInfo).port };
}

/** What an SMTP server answers with another code than it would by itself. */
export function smtpReply(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFakeClock } from '../clock.testing.ts';
import { createLogger } from '../telemetry/logger.ts';
import { emailSenderContract, message } from './email.contract.ts';
import { createOutbox } from './outbox.ts';

async function arrange() {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'foyer-outbox-'));
  onTestFinished(() => rm(dataDirectory, { recursive: true }));
  const lines: string[] = [];
  const logger = createLogger({ level: 'debug', format: 'json', write: (line) => lines.push(line) });
  const clock = createFakeClock(new Date('2026-11-20T10:00:00Z'));
  const outbox = createOutbox({ dataDirectory, from: { name: 'Foyer', address: 'foyer@clinic.example' }, clock, logger });
  return { outbox, clock, lines, directory: join(dataDirectory, 'outbox') };
}

emailSenderContract('outbox', async () => {
  const { outbox } = await arrange();
  const arrived = async () => Promise.all((await outbox.list()).toReversed().map(({ id }) => outbox.read(id)));
  return { sender: outbox, arrived };
});

describe('the outbox', () => {
  test('lists what it keeps, the latest first, and is empty at the start', async () => {
    const { outbox, clock } = await arrange();
    expect(await outbox.list()).toEqual([]);
    for (const subject of ['first', 'second', 'third']) {
      await outbox.send({ ...message, subject });
      await clock.advance(1_000);
    }
    const kept = await outbox.list(2);
    expect(kept.map(({ keptAt }) => keptAt.toISOString())).toEqual(['2026-11-20T10:00:02.000Z', '2026-11-20T10:00:01.000Z']);
    const mail = await outbox.read(kept[0]?.id ?? '');
    expect(mail.toString()).toContain('Subject: third\r\n');
    expect(mail).toHaveLength(kept[0]?.bytes ?? 0);
  });

  test('keeps a mail of the same key once, also when both come at the same moment', async () => {
    const { outbox, directory } = await arrange();
    await Promise.all(Array.from({ length: 5 }, () => outbox.send({ ...message, idempotencyKey: 'reminder-7' })));
    await outbox.send({ ...message, idempotencyKey: 'reminder-7' });
    expect(await readdir(directory)).toHaveLength(1);
  });

  test('shows blind copies, because there is no envelope beside it', async () => {
    const { outbox } = await arrange();
    await outbox.send({ ...message, bcc: [{ address: 'boss@example.com' }] });
    const [kept] = await outbox.list();
    expect((await outbox.read(kept?.id ?? '')).toString()).toContain('Bcc: boss@example.com');
  });

  test('is for its owner only, and the log tells nobody’s address or words', async () => {
    const { outbox, directory, lines } = await arrange();
    await outbox.send({ ...message, idempotencyKey: 'reminder-7' });
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(directory)) expect((await stat(join(directory, name))).mode & 0o777).toBe(0o600);
    expect(lines.join()).toContain('no SMTP server is configured');
    expect(lines.join()).not.toMatch(/ana|appointment|ten|reminder/i);
  });

  test.each(['', '..', '../elsewhere', 'a/b', '00000000-0000-7000-8000-000000000000'])(
    'an id that it did not give leads nowhere: %j',
    async (id) => {
      const { outbox, directory } = await arrange();
      await outbox.send(message);
      await writeFile(join(directory, '..', 'elsewhere.eml'), 'somebody else’s');
      await expect(outbox.read(id)).rejects.toMatchObject({ code: 'EMAIL_NOT_FOUND', status: 404 });
    },
  );
});

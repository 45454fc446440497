import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { createOutbox } from '#platform/email/outbox.ts';
import { createSmtpSender } from '#platform/email/smtp.ts';
import { createGuardedClient } from '#platform/outbound/guarded-client.ts';
import { openLocalStorage } from '#platform/storage/local-storage.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { scopeOfNewTenant, useTestDatabase } from './test-database.ts';

describe('ports that wait for something outside', () => {
  test('refuse to be used while a transaction is open', async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'foyer-ports-'));
    onTestFinished(() => rm(dataDirectory, { recursive: true }));
    const clock = createFakeClock();
    const from = { address: 'foyer@clinic.example' };
    const storage = await openLocalStorage({ dataDirectory, clock });
    const outbound = createGuardedClient({ allow: [], clock, logger: silentLogger });
    const mail = { to: [{ address: 'ana@example.com' }], subject: 'Hi', text: 'Hi' };
    const calls: Record<string, () => Promise<unknown>> = {
      outbound: () => outbound.request({ method: 'GET', url: 'http://127.0.0.1/' }),
      smtp: () => createSmtpSender({ smtpUrl: 'smtp://127.0.0.1:1', from, clock }).send(mail),
      outbox: () => createOutbox({ dataDirectory, from, clock, logger: silentLogger }).send(mail),
      'storage put': () => storage.put('a', Buffer.from('x'), { maximumBytes: 1 }),
      'storage get': () => storage.get('a'),
      'storage exists': () => storage.exists('a'),
      'storage delete': () => storage.delete('a'),
    };

    const unitOfWork = (await useTestDatabase({ poolSize: 1 })).unitOfWork();
    await unitOfWork.read(scopeOfNewTenant(), async () => {
      for (const [name, call] of Object.entries(calls)) await expect(call(), name).rejects.toThrow('inside a unit of work');
    });
    await expect(calls.outbox?.()).resolves.toBeDefined();
  });
});

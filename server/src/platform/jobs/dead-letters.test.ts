import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { scopeOfNewTenant, useTestDatabase } from '#test/test-database.ts';
import { createFakeClock } from '../clock.testing.ts';
import { createDeadLetters } from './dead-letters.ts';
import { defineJob } from './define-job.ts';
import { enqueueJob } from './enqueue.ts';
import { PermanentJobFailure } from './job-failure.ts';
import { drainJobs } from './jobs.testing.ts';

describe('dead letters', () => {
  test('a tenant sees its own, the installation sees all, and nobody sees what is merely waiting', async () => {
    const { deadLetters, clinic, bakery } = await arrange();

    expect(await deadLetters.list(clinic, { limit: 10 })).toMatchObject([
      { name: 'call', tenantId: clinic.tenantId, attempts: 10, lastError: 'The number is unreachable.' },
    ]);
    expect(await deadLetters.count(bakery)).toBe(1);
    expect(await deadLetters.count('installation')).toBe(3);
    expect(await deadLetters.count(scopeOfNewTenant())).toBe(0);

    const [newest] = await deadLetters.list('installation', { limit: 1 });
    expect(newest?.tenantId).toBeNull();
    expect(await deadLetters.list('installation', { limit: 10, before: newest?.id ?? '' })).toHaveLength(2);
  });

  test('one that is retried runs again from the first attempt, at the word of its own tenant only', async () => {
    const { deadLetters, clinic, bakery, drain, mend } = await arrange();
    const [letter] = await deadLetters.list(clinic, { limit: 10 });
    const id = letter?.id ?? '';
    for (const wrong of ['0', '-1', 'x', '9'.repeat(30), '999999']) {
      await expect(deadLetters.retry(clinic, wrong)).rejects.toMatchObject({ code: 'DEAD_LETTER_NOT_FOUND' });
    }
    await expect(deadLetters.retry(bakery, id)).rejects.toMatchObject({ code: 'DEAD_LETTER_NOT_FOUND' });

    mend();
    await deadLetters.retry(clinic, id);

    expect(await drain()).toEqual(['call']);
    expect(await deadLetters.count(clinic)).toBe(0);
    await expect(deadLetters.retry(clinic, id)).rejects.toMatchObject({ code: 'DEAD_LETTER_NOT_FOUND' });
  });
});

async function arrange() {
  const db = await useTestDatabase();
  const clock = createFakeClock();
  const unitOfWork = db.unitOfWork({ enqueue: enqueueJob });
  let reachable = false;
  const call = defineJob({
    name: 'call',
    payload: z.object({}),
    run: async () => {
      if (!reachable) throw new PermanentJobFailure('The number is unreachable.');
    },
  });
  const drain = () => drainJobs({ database: db.database, jobs: [call], clock, onFailure: 'retry' });
  const [clinic, bakery] = [scopeOfNewTenant(), scopeOfNewTenant()];
  for (const scope of [clinic, bakery]) await unitOfWork.write(scope, (tx) => tx.enqueue(call, {}));
  await unitOfWork.system((tx) => tx.enqueue(call, {}));
  await drain();
  await unitOfWork.write(clinic, (tx) => tx.enqueue(call, {}, { runAt: new Date('2030-01-01T00:00:00Z') }));
  return { deadLetters: createDeadLetters(unitOfWork), clinic, bakery, drain, mend: () => (reachable = true) };
}

import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { scopeOfNewTenant, useTestDatabase } from '#test/test-database.ts';
import { createFakeClock } from '../clock.testing.ts';
import { defineJob, type JobDefinition } from './define-job.ts';
import { enqueueJob } from './enqueue.ts';
import { drainJobs } from './jobs.testing.ts';

describe('draining jobs in a test', () => {
  test('runs what is due by the fake clock, and what that enqueues', async () => {
    const { clock, unitOfWork, scope, drain } = await arrange();
    const ran: string[] = [];
    const second = defineJob({ name: 'second', payload: z.object({}), run: async () => void ran.push('second') });
    const first = defineJob({
      name: 'first',
      payload: z.object({}),
      run: async () => {
        ran.push('first');
        await unitOfWork.write(scope, (tx) => tx.enqueue(second, {}));
      },
    });
    const inAnHour = new Date(clock.now().getTime() + 3_600_000);
    await unitOfWork.write(scope, (tx) => tx.enqueue(first, {}, { runAt: inAnHour }));

    expect(await drain([first, second])).toEqual([]);
    await clock.advance(3_600_000);
    expect(await drain([first, second])).toEqual(['first', 'second']);
    expect(ran).toEqual(['first', 'second']);
  });

  test('a failure ends it, or waits for its backoff by the fake clock when asked', async () => {
    const { clock, unitOfWork, scope, drain } = await arrange();
    let failures = 2;
    const flaky = defineJob({
      name: 'flaky',
      payload: z.object({}),
      run: async () => {
        failures -= 1;
        if (failures >= 0) throw new Error('not yet');
      },
    });
    await unitOfWork.write(scope, (tx) => tx.enqueue(flaky, {}));

    await expect(drain([flaky])).rejects.toThrow('The job flaky failed: Error: not yet');
    expect(await drain([flaky], 'retry'), 'too early').toEqual([]);
    await clock.advance(3_000);
    expect(await drain([flaky], 'retry')).toEqual(['flaky']);
    await clock.advance(60_000);
    expect(await drain([flaky])).toEqual(['flaky']);
    await clock.advance(3_600_000);
    expect(await drain([flaky])).toEqual([]);
  });

  test('a job that the test did not list fails it', async () => {
    const { unitOfWork, scope, drain } = await arrange();
    await unitOfWork.write(scope, (tx) => tx.enqueue({ name: 'forgotten', payload: z.unknown() }, {}));
    await expect(drain([])).rejects.toThrow('No running version of Foyer knows a job of this name.');
  });
});

async function arrange() {
  const db = await useTestDatabase();
  const clock = createFakeClock();
  const drain = (jobs: JobDefinition[], onFailure: 'throw' | 'retry' = 'throw') =>
    drainJobs({ database: db.database, jobs, clock, onFailure });
  return { clock, unitOfWork: db.unitOfWork({ enqueue: enqueueJob }), scope: scopeOfNewTenant(), drain };
}

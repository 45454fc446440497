import { fileURLToPath } from 'node:url';
import type { MigrationPlan } from '#platform/db/migrate.ts';
import { eventFunctions } from '#platform/events/events.functions.ts';
import { idempotencyFunctions } from '#platform/http/idempotency/idempotent-requests.functions.ts';
import { installJobQueue } from '#platform/jobs/install-job-queue.ts';
import { jobFunctions } from '#platform/jobs/jobs.functions.ts';
import { tables } from './tables.ts';

/** What a database needs for this version of the product. */
export const migrationPlan: MigrationPlan = {
  migrationsFolder: fileURLToPath(new URL('../../migrations', import.meta.url)),
  tables,
  functions: [...eventFunctions, ...jobFunctions, ...idempotencyFunctions],
  libraries: [installJobQueue],
};

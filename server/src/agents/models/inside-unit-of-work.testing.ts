import { nobodyAudits } from '#platform/db/audit.testing.ts';
import type { Database } from '#platform/db/database.ts';
import { createUnitOfWork } from '#platform/db/unit-of-work.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';

/** Runs `work` as if a transaction were open. Nothing is queried, so the connection only has to accept the frame around it. */
export async function insideUnitOfWork(work: () => Promise<void>): Promise<void> {
  const connection = { query: async (text: string) => ({ rows: [], command: text.toUpperCase() }), release: () => {} };
  const database = { logger: silentLogger, connect: async () => connection } as unknown as Database;
  const unitOfWork = createUnitOfWork(database, {
    recordEvents: async () => {},
    enqueue: async () => {},
    eventsCommitted: () => {},
    audit: nobodyAudits,
  });
  await unitOfWork.system(work);
}

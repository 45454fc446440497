import type pg from 'pg';
import { systemClock } from '#platform/clock.ts';
import { nobodyAudits } from '#platform/db/audit.testing.ts';
import type { Database } from '#platform/db/database.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { createUnitOfWork } from '#platform/db/unit-of-work.ts';
import { readEvents } from '#platform/events/event-reader.ts';
import type { Random } from '#test/chaos/random.ts';

/** Reads the log while it is written, as a staff stream or a webhook would: by position, a page at a time. */
export interface LogFollower {
  /** Reads to the end once more, and says how what was read differs from what is in the database. */
  finish(superuser: pg.Pool): Promise<string[]>;
}

export function followLog(database: Database, tenantId: string, random: Random): LogFollower {
  const unitOfWork = createUnitOfWork(database, {
    recordEvents: async () => {},
    enqueue: async () => {},
    eventsCommitted: () => {},
    audit: nobodyAudits,
  });
  const scope = grantTenantScope(tenantId, { kind: 'system' });
  const seen: string[] = [];
  let after = 0;
  let finishing = false;

  const readToTheEnd = async (): Promise<void> => {
    for (;;) {
      const limit = random.whole(20, 400);
      const page = await unitOfWork.read(scope, (tx) => readEvents(tx, { after, limit }));
      for (const event of page.events) seen.push(event.id);
      after = page.position;
      if (page.events.length < limit) return;
    }
  };
  const running = (async () => {
    while (!finishing) {
      await readToTheEnd();
      await systemClock.sleep(random.between(5, 150));
    }
  })();

  return {
    finish: async (superuser) => {
      finishing = true;
      await running;
      await readToTheEnd();
      const { rows } = await superuser.query<{ id: string }>('select id from events where tenant_id = $1 order by position', [tenantId]);
      const first = rows.findIndex(({ id }, index) => seen[index] !== id);
      if (first === -1 && rows.length === seen.length) return [];
      return [`a reader by position saw ${seen.length} events of ${rows.length}, and another one at place ${first + 1}`];
    },
  };
}

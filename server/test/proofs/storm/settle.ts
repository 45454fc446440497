import pg from 'pg';
import type { World } from './phase.ts';
import { comesTrue } from './storm-client.ts';

/** Runs one statement behind the product's back. */
export async function query<Row extends pg.QueryResultRow>({ database }: Pick<World, 'database'>, text: string): Promise<Row[]> {
  const client = new pg.Client(database);
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Waits until no turn is owed any more. */
export async function settle(world: World, patienceMs: number): Promise<void> {
  const left = async () =>
    query<{ status: string }>(world, `select status from turns where status in ('waiting', 'running')`).catch(() => [
      { status: 'unknown' },
    ]);
  if (!(await comesTrue(async () => (await left()).length === 0, patienceMs)))
    world.report.violate(`${(await left()).length} turns were still owed after ${patienceMs / 1000} s`);
}

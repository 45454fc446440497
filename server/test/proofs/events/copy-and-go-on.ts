import type { ProofCluster } from '../shared/cluster.ts';
import { migrate, startCluster } from '../shared/cluster.ts';
import { restore } from './copy-cluster.ts';
import { type EventRun, type EventRunOptions, runEvents } from './run-events.ts';

interface Options
  extends Pick<EventRunOptions, 'world' | 'random' | 'report' | 'events' | 'processes' | 'calmMs' | 'pauseMs' | 'longestMs'> {
  binaries: string;
  original: ProofCluster;
  dumpFile: string;
}

/** Restores a dump into a new cluster, lets everything go on there, and compares the past of both. */
export async function copyAndGoOn({ binaries, original, dumpFile, report, ...rest }: Options): Promise<EventRun> {
  const copy = await startCluster({ binaries });
  try {
    await restore(binaries, copy, dumpFile);
    await migrate(copy.database);
    const { rows } = await copy.superuser.query<{ numbered: number; waiting: number; cursors: string; xid: string }>(
      `select (select last_position::integer from event_counters) as numbered,
              (select count(*)::integer from events where position is null) as waiting,
              (select string_agg(position::text, ' and ' order by consumer) from event_cursors) as cursors,
              pg_current_xact_id()::text as xid`,
    );
    const [state] = rows;
    const xidOfOriginal = await original.superuser.query<{ xid: string }>('select pg_current_xact_id()::text as xid');
    report.say(
      `the dump: ${state?.numbered} events numbered, ${state?.waiting} waiting, subscribers at ${state?.cursors}; transaction ids go on at ${state?.xid}, not ${xidOfOriginal.rows[0]?.xid}`,
    );
    const run = await runEvents({ ...copy, ...rest, report });
    await comparePast(original, copy, state?.numbered ?? 0, report);
    return run;
  } finally {
    await copy.stop();
  }
}

/** What was numbered before the dump stands at the same place in both. */
async function comparePast(original: ProofCluster, copy: ProofCluster, numbered: number, report: Options['report']): Promise<void> {
  const pastOf = async ({ superuser }: ProofCluster) => {
    const { rows } = await superuser.query<{ count: number; digest: string }>(
      `select count(*)::integer as count, md5(string_agg(position || id::text, ',' order by position)) as digest from events where position <= $1`,
      [numbered],
    );
    return JSON.stringify(rows[0]);
  };
  const [before, after] = await Promise.all([pastOf(original), pastOf(copy)]);
  if (before !== after) report.violate(`what was numbered before the dump differs: ${before} and ${after}`);
}

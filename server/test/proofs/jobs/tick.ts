import { systemClock } from '#platform/clock.ts';
import type { Random } from '#test/chaos/random.ts';
import type { Child } from '../shared/child.ts';
import { describeCounts } from '../shared/torment.ts';
import { type JobWorld, TICK } from './job-world.ts';

const MINUTE_MS = 60_000;

export interface Ticking {
  /** Lets it go on until there were that many ticks, then judges. */
  finish(atLeast: number): Promise<{ ticks: number; strikes: number }>;
}

/** Two nodes with the same schedule; around every minute one of them is killed or stopped, and replaced or continued. */
export async function startTicking(world: JobWorld, random: Random): Promise<Ticking> {
  const nodes: Child[] = await Promise.all([world.start('cron', 2), world.start('cron', 2)]);
  const counts = new Map<string, number>();
  const first = nextMinute(Date.now() + 5_000);
  let last = first;
  let wanted = Number.POSITIVE_INFINITY;

  const running = (async () => {
    for (let tick = first; ; tick += MINUTE_MS) {
      last = tick;
      const index = random.whole(0, 1);
      const node = nodes[index];
      // From two seconds before to half a second after: before it is added, and while it runs.
      await systemClock.sleep(Math.max(0, tick - Date.now() + random.between(-2_000, 500)));
      const kills = random.chance(0.6);
      const what = `cron node ${kills ? 'killed' : 'stopped for 25 s'}`;
      counts.set(what, (counts.get(what) ?? 0) + 1);
      if (kills) {
        await node?.kill();
        nodes[index] = await world.start('cron', 2);
      } else {
        node?.stand();
        await systemClock.sleep(25_000);
        node?.go();
      }
      // What a dead node had begun is begun again within 30 s.
      await systemClock.sleep(Math.max(0, tick + 35_000 - Date.now()));
      if ((tick - first) / MINUTE_MS + 1 >= wanted) return;
    }
  })();

  return {
    finish: async (atLeast) => {
      wanted = atLeast;
      await running;
      await Promise.all(nodes.map((node) => node.kill()));
      const ticks = await judge(world, first, last);
      world.report.say(`cron: ${ticks} minutes over two nodes; ${describeCounts(counts)}`);
      return { ticks, strikes: [...counts.values()].reduce((sum, count) => sum + count, 0) };
    },
  };
}

const nextMinute = (time: number) => Math.ceil(time / MINUTE_MS) * MINUTE_MS;

async function judge({ superuser, report }: JobWorld, first: number, last: number): Promise<number> {
  const { rows } = await superuser.query<{ at: string; added: number; done: number }>(
    `select proof_ticks.at, count(*)::integer as added, count(proof_effects.job_id)::integer as done
       from proof_ticks left join proof_effects on proof_effects.job_id = proof_ticks.job_id and job = $1 group by 1`,
    [TICK.name],
  );
  const byMinute = new Map(rows.map((row) => [new Date(row.at).getTime(), row]));
  let expected = 0;
  for (let tick = first; tick <= last; tick += MINUTE_MS) {
    expected += 1;
    const { added, done } = byMinute.get(tick) ?? { added: 0, done: 0 };
    if (added !== 1 || done !== 1)
      report.violate(`the minute ${new Date(tick).toISOString()} was added ${added} times and done ${done} times`);
  }
  return expected;
}

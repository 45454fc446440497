import type pg from 'pg';
import { EVERYTHING, FOLLOWED, PICKY, RARE } from './event-world.ts';

type Queryable = Pick<pg.Pool, 'query'>;

const POISONED = `data->>'poison' = 'true'`;

/** Each finds rows that must not exist. */
const CHECKS: readonly { what: string; query: string; values?: unknown[] }[] = [
  { what: 'events without a position', query: 'select id from events where position is null' },
  {
    what: 'gaps between positions',
    query: `select position from (select position, lag(position, 1, 0::bigint) over (order by position) as previous from events) as log
             where position <> previous + 1`,
  },
  {
    what: 'a counter that is not the last position',
    query: `select last_position from event_counters where name = 'position' and last_position <> (select max(position) from events)`,
  },
  {
    what: 'events that stand in another order than their conversation’s commits',
    query: `select id from (
              select id, (data->>'step')::integer as step,
                     row_number() over (partition by tenant_id, subject->>'conversation' order by position) as place
                from events where type <> $1) as log
             where step <> place`,
    values: [FOLLOWED],
  },
  {
    what: 'conversations whose commits are not all in the log',
    query: `select proof_conversations.tenant_id, number from proof_conversations
              left join (select tenant_id, subject->>'conversation' as conversation, count(*) as count from events where type <> $1 group by 1, 2) as log
                on log.tenant_id = proof_conversations.tenant_id and conversation = number::text
             where length <> coalesce(count, 0)`,
    values: [FOLLOWED],
  },
  {
    what: 'events whose effect is missing or doubled',
    query: `select events.id from events left join proof_effects on event_id = events.id and subscriber = $1
             group by events.id having count(event_id) <> 1`,
    values: [EVERYTHING],
  },
  {
    what: 'rare events whose effect is missing or doubled (poisoned ones have none)',
    query: `select events.id from events left join proof_effects on event_id = events.id and subscriber = $1
             where type = $2 group by events.id having count(event_id) <> case when ${POISONED} then 0 else 1 end`,
    values: [PICKY, RARE],
  },
  {
    what: 'effects without an event of theirs',
    query: `select event_id from proof_effects left join events on events.id = event_id and events.position = proof_effects.position
             where events.id is null`,
  },
  {
    what: 'effects in another order than their events',
    query: `select event_id from (
              select event_id, position, lag(position) over (partition by subscriber order by ordinal) as previous from proof_effects) as log
             where previous >= position`,
  },
  {
    what: 'rare events that not exactly one event followed from',
    query: `select rare.id from events as rare left join events as followed on followed.causation_id = rare.id::text and followed.type = $1
             where rare.type = $2 group by rare.id having count(followed.id) <> case when rare.${POISONED} then 0 else 1 end`,
    values: [FOLLOWED, RARE],
  },
  {
    what: 'failures that are left over, or poisoned events that were not set aside',
    query: `select event_id, consumer, attempts, last_error from event_failures full join (select id from events where type = $1 and ${POISONED}) as poisoned on poisoned.id = event_id
             where poisoned.id is null or event_id is null or parked_at is null or consumer <> $2`,
    values: [RARE, PICKY],
  },
];

/** What is wrong in a database whose consumers have come to rest, in sentences. */
export async function judgeEvents(database: Queryable): Promise<string[]> {
  const wrong: string[] = [];
  for (const { what, query, values = [] } of CHECKS) {
    const { rows } = await database.query(query, values);
    if (rows.length > 0) wrong.push(`${rows.length} ${what}, such as ${JSON.stringify(rows[0])}`);
  }
  return wrong;
}

export interface Acknowledged {
  committed: ReadonlyMap<string, number>;
  rolledBack: ReadonlySet<string>;
}

/** Compares the log with what writers were told: what they know as committed is there, and what was rolled back is not. */
export async function judgeAcknowledged(database: Queryable, { committed, rolledBack }: Acknowledged): Promise<string[]> {
  const { rows } = await database.query<{ transaction: string; events: number }>(
    `select data->>'transaction' as transaction, count(*)::integer as events from events where type <> $1 group by 1`,
    [FOLLOWED],
  );
  const stored = new Map(rows.map(({ transaction, events }) => [transaction, events]));
  const missing = [...committed].filter(([transaction, events]) => stored.get(transaction) !== events);
  const risen = [...rolledBack].filter((transaction) => stored.has(transaction));
  return [
    ...(missing.length > 0 ? [`${missing.length} acknowledged transactions are not in the log as they were written`] : []),
    ...(risen.length > 0 ? [`${risen.length} transactions that were rolled back are in the log`] : []),
  ];
}

/** Ways to damage a good database; the judge has to notice each. */
const DAMAGES: readonly { what: string; statement: string }[] = [
  {
    what: 'an effect lost',
    statement: `delete from proof_effects where ordinal = (select min(ordinal) from proof_effects where ordinal > (select max(ordinal) / 2 from proof_effects))`,
  },
  {
    what: 'an effect doubled',
    statement: `insert into proof_effects (subscriber, event_id, position) select subscriber, event_id, position from proof_effects limit 1`,
  },
  {
    what: 'two effects in the wrong order',
    statement: `update proof_effects set event_id = other.event_id, position = other.position
                  from (select a.ordinal, b.event_id, b.position from proof_effects a join proof_effects b on a.ordinal <> b.ordinal
                         where a.subscriber = '${EVERYTHING}' and b.subscriber = '${EVERYTHING}'
                           and a.position in (1, 2) and b.position in (1, 2)) as other
                 where proof_effects.ordinal = other.ordinal`,
  },
  { what: 'an event lost', statement: `delete from events where position = (select max(position) / 2 from events)` },
  {
    what: 'a position skipped',
    statement: `update events set position = position + 1 where position = (select max(position) from events)`,
  },
  {
    what: 'two events of a conversation swapped',
    statement: `with pair as (
                  select (array_agg(id order by position))[1:2] as ids, (array_agg(position order by position))[1:2] as places
                    from events where subject ? 'conversation' group by tenant_id, subject->>'conversation' having count(*) > 1 limit 1
                ), away as (
                  select ids, places from pair
                )
                update events set data = jsonb_set(data, '{step}', to_jsonb(case when id = ids[1] then 2 else 1 end)) from away where id = any(ids)`,
  },
  { what: 'an event nobody numbered', statement: `update events set position = null where position = (select max(position) from events)` },
];

/** Damages a copy of the data in transactions that are rolled back. Returns what the judge did not notice. */
export async function judgeTheJudge(database: pg.Pool): Promise<{ tried: number; unnoticed: string[] }> {
  const unnoticed: string[] = [];
  for (const { what, statement } of DAMAGES) {
    const client = await database.connect();
    try {
      await client.query('begin');
      const { rowCount } = await client.query(statement);
      if (rowCount === 0 || (await judgeEvents(client)).length === 0) unnoticed.push(what);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
  return { tried: DAMAGES.length, unnoticed };
}

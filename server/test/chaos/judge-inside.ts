import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { asksOf, keysIn } from './asks.ts';
import type { BookingRequest } from './tool-server.ts';

export interface InsideReport {
  problems: string[];
  counts: Record<string, number>;
  /** When each hand-over happened, and when the mail about it was there. */
  mails: { handedOverAtMs: number; keptAtMs: number }[];
}

/** All jobs but the later steps of escalations, whose time has not come; what waits to be tried again has been tried. */
const DUE = `(attempts > 0 or run_at <= now()
  or task_id not in (select id from graphile_worker._private_tasks where identifier = 'escalation.step'))`;

type Query = <Row extends pg.QueryResultRow>(sql: string) => Promise<Row[]>;

/** What is not finished yet: turns, events without a number, jobs, mails. */
export async function unsettled(client: pg.Client, outboxDirectory: string): Promise<string> {
  const { rows } = await client.query<Record<'turns' | 'events' | 'jobs' | 'handovers', number>>(
    `select (select count(*)::int from turns where status in ('waiting', 'running')) as turns,
            (select count(*)::int from events where position is null) as events,
            (select count(*)::int from graphile_worker._private_jobs where ${DUE}) as jobs,
            (select count(*)::int from events where type = 'handoff.requested') as handovers`,
  );
  const { turns = 0, events = 0, jobs = 0, handovers = 0 } = rows[0] ?? {};
  const mails = handovers - readMails(outboxDirectory).length;
  const left = { turns, events, jobs, mails };
  return Object.entries(left)
    .filter(([, count]) => count !== 0)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ');
}

/** Looks at the database as its superuser and at the other side of the remote tool. */
export async function judgeInside(
  client: pg.Client,
  outboxDirectory: string,
  bookingRequests: readonly BookingRequest[],
): Promise<InsideReport> {
  const query: Query = async (sql) => (await client.query(sql)).rows;
  const problems: string[] = [];
  const counts: Record<string, number> = {};
  for (const { name, sql } of IMPOSSIBLE) {
    for (const row of await query(sql)) problems.push(`${name}: ${JSON.stringify(row)}`);
  }
  for (const { name, n } of await query<{ name: string; n: number }>(COUNTS)) counts[name] = n;

  problems.push(...(await judgeEffects(query, bookingRequests)));
  const unknown = await query<{ key: string; explained: boolean }>(UNKNOWN_OUTCOMES);
  counts['calls with unknown outcome'] = unknown.length;
  for (const { key } of unknown.filter(({ explained }) => !explained))
    problems.push(`the outcome of ${key} is unknown, and nothing happened to its turn`);

  const mails = readMails(outboxDirectory);
  const handovers = await query<{ id: string; atMs: number }>(
    `select subject->>'conversationId' as id, extract(epoch from occurred_at)::float8 * 1000 as "atMs" from events where type = 'handoff.requested'`,
  );
  counts['hand-overs'] = handovers.length;
  const told: InsideReport['mails'] = [];
  for (const { id, atMs } of handovers) {
    const about = mails.filter(({ text }) => text.includes(id));
    if (about.length !== 1) problems.push(`${about.length} mails tell of the hand-over of ${id}`);
    told.push(...about.map(({ keptAtMs }) => ({ handedOverAtMs: atMs, keptAtMs })));
  }
  return { problems, counts, mails: told };
}

/** A ticket per message that asks for one, a booking per message that asks for one: not more, not fewer. */
async function judgeEffects(query: Query, bookingRequests: readonly BookingRequest[]): Promise<string[]> {
  const problems: string[] = [];
  const answered = await query<{ content: string }>(
    `select m.content from messages m join turns t on t.conversation_id = m.conversation_id and t.status = 'done' and m.seq between t.from_seq and t.to_seq
      where m.role = 'user'`,
  );
  const wanted = (ask: 'ticket' | 'booking') =>
    answered.filter(({ content }) => asksOf(content).includes(ask)).map(({ content }) => keysIn(content)[0] ?? '');
  const compare = (what: string, keys: string[], found: Map<string, number>) => {
    for (const key of keys) {
      const times = found.get(key) ?? 0;
      if (times !== 1) problems.push(`${key} asked for one ${what} and has ${times}`);
      found.delete(key);
    }
    for (const [key, times] of found) problems.push(`${key} has ${times} × ${what} and did not ask, or was never answered`);
  };

  const tickets = await query<{ subject: string }>('select subject from tickets');
  compare('ticket', wanted('ticket'), countBy(tickets.map(({ subject }) => keysIn(subject)[0] ?? '')));
  const calls = await query<{ args: string; key: string; state: string }>(
    `select arguments_text as args, concat_ws('-', turn_id, step, ordinal) as key, state from tool_calls where name = 'book_visit' and state <> 'not-run'`,
  );
  compare('booking call', wanted('booking'), countBy(calls.map(({ args }) => keysIn(args)[0] ?? '')));

  for (const [key, times] of countBy(bookingRequests.map(({ idempotencyKey }) => idempotencyKey))) {
    if (times > 1) problems.push(`the remote tool was asked ${times} times under ${key}`);
    if (!calls.some((call) => call.key === key)) problems.push(`the remote tool was asked under ${key}, which the journal does not know`);
  }
  for (const [key, times] of countBy(bookingRequests.map(({ messageKey }) => messageKey))) {
    if (times > 1) problems.push(`the remote tool was asked ${times} times for ${key}`);
  }
  const reached = new Set(bookingRequests.map(({ idempotencyKey }) => idempotencyKey));
  for (const { key, state } of calls) {
    if (state === 'succeeded' && !reached.has(key)) problems.push(`call ${key} succeeded and never arrived`);
    if (state === 'refused') problems.push(`call ${key} was refused`);
  }
  return problems;
}

function countBy(keys: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function readMails(directory: string): { text: string; keptAtMs: number }[] {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.eml'))
      .map((name) => ({ text: readFileSync(join(directory, name), 'utf8'), keptAtMs: statSync(join(directory, name)).mtimeMs }));
  } catch {
    return [];
  }
}

/** Each of these finds nothing, or something is wrong. */
const IMPOSSIBLE: readonly { name: string; sql: string }[] = [
  {
    name: 'a message that not exactly one answer covers, or one after a hand-over that an answer covers',
    sql: `with handed as (
            select conversation_id, min(seq) as seq from conversation_updates where kind = 'status' and data->>'status' = 'handoff_requested' group by 1)
          select m.external_id as key, m.seq, count(t.id)::int as answers, h.seq as "handedOverAt"
            from messages m
            left join handed h on h.conversation_id = m.conversation_id
            left join turns t on t.conversation_id = m.conversation_id and t.status = 'done' and m.seq between t.from_seq and t.to_seq
           where m.role = 'user' group by m.id, h.seq
          having count(t.id) <> case when m.seq > h.seq then 0 else 1 end`,
  },
  { name: 'a turn without an end', sql: `select id, status, failures, error_code from turns where status not in ('done', 'superseded')` },
  {
    name: 'a done turn with not exactly one message, or a message of a turn that is not done',
    sql: `select t.id, t.status, count(m.id)::int as messages from turns t left join messages m on m.turn_id = t.id
           group by t.id having count(m.id) <> case t.status when 'done' then 1 else 0 end`,
  },
  {
    name: 'an answer that is not the one of its turn’s last claim',
    sql: `select a.turn_id, a.epoch, t.epoch as last, a.outcome from turn_attempts a join turns t on t.id = a.turn_id
            left join messages m on m.turn_id = t.id
           where a.outcome = 'running' or a.outcome = 'answered' and (a.epoch <> t.epoch or m.id <> a.message_id)`,
  },
  {
    name: 'a call without an end',
    sql: `select concat_ws('-', c.turn_id, c.step, c.ordinal) as key, c.name, c.state, t.status from tool_calls c join turns t on t.id = c.turn_id
           where c.state in ('requested', 'started')`,
  },
  {
    name: 'a gap in a conversation',
    sql: `select c.id, c.last_seq, count(*)::int as frames, max(f.seq) as highest from conversations c
            join (select conversation_id, seq from messages union all select conversation_id, seq from conversation_updates) f on f.conversation_id = c.id
           group by c.id having count(distinct f.seq) <> c.last_seq or count(*) <> c.last_seq or max(f.seq) <> c.last_seq`,
  },
  {
    name: 'events that are not numbered from 1 without a gap',
    sql: `select count(*)::int as events, count(distinct position)::int as numbered, max(position)::int as highest from events
          having count(*) <> count(distinct position) or coalesce(max(position), 0) <> count(*)`,
  },
  {
    name: 'a message without its event, or with two',
    sql: `select m.id, count(e.id)::int as events from messages m
            left join events e on e.type = 'message.created' and e.subject->>'messageId' = m.id::text group by m.id having count(e.id) <> 1`,
  },
  {
    name: 'a ticket without its event, or with two',
    sql: `select i.id, count(e.id)::int as events from tickets i
            left join events e on e.type = 'ticket.created' and e.subject->>'ticketId' = i.id::text group by i.id having count(e.id) <> 1`,
  },
  {
    name: 'a hand-over without its event, or with two',
    sql: `select u.conversation_id, count(e.id)::int as events from conversation_updates u
            left join events e on e.type = 'handoff.requested' and e.subject->>'conversationId' = u.conversation_id::text
           where u.kind = 'status' group by u.id having count(e.id) <> 1`,
  },
  { name: 'a job that is left', sql: `select id, attempts, last_error from graphile_worker._private_jobs where ${DUE}` },
  { name: 'an event that a subscriber could not handle', sql: 'select consumer, position, last_error from event_failures' },
];

const COUNTS = `
  select 'messages' as name, count(*)::int as n from messages where role = 'user'
  union all select 'answers', count(*)::int from messages where role = 'assistant'
  union all select 'superseded turns', count(*)::int from turns where status = 'superseded'
  union all select 'lost attempts', count(*)::int from turn_attempts where outcome = 'lost'
  union all select 'released attempts', count(*)::int from turn_attempts where outcome = 'released'
  union all select 'failed attempts', count(*)::int from turn_attempts where outcome = 'failed'
  union all select 'tickets', count(*)::int from tickets
  union all select 'remote calls', count(*)::int from tool_calls where name = 'book_visit' and state <> 'not-run'
  union all select 'calls not run', count(*)::int from tool_calls where state = 'not-run'
  union all select 'events', count(*)::int from events`;

/** A lost answer has a cause: the claim under which the call went out was lost, or its turn superseded in the middle. */
const UNKNOWN_OUTCOMES = `
  select concat_ws('-', c.turn_id, c.step, c.ordinal) as key,
         t.status = 'superseded' or exists (
           select from turn_attempts a where a.turn_id = c.turn_id and a.outcome in ('lost', 'released', 'failed')) as explained
    from tool_calls c join turns t on t.id = c.turn_id where c.state = 'outcome_unknown'`;

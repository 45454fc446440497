import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Installation } from '#test/chaos/installation.ts';

/** What the database holds about one emergency. */
export interface Stored {
  conversationId: string;
  holder: string;
  urgency: string;
  messages: { id: string; seq: number; content: string; urgency: string | null }[];
  /** Messages of the conversation with these words, under whatever id. */
  copies: number;
  escalations: { id: string; trigger: string; urgency: string; status: string; run: number; behaviour: string }[];
  evidence: { messageId: string; trigger: string }[];
  notifications: { recipient: string; status: string }[];
  /** How many of each type name the conversation. */
  events: Record<string, number>;
  /** Durable frames that are no messages, by kind. */
  updates: Record<string, number>;
  turns: { status: string; fromSeq: number; toSeq: number }[];
  /** What was said to the visitor after the emergency. */
  saidAfter: string[];
  /** Events that are not numbered yet, and jobs that are due, of the whole installation. */
  unfinished: number;
}

/** A step of an escalation is a job whose time has not come; what waits to be tried again has been tried. */
const READ = `
  with emergency as (select * from messages where external_id = $1), found as (select distinct conversation_id as id from emergency)
  select c.id as "conversationId", c.holder, c.urgency,
         (select json_agg(json_build_object('id', id, 'seq', seq, 'content', content, 'urgency', red_flags->>'urgency')) from emergency) as messages,
         (select count(*)::int from messages where conversation_id = c.id and content in (select content from emergency)) as copies,
         coalesce((select json_agg(json_build_object('id', e.id, 'trigger', e.trigger, 'urgency', e.urgency, 'status', e.status, 'run', e.run,
           'behaviour', e.policy->>'agentBehaviour')) from escalations e where e.conversation_id = c.id), '[]') as escalations,
         coalesce((select json_agg(json_build_object('messageId', v.message_id, 'trigger', v.trigger)) from escalation_evidence v
           join escalations e on e.id = v.escalation_id where e.conversation_id = c.id), '[]') as evidence,
         coalesce((select json_agg(json_build_object('recipient', n.recipient, 'status', n.status)) from escalation_notifications n
           join escalations e on e.id = n.escalation_id where e.conversation_id = c.id), '[]') as notifications,
         coalesce((select json_object_agg(type, n) from (select type, count(*)::int as n from events
           where subject->>'conversationId' = c.id::text group by type) t), '{}') as events,
         coalesce((select json_object_agg(kind, n) from (select case kind when 'status' then data->>'status' else kind end as kind, count(*)::int as n
           from conversation_updates where conversation_id = c.id group by 1) t), '{}') as updates,
         coalesce((select json_agg(json_build_object('status', status, 'fromSeq', from_seq, 'toSeq', to_seq)) from turns
           where conversation_id = c.id), '[]') as turns,
         coalesce((select json_agg(m.role order by m.seq) from messages m where m.conversation_id = c.id
           and m.seq > (select min(seq) from emergency)), '[]') as "saidAfter",
         (select count(*)::int from events where position is null)
           + (select count(*)::int from graphile_worker._private_jobs where attempts > 0 or run_at <= now()) as unfinished
    from conversations c join found on found.id = c.id`;

/** @returns nothing for a message that is not stored, and several where it is stored in several conversations */
export async function readStored(installation: Installation, keys: readonly string[]): Promise<Map<string, Stored[]>> {
  const client = new pg.Client({ ...installation.database(), connectionTimeoutMillis: 5_000 });
  // It may be killed under us; then the query says so.
  client.on('error', () => {});
  await client.connect();
  try {
    const found = new Map<string, Stored[]>();
    for (const key of keys) found.set(key, (await client.query<Stored>(READ, [key])).rows);
    return found;
  } finally {
    await client.end();
  }
}

export interface Mail {
  to: string;
  text: string;
  keptAtMs: number;
}

export const countMails = (directory: string): number => namesIn(directory).length;

export function readMails(directory: string): Mail[] {
  return namesIn(directory).map((name) => {
    const text = readFileSync(join(directory, name), 'utf8');
    const to = /^To: .*?([^\s<>,]+@[^\s<>,]+)>?\r?$/m.exec(text)?.[1] ?? '';
    return { to, text, keptAtMs: statSync(join(directory, name)).mtimeMs };
  });
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => name.endsWith('.eml'));
  } catch {
    // Nothing was kept yet.
    return [];
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Emergency } from './emergency-visitor.ts';

interface Stored {
  session: string;
  escalations: string[];
  urgencies: string[];
  evidence: number;
  sent: number;
  notifications: number;
}

const STORED = `
  select s.id as session,
         coalesce((select array_agg(e.id) from escalations e where e.conversation_id = s.conversation_id), '{}') as escalations,
         coalesce((select array_agg(e.urgency) from escalations e where e.conversation_id = s.conversation_id), '{}') as urgencies,
         (select count(*)::int from escalation_evidence v join escalations e on e.id = v.escalation_id
           where e.conversation_id = s.conversation_id and v.trigger = 'emergency-words') as evidence,
         (select count(*)::int from escalation_notifications n join escalations e on e.id = n.escalation_id
           where e.conversation_id = s.conversation_id) as notifications,
         (select count(*)::int from escalation_notifications n join escalations e on e.id = n.escalation_id
           where e.conversation_id = s.conversation_id and n.status = 'sent') as sent
    from widget_sessions s where s.id = any($1)`;

/** Looks from outside, in the database and in the mails: text shown, one escalation, one person told once. */
export async function judgeEmergencies(client: pg.Client, outboxDirectory: string, emergencies: readonly Emergency[]) {
  const { rows } = await client.query<Stored>(STORED, [emergencies.map(({ sessionId }) => sessionId)]);
  const stored = new Map(rows.map((row) => [row.session, row]));
  const mails = readMails(outboxDirectory);
  const problems: string[] = [];
  for (const { sessionId, shown, messageId, problems: seen } of emergencies) {
    const wrong = (what: string) => problems.push(`${sessionId}: ${what}`);
    const row = stored.get(sessionId);
    if (shown === 0) wrong('was never shown the emergency text');
    if (messageId === undefined) wrong('was never acknowledged');
    for (const problem of seen) wrong(problem);
    if (row?.escalations.length !== 1) wrong(`has ${row?.escalations.length ?? 0} escalations`);
    if (row?.urgencies[0] !== 'emergency') wrong(`is escalated as ${row?.urgencies[0]}`);
    if (row?.evidence !== 1) wrong(`has ${row?.evidence} pieces of evidence`);
    if (row?.notifications !== 1 || row.sent !== 1) wrong(`has ${row?.notifications} notifications, ${row?.sent} of them sent`);
    const about = mails.filter((text) => text.includes(row?.escalations[0] ?? 'nothing'));
    if (about.length !== 1) wrong(`${about.length} mails tell of it`);
  }
  return { problems, mails: mails.length, shownBeforeStored: emergencies.filter((emergency) => emergency.shownBeforeStored).length };
}

const readMails = (directory: string): string[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readFileSync(join(directory, name), 'utf8'));

import type { Turn } from '@foyer/contracts/conversations.ts';
import type { TestApp } from '#test/test-app.ts';
import type { TestDatabase } from '#test/test-database.ts';
import { countBy, judgeEffects } from './judge-effects.ts';
import { type CallRow, callsOf, type Evidence } from './live-case.ts';
import type { RemotePeer } from './remote-peer.ts';
import { labelIn } from './script.ts';

/** What is wrong with a case, once nothing goes on any more: nothing, it is hoped. */
export async function judgeLive(node: TestApp, database: TestDatabase, peer: RemotePeer, evidence: Evidence): Promise<string[]> {
  const { plan, tenantId, conversationId, hits, inDoubt, superseded, settled, visitor } = evidence;
  const problems = [...evidence.problems, ...visitor.problems];
  const calls = await callsOf(database, conversationId);
  const tickets = await database.asSuperuser<{ subject: string }>('select subject from tickets where conversation_id = $1', [
    conversationId,
  ]);
  const effects = plan.rounds.flat();
  problems.push(
    ...judgeEffects({
      effects,
      calls,
      done: tickets.map(({ subject }) => labelIn(subject)),
      peer,
      inDoubt,
      // What is on its way when the visitor writes again is given up, wherever it is.
      mayBeCancelled: superseded > 0,
    }),
  );
  for (const [key, state] of settled) {
    const now = calls.find((call) => call.key === key)?.state;
    if (now !== state) problems.push(`${key} was ${state} when the answer came and is ${now} after a straggler went on`);
  }
  problems.push(...(await judgeTurns(database, conversationId)));
  problems.push(...(await judgeEvents(database, conversationId, calls)));
  problems.push(...(await judgeView(node, tenantId, conversationId, calls)));
  const where = `${plan.id} [${plan.rounds.map((round) => round.map(({ kind, mode }) => (kind === 'database' ? 'd' : mode))).join(' | ')}]`;
  const what = plan.stages.map(({ fault: { at, when, act }, what: comes }) => `${act} ${when} ${at}, ${comes}`).join('; ');
  return problems.map((problem) => `${where} ${what} (met ${hits.map(({ when, write }) => `${when} ${write}`).join(', ')}): ${problem}`);
}

/** Each message is covered by one answer, and no turn is left. */
async function judgeTurns(database: TestDatabase, conversationId: string): Promise<string[]> {
  const rows = await database.asSuperuser<{ what: string }>(
    `select 'message ' || m.seq || ' has ' || count(t.id) || ' answers' as what from messages m
       left join turns t on t.conversation_id = m.conversation_id and t.status = 'done' and m.seq between t.from_seq and t.to_seq
      where m.conversation_id = $1 and m.role = 'user' group by m.id having count(t.id) <> 1
     union all select 'turn ' || id || ' is ' || status from turns where conversation_id = $1 and status not in ('done', 'superseded')
     union all select 'the agent wrote ' || count(*) || ' answers, and ' || (select count(*) from turns where conversation_id = $1 and status = 'done') || ' turns are done'
       from messages where conversation_id = $1 and role = 'assistant'
     having count(*) <> (select count(*) from turns where conversation_id = $1 and status = 'done')`,
    [conversationId],
  );
  return rows.map(({ what }) => what);
}

/** Each unknown outcome is told once, and nothing else is; each ticket likewise. */
async function judgeEvents(database: TestDatabase, conversationId: string, calls: readonly CallRow[]): Promise<string[]> {
  const events = await database.asSuperuser<{ type: string; key: string }>(
    `select type, concat_ws('-', subject->>'turnId', data->>'step', data->>'ordinal') as key from events
      where subject->>'conversationId' = $1 and type in ('tool-call.outcome-unknown', 'ticket.created')`,
    [conversationId],
  );
  const told = countBy(events.filter(({ type }) => type === 'tool-call.outcome-unknown').map(({ key }) => key));
  const problems: string[] = [];
  for (const { key, state } of calls) {
    const times = told.get(key) ?? 0;
    if (times !== (state === 'outcome_unknown' ? 1 : 0)) problems.push(`${key} is ${state}, and ${times} events say that nobody knows`);
    told.delete(key);
  }
  for (const key of told.keys()) problems.push(`an event tells of ${key}, which is no call`);
  const opened = calls.filter(({ name, state }) => name === 'create_ticket' && state === 'succeeded').length;
  const tickets = events.filter(({ type }) => type === 'ticket.created').length;
  if (tickets !== opened) problems.push(`${tickets} events tell of ${opened} tickets`);
  return problems;
}

/** Staff see every call as it is recorded. */
async function judgeView(node: TestApp, tenantId: string, conversationId: string, calls: readonly CallRow[]): Promise<string[]> {
  const { status, body } = await node.call('GET', `/conversations/${conversationId}/turns`, {
    as: node.admin,
    headers: { 'x-tenant-id': tenantId },
  });
  if (status !== 200) return [`its turns were answered with ${status}`];
  const shown = (body.items as Turn[]).flatMap(({ id, toolCalls }) =>
    toolCalls.map(({ step, ordinal, state, result }) => `${id}-${step}-${ordinal} ${state} ${result}`),
  );
  const recorded = calls.map(({ key, state, result }) => `${key} ${state} ${result}`);
  if (shown.toSorted().join('\n') === recorded.toSorted().join('\n')) return [];
  return [`staff see ${shown.join(', ')} and not ${recorded.join(', ')}`];
}

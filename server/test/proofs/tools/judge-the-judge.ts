import type { Random } from '#test/chaos/random.ts';
import type { TestCluster } from '#test/database.global-setup.ts';
import { createTestDatabase } from '#test/test-database.ts';
import type { Case } from './live-case.ts';
import type { RemotePeer } from './remote-peer.ts';
import { runLive } from './run-live.ts';
import { caseOf, makeRounds } from './script.ts';

interface Damage {
  name: string;
  /** Behind the product's back, in the conversation whose id is $1. */
  sql?: string;
  /** At the other side. */
  remote?(peer: RemotePeer, isOfCase: (label: string) => boolean): void;
}

/** What must not happen, one by one, after turns in which nothing went wrong. */
const DAMAGES: readonly Damage[] = [
  { name: 'an effect of ours that was lost', sql: 'delete from tickets where conversation_id = $1' },
  {
    name: 'an effect of ours that happened twice',
    sql: `insert into tickets (id, tenant_id, subject, description, status, conversation_id)
          select gen_random_uuid(), tenant_id, subject, description, status, conversation_id from tickets where conversation_id = $1`,
  },
  {
    name: 'a request that was sent again',
    remote: ({ requests }, isOfCase) => requests.push(...requests.filter(({ label }) => isOfCase(label))),
  },
  {
    name: 'a request under a second key',
    remote: ({ requests }, isOfCase) => {
      for (const request of requests.filter(({ label }) => isOfCase(label))) requests.push({ ...request, key: `${request.key}-again` });
    },
  },
  { name: 'a remote effect that happened twice', remote: ({ effects }, isOfCase) => effects.push(...effects.filter(isOfCase)) },
  {
    name: 'a remote effect that is missing',
    remote: ({ effects }, isOfCase) => effects.splice(0, effects.length, ...effects.filter((label) => !isOfCase(label))),
  },
  {
    name: 'a call that is started for ever',
    sql: `update tool_calls set state = 'started' where conversation_id = $1 and state = 'outcome_unknown'`,
  },
  {
    name: 'a call that succeeded although its answer was lost',
    sql: `update tool_calls set state = 'succeeded' where conversation_id = $1 and state = 'outcome_unknown'`,
  },
  {
    name: 'an unknown outcome without a reason',
    sql: `update tool_calls set state = 'outcome_unknown' where conversation_id = $1 and name = 'send_letter'`,
  },
  {
    name: 'an event that was told twice',
    sql: `insert into events (id, tenant_id, type, subject, data, actor_kind, occurred_at)
          select gen_random_uuid(), tenant_id, type, subject, data, actor_kind, occurred_at from events
           where type = 'tool-call.outcome-unknown' and subject->>'conversationId' = $1`,
  },
  {
    name: 'an event that is missing',
    sql: `delete from events where type = 'tool-call.outcome-unknown' and subject->>'conversationId' = $1`,
  },
  {
    name: 'a second answer',
    sql: `insert into turns (id, tenant_id, conversation_id, status, from_seq, to_seq)
          select gen_random_uuid(), tenant_id, conversation_id, status, from_seq, to_seq from turns where conversation_id = $1`,
  },
  { name: 'nothing at all' },
];

/** Lets turns go well, damages each record in a way of its own, and looks what the judge does not notice. */
export async function judgeTheJudge(cluster: TestCluster, random: Random): Promise<{ tried: number; unnoticed: string[] }> {
  const database = await createTestDatabase({ cluster });
  const cases = DAMAGES.map((_damage, index): Case => {
    const id = `k${index}`;
    return { id, rounds: makeRounds(id, ['dr', 'r'], (remote) => (remote === 0 ? 'answer' : 'cut-after')), stages: [] };
  });
  const { problems } = await runLive({
    database,
    cases,
    random,
    desks: 4,
    longestMs: 60_000,
    beforeJudging: async (evidence, peer) => {
      for (const { plan, conversationId } of evidence) {
        const damage = DAMAGES[cases.indexOf(plan)];
        if (damage?.sql) await database.asSuperuser(damage.sql, [conversationId]);
        damage?.remote?.(peer, (label) => caseOf(label) === plan.id);
      }
    },
  });
  await database.close();
  const wasNoticed = (index: number) => problems.some((problem) => caseOf(problem) === `k${index}`);
  const wrong = DAMAGES.filter(({ sql, remote }, index) => wasNoticed(index) !== (sql !== undefined || remote !== undefined));
  return { tried: DAMAGES.length, unnoticed: wrong.map(({ name }) => name) };
}

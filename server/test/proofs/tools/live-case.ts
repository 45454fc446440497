import type { Random } from '#test/chaos/random.ts';
import { until } from '#test/processes/process-tree.ts';
import type { TestApp } from '#test/test-app.ts';
import type { TestDatabase } from '#test/test-database.ts';
import type { Visitor } from '#test/visitor.ts';
import type { Fault, Hit } from './faulty-writes.ts';
import type { Desk, Product } from './product.ts';
import type { Rounds } from './script.ts';

/** A fault, and what happens then. */
export interface Stage {
  fault: Fault;
  /**
   * `recover`: the lease runs out and a process takes the turn. `recover-and-return`: and the one that stood still goes on at that
   * moment, beside it. `supersede`: the visitor writes again. `supersede-and-settle`:
   * and the job that looks after calls left behind runs before a process that was paused goes on.
   */
  what: 'recover' | 'recover-and-return' | 'supersede' | 'supersede-and-settle';
}

export interface Case {
  id: string;
  rounds: Rounds;
  stages: readonly Stage[];
  /** Its faults lie where a turn surely comes by. */
  isMetForSure?: true;
}

/** What a case was told and what is to be compared with the record later, when nothing goes on any more. */
export interface Evidence {
  plan: Case;
  tenantId: string;
  conversationId: string;
  hits: Hit[];
  /** Calls that a process had begun and did not live to finish. */
  inDoubt: ReadonlySet<string>;
  superseded: number;
  visitor: Visitor;
  /** The calls with an end when the answer came, by key: no straggler changes them. */
  settled: ReadonlyMap<string, string>;
  problems: string[];
}

const PATIENCE_MS = 45_000;
const LEASE_LOOK_MS = 250;

export async function liveCase({ nodes, database }: Product, desk: Desk, plan: Case, random: Random): Promise<Evidence> {
  const visitor = await desk.arrive(random.whole(0, 1));
  await visitor.connect();
  const hits: Hit[] = [];
  const problems: string[] = [];
  const arm = (fault: Fault) => desk.arm(fault).then((hit) => hits.push(hit));
  const inDoubt = new Set<string>();
  let superseded = 0;

  const [first] = plan.stages;
  let met = first && arm(first.fault);
  const { seq, messageId } = await visitor.say(`[${plan.id}] please`, plan.id);
  const conversationId = await conversationOf(database, messageId);
  let lastSeq = seq;
  for (const [index, { what }] of plan.stages.entries()) {
    if (!(await metBeforeAnswer(met, visitor, lastSeq))) break;
    if (hits.at(-1)?.act === 'crash' || what !== 'supersede') {
      const calls = await callsOf(database, conversationId);
      for (const { key, state } of calls) if (state === 'started') inDoubt.add(key);
    }
    const next = plan.stages[index + 1];
    met = next && arm(next.fault);
    if (what === 'recover' || what === 'recover-and-return') {
      const paused = hits.at(-1);
      if (what === 'recover-and-return') void desk.nextClaim().then(() => paused?.release());
      await letLeaseEnd(database, conversationId, random.pick(nodes));
      continue;
    }
    superseded += 1;
    lastSeq = (await visitor.say(`[${plan.id}] and soon`, `${plan.id}-${superseded}`)).seq;
    if (what === 'supersede-and-settle') await settleNow(database, conversationId);
    hits.at(-1)?.release();
  }
  if (!(await visitor.until(() => isAnswered(visitor, lastSeq), PATIENCE_MS))) problems.push('was not answered');
  desk.disarm();
  const settled = new Map(
    (await callsOf(database, conversationId)).filter(({ state }) => isEnd(state)).map(({ key, state }) => [key, state]),
  );
  for (const hit of hits) hit.release();
  visitor.close();
  return { plan, tenantId: desk.tenantId, conversationId, hits, inDoubt, superseded, visitor, settled, problems };
}

/** False when the answer is there and the fault was not met: a turn that goes on has fewer writes than one that begins. */
async function metBeforeAnswer(met: Promise<unknown> | undefined, visitor: Visitor, seq: number): Promise<boolean> {
  if (!met) return false;
  const answered = visitor.until(() => isAnswered(visitor, seq), PATIENCE_MS).then(() => false);
  return Promise.race([met.then(() => true), answered]);
}

function isAnswered(visitor: Visitor, seq: number): boolean {
  return visitor.frames.some((frame) => frame.type === 'message' && frame.role === 'assistant' && frame.seq > seq);
}

async function conversationOf(database: TestDatabase, messageId: string): Promise<string> {
  const [row] = await database.asSuperuser<{ id: string }>('select conversation_id as id from messages where id = $1', [messageId]);
  if (!row) throw new Error('An acknowledged message is not stored.');
  return row.id;
}

/**
 * The lease of whoever has the turn is over, until somebody else has it. Again and again, because only one write stands still here: the
 * process around it goes on to renew its leases, as one that really stood still would not.
 */
async function letLeaseEnd(database: TestDatabase, conversationId: string, node: TestApp): Promise<void> {
  const [held] = await database.asSuperuser<{ epoch: number }>(
    `select epoch from turns where conversation_id = $1 and status = 'running'`,
    [conversationId],
  );
  if (!held) return;
  const end = async () => {
    const rows = await database.asSuperuser(
      `update turns set lease_until = now() - interval '1 second'
        where conversation_id = $1 and status = 'running' and epoch = $2 returning id`,
      [conversationId, held.epoch],
    );
    return rows.length === 1;
  };
  const again = async (): Promise<void> => {
    if (await end()) setTimeout(() => void again().catch(() => {}), LEASE_LOOK_MS);
  };
  await again();
  void node.app.services.turns.sweep();
}

export interface CallRow {
  key: string;
  turnId: string;
  step: number;
  ordinal: number;
  name: string;
  args: string;
  state: string;
  result: string | null;
}

export const callsOf = (database: TestDatabase, conversationId: string): Promise<CallRow[]> =>
  database.asSuperuser<CallRow>(
    `select concat_ws('-', turn_id, step, ordinal) as key, turn_id as "turnId", step, ordinal, name, arguments_text as args, state, result
       from tool_calls where conversation_id = $1`,
    [conversationId],
  );

const isEnd = (state: string) => state !== 'requested' && state !== 'started';

/** The jobs that look after calls left behind run now, and not in some seconds. */
export async function settleNow(database: TestDatabase, conversationId: string): Promise<void> {
  await until('calls left behind to be settled', async () => {
    await database.asSuperuser(
      `update graphile_worker._private_jobs set run_at = now() where payload::text like '%' || $1 || '%' and run_at > now() and locked_at is null`,
      [conversationId],
    );
    const [row] = await database.asSuperuser<{ jobs: number }>(
      `select count(*)::int as jobs from graphile_worker._private_jobs where payload::text like '%' || $1 || '%'`,
      [conversationId],
    );
    return row?.jobs === 0;
  });
}

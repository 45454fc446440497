import { setTimeout as sleep } from 'node:timers/promises';
import { judgeStored } from './judge-stored.ts';
import type { World } from './phase.ts';
import { query, settle } from './settle.ts';
import { comesTrue, connectClients, type StormClient } from './storm-client.ts';

/** What visitors see of a fault, before the answer that comes in the end. */
type Outcome = 'an error, then the answer' | 'an answer cut short' | 'the team';

interface Fault {
  behaviour: string;
  /** Requests that fail before one is answered as it should be; without it, all do. */
  times?: number;
  outcome: Outcome;
}

/** The first three take the product's own time limits to notice, of up to a minute. A passing failure is retried within the turn, so it takes more than three requests to be seen. */
const FAULTS: readonly Fault[] = [
  { behaviour: 'hang', times: 1, outcome: 'an error, then the answer' },
  { behaviour: 'silent', times: 1, outcome: 'an error, then the answer' },
  { behaviour: 'stall', times: 1, outcome: 'an error, then the answer' },
  { behaviour: 'cut', times: 2, outcome: 'an error, then the answer' },
  { behaviour: 'cut', outcome: 'the team' },
  { behaviour: 'cut-early', times: 4, outcome: 'an error, then the answer' },
  { behaviour: 'error', times: 7, outcome: 'an error, then the answer' },
  { behaviour: 'error', outcome: 'the team' },
  { behaviour: 'busy', times: 4, outcome: 'an error, then the answer' },
  { behaviour: 'garbage', times: 4, outcome: 'an error, then the answer' },
  { behaviour: 'flood-text', outcome: 'an answer cut short' },
  { behaviour: 'flood-deltas', outcome: 'an answer cut short' },
  { behaviour: 'flood-megabytes', times: 1, outcome: 'an error, then the answer' },
  { behaviour: 'flood-thoughts', times: 1, outcome: 'an error, then the answer' },
  { behaviour: 'flood-arguments', times: 1, outcome: 'an error, then the answer' },
  { behaviour: 'flood-calls', times: 1, outcome: 'an error, then the answer' },
  { behaviour: 'flood-line', times: 1, outcome: 'an error, then the answer' },
  { behaviour: 'flood-error', times: 4, outcome: 'an error, then the answer' },
];

export interface FaultOptions {
  clientsEach: number;
  /** Which faults; all when left out. */
  behaviours?: readonly string[];
}

const PATIENCE_MS = 150_000;
const CUT_LENGTH = 100_000;
const EXPIRE_EVERY_MS = 300;

/** An upstream that hangs, floods, breaks off or refuses, and visitors who write in the meantime. */
export async function stormFromUpstream(world: World, { clientsEach, behaviours }: FaultOptions): Promise<void> {
  const { report, upstream } = world;
  const faults = FAULTS.filter(({ behaviour }) => behaviours?.includes(behaviour) ?? true);
  const clients = await connectClients(world.url, faults.length * clientsEach, world.nextNumber(faults.length * clientsEach));
  upstream.resetPeaks();
  const before = { ...upstream.figures };
  const trials = clients.map((client, index) => {
    const fault = faults[index % faults.length] as Fault;
    return { client, fault, key: client.send(fault.behaviour, fault.times) };
  });

  const expiring = expireDelays(world);
  const isOver = () => trials.every(({ client }) => client.isAnswered);
  if (!(await comesTrue(isOver, PATIENCE_MS))) {
    for (const { client, fault } of trials) if (!client.isAnswered) report.violate(`nothing came after “${fault.behaviour}”`);
  }
  await settle(world, 10_000);
  const expired = await expiring.stop();

  const { asked, abandoned, bytes } = upstream.figures;
  const megabytes = Math.round((bytes - before.bytes) / 1024 / 1024);
  report.say(
    `  ${faults.length} faults × ${clientsEach} clients: ${asked - before.asked} requests, ${abandoned - before.abandoned} cut by the product, ` +
      `${megabytes} MB written to it; ${expired} waits for the next attempt cut short by the proof`,
  );
  for (const trial of trials) for (const problem of judgeTrial(trial)) report.violate(`“${trial.fault.behaviour}”: ${problem}`);
  await judgeTeam(world, trials);
  if (!(await comesTrue(() => upstream.open === 0, 5_000))) report.violate(`${upstream.open} requests to the model were left open`);
  await judgeStored(world, clients);
  for (const { visitor } of clients) visitor.close();
}

interface Trial {
  client: StormClient;
  fault: Fault;
  key: string;
}

function judgeTrial({ client, fault, key }: Trial): string[] {
  const last = client.lastMessage;
  const wasTold = client.errors.includes('PROVIDER_ERROR');
  const others = client.errors.filter((code) => code !== 'PROVIDER_ERROR');
  const problems = others.length > 0 ? [`the visitor was told ${others.join(', ')}`] : [];
  switch (fault.outcome) {
    case 'an error, then the answer':
      if (!wasTold) problems.push('the visitor was not told PROVIDER_ERROR');
      if (last?.role !== 'assistant' || !last.content.includes(`[${key}]`))
        problems.push(`the last message is not the answer: ${last?.role}`);
      break;
    case 'an answer cut short':
      if (last?.role !== 'assistant' || last.content.length !== CUT_LENGTH || last.finishReason !== 'length')
        problems.push(`the answer has ${last?.content.length} characters and ended with ${last?.finishReason}`);
      break;
    case 'the team':
      if (!wasTold) problems.push('the visitor was not told PROVIDER_ERROR');
      if (last?.role !== 'system') problems.push(`the visitor was not told that the team will answer, but by ${last?.role}`);
  }
  return problems;
}

/** Whoever got no answer is in the hands of the team, with one event that says so. */
async function judgeTeam(world: World, trials: readonly Trial[]): Promise<void> {
  const forTeam = trials.filter(({ fault }) => fault.outcome === 'the team');
  const ids = forTeam.map(({ client }) => `'${client.visitor.session.sessionId}'`).join(', ');
  const rows = await query<{ holder: string; status: string; failures: number; events: number }>(
    world,
    `select c.holder, c.status, t.failures,
            (select count(*)::int from events e where e.type = 'turn.failed' and e.subject->>'turnId' = t.id::text) as events
       from widget_sessions s join conversations c on c.id = s.conversation_id
       join turns t on t.conversation_id = c.id and t.status = 'failed'
      where s.id in (${ids})`,
  );
  if (rows.length !== forTeam.length) world.report.violate(`${rows.length} turns failed for good, not ${forTeam.length}`);
  for (const { holder, status, failures, events } of rows) {
    if (holder !== 'nobody' || status !== 'open' || events !== 1)
      world.report.violate(`after ${failures} failures a conversation is ${status}, held by ${holder}, with ${events} events`);
  }
}

/** The waits between attempts grow to half an hour; here nobody waits for them. */
function expireDelays(world: World): { stop(): Promise<number> } {
  let isStopping = false;
  const running = (async () => {
    let expired = 0;
    while (!isStopping) {
      const rows = await query(
        world,
        `update turns set claimable_at = now() where status = 'waiting' and claimable_at > now() returning id`,
      ).catch(() => []);
      expired += rows.length;
      await sleep(EXPIRE_EVERY_MS);
    }
    return expired;
  })();
  return {
    stop: () => {
      isStopping = true;
      return running;
    },
  };
}

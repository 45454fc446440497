import { RETRY_DELAYS_MS } from '#conversations/answering/give-back-turn.ts';
import type { FaultDesk } from './fault-desk.ts';
import { faultNumber } from './faults.ts';
import { orderText } from './orders.ts';
import { errorsOf } from './try-fault.ts';
import type { WireName } from './wires.ts';

const PATIENCE_MS = 30_000;

/** A provider that never comes back: after the last attempt the team has the conversation, and the visitor knows. */
export async function tryTeam(desk: FaultDesk, wire: WireName, key: string): Promise<string[]> {
  const { visitor, conversationId } = await desk.visitor(wire);
  const { seq } = await visitor.say(orderText({ key, fault: faultNumber('cut'), only: undefined }), key);
  await visitor.frame(({ type }) => type === 'error');
  for (let attempt = 0; attempt < RETRY_DELAYS_MS.length; attempt += 1) {
    // Somebody else is answered in between: the provider is not down, only this message meets a fault.
    const other = await desk.visitor(wire);
    await other.visitor.answer(
      (await other.visitor.say(orderText({ key: `${key}other${attempt}`, fault: undefined, only: undefined }), 'm')).seq,
    );
    other.visitor.close();
    await desk.tryAgain(conversationId);
    await desk.app.app.services.turns.idle();
  }
  const isForTeam = () => visitor.frames.some((frame) => frame.type === 'message' && frame.role === 'system' && frame.seq > seq);
  const problems = (await visitor.until(isForTeam, PATIENCE_MS))
    ? [...visitor.problems]
    : ['the visitor was not told that the team will answer'];
  if (errorsOf(visitor).join() !== 'PROVIDER_ERROR') problems.push(`the errors shown were ${errorsOf(visitor).join()}`);
  const rows = await desk.app.database.asSuperuser<{ holder: string; status: string; turn: string; events: number }>(
    `select c.holder, c.status, t.status as turn,
            (select count(*)::int from events e where e.type = 'turn.failed' and e.subject->>'turnId' = t.id::text) as events
       from conversations c join turns t on t.conversation_id = c.id where c.id = $1`,
    [conversationId],
  );
  const found = JSON.stringify(rows);
  if (found !== JSON.stringify([{ holder: 'nobody', status: 'open', turn: 'failed', events: 1 }])) problems.push(`the team has ${found}`);
  visitor.close();
  return problems.map((problem) => `a provider that never comes back: ${problem}`);
}

/** A visitor who writes again while the provider stalls: the first request is hung up on, and one answer covers both messages. */
export async function trySupersede(desk: FaultDesk, wire: WireName, key: string): Promise<string[]> {
  const { visitor, conversationId } = await desk.visitor(wire);
  await visitor.say(orderText({ key, fault: faultNumber('stall'), only: undefined }), `${key}a`);
  await visitor.frame(({ type }) => type === 'token');
  const { seq } = await visitor.say(orderText({ key: `${key}b`, fault: undefined, only: undefined }), `${key}b`);
  await visitor.answer(seq);
  const problems = [...visitor.problems];
  const hungUp = await waitFor(() => desk.server.open === 0);
  if (!hungUp) problems.push(`${desk.server.open} requests are still open`);
  const rows = await desk.app.database.asSuperuser<{ status: string }>(
    'select status from turns where conversation_id = $1 order by to_seq',
    [conversationId],
  );
  if (rows.map(({ status }) => status).join() !== 'superseded,done') problems.push(`the turns are ${JSON.stringify(rows)}`);
  visitor.close();
  return problems.map((problem) => `a visitor who writes again: ${problem}`);
}

async function waitFor(isSo: () => boolean): Promise<boolean> {
  for (let round = 0; round < 200 && !isSo(); round += 1) await new Promise((resolve) => setTimeout(resolve, 25));
  return isSo();
}

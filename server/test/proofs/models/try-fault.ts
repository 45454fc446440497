import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import type { Visitor } from '#test/visitor.ts';
import type { FaultDesk } from './fault-desk.ts';
import { FAULTS, faultNumber, usualAnswer } from './faults.ts';
import { orderText } from './orders.ts';
import type { WireName } from './wires.ts';

export interface Trial {
  wire: WireName;
  name: string;
  key: string;
  requests: number;
  problems: string[];
}

type MessageFrame = Extract<ServerFrame, { type: 'message' }>;

/** An answer that grows past this is cut. UTF-16 units. */
const LONGEST_ANSWER = 100_000;
const PATIENCE_MS = 60_000;

/** One visitor meets one fault, from the first message to the answer; everything wrong that they were shown. */
export async function tryFault(desk: FaultDesk, wire: WireName, name: string, key: string): Promise<Trial> {
  const fault = FAULTS[name];
  if (!fault) throw new Error(`There is no fault called ${name}.`);
  const { visitor, conversationId } = await desk.visitor(wire);
  const problems: string[] = [];
  const { seq } = await visitor.say(orderText({ key, fault: faultNumber(name), only: undefined }), key);

  if (fault.outcome === 'told') problems.push(...(await sitOut(desk, visitor, conversationId, seq, key)));
  const wasAnswered = await visitor.until(() => answerAfter(visitor, seq) !== undefined, PATIENCE_MS);
  const answer = answerAfter(visitor, seq);
  if (!wasAnswered || !answer) problems.push(`no answer came; last frames: ${JSON.stringify(visitor.frames.slice(-3)).slice(0, 300)}`);
  else if (fault.outcome === 'cut short') {
    if (answer.finishReason !== 'length' || answer.content.length !== LONGEST_ANSWER)
      problems.push(`the answer has ${answer.content.length} characters and ended with ${answer.finishReason}`);
  } else {
    const expected = fault.outcome === 'told' ? usualAnswer(key) : (fault.answer ?? usualAnswer)(key);
    if (answer.content !== expected) problems.push(`the answer is ${JSON.stringify(answer.content.slice(0, 200))}`);
  }

  const expectedStatuses = fault.outcome === 'told' ? ['degraded', 'restored'] : [];
  await visitor.until(() => statusesOf(visitor).length >= expectedStatuses.length, 5_000);
  const [statuses, errors] = [statusesOf(visitor), errorsOf(visitor)];
  if (statuses.join() !== expectedStatuses.join()) problems.push(`the statuses shown were ${statuses.join() || 'none'}`);
  if (errors.join() !== (fault.outcome === 'told' ? 'PROVIDER_ERROR' : ''))
    problems.push(`the errors shown were ${errors.join() || 'none'}`);
  problems.push(...visitor.problems, ...(await judgeStored(desk, conversationId, fault.callsThatSucceed ?? 0)));
  visitor.close();
  return { wire, name, key, requests: desk.server.requestsFor(key), problems };
}

/** Told once, then, when the provider is back, asked again until it answers. */
async function sitOut(desk: FaultDesk, visitor: Visitor, conversationId: string, seq: number, key: string): Promise<string[]> {
  if (!(await visitor.until(() => errorsOf(visitor).length > 0, PATIENCE_MS))) return ['the visitor was not told'];
  const problems: string[] = [];
  if (answerAfter(visitor, seq)) problems.push('an answer came in spite of the fault');
  if (visitor.drafts.size > 0) problems.push('what was streamed is not withdrawn');
  const [turn] = await desk.app.database.asSuperuser<{ status: string; failures: number }>(
    `select status, failures from turns where conversation_id = $1`,
    [conversationId],
  );
  if (turn?.status !== 'waiting' || turn.failures !== 1) problems.push(`the turn is ${turn?.status} after ${turn?.failures} failures`);
  desk.server.heal(key);
  await desk.tryAgain(conversationId);
  return problems;
}

const answerAfter = (visitor: Visitor, seq: number): MessageFrame | undefined =>
  visitor.frames.find(
    (frame): frame is MessageFrame =>
      frame.type === 'message' && frame.seq > seq && (frame.role === 'assistant' || frame.role === 'system'),
  );
export const statusesOf = ({ frames }: Visitor): string[] => frames.flatMap((frame) => (frame.type === 'status' ? [frame.status] : []));
export const errorsOf = ({ frames }: Visitor): string[] => frames.flatMap((frame) => (frame.type === 'error' ? [frame.code] : []));

/** One message, one answer, one turn that is done; tools had their effect as often as they succeeded. */
async function judgeStored({ app }: FaultDesk, conversationId: string, callsThatSucceed: number): Promise<string[]> {
  const [row] = await app.database.asSuperuser<{ roles: string; turns: string; calls: number; tickets: number }>(
    `select (select string_agg(role, ' ' order by seq) from messages where conversation_id = $1) as roles,
            (select string_agg(status, ' ') from turns where conversation_id = $1) as turns,
            (select count(*)::int from tool_calls where conversation_id = $1 and state = 'succeeded') as calls,
            (select count(*)::int from tickets where conversation_id = $1) as tickets`,
    [conversationId],
  );
  const problems: string[] = [];
  if (row?.roles !== 'user assistant') problems.push(`the record has the messages ${row?.roles}`);
  if (row?.turns !== 'done') problems.push(`the turns are ${row?.turns}`);
  if (row?.calls !== callsThatSucceed) problems.push(`${row?.calls} calls succeeded`);
  if (row?.tickets !== callsThatSucceed) problems.push(`${row?.tickets} tickets were opened`);
  return problems;
}

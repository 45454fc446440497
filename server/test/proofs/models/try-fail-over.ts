import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { DEFAULT_BREAKER_POLICY } from '#agents/models/circuit-breaker.ts';
import type { TestDatabase } from '#test/test-database.ts';
import type { Visitor } from '#test/visitor.ts';
import { openFaultDesk } from './fault-desk.ts';
import { startFaultServer } from './fault-server.ts';
import { faultNumber, usualAnswer } from './faults.ts';
import { orderText } from './orders.ts';
import { errorsOf, statusesOf } from './try-fault.ts';
import type { WireName } from './wires.ts';

export interface FailOverRun {
  messages: number;
  /** Requests that the failing provider was spared. */
  spared: number;
  problems: string[];
}

const PATIENCE_MS = 30_000;

type MessageFrame = Extract<ServerFrame, { type: 'message' }>;

/** A list of providers, of which the first fails in every way, then both; and what is asked of whom. */
export async function tryFailOver(first: WireName, database: TestDatabase): Promise<FailOverRun> {
  const second: WireName = first === 'openai' ? 'anthropic' : 'openai';
  const server = await startFaultServer();
  const desk = await openFaultDesk(server, { fallback: [second, 'builtin'], database });
  const problems: string[] = [];
  let messages = 0;
  const expect = (what: string, isSo: boolean) => {
    if (!isSo) problems.push(`${first}, then ${second}: ${what}`);
  };
  const ask = async (visitor: Visitor, fault?: string, only?: WireName): Promise<MessageFrame> => {
    messages += 1;
    const key = `${first}${messages}`;
    const { seq } = await visitor.say(orderText({ key, fault: fault === undefined ? undefined : faultNumber(fault), only }), key);
    const isAnswered = () => visitor.frames.some((frame) => frame.type === 'message' && frame.role === 'assistant' && frame.seq > seq);
    if (!(await visitor.until(isAnswered, PATIENCE_MS))) throw new NoAnswer(`a message with the fault ${fault} was never answered`);
    const answer = await visitor.answer(seq);
    const isAnswerable = fault === undefined || only !== undefined;
    if (isAnswerable) expect(`after the fault ${fault} the answer was ${answer.content.slice(0, 80)}`, answer.content === usualAnswer(key));
    return answer;
  };

  try {
    const { visitor } = await desk.visitor(first);
    for (const fault of ['error', 'forbidden', 'cut-at-once', 'error-event-first']) {
      const before = server.requests(second);
      await ask(visitor, fault, first);
      expect(`the second was asked ${server.requests(second) - before} times after ${fault}`, server.requests(second) === before + 1);
      // A success, so that these do not add up to a rest.
      await ask(visitor);
    }
    expect('the visitor saw something of it', errorsOf(visitor).length + statusesOf(visitor).length === 0);

    await ask(visitor, 'cut', first);
    expect('what was cut off was not withdrawn', visitor.frames.filter(({ type }) => type === 'message_reset').length === 1);
    expect('the visitor was told an error', errorsOf(visitor).length + statusesOf(visitor).length === 0);
    await ask(visitor);

    const away = await ask(visitor, 'error');
    expect(`the last resort ended with ${away.finishReason}`, away.finishReason === 'degraded' && away.content.includes('not available'));
    await visitor.until(() => statusesOf(visitor).length === 1, 5_000);
    await ask(visitor);
    await visitor.until(() => statusesOf(visitor).length === 2, 5_000);
    expect(`the statuses were ${statusesOf(visitor)}`, statusesOf(visitor).join() === 'degraded,restored');

    const before = server.requests(first);
    const rounds = DEFAULT_BREAKER_POLICY.failures + 10;
    for (let round = 0; round < rounds; round += 1) await ask(visitor, 'error', first);
    const asked = server.requests(first) - before;
    // A rest may end meanwhile, and then one tries.
    expect(`the failing provider was asked ${asked} times for ${rounds} messages`, asked < rounds);
    server.healAll();
    for (let round = 0; server.requests(first) === before + asked && round < 200; round += 1) {
      await ask(visitor);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect('it was not asked again after its rest', server.requests(first) > before + asked);
    expect('the strict client has complaints', visitor.problems.length === 0);
    problems.push(...visitor.problems);
    visitor.close();
    return { messages, spared: rounds - asked, problems };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { messages, spared: 0, problems: [...problems, `${first}, then ${second}: ${error.message}`] };
  } finally {
    await desk.close();
    await server.close();
  }
}

class NoAnswer extends Error {
  override name = 'NoAnswer';
}

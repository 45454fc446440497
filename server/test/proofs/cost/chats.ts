import type { StartedSession } from '@foyer/contracts/widget.ts';
import { systemClock } from '#platform/clock.ts';
import { Visitor } from '../../visitor.ts';

/** 60 messages in 10 seconds are a session's limit. */
const LEAST_PAUSE_MS = 200;

export interface ChatFigures {
  messages: number;
  tokens: number;
  /** From the send to the first token, milliseconds. */
  firstTokensMs: number[];
  problems: string[];
}

/** Visitors with open sockets, each from an address of its own, as behind a proxy: the limit per address is not what is measured. */
export async function arrive(url: string, count: number, from: number): Promise<Visitor[]> {
  const visitors: Visitor[] = [];
  for (let number = from; number < from + count; number += 1) {
    const response = await fetch(`${url}/api/v1/widget/session/init`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.18.${number >> 8}.${number & 255}` },
      body: JSON.stringify({ projectId: 'demo', widgetInstanceId: `cost-${number}` }),
    });
    if (response.status !== 201) throw new Error(`A session was refused: ${response.status}`);
    const visitor = new Visitor((await response.json()) as StartedSession);
    await visitor.connect();
    visitors.push(visitor);
  }
  return visitors;
}

/** Each visitor says so many things, the next one after the answer. */
export async function chat(visitors: readonly Visitor[], messagesEach: number, label: string): Promise<ChatFigures> {
  const figures: ChatFigures = { messages: 0, tokens: 0, firstTokensMs: [], problems: [] };
  await Promise.all(
    visitors.map(async (visitor) => {
      let sentMs = Number.NEGATIVE_INFINITY;
      for (let number = 0; number < messagesEach; number += 1) {
        // Below the limit of one session, which would refuse what comes faster.
        await systemClock.sleep(Math.max(0, sentMs + LEAST_PAUSE_MS - performance.now()));
        const from = visitor.frames.length;
        sentMs = performance.now();
        const first = visitor.frame((frame) => frame.type === 'token', from).then(() => performance.now() - sentMs);
        const ack = await visitor.say('When are you open on Saturdays, and do I need an appointment?', `${label}-${number}`);
        figures.firstTokensMs.push(await first);
        await visitor.answer(ack.seq);
        figures.messages += 1;
        figures.tokens += visitor.frames.slice(from).filter((frame) => frame.type === 'token').length;
      }
      figures.problems.push(...visitor.problems);
    }),
  );
  return figures;
}

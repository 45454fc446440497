import { setTimeout as sleep } from 'node:timers/promises';
import type { StartedSession } from '@foyer/contracts/widget.ts';
import type { Random } from '#test/chaos/random.ts';
import { Visitor } from '#test/visitor.ts';

/** One visitor's emergency, as they saw it. */
export interface Emergency {
  sessionId: string;
  messageId: string | undefined;
  /** How often the text was shown. */
  shown: number;
  shownBeforeStored: boolean;
  /** How often the message was sent. */
  sent: number;
  problems: string[];
}

export interface Arrived {
  visitor: Visitor;
  random: Random;
}

const TEXTS = [
  'I have crushing chest pain and my left arm is numb',
  'My husband is not breathing and his lips are blue',
  'Tengo un dolor muy fuerte en el pecho y no puedo respirar',
  'Mi padre se ha desmayado y no responde',
] as const;
const PATIENCE_MS = 90_000;
const ACK_PATIENCE_MS = 4_000;
const CLIENT_MESSAGE_ID = 'emergency';

/** Somebody whose question the model is never going to answer. */
export async function arrive(url: string, projectId: string, random: Random): Promise<Arrived> {
  const response = await fetch(`${url}/api/v1/widget/session/init`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ projectId, widgetInstanceId: 'proof' }),
  });
  if (response.status !== 201) throw new Error(`No session: ${response.status} ${await response.text()}`);
  const visitor = new Visitor((await response.json()) as StartedSession);
  await visitor.connect();
  await visitor.say('Which documents do I need for my first visit?', 'question');
  return { visitor, random };
}

/** Writes of an emergency at some moment, and again on every new connection until it is acknowledged. */
export async function writeOfEmergency({ visitor, random }: Arrived): Promise<Emergency> {
  const text = random.pick(TEXTS);
  let shown = 0;
  let shownBeforeStored = false;
  let sent = 0;
  visitor.onFrame = (frame) => {
    if (frame.type !== 'emergency') return;
    shown += 1;
    if (!visitor.acknowledged.has(CLIENT_MESSAGE_ID)) shownBeforeStored = true;
  };
  await sleep(random.between(0, 120));
  const startedMs = performance.now();
  while (!visitor.acknowledged.has(CLIENT_MESSAGE_ID) && performance.now() - startedMs < PATIENCE_MS) {
    if (!visitor.isOpen && !(await visitor.reconnect())) {
      await sleep(100);
      continue;
    }
    visitor.send({ type: 'user_message', content: text, clientMessageId: CLIENT_MESSAGE_ID });
    sent += 1;
    await visitor.until(() => visitor.acknowledged.has(CLIENT_MESSAGE_ID), ACK_PATIENCE_MS);
  }
  visitor.close();
  return {
    sessionId: visitor.session.sessionId,
    messageId: visitor.acknowledged.get(CLIENT_MESSAGE_ID)?.messageId,
    shown,
    shownBeforeStored,
    sent,
    problems: visitor.problems,
  };
}

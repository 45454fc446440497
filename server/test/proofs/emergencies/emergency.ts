import { setTimeout as sleep } from 'node:timers/promises';
import type { StartedSession } from '@foyer/contracts/widget.ts';
import { reconnect } from '#test/chaos/chat.ts';
import type { Random } from '#test/chaos/random.ts';
import { Visitor } from '#test/visitor.ts';
import type { Desk } from './desks.ts';
import type { Disturbance } from './plan.ts';
import type { Utterance } from './utterances.ts';

/** One visitor who types one emergency, and how it went from their side. */
export interface Emergency {
  /** The client's id of the message, which no other emergency has. */
  key: string;
  desk: Desk;
  disturbance: Disturbance;
  utterance: Utterance;
  visitor: Visitor;
  /** By the machine's clock, as mails are stamped. */
  typedAtMs: number;
  timesSent: number;
  /** The visitor's connections on which it was sent, in order, each once. */
  sentOn: number[];
  /** The emergency texts that came: on which connection, after how many sendings, and how long after the message was typed. */
  shown: { text: string; connection: number; timesSent: number; afterMs: number }[];
  acknowledgedAfterMs: number | undefined;
  /** Whether the acknowledgement was there when the process was killed; undefined where none was. */
  wasAcknowledged?: boolean;
}

const FIRST_WORDS = 'Hello, when are you open this week?';
const RESPONSE_PATIENCE_MS = 20_000;
/** Through everything that is wrong meanwhile. */
const ACKNOWLEDGEMENT_PATIENCE_MS = 60_000;

export interface Arrival {
  key: string;
  desk: Desk;
  disturbance: Disturbance;
  utterance: Utterance;
  /** Where this visitor connects first. */
  url: string;
  /** Writes something ordinary first, which may still be being answered when the emergency is typed. */
  isBeingAnswered: boolean;
}

/** Opens the chat as a page does. */
export async function arrive({ url, isBeingAnswered, ...facts }: Arrival): Promise<Emergency> {
  const response = await fetch(`${url}/api/v1/widget/session/init`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ projectId: facts.desk.projectId, widgetInstanceId: facts.key, locale: facts.utterance.language }),
    signal: AbortSignal.timeout(10_000),
  });
  if (response.status !== 201) throw new Error(`No session: ${response.status} ${await response.text()}`);
  const visitor = new Visitor((await response.json()) as StartedSession);
  if (!(await reconnect(visitor, url))) throw new Error(`${facts.key} cannot connect.`);
  if (isBeingAnswered) await visitor.say(FIRST_WORDS, `${facts.key}-first`);
  return { ...facts, visitor, typedAtMs: 0, timesSent: 0, sentOn: [], shown: [], acknowledgedAfterMs: undefined };
}

/** Sends it for the first time. What comes is noted as it comes. */
export function type(emergency: Emergency): void {
  const { visitor, key } = emergency;
  const startedMs = performance.now();
  emergency.typedAtMs = Date.now();
  visitor.onFrame = (frame) => {
    const afterMs = performance.now() - startedMs;
    if (frame.type === 'emergency') {
      emergency.shown.push({ text: frame.text, connection: visitor.connections, timesSent: emergency.timesSent, afterMs });
    }
    if (frame.type === 'message_ack' && frame.clientMessageId === key) emergency.acknowledgedAfterMs ??= afterMs;
  };
  send(emergency);
}

function send(emergency: Emergency): void {
  const { visitor, key, utterance, sentOn } = emergency;
  emergency.timesSent += 1;
  if (sentOn.at(-1) !== visitor.connections) sentOn.push(visitor.connections);
  visitor.send({ type: 'user_message', content: utterance.text, clientMessageId: key });
}

/** Sends it again under its id, as a widget does, until it is acknowledged; then comes back wherever somebody answers. */
export async function persist(emergency: Emergency, urls: readonly string[], random: Random): Promise<void> {
  const { visitor, key } = emergency;
  const deadlineMs = Date.now() + ACKNOWLEDGEMENT_PATIENCE_MS;
  let from = 0;
  while (Date.now() < deadlineMs) {
    const isRefused = () =>
      visitor.frames.slice(from).some((frame) => frame.type === 'error' && 'clientMessageId' in frame && frame.clientMessageId === key);
    await visitor.until(() => visitor.acknowledged.has(key) || isRefused(), RESPONSE_PATIENCE_MS);
    if (visitor.acknowledged.has(key)) return;
    if (visitor.isOpen && !isRefused()) visitor.cut();
    await sleep(random.between(50, 250));
    if (!visitor.isOpen && !(await reconnect(visitor, random.pick(urls)))) continue;
    from = visitor.frames.length;
    send(emergency);
  }
}

/** Connected, and shown everything that happened meanwhile. */
export async function isBack({ visitor }: Emergency, url: string): Promise<boolean> {
  return visitor.isOpen || (await reconnect(visitor, url));
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { StartedSession } from '@foyer/contracts/widget.ts';
import type { Balancer } from '#test/balancer.ts';
import { keysIn, sentences } from '#test/chaos/asks.ts';
import type { SentMessage } from '#test/chaos/chat.ts';
import type { Random } from '#test/chaos/random.ts';
import { openScreen, type Screen } from './screen.ts';

/** A visitor with one or two screens on one conversation, who goes from node to node while the answer is being written. */
export interface Chatter {
  screens: Screen[];
  messages: ChatterMessage[];
  problems: string[];
  connect(): Promise<void>;
  /** Asks, sometimes once more before the answer is there, and resolves when every screen shows what answers it. */
  chat(): Promise<void>;
  /** How many half-written answers stand on the screens. */
  drafts(): number;
  leave(): void;
}

export interface ChatterMessage extends SentMessage {
  /** The node whose connection it went over. */
  node: number;
}

export interface ChatterOptions {
  number: number;
  session: StartedSession;
  balancer: Balancer;
  random: Random;
  /** How long a word of the model takes; the visitor's own pace follows it. */
  pieceMs: number;
}

const ACK_PATIENCE_MS = 8_000;
const ANSWER_PATIENCE_MS = 120_000;
const SILENCE_MS = 30_000;

export function createChatter({ number, session, balancer, random, pieceMs }: ChatterOptions): Chatter {
  const names = random.chance(0.5) ? ['a', 'b'] : ['a'];
  const screens = names.map((name) => openScreen(`s${number}-${name}`, session, balancer));
  const messages: ChatterMessage[] = [];
  const problems: string[] = [];

  return {
    screens,
    messages,
    problems,
    connect: async () => void (await Promise.all(screens.map((screen) => screen.connect()))),
    chat: async () => {
      try {
        await say(random.pick(screens));
        const impatient = random.chance(0.25) ? random.pick(screens) : undefined;
        await Promise.all(screens.map((screen) => wander(screen, screen === impatient)));
        await Promise.all(screens.map((screen) => wander(screen, false, 0)));
      } catch (error) {
        problems.push(error instanceof Error ? error.message : String(error));
      }
    },
    drafts: () => screens.reduce((sum, { visitor }) => sum + visitor.drafts.size, 0),
    leave: () => {
      for (const { visitor } of screens) visitor.cut();
    },
  };

  /** Sends a message again and again, under the same id, until it is acknowledged. */
  async function say(screen: Screen): Promise<void> {
    const key = `c${number}-${messages.length + 1}`;
    const content = `[${key}] ${sentences(random, random.whole(1, 4))}`;
    const message: ChatterMessage = { key, content, seq: undefined, sentAtMs: Date.now(), answeredAtMs: undefined, timesSent: 0, node: -1 };
    messages.push(message);
    const { visitor } = screen;
    while (Date.now() < message.sentAtMs + ANSWER_PATIENCE_MS) {
      if (!visitor.isOpen) await screen.connect();
      message.timesSent += 1;
      message.node = balancer.nodeOf(screen.name) ?? -1;
      visitor.send({ type: 'user_message', content, clientMessageId: key });
      await visitor.until(() => visitor.acknowledged.has(key), ACK_PATIENCE_MS);
      message.seq = visitor.acknowledged.get(key)?.seq;
      if (message.seq !== undefined) return;
      visitor.cut();
      await sleep(random.between(50, 250));
    }
    problems.push(`${key} was not acknowledged`);
  }

  /** Reads until everything is answered, and goes elsewhere now and then. */
  async function wander(screen: Screen, asksAgain: boolean, moves = random.chance(0.75) ? random.whole(1, 3) : 0): Promise<void> {
    const { visitor } = screen;
    const isAnswered = () => messages.every(({ key }) => showsAnswerTo(screen, key));
    const deadlineMs = Date.now() + ANSWER_PATIENCE_MS;
    let willAsk = asksAgain;
    for (let left = moves; !isAnswered(); ) {
      if (Date.now() > deadlineMs) throw new Error(`Screen ${screen.name} still lacks an answer after ${ANSWER_PATIENCE_MS / 1000} s`);
      if (!visitor.isOpen) await screen.connect();
      const hasPlans = left > 0 || willAsk;
      await visitor.until(isAnswered, hasPlans ? random.between(1, 16) * pieceMs : SILENCE_MS);
      if (isAnswered()) return;
      if (willAsk && random.chance(0.5)) {
        willAsk = false;
        await say(screen);
      } else if (left > 0) {
        left -= 1;
        await screen.move(random.chance(0.3));
      }
    }
  }
}

function showsAnswerTo({ answers }: Screen, key: string): boolean {
  return answers.some(({ content }) => keysIn(content).includes(key));
}

import { randomUUID } from 'node:crypto';
import type { ChatRequest, ModelEvent } from '#agents/models/chat-model.ts';
import { words } from '#test/chaos/asks.ts';
import type { Random } from '#test/chaos/random.ts';
import { type Effect, labelIn, type Rounds } from './script.ts';

export const TOOL_NAMES = { ours: 'create_ticket', remote: 'send_letter', silent: 'send_fax' } as const;

/**
 * What a model answers that wants the effects of `rounds`, and takes every result as it is. It never asks the same way twice: ids, words
 * and the order of a round's calls are others each time, so that whatever is asked again comes under another name.
 */
export function askForEffects(rounds: Rounds, { messages }: Pick<ChatRequest, 'messages'>, random: Random): ModelEvent[] {
  const settled = settledLabels(messages);
  // What was asked before its own last answer is done; whoever writes again then only wants to hear so.
  const isDone = messages.some(({ role, content }) => role === 'assistant' && content.includes('Done'));
  const next = isDone
    ? undefined
    : rounds.map((round) => round.filter(({ label }) => !settled.has(label))).find((round) => round.length > 0);
  if (!next) return [...say(`Done ${words(random, 3)}.`), finish('stop')];
  const calls = shuffled(next, random).map((effect, ordinal): ModelEvent => ({ type: 'tool-call', ordinal, ...callFor(effect, random) }));
  return [...(random.chance(0.5) ? say(`One moment, ${words(random, 2)}.`) : []), ...calls, finish('tool-calls')];
}

/** Only what is said not to have been done is asked for again. */
function settledLabels(messages: ChatRequest['messages']): Set<string> {
  const labelOf = new Map<string, string>();
  const settled = new Set<string>();
  for (const message of messages) {
    if (message.role === 'assistant') {
      for (const call of message.toolCalls ?? []) labelOf.set(call.providerCallId, labelIn(call.argumentsText));
    }
    if (message.role !== 'tool' || /^(This was not done|Nothing was done)/.test(message.content)) continue;
    settled.add(labelOf.get(message.toolCallId) ?? '');
  }
  return settled;
}

function callFor({ label, kind, mode }: Effect, random: Random) {
  const what = { subject: `[${label}] ${words(random, 2)}`, description: words(random, 5) };
  const name = kind === 'database' ? TOOL_NAMES.ours : mode === 'silent' ? TOOL_NAMES.silent : TOOL_NAMES.remote;
  return { name, providerCallId: `call_${randomUUID()}`, argumentsText: JSON.stringify(what) };
}

const say = (text: string): ModelEvent[] => text.split(/(?<=\s)/).map((delta) => ({ type: 'text-delta', delta }));

const finish = (reason: 'stop' | 'tool-calls'): ModelEvent => ({ type: 'finish', reason, usage: { inputTokens: 1, outputTokens: 1 } });

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const keyed = items.map((item) => ({ item, key: random.next() }));
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}

import { readStored, type StoredConversation } from '../dialogues/stored.ts';
import type { World } from './phase.ts';
import type { StormClient } from './storm-client.ts';

const SHOWN = 20;

/**
 * Compares what clients were told with what is stored: every acknowledged message once, to the letter and at its place; none of those
 * that were refused for good; every message covered by exactly one turn that was answered or given to the team.
 */
export async function judgeStored({ database, report }: World, clients: readonly StormClient[]): Promise<void> {
  const stored = new Map((await readStored(database)).map((conversation) => [conversation.sessionId, conversation]));
  const problems = clients.flatMap((client) => {
    const conversation = stored.get(client.visitor.session.sessionId);
    if (!conversation) return [`client ${client.number}: its session is gone`];
    return [
      ...client.visitor.problems,
      ...judgeMessages(client, conversation),
      ...judgeShown(client, conversation),
      ...judgeTurns(conversation),
    ].map((problem) => `client ${client.number}: ${problem}`);
  });
  for (const problem of problems.slice(0, SHOWN)) report.violate(problem);
  if (problems.length > SHOWN) report.violate(`… and ${problems.length - SHOWN} more`);
}

function judgeMessages({ visitor, sent, refused }: StormClient, { messages }: StoredConversation): string[] {
  const problems: string[] = [];
  const written = messages.filter(({ role }) => role === 'user');
  const byKey = Map.groupBy(written, ({ externalId }) => externalId ?? '');
  for (const [key, { messageId, seq }] of visitor.acknowledged) {
    const found = byKey.get(key) ?? [];
    const [message] = found;
    if (found.length !== 1 || !message) problems.push(`${key} was acknowledged and is stored ${found.length} times`);
    else if (message.id !== messageId || message.seq !== seq)
      problems.push(`${key} is stored as something else than what was acknowledged`);
    else if (message.content !== sent.get(key)) problems.push(`${key} is stored with another text`);
  }
  for (const [key, code] of refused) {
    // A commit whose outcome was not known may have happened; a refusal before it has not.
    if (code === 'RATE_LIMITED' && byKey.has(key)) problems.push(`${key} was refused and is stored`);
  }
  const gap = messages.findIndex((message, index) => index > 0 && message.seq <= (messages[index - 1]?.seq ?? 0));
  if (gap >= 0) problems.push(`messages do not stand in their order at ${gap}`);
  return problems;
}

/** Whatever came between, in the end everybody was shown everything. */
function judgeShown({ visitor }: StormClient, { messages }: StoredConversation): string[] {
  return messages
    .filter(({ role }) => role !== 'user')
    .flatMap(({ seq, content }) => {
      const frame = visitor.durable.get(seq);
      return frame?.type === 'message' && frame.content === content ? [] : [`the message at ${seq} was not shown as it is stored`];
    });
}

function judgeTurns({ messages, turns }: StoredConversation): string[] {
  const ended = turns.filter(({ status }) => status === 'done' || status === 'failed');
  return messages
    .filter(({ role }) => role === 'user')
    .flatMap(({ seq }) => {
      const covering = ended.filter(({ fromSeq, toSeq }) => fromSeq <= seq && seq <= toSeq);
      return covering.length === 1 ? [] : [`the message at ${seq} is covered by ${covering.length} turns`];
    });
}

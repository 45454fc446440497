import { isDeepStrictEqual } from 'node:util';
import { Visitor } from '#test/visitor.ts';
import { keysIn } from './asks.ts';
import { type Chat, reconnect } from './chat.ts';

const AT_A_TIME = 10;

/** Reads every conversation again from its beginning, as a new page would, and compares it with what its visitor was told. */
export async function judgeOutside(chats: readonly Chat[], url: string): Promise<string[]> {
  const problems: string[] = [];
  const left = [...chats];
  const judge = async (): Promise<void> => {
    for (let chat = left.pop(); chat; chat = left.pop()) problems.push(...(await judgeChat(chat, url)));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, judge));
  return problems;
}

async function judgeChat({ visitor, messages }: Chat, url: string): Promise<string[]> {
  const problems = [...visitor.problems];
  const reader = new Visitor(visitor.session);
  if (!(await reconnect(reader, url))) return [...problems, `the history of session ${visitor.session.sessionId} cannot be read`];
  reader.cut();
  problems.push(...reader.problems);
  const frames = [...reader.durable.values()].sort((a, b) => a.seq - b.seq);

  frames.forEach(({ seq }, index) => {
    if (seq !== index + 1) problems.push(`the history of ${visitor.session.sessionId} has seq ${seq} in place ${index + 1}`);
  });
  for (const frame of visitor.durable.values()) {
    const stored = reader.durable.get(frame.seq);
    if (!isDeepStrictEqual(stored, frame)) {
      problems.push(`seq ${frame.seq} was shown as ${JSON.stringify(frame)}, and the history has ${JSON.stringify(stored)}`);
    }
  }
  for (const { key, content, seq } of messages) {
    const stored = frames.filter((frame) => frame.type === 'message' && frame.clientMessageId === key);
    if (stored.length > 1) problems.push(`${key} is stored ${stored.length} times`);
    if (seq === undefined) continue;
    const [found] = stored;
    if (!found) problems.push(`${key} was acknowledged and is lost`);
    else if (found.seq !== seq) problems.push(`${key} was acknowledged as ${seq} and is ${found.seq}`);
    else if (found.type === 'message' && found.content !== content) problems.push(`${key} has another content`);
  }
  return [...problems, ...judgeAnswers(frames)];
}

/** Each message before the hand-over is named by exactly one answer, which comes after it; those later by none. */
function judgeAnswers(frames: Visitor['durable'] extends Map<number, infer Frame> ? Frame[] : never): string[] {
  const handedOverSeq = frames.find((frame) => frame.type === 'status')?.seq ?? Number.POSITIVE_INFINITY;
  const answers = frames.flatMap((frame) =>
    frame.type === 'message' && frame.role === 'assistant' ? [{ seq: frame.seq, keys: keysIn(frame.content) }] : [],
  );
  return frames.flatMap((frame) => {
    if (frame.type !== 'message' || frame.role !== 'user') return [];
    const key = frame.clientMessageId ?? '';
    const naming = answers.filter(({ keys, seq }) => keys.includes(key) && seq > frame.seq).length;
    const wanted = frame.seq > handedOverSeq ? 0 : 1;
    return naming === wanted ? [] : [`${key} (seq ${frame.seq}) has ${naming} answers instead of ${wanted}`];
  });
}

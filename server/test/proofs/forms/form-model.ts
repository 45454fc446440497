import { createServer, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LocalServer, listen } from '#test/chaos/model-server.ts';
import type { Random } from '#test/chaos/random.ts';

/** How long it thinks over a form. */
const THINKING_MS = [100, 1_200] as const;

/** Speaks chat completions: echoes, and when it has to call a tool fills the form in from “I am …”, “I weigh … kg” and “I smoke”. */
export function startFormModel(random: Random): Promise<LocalServer> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const asked: string = body.messages.findLast(({ role }: { role: string }) => role === 'user')?.content ?? '';
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const name: string | undefined = body.tool_choice?.function?.name;
    if (name === undefined) return end(response, { content: `You said: ${asked}` }, 'stop');
    await sleep(random.between(...THINKING_MS));
    const call = { index: 0, id: 'call', type: 'function', function: { name, arguments: JSON.stringify(extracted(asked)) } };
    end(response, { tool_calls: [call] }, 'tool_calls');
  });
  return listen(server);
}

function end(response: ServerResponse, delta: object, reason: string): void {
  const chunk = (choice: object) =>
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'forms', choices: [{ index: 0, ...choice }] })}\n\n`;
  response.end(`${chunk({ delta, finish_reason: null })}${chunk({ delta: {}, finish_reason: reason })}data: [DONE]\n\n`);
}

export const PATTERNS: Record<string, RegExp> = { name: /I am ([A-Z]\w+)/, weight: /I weigh (\d+) kg/, smokes: /I smoke/ };

function extracted(conversation: string): object {
  const messages: { message_id: string; from: string; text: string }[] = conversation.split('\n').map((line) => JSON.parse(line));
  const found = Object.entries(PATTERNS).flatMap(([field, pattern]) => {
    const message = messages.findLast(({ from, text }) => from === 'visitor' && pattern.test(text));
    const match = message && pattern.exec(message.text);
    if (!match) return [];
    const value = field === 'smokes' ? true : field === 'weight' ? Number(match[1]) : match[1];
    return [{ field, value, evidence: [{ message_id: message.message_id, quote: match[0] }] }];
  });
  const by = <T>(of: (one: (typeof found)[number]) => T) => Object.fromEntries(found.map((one) => [one.field, of(one)]));
  return { extracted_fields: by(({ value }) => value), confidence_scores: by(() => 0.9), evidence: by(({ evidence }) => evidence) };
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { words } from '#test/chaos/asks.ts';
import { decide, type LocalServer, listen, type ModelMessage, readJson } from '#test/chaos/model-server.ts';
import type { Random } from '#test/chaos/random.ts';

/** What the model wrote in answer to one request. */
export interface PacedAnswer {
  /** Stands in the text, so that the answer that is shown leads back to here. */
  number: number;
  pieces: string[];
  /** When each piece was handed to the system; shorter than the pieces when the client left. */
  writtenAtMs: number[];
}

export interface PacedModel extends LocalServer {
  readonly answers: PacedAnswer[];
  /** How many answers were being written at the same moment, at most. */
  mostAtOnce(): number;
  /** Requests whose client left before the end. */
  abandoned(): number;
}

/** The number that an answer of this model carries. */
export const numberIn = (content: string): number | undefined => {
  const [, number] = /\(#(\d+)\)/.exec(content) ?? [];
  return number === undefined ? undefined : Number(number);
};

/** Speaks chat completions, word by word and slowly enough that whoever reads can move to another node in the middle. */
export async function startPacedModel(random: Random, pieceMs: number): Promise<PacedModel> {
  const answers: PacedAnswer[] = [];
  let writing = 0;
  let mostAtOnce = 0;
  let abandoned = 0;

  const server = createServer((request, response) => {
    writing += 1;
    mostAtOnce = Math.max(mostAtOnce, writing);
    write(request, response)
      .catch(() => {
        abandoned += 1;
        response.destroy();
      })
      .finally(() => {
        writing -= 1;
      });
  });

  async function write(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { messages } = await readJson<{ messages: ModelMessage[] }>(request);
    const keys = decide(messages, random).pending.map((key) => `[${key}]`);
    const number = answers.length + 1;
    const text = `Answer to ${keys.join(' ')} (#${number}): ${words(random, random.whole(22, 60))}`;
    const answer: PacedAnswer = { number, pieces: text.split(/(?<=\s)/), writtenAtMs: [] };
    answers.push(answer);

    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const gone = once(response, 'close').then(() => 'gone' as const);
    for (const content of answer.pieces) {
      const pause = new Promise<'paused'>((resolve) => setTimeout(resolve, random.between(0.5, 1.5) * pieceMs, 'paused'));
      if ((await Promise.race([pause, gone])) === 'gone') throw new Error('The client has left.');
      answer.writtenAtMs.push(Date.now());
      response.write(event({ content }));
    }
    response.end(`${event({}, 'stop')}data: [DONE]\n\n`);
  }

  const local = await listen(server);
  return { ...local, url: `${local.url}/v1`, answers, mostAtOnce: () => mostAtOnce, abandoned: () => abandoned };
}

const event = (delta: object, finishReason: string | null = null): string =>
  `data: ${JSON.stringify({ id: 'paced', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finishReason }] })}\n\n`;

import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type LocalServer, listen, readJson } from '#test/chaos/model-server.ts';
import type { Random } from '#test/chaos/random.ts';

export interface HangingModel extends LocalServer {
  /** Requests that were taken and are left without an end. */
  readonly held: number;
  hang(): void;
  /** Answers what is held, and from now on everything at once. */
  letGo(): void;
}

const ANSWER = 'We are here for you, and the team reads this as well.';

/** Speaks chat completions; while it hangs, it says nothing at all, or stops after its first words. */
export async function startHangingModel(random: Random): Promise<HangingModel> {
  const held = new Set<() => void>();
  let isHanging = false;
  const server = createServer(async (request, response) => {
    try {
      await readJson(request);
      const [first = '', ...rest] = ANSWER.split(/(?<=\s)/);
      const saysSomething = random.chance(0.5);
      if (!isHanging || saysSomething) say(response, first);
      if (isHanging) {
        const released = Promise.withResolvers<void>();
        held.add(released.resolve);
        await Promise.race([released.promise, once(response, 'close')]);
        held.delete(released.resolve);
        if (response.destroyed) return;
        if (!saysSomething) say(response, first);
      }
      for (const piece of rest) say(response, piece);
      say(response, '', 'stop');
      response.end('data: [DONE]\n\n');
    } catch {
      // Whoever asked has gone.
      response.destroy();
    }
  });
  const local = await listen(server);
  return {
    ...local,
    url: `${local.url}/v1`,
    get held() {
      return held.size;
    },
    hang: () => {
      isHanging = true;
    },
    letGo: () => {
      isHanging = false;
      for (const release of held) release();
    },
  };
}

function say(response: ServerResponse, content: string, finishReason: string | null = null): void {
  if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' });
  const choices = [{ index: 0, delta: { content }, finish_reason: finishReason }];
  response.write(`data: ${JSON.stringify({ id: 'held', object: 'chat.completion.chunk', choices })}\n\n`);
}

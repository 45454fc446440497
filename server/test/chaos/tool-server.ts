import { createServer } from 'node:http';
import { keysIn } from './asks.ts';
import { type LocalServer, listen, readJson } from './model-server.ts';
import type { Random } from './random.ts';

export interface BookingRequest {
  idempotencyKey: string;
  /** The client's id of the message that asked for it. */
  messageKey: string;
  atMs: number;
}

export interface ToolServer extends LocalServer {
  /** Every request that has arrived; the effect of one is counted here, whether its answer arrives or not. */
  readonly requests: BookingRequest[];
}

/** A tenant's own server, behind the tool `book_visit`. */
export async function startToolServer(random: Random): Promise<ToolServer> {
  const requests: BookingRequest[] = [];
  const server = createServer((request, response) => {
    readJson<{ arguments: { request: string } }>(request)
      .then((body) => {
        const idempotencyKey = String(request.headers['idempotency-key']);
        requests.push({ idempotencyKey, messageKey: keysIn(body.arguments.request)[0] ?? '', atMs: Date.now() });
        setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{"booked":true}'), random.between(5, 80));
      })
      .catch(() => response.destroy());
  });
  return { ...(await listen(server)), requests };
}

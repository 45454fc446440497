import { createServer, type ServerResponse } from 'node:http';
import { type LocalServer, listen, readJson } from '#test/chaos/model-server.ts';
import { labelIn, type Mode } from './script.ts';

export interface RemoteRequest {
  key: string;
  label: string;
  mode: Mode;
}

/** A tenant's own server, which does what it is asked once per idempotency key, and does not always say so. */
export interface RemotePeer extends LocalServer {
  readonly requests: RemoteRequest[];
  /** By label; a key that comes again has no second one. */
  readonly effects: string[];
}

export async function startRemotePeer(modeOf: (label: string) => Mode): Promise<RemotePeer> {
  const requests: RemoteRequest[] = [];
  const effects: string[] = [];
  const done = new Set<string>();
  const server = createServer((request, response) => {
    readJson<{ arguments: { subject: string } }>(request)
      .then((body) => {
        const label = labelIn(body.arguments.subject);
        const key = String(request.headers['idempotency-key']);
        const mode = modeOf(label);
        requests.push({ key, label, mode });
        if (HAS_EFFECT[mode] && !done.has(key)) {
          done.add(key);
          effects.push(label);
        }
        answer(mode, response);
      })
      .catch(() => response.destroy());
  });
  return { ...(await listen(server)), requests, effects };
}

const HAS_EFFECT: Record<Mode, boolean> = {
  answer: true,
  refuse: false,
  'cut-before': false,
  'cut-after': true,
  'fail-before': false,
  'fail-after': true,
  silent: true,
};

function answer(mode: Mode, response: ServerResponse): void {
  if (mode === 'silent') return;
  if (mode === 'cut-before' || mode === 'cut-after') return void response.destroy();
  const status = mode === 'answer' ? 200 : mode === 'refuse' ? 409 : 500;
  response.writeHead(status, { 'content-type': 'application/json' }).end(`{"status":${status}}`);
}

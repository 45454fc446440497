import { type Agent, request } from 'node:http';
import { connect } from 'node:net';

export interface WireAnswer {
  status: number;
  contentType: string;
  text: string;
  headers: Record<string, string | string[] | undefined>;
}

/** A request as it is, whatever is in it: no client in between that tidies it up. */
export function send(
  agent: Agent,
  base: string,
  { method, path, headers, body }: { method: string; path: string; headers: Record<string, string>; body?: Buffer | undefined },
): Promise<WireAnswer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const outgoing = request({
      agent,
      hostname,
      port,
      method,
      path,
      headers: { ...headers, ...(body && headers['transfer-encoding'] === undefined && { 'content-length': body.length }) },
    });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      const answer = () => ({
        status: incoming.statusCode ?? 0,
        contentType: incoming.headers['content-type'] ?? '',
        text: Buffer.concat(chunks).toString('utf8'),
        headers: incoming.headers,
      });
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => resolve(answer()));
      // Events go on for ever; that they begin is all that is asked here.
      if (answer().contentType.startsWith('text/event-stream')) {
        resolve(answer());
        incoming.off('error', reject).on('error', () => {});
        outgoing.destroy();
      }
    });
    outgoing.end(body);
  });
}

/** Bytes on a connection of their own; resolves with what came back until the server closed it, which `Connection: close` asks for. */
export function sendBytes(base: string, bytes: Buffer): Promise<string> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
    socket.end(bytes);
  });
}

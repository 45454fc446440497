import type { Dispatcher } from 'undici';
import { tooLarge } from './outbound-error.ts';

/** The whole body, or an error as soon as it is known to be larger. */
export async function readBody({ headers, body }: Dispatcher.ResponseData, maximumBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A body of bytes was expected.');
    bytes += chunk.length;
    if (bytes > maximumBytes || Number(headers['content-length'] ?? 0) > maximumBytes) throw tooLarge(maximumBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}

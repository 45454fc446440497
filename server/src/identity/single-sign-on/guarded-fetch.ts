import type { CustomFetch } from 'openid-client';
import type { GuardedClient } from '#platform/outbound/guarded-client.ts';

const TIMEOUT_MS = 10_000;
/** Metadata, keys and tokens are small. */
const MAXIMUM_BYTES = 512 * 1024;
/** Answers of these statuses have no body, not even an empty one. */
const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * The one way in which a provider is called: its address comes from a tenant, and its metadata names further ones, so each of them has to
 * be a public one with TLS, unless the operator has allowed it.
 */
export function createGuardedFetch(outbound: GuardedClient, allowsPlainHttp: (url: URL) => boolean): CustomFetch {
  return async (address, { method, headers, body, signal }) => {
    const url = new URL(address);
    if (url.protocol !== 'https:' && !allowsPlainHttp(url)) throw new Error('A provider named an address without TLS.');
    if (method !== 'GET' && method !== 'POST') throw new Error('A provider is called by GET and POST alone.');
    const sent = body === undefined || body === null ? {} : { body: String(body) };
    const answer = await outbound.request({
      method,
      url: url.href,
      headers: Object.fromEntries(new Headers(headers).entries()),
      ...sent,
      timeoutMs: TIMEOUT_MS,
      maxResponseBytes: MAXIMUM_BYTES,
      signal,
    });
    const answerHeaders = new Headers();
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value !== undefined) answerHeaders.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
    const answerBody = WITHOUT_BODY.has(answer.status) ? null : new Uint8Array(answer.body);
    return new Response(answerBody, { status: answer.status, headers: answerHeaders });
  };
}

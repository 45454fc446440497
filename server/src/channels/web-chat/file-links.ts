import { createHmac } from 'node:crypto';
import type { Clock } from '#platform/clock.ts';
import { equalInConstantTime } from '#platform/crypto/tokens.ts';
import { isId } from '#platform/ids.ts';

/** Addresses that a page can put into `<img>`, which sends no token. Each opens one file for one session, and not for long. */
export interface FileLinks {
  /** The path of a file on this server, with the right to fetch it. */
  pathFor(sessionId: string, fileId: string): string;
  /** For which session a link opens this file. */
  verify(fileId: string, link: string): { ok: true; sessionId: string } | { ok: false; reason: 'invalid' | 'expired' };
}

const HOUR_SECONDS = 3_600;

/** A link lasts for one to two hours, to a full hour: so it stays the same for a while, and browsers show what they have. */
export function createFileLinks({ secret, clock }: { secret: string; clock: Clock }): FileLinks {
  // A key for this alone: no signature made with the secret elsewhere passes here.
  const key = createHmac('sha256', secret).update('links to files of widget sessions').digest();
  const signatureOf = (fileId: string, sessionId: string, expires: number) =>
    createHmac('sha256', key).update(`${fileId} ${sessionId} ${expires}`).digest('base64url');
  const nowSeconds = () => Math.floor(clock.now().getTime() / 1000);

  return {
    pathFor: (sessionId, fileId) => {
      const expires = (Math.ceil(nowSeconds() / HOUR_SECONDS) + 1) * HOUR_SECONDS;
      return `/api/v1/widget/files/${fileId}?link=${sessionId}.${expires}.${signatureOf(fileId, sessionId, expires)}`;
    },

    verify: (fileId, link) => {
      const [, sessionId = '', expires = '', signature = ''] = /^([0-9a-f-]{36})\.(\d{1,12})\.([\w-]{43})$/.exec(link) ?? [];
      const isGenuine = isId(sessionId) && equalInConstantTime(signature, signatureOf(fileId.toLowerCase(), sessionId, Number(expires)));
      if (!isGenuine) return { ok: false, reason: 'invalid' };
      return Number(expires) > nowSeconds() ? { ok: true, sessionId } : { ok: false, reason: 'expired' };
    },
  };
}

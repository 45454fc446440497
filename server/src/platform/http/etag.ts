import { createHash } from 'node:crypto';
import { preconditionFailed } from '../errors.ts';

/** A strong validator for a single resource, from whatever changes whenever the resource does (its version, or the resource itself). */
export function etagOf(version: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(version)).digest('base64url').slice(0, 22)}"`;
}

/** Guards a change by the optional `If-Match` header. @throws 412 PRECONDITION_FAILED when none of its tags is the current one. */
export function requireMatch(ifMatch: string | undefined, currentEtag: string): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  // RFC 9110 §13.1.1: weak tags never match here.
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  if (tags.includes(currentEtag)) return;
  throw preconditionFailed('PRECONDITION_FAILED', 'The resource was changed since it was read; read it again and repeat the change.');
}

/** Whether `If-None-Match` names the current tag: whoever asks has the answer already. Weak tags match here (RFC 9110 §13.1.2). */
export function isUnchanged(ifNoneMatch: string | undefined, currentEtag: string | readonly string[] | undefined): boolean {
  if (ifNoneMatch === undefined || typeof currentEtag !== 'string') return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === currentEtag);
}

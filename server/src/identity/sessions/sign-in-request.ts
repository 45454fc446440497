import type { CallRequest } from '#platform/http/access.ts';
import type { Device } from './begin-sign-in.ts';

/** Per address of the caller: a household or an office shares one. */
export const perCaller = (limit: number) => ({ key: 'ip' as const, limit, windowSeconds: 60 });

export const deviceOf = ({ userAgent, ip }: CallRequest): Device => ({ userAgent, ipAddress: ip });

/** The language that the browser asks for first; mails know English and Spanish. */
export const languageOf = (request: CallRequest): string | undefined =>
  /^\s*([a-z]{2})\b/i.exec(request.header('accept-language') ?? '')?.[1];

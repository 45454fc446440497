import { describe, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { newId } from '#platform/ids.ts';
import { createFileLinks } from './file-links.ts';

const SECRET = 's'.repeat(40);
const linkIn = (path: string) => new URL(path, 'http://x').searchParams.get('link') ?? '';

describe('a link to a file', () => {
  test('opens that file for that session, for one to two hours', async () => {
    const clock = createFakeClock(new Date('2026-11-20T10:59:59Z'));
    const links = createFileLinks({ secret: SECRET, clock });
    const [sessionId, fileId] = [newId(), newId()];
    const link = linkIn(links.pathFor(sessionId, fileId));

    expect(links.verify(fileId, link)).toEqual({ ok: true, sessionId });
    expect(links.verify(fileId.toUpperCase(), link)).toEqual({ ok: true, sessionId });
    await clock.advance(3_600_000);
    expect(links.verify(fileId, link)).toEqual({ ok: true, sessionId });
    await clock.advance(1_000);
    expect(links.verify(fileId, link)).toEqual({ ok: false, reason: 'expired' });
  });

  test('stays the same for a while, so that browsers show what they have', async () => {
    const clock = createFakeClock(new Date('2026-11-20T10:00:01Z'));
    const links = createFileLinks({ secret: SECRET, clock });
    const [sessionId, fileId] = [newId(), newId()];
    const first = links.pathFor(sessionId, fileId);
    await clock.advance(3_500_000);
    expect(links.pathFor(sessionId, fileId)).toBe(first);
    await clock.advance(200_000);
    expect(links.pathFor(sessionId, fileId)).not.toBe(first);
  });

  test('opens nothing once anything of it was changed', () => {
    const links = createFileLinks({ secret: SECRET, clock: createFakeClock() });
    const [sessionId, fileId] = [newId(), newId()];
    const link = linkIn(links.pathFor(sessionId, fileId));
    const [, expires = '', signature = ''] = link.split('.');
    const forged = [
      `${newId()}.${expires}.${signature}`,
      `${sessionId}.${Number(expires) + 3_600}.${signature}`,
      `${sessionId}.0${expires}.${signature.slice(0, -1)}A`,
      `${sessionId}.${expires}`,
      `${sessionId}.${expires}.`,
      `${link}.x`,
      '',
      '..',
    ];
    for (const text of forged) expect(links.verify(fileId, text)).toEqual({ ok: false, reason: 'invalid' });
    expect(links.verify(newId(), link)).toEqual({ ok: false, reason: 'invalid' });
    const others = createFileLinks({ secret: 't'.repeat(40), clock: createFakeClock() });
    expect(others.verify(fileId, link)).toEqual({ ok: false, reason: 'invalid' });
  });
});

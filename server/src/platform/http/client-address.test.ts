import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { createClientAddress, createRequestedHost } from './client-address.ts';

const request = (peer: string, forwardedFor?: string) =>
  ({
    socket: { remoteAddress: peer },
    headers: forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor },
  }) as unknown as IncomingMessage;

test('without trusted proxies, nobody can claim an address', () => {
  expect(createClientAddress([])(request('198.51.100.7', '203.0.113.9'))).toBe('198.51.100.7');
});

test('a trusted proxy says who called; a header from anybody else is not believed', () => {
  const addressOf = createClientAddress(['10.0.0.0/8', '::1']);
  expect(addressOf(request('10.1.2.3', '203.0.113.9'))).toBe('203.0.113.9');
  expect(addressOf(request('::ffff:10.1.2.3', '203.0.113.9, 10.9.9.9'))).toBe('203.0.113.9');
  expect(addressOf(request('198.51.100.7', '203.0.113.9'))).toBe('198.51.100.7');
  // What the caller wrote in front of what the proxy added is not believed either.
  expect(addressOf(request('10.1.2.3', '1.1.1.1, 203.0.113.9'))).toBe('203.0.113.9');
});

test('a trusted proxy says which host was asked for; a header from anybody else is not believed', () => {
  const hostOf = createRequestedHost(['10.0.0.0/8']);
  const asked = (peer: string, headers: Record<string, string>) =>
    hostOf({ socket: { remoteAddress: peer }, headers } as unknown as IncomingMessage);
  expect(asked('10.1.2.3', { host: 'inside:3001', 'x-forwarded-host': 'desk.example.org' })).toBe('desk.example.org');
  expect(asked('10.1.2.3', { host: 'inside:3001', 'x-forwarded-host': 'claimed.example, desk.example.org' })).toBe('desk.example.org');
  expect(asked('10.1.2.3', { host: 'inside:3001' })).toBe('inside:3001');
  expect(asked('198.51.100.7', { host: 'inside:3001', 'x-forwarded-host': 'desk.example.org' })).toBe('inside:3001');
  expect(asked('198.51.100.7', {})).toBe('');
});

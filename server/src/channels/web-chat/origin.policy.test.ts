import { describe, expect, test } from 'vitest';
import { mayOpen, socketBase } from './origin.policy.ts';

const here = { publicUrl: undefined, host: 'desk.example.org:3001' };
const allowed = ['https://www.clinic.example'];

describe('who may open an app', () => {
  test('who is no page, and so names no origin', () => {
    expect(mayOpen(undefined, [], here)).toBe(true);
  });

  test('pages of its allowed origins, to the letter', () => {
    expect(mayOpen('https://www.clinic.example', allowed, here)).toBe(true);
    for (const other of [
      'http://www.clinic.example',
      'https://clinic.example',
      'https://www.clinic.example:8443',
      'https://www.clinic.example.evil.example',
      'https://evil.example/https://www.clinic.example',
      'null',
      '',
      'https://',
      'file://',
    ]) {
      expect(mayOpen(other, allowed, here), other).toBe(false);
    }
  });

  test('pages of the installation itself: as the request reached it, or as its public address says', () => {
    expect(mayOpen('http://desk.example.org:3001', [], here)).toBe(true);
    expect(mayOpen('https://desk.example.org', [], here)).toBe(false);
    const behindProxy = { publicUrl: 'https://desk.example.org', host: 'internal:3001' };
    expect(mayOpen('https://desk.example.org', [], behindProxy)).toBe(true);
    expect(mayOpen('http://desk.example.org', [], behindProxy)).toBe(false);
  });

  test('nobody by naming no host on both sides', () => {
    expect(mayOpen('file://', [], { publicUrl: undefined, host: '' })).toBe(false);
    expect(mayOpen('data:text/html,x', [], { publicUrl: undefined, host: '' })).toBe(false);
  });
});

test.each([
  ['a page of another site, to the public address', 'https://www.clinic.example', 'https://desk.example.org', 'wss://desk.example.org'],
  ['a page of another site, without one, to where it called', 'https://www.clinic.example', undefined, 'ws://10.0.0.5:3001'],
  [
    'a page of our own, to where it is, whatever the public address',
    'http://10.0.0.5:3001',
    'https://desk.example.org',
    'ws://10.0.0.5:3001',
  ],
  ['a page of our own behind a proxy that ends TLS and does not say so', 'https://10.0.0.5:3001', undefined, 'wss://10.0.0.5:3001'],
  ['a program, to the public address', undefined, 'https://desk.example.org', 'wss://desk.example.org'],
  ['who names no place as origin, to the public address', 'null', 'https://desk.example.org', 'wss://desk.example.org'],
])('the socket goes for %s', (_whom, origin, publicUrl, base) => {
  expect(socketBase({ origin, protocol: 'http', host: '10.0.0.5:3001' }, publicUrl)).toBe(base);
});

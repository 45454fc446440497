import { describe, expect, test } from 'vitest';
import { readCookie, setCookie } from './cookies.ts';

describe('cookies', () => {
  test('are out of reach of scripts and other sites', () => {
    expect(setCookie('a', 'b.c-d', { path: '/api', maxAgeSeconds: 60, secure: true })).toBe(
      'a=b.c-d; Max-Age=60; Path=/api; HttpOnly; Secure; SameSite=Strict',
    );
    expect(setCookie('a', '', { path: '/', maxAgeSeconds: 0, secure: false, sameSite: 'lax' })).toBe(
      'a=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
    );
  });

  test.each(['b; Domain=evil.example', 'b\r\nset-cookie: c=d', 'b c', 'b,c', 'ü'])('take no value such as %j', (value) => {
    expect(() => setCookie('a', value, { path: '/', maxAgeSeconds: 1, secure: false })).toThrow('not plain');
  });

  test('are found by their whole name, and the first one counts', () => {
    const header = 'xa=1; a=2; a=3; b=x=y; =4; c';
    expect([readCookie(header, 'a'), readCookie(header, 'b'), readCookie(header, 'c')]).toEqual(['2', 'x=y', undefined]);
    expect(readCookie(undefined, 'a')).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { returnPath } from './return-path.policy.ts';

describe('where a browser is led after signing in', () => {
  test.each([
    ['/', '/'],
    ['/inbox', '/inbox'],
    ['/inbox?tab=mine&q=a%20b', '/inbox?tab=mine&q=a%20b'],
    ['/a/../b', '/b'],
    ['/inbox#part', '/inbox'],
    ['/?next=https://evil.example', '/?next=https://evil.example'],
  ])('%s is a path of ours', (given, expected) => expect(returnPath(given)).toBe(expected));

  test.each([
    'https://evil.example',
    'HTTPS:evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/..//evil.example',
    '/./\u0000/evil.example',
    '/.//evil.example/..',
    'evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    ' /inbox',
    '@evil.example',
    '',
    '/a\r\nset-cookie: a=b',
  ])('%j could lead elsewhere', (given) => expect(returnPath(given)).toBeUndefined());
});

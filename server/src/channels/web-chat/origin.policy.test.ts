import { describe, expect, test } from 'vitest';
import { mayOpen } from './origin.policy.ts';

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

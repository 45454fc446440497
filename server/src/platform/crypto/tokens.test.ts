import { describe, expect, test } from 'vitest';
import { equalInConstantTime, hashToken, randomToken } from './tokens.ts';

describe('tokens', () => {
  test('no two tokens are the same, and they fit into a URL as they are', () => {
    const tokens = new Set(Array.from({ length: 500 }, () => randomToken()));

    expect(tokens.size).toBe(500);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  });

  test('a token that could be guessed is not made', () => {
    expect(() => randomToken(8)).toThrow('at least 16');
  });

  test('the stored hash is plain SHA-256', () => {
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('secrets of different lengths and contents are told apart', () => {
    expect(equalInConstantTime('secret', 'secret')).toBe(true);
    expect(equalInConstantTime('secret', 'secreT')).toBe(false);
    expect(equalInConstantTime('secret', 'secret-and-more')).toBe(false);
    expect(equalInConstantTime('', 'x')).toBe(false);
  });
});

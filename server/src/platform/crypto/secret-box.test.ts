import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMasterKeys } from './master-keys.ts';
import { createSecretBox } from './secret-box.ts';

const context = { purpose: 'app.identity-secret', tenantId: 'clinic' };
const newKey = () => randomBytes(32).toString('base64');
const boxWith = (...keys: string[]) => createSecretBox(parseMasterKeys(keys.join(',')));

describe('the secret box', () => {
  test('what is sealed opens again, whatever the text', () => {
    const box = boxWith(newKey());
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plaintext) => {
        expect(box.open(box.seal(plaintext, context), context)).toBe(plaintext);
      }),
    );
  });

  test('the same secret never looks the same twice', () => {
    const box = boxWith(newKey());
    expect(box.seal('secret', context)).not.toBe(box.seal('secret', context));
    expect(box.seal('a-very-visible-secret', context)).not.toContain('visible');
  });

  test.each([
    ['another tenant', { ...context, tenantId: 'bakery' }],
    ['another purpose', { ...context, purpose: 'webhook.secret' }],
    ['no tenant', { purpose: context.purpose }],
  ])('a secret copied to %s does not open', (_name, elsewhere) => {
    const box = boxWith(newKey());
    const sealed = box.seal('secret', context);
    expect(() => box.open(sealed, elsewhere)).toThrow(expect.objectContaining({ code: 'SECRET_TAMPERED' }));
  });

  test('changing any one character is noticed', () => {
    const box = boxWith(newKey());
    const sealed = box.seal('secret', context);
    for (let index = 0; index < sealed.length; index++) {
      const changed = sealed.slice(0, index) + (sealed[index] === 'A' ? 'B' : 'A') + sealed.slice(index + 1);
      // The last character of base64 holds bits that mean nothing; a change there may leave the bytes as they were.
      if (index < sealed.length - 1) expect(() => box.open(changed, context), `character ${index}`).toThrow();
    }
  });

  test.each(['', 'plain text', '1.00000000.AAAAAAAAAAAAAAAA.AA', '2.00000000.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAA'])(
    'text that was never sealed is named as such: %j',
    (text) => {
      expect(() => boxWith(newKey()).open(text, context)).toThrow(expect.objectContaining({ code: 'SECRET_MALFORMED' }));
    },
  );
});

describe('rotation of the master key', () => {
  test('the new key seals and the old one still opens, until it goes', () => {
    const [oldKey, currentKey] = [newKey(), newKey()];
    const sealed = boxWith(oldKey).seal('secret', context);
    const rotated = boxWith(currentKey, oldKey);

    expect(rotated.open(sealed, context)).toBe('secret');
    expect(rotated.isUnderOlderKey(sealed)).toBe(true);
    const resealed = rotated.seal(rotated.open(sealed, context), context);
    expect(rotated.isUnderOlderKey(resealed)).toBe(false);
    expect(boxWith(currentKey).open(resealed, context)).toBe('secret');
    expect(() => boxWith(currentKey).open(sealed, context)).toThrow(expect.objectContaining({ code: 'SECRET_KEY_UNKNOWN' }));
  });

  test('a key is the same in hexadecimal and in base64', () => {
    const bytes = randomBytes(32);
    const sealed = boxWith(bytes.toString('hex')).seal('secret', context);
    expect(boxWith(bytes.toString('base64')).open(sealed, context)).toBe('secret');
    expect(boxWith(bytes.toString('base64url')).open(sealed, context)).toBe('secret');
  });

  test.each(['', 'short', `${newKey()},`, 'x'.repeat(64)])('a key that is not 32 bytes is refused without showing it: %j', (text) => {
    expect(() => parseMasterKeys(text)).toThrow(/Key [12] in FOYER_MASTER_KEY is not 32 bytes/);
  });

  test('the same key twice is refused', () => {
    const key = newKey();
    expect(() => parseMasterKeys(`${key},${key}`)).toThrow('same key twice');
  });
});

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { MasterKeys } from './master-keys.ts';

/**
 * What a secret belongs to. It is not stored in the sealed text, but authenticated with it: a value that is copied to another
 * tenant's row, or used for another purpose, does not open.
 */
export interface SecretContext {
  purpose: string;
  tenantId?: string;
}

export interface SecretBox {
  seal(plaintext: string, context: SecretContext): string;
  /** @throws {SecretUnreadable} */
  open(sealed: string, context: SecretContext): string;
  /** Whether a value was sealed under an older key, so that it should be sealed anew before that key goes. */
  isUnderOlderKey(sealed: string): boolean;
}

export class SecretUnreadable extends Error {
  override readonly name = 'SecretUnreadable';
  readonly code: 'SECRET_MALFORMED' | 'SECRET_KEY_UNKNOWN' | 'SECRET_TAMPERED';

  constructor(code: SecretUnreadable['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** AES-256-GCM. Sealed text is `1.<key id>.<nonce, 12 bytes>.<ciphertext and tag>`, the last two in base64url. */
export function createSecretBox(keys: MasterKeys): SecretBox {
  const current = keys[0];
  const keyById = new Map(keys.map(({ id, key }) => [id, key]));

  return {
    seal(plaintext, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(associatedData(current.id, context));
      const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [VERSION, current.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
    },

    open(sealed, context) {
      const { keyId, nonce, ciphertext, tag } = parse(sealed);
      const key = keyById.get(keyId);
      if (!key) {
        throw new SecretUnreadable(
          'SECRET_KEY_UNKNOWN',
          `A secret was sealed under master key ${keyId}, which FOYER_MASTER_KEY does not hold.`,
        );
      }
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(associatedData(keyId, context));
        decipher.setAuthTag(tag);
        return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
      } catch {
        throw new SecretUnreadable('SECRET_TAMPERED', 'A secret was altered, or does not belong to the place where it was found.');
      }
    },

    isUnderOlderKey: (sealed) => parse(sealed).keyId !== current.id,
  };
}

function associatedData(keyId: string, { purpose, tenantId }: SecretContext): Buffer {
  return Buffer.from(JSON.stringify([VERSION, keyId, purpose, tenantId ?? null]), 'utf8');
}

function parse(sealed: string) {
  const [, keyId, nonce, body] = SEALED.exec(sealed) ?? [];
  const bytes = Buffer.from(body ?? '', 'base64url');
  if (keyId === undefined || nonce === undefined || bytes.length < TAG_BYTES) {
    throw new SecretUnreadable('SECRET_MALFORMED', 'A stored secret is not in the form that this version of Foyer writes.');
  }
  return {
    keyId,
    nonce: Buffer.from(nonce, 'base64url'),
    ciphertext: bytes.subarray(0, -TAG_BYTES),
    tag: bytes.subarray(-TAG_BYTES),
  };
}

const VERSION = '1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SEALED = /^1\.([0-9a-f]{8})\.([\w-]{16})\.([\w-]+)$/;

import { createHash } from 'node:crypto';

/** A key of 32 bytes with the short name that sealed values carry. */
export interface MasterKey {
  id: string;
  key: Buffer;
}

/** The first one seals; all of them open. */
export type MasterKeys = readonly [MasterKey, ...MasterKey[]];

/**
 * Reads `FOYER_MASTER_KEY`: one key, or several with commas between them, the current one first. A key is 32 bytes, as 64 hexadecimal
 * digits or in base64. Its name follows from its bytes, so rotating needs no bookkeeping: put the new key in front and keep the old one.
 * @throws {Error} with the position of the key that is wrong, never with the key itself
 */
export function parseMasterKeys(text: string): MasterKeys {
  const [current, ...older] = text.split(',').map((part, index) => masterKey(keyBytes(part.trim(), index + 1)));
  if (!current) throw new Error('FOYER_MASTER_KEY is empty.');
  const keys: MasterKeys = [current, ...older];
  if (new Set(keys.map(({ id }) => id)).size !== keys.length) throw new Error('FOYER_MASTER_KEY names the same key twice.');
  return keys;
}

function keyBytes(text: string, position: number): Buffer {
  const bytes = HEXADECIMAL.test(text) ? Buffer.from(text, 'hex') : BASE64.test(text) ? Buffer.from(text, 'base64') : undefined;
  if (bytes?.length !== 32) {
    throw new Error(`Key ${position} in FOYER_MASTER_KEY is not 32 bytes in hexadecimal (64 digits) or base64 (43 or 44 characters).`);
  }
  return bytes;
}

function masterKey(key: Buffer): MasterKey {
  const id = createHash('sha256').update('foyer master key id').update(key).digest('hex').slice(0, 8);
  return { id, key };
}

const HEXADECIMAL = /^[0-9a-f]{64}$/i;
const BASE64 = /^[\w+/-]{43}=?$/;

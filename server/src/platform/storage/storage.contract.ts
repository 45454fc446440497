import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import type { FileStorage } from './file-storage.ts';

const LIMIT = { maximumBytes: 1_000_000 };

export function fileStorageContract(name: string, open: () => Promise<FileStorage>) {
  describe(`file storage: ${name}`, () => {
    const contentOf = async (storage: FileStorage, key: string) => buffer((await storage.get(key)).stream);

    test('what is stored comes back byte for byte, with its size and hash', async () => {
      const storage = await open();
      const content = randomBytes(300_000);
      const stored = await storage.put('recordings/call-1.wav', content, LIMIT);

      expect(stored).toEqual({ bytes: 300_000, sha256: createHash('sha256').update(content).digest('hex') });
      const { stream, bytes } = await storage.get('recordings/call-1.wav');
      expect(bytes).toBe(300_000);
      expect((await buffer(stream)).equals(content)).toBe(true);
    });

    test('a stream is stored as it comes, an empty one too', async () => {
      const storage = await open();
      await storage.put('a', Readable.from([Buffer.from('uno '), Buffer.from('dos')]), LIMIT);
      await storage.put('b', Readable.from([]), LIMIT);
      expect(await text((await storage.get('a')).stream)).toBe('uno dos');
      expect((await storage.get('b')).bytes).toBe(0);
    });

    test('a part of a file can be read', async () => {
      const storage = await open();
      await storage.put('a', Buffer.from('0123456789'), LIMIT);
      const part = async (first: number, last: number) => text((await storage.get('a', { first, last })).stream);
      expect([await part(0, 0), await part(2, 4), await part(8, 100)]).toEqual(['0', '234', '89']);
      for (const range of [
        { first: 10, last: 12 },
        { first: 4, last: 3 },
        { first: -1, last: 3 },
        { first: 0.5, last: 3 },
      ]) {
        await expect(storage.get('a', range)).rejects.toMatchObject({ code: 'RANGE_NOT_SATISFIABLE', status: 416 });
      }
    });

    test('a later file replaces the earlier one, while whoever reads the earlier one reads it to its end', async () => {
      const storage = await open();
      await storage.put('a', Buffer.alloc(200_000, 'x'), LIMIT);
      const { stream } = await storage.get('a');
      await storage.put('a', Buffer.from('new'), LIMIT);
      expect((await buffer(stream)).equals(Buffer.alloc(200_000, 'x'))).toBe(true);
      expect((await contentOf(storage, 'a')).toString()).toBe('new');
    });

    test('whoever writes at the same moment, the file is one of them, whole', async () => {
      const storage = await open();
      const contents = Array.from({ length: 8 }, (_, index) => Buffer.alloc(50_000, index));
      await Promise.all(contents.map((content) => storage.put('a', Readable.from([content.subarray(0, 9), content.subarray(9)]), LIMIT)));
      const found = await contentOf(storage, 'a');
      expect(contents.some((content) => content.equals(found))).toBe(true);
    });

    test('too large a file is refused while it comes, and leaves what was there', async () => {
      const storage = await open();
      await storage.put('a', Buffer.from('old'), LIMIT);
      let pulled = 0;
      async function* endless() {
        for (;;) {
          pulled += 1;
          yield Buffer.alloc(1_000);
        }
      }
      await expect(storage.put('a', endless(), { maximumBytes: 10_000 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', status: 413 });
      expect(pulled).toBeLessThan(100);
      expect((await contentOf(storage, 'a')).toString()).toBe('old');
      await expect(storage.put('a', Buffer.alloc(11), { maximumBytes: 11 })).resolves.toMatchObject({ bytes: 11 });
    });

    test('an upload that breaks off leaves nothing, and its own error is what the caller gets', async () => {
      const storage = await open();
      async function* broken() {
        yield Buffer.from('half');
        throw new Error('the visitor hung up');
      }
      await expect(storage.put('a', broken(), LIMIT)).rejects.toThrow('the visitor hung up');
      expect(await storage.exists('a')).toBe(false);
    });

    test('a file is there until it is deleted, and deleting it again changes nothing', async () => {
      const storage = await open();
      await storage.put('a', Buffer.from('x'), LIMIT);
      expect(await storage.exists('a')).toBe(true);
      await storage.delete('a');
      await storage.delete('a');
      expect(await storage.exists('a')).toBe(false);
      await expect(storage.get('a')).rejects.toMatchObject({ code: 'FILE_NOT_FOUND', status: 404 });
    });

    test('a key may be the beginning of another, and long', async () => {
      const storage = await open();
      const keys = ['a', 'a/b', 'a/b/c', 'a.b', `${'long/'.repeat(7)}${'x'.repeat(400)}`];
      for (const key of keys) await storage.put(key, Buffer.from(key), LIMIT);
      for (const key of keys) expect((await contentOf(storage, key)).toString()).toBe(key);
    });

    test.each([
      '',
      '/',
      '/etc/passwd',
      '..',
      '../a',
      'a/../../b',
      'a/..',
      './a',
      'a//b',
      'a/',
      '.hidden',
      'a\\b',
      'a b',
      'A',
      'ñ',
      'a\0',
      'a\n',
      '%2e%2e/a',
      'c:/a',
      'x'.repeat(513),
      'a/b/c/d/e/f/g/h/i',
    ])('a key of another form is refused everywhere: %j', async (key) => {
      const storage = await open();
      const refused = { code: 'FILE_KEY_INVALID', status: 400 };
      await expect(storage.put(key, Buffer.from('x'), LIMIT)).rejects.toMatchObject(refused);
      await expect(storage.get(key)).rejects.toMatchObject(refused);
      await expect(storage.exists(key)).rejects.toMatchObject(refused);
      await expect(storage.delete(key)).rejects.toMatchObject(refused);
    });
  });
}

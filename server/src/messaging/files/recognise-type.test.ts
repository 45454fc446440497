import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { ACCEPTED_SAMPLES, REFUSED_SAMPLES, samplePdf, samplePng } from './file-samples.testing.ts';
import { recogniseType } from './recognise-type.ts';

/** As a storage gives it, in pieces. */
const inPieces =
  (content: Buffer, bytes = 7) =>
  async () =>
    Readable.from(
      Array.from({ length: Math.ceil(content.length / bytes) }, (_, piece) => content.subarray(piece * bytes, (piece + 1) * bytes)),
      {
        objectMode: false,
      },
    );
const typeOfFile = async (name: string, content: Buffer | string) =>
  (await recogniseType(name, inPieces(Buffer.isBuffer(content) ? content : Buffer.from(content))))?.contentType;

describe('a file is what its content says', () => {
  test.each(Object.entries(ACCEPTED_SAMPLES))('%s', async (contentType, content) => {
    expect(await typeOfFile('anything.txt', content)).toBe(contentType);
    expect(await typeOfFile('', content)).toBe(contentType);
  });

  test.each([
    ['notes.txt', 'Dolor de cabeza desde ayer.\r\n\tNinguna alergia.\f', 'text/plain'],
    ['notes', 'BMI 24, weight 80 kg', 'text/plain'],
    ['BM.txt', 'BM is what some pictures begin with', 'text/plain'],
    ['values.CSV', '\ufeffdate,value\n2026-01-01,7\n', 'text/csv'],
    ['plan.md', '# Plan\n\n- 1 < 2 <b>', 'text/markdown'],
    ['emoji.txt', '👩‍⚕️ 報告', 'text/plain'],
  ])('text is known by its name: %s', async (name, content, contentType) => {
    expect(await typeOfFile(name, content)).toBe(contentType);
  });

  test('and nothing else is taken', async () => {
    const taken: string[] = [];
    for (const [what, { name, content }] of Object.entries(REFUSED_SAMPLES)) {
      const found = await typeOfFile(name, content);
      if (found !== undefined) taken.push(`${what}: ${found}`);
    }
    expect(taken).toEqual([]);
  });

  test('of two kinds at once it is the one that it begins as', async () => {
    const page = '<html><script>alert(1)</script></html>';
    expect(await typeOfFile('a.html', Buffer.concat([samplePng(), Buffer.from(page)]))).toBe('image/png');
    expect(await typeOfFile('a.html', samplePdf(page))).toBe('application/pdf');
    expect(await typeOfFile('a.gif', `GIF89a/*${page}*/=1;`)).toBe('image/gif');
    expect(await typeOfFile('a.pdf', `${page}%PDF-1.4`)).toBeUndefined();
  });

  test('an archive that promises too much is no document, and takes no memory', async () => {
    const bomb = Buffer.concat([
      Buffer.from('504b0304140000000800000000000000000000000000ffffff7f13000000', 'hex'),
      Buffer.from('[Content_Types].xml'),
      Buffer.alloc(5_000, 0x41),
    ]);
    expect(await typeOfFile('a.docx', bomb)).toBeUndefined();
  });

  test('a storage that fails is not taken for strange content', async () => {
    const failing = async () =>
      new Readable({
        read() {
          this.destroy(new Error('the disk is gone'));
        },
      });
    await expect(recogniseType('a.png', failing)).rejects.toThrow('the disk is gone');
    await expect(recogniseType('a.txt', failing)).rejects.toThrow('the disk is gone');
  });
});

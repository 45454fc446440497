import { deflateSync } from 'node:zlib';

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

/** CRC-32 as PNG and ZIP have it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function pngChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const body = Buffer.concat([ascii(type), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, check]);
}

/** A picture that can really be shown: one pixel, grey. */
export function samplePng(): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.from([0, 0x80]))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export const samplePdf = (text = 'Hello'): Buffer =>
  ascii(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n%${text}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );

/** An archive whose entries are not compressed. */
export function sampleZip(entries: Record<string, string>): Buffer {
  const parts = Object.entries(entries).map(([name, content]) => {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50);
    head.writeUInt16LE(20, 4);
    head.writeUInt32LE(crc32(ascii(content)), 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt32LE(content.length, 22);
    head.writeUInt16LE(name.length, 26);
    return Buffer.concat([head, ascii(name), ascii(content)]);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  return Buffer.concat([...parts, end]);
}

const contentTypes = (main: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${main}"/></Types>`;
const wordType = (kind: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}.main+xml`;

/** One of everything that is taken, by content type. */
export const ACCEPTED_SAMPLES: Record<string, Buffer> = {
  'image/png': samplePng(),
  'image/jpeg': Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]),
    ascii('JFIF\0'),
    Buffer.alloc(40),
    Buffer.from([0xff, 0xd9]),
  ]),
  'image/webp': Buffer.concat([ascii('RIFF'), Buffer.from([20, 0, 0, 0]), ascii('WEBPVP8 '), Buffer.alloc(20)]),
  'image/gif': Buffer.concat([ascii('GIF89a'), Buffer.alloc(30)]),
  'image/heic': Buffer.concat([Buffer.from([0, 0, 0, 0x18]), ascii('ftypheic'), Buffer.alloc(30)]),
  'application/pdf': samplePdf(),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': sampleZip({
    '[Content_Types].xml': contentTypes(wordType('document')),
    'main.xml': '<w/>',
  }),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': sampleZip({
    '[Content_Types].xml': contentTypes('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
  }),
  'application/vnd.oasis.opendocument.text': sampleZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }),
  'audio/mpeg': Buffer.concat([ascii('ID3'), Buffer.from([4, 0, 0, 0, 0, 0, 0]), Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(600)]),
  'audio/wav': Buffer.concat([ascii('RIFF'), Buffer.from([36, 0, 0, 0]), ascii('WAVEfmt '), Buffer.alloc(28)]),
  'audio/ogg': Buffer.concat([ascii('OggS'), Buffer.alloc(24), ascii('OpusHead'), Buffer.alloc(20)]),
  'video/mp4': Buffer.concat([Buffer.from([0, 0, 0, 0x18]), ascii('ftypisom'), Buffer.alloc(30)]),
  'video/quicktime': Buffer.concat([Buffer.from([0, 0, 0, 0x18]), ascii('ftypqt  '), Buffer.alloc(30)]),
};

/** What nobody may send, by what it is. */
export const REFUSED_SAMPLES: Record<string, { name: string; content: Buffer }> = {
  'a page': { name: 'page.html', content: ascii('<!DOCTYPE html><script>alert(1)</script>') },
  'a page that calls itself a note': { name: 'note.txt', content: ascii('  \n<html><script>alert(1)</script>') },
  'a page that calls itself a picture': { name: 'photo.png', content: ascii('<html><body>hi</body></html>') },
  'a drawing with scripts': { name: 'logo.svg', content: ascii('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>') },
  'such a drawing as a note': { name: 'logo.txt', content: ascii('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>') },
  'a program for Windows': { name: 'setup.exe', content: Buffer.concat([ascii('MZ'), Buffer.alloc(200)]) },
  'a program that calls itself a PDF': { name: 'invoice.pdf', content: Buffer.concat([ascii('MZ'), Buffer.alloc(200)]) },
  'a program for Linux': { name: 'run', content: Buffer.concat([Buffer.from([0x7f]), ascii('ELF'), Buffer.alloc(200)]) },
  'a script': { name: 'run.sh', content: ascii('echo hello\n') },
  'a script that calls itself a note': { name: 'run.txt', content: ascii('#!/bin/sh\necho hello\n') },
  'an archive': { name: 'all.zip', content: sampleZip({ 'a.txt': 'hello' }) },
  'a program in an archive of documents': {
    name: 'a.docx',
    content: sampleZip({ 'META-INF/MANIFEST.MF': 'Main-Class: A', 'A.class': 'x' }),
  },
  'a document with macros': {
    name: 'letter.docx',
    content: sampleZip({ '[Content_Types].xml': contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml') }),
  },
  zeros: { name: 'zeros.txt', content: Buffer.alloc(1_000) },
  'text in another encoding': { name: 'carta.txt', content: ascii('mañana') },
  'text with its last character cut off': { name: 'carta.txt', content: Buffer.from('mañanañ').subarray(0, -1) },
};

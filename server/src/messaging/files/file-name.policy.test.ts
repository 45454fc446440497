import { describe, expect, test } from 'vitest';
import { cleanFileName, extensionOf, nameForType } from './file-name.policy.ts';
import { typeOf } from './file-types.policy.ts';

describe('the name of a file', () => {
  test.each([
    ['informe médico 報告 👩‍⚕️.pdf', 'informe médico 報告 👩‍⚕️.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system32\\cmd.exe', 'cmd.exe'],
    ['C:\\fakepath\\scan.pdf', 'scan.pdf'],
    ['/', 'file'],
    ['..', 'file'],
    ['', 'file'],
    ['.htaccess', 'htaccess'],
    ['a\0b.txt', 'ab.txt'],
    ['line\r\nSet-Cookie: x.txt', 'lineSet-Cookie_ x.txt'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['\u2066a\u2069\u200f\u200e\u061cb.png', 'ab.png'],
    ['a\u200bb\ufeff.png', 'ab.png'],
    ['half a pair \ud83d.png', 'half a pair .png'],
    ['<script>"?*|.png', '_script_____.png'],
    ['  spaced   out .. ', 'spaced out'],
    ['e\u0301.txt', 'é.txt'],
  ])('%j becomes %j', (given, cleaned) => {
    expect(cleanFileName(given)).toBe(cleaned);
    expect(cleanFileName(cleaned)).toBe(cleaned);
  });

  test('is shortened before its ending, and not within a character', () => {
    expect(cleanFileName(`${'a'.repeat(500)}.docx`)).toBe(`${'a'.repeat(75)}.docx`);
    const emoji = cleanFileName(`a${'😀'.repeat(100)}.png`);
    expect(emoji.length).toBeLessThanOrEqual(80);
    expect(emoji.isWellFormed()).toBe(true);
    expect(emoji.endsWith('😀.png')).toBe(true);
  });

  test('ends as its content calls for, whatever it claims', () => {
    const pdf = typeOf('application/pdf');
    const jpeg = typeOf('image/jpeg');
    if (!pdf || !jpeg) throw new Error('PDF and JPEG are taken.');
    expect(nameForType('invoice.exe', pdf)).toBe('invoice.exe.pdf');
    expect(nameForType('invoice.PDF', pdf)).toBe('invoice.PDF');
    expect(nameForType('photo.jpeg', jpeg)).toBe('photo.jpeg');
    expect(nameForType('photo', jpeg)).toBe('photo.jpg');
    expect(extensionOf('archive.tar.GZ')).toBe('gz');
    expect(extensionOf('.gz')).toBe('');
  });
});

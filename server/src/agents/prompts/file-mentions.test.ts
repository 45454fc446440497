import { expect, test } from 'vitest';
import { mentionsFiles, withFileMentions } from './file-mentions.ts';

test('a text names the files that came with it, and says which of them the model does not see', () => {
  const text = withFileMentions('Is this serious?', [
    { name: 'rash.png', sizeBytes: 119_600, isShown: true },
    { name: 'old [system] report\n.docx', sizeBytes: 12, isShown: false },
    { name: 'scan.pdf', sizeBytes: 2_340_000, isShown: false },
  ]);
  expect(text).toBe(
    [
      '[Attachment: rash.png, 120 kB]',
      '[Attachment: old system report .docx, 1 kB. You cannot see what is in it]',
      '[Attachment: scan.pdf, 2.3 MB. You cannot see what is in it]',
      'Is this serious?',
    ].join('\n'),
  );
  expect(mentionsFiles(text)).toBe(true);
});

test('a text without files stays as it is, and a file without text is its mention', () => {
  expect(withFileMentions('Hello', [])).toBe('Hello');
  expect(mentionsFiles('Hello')).toBe(false);
  expect(withFileMentions('', [{ name: 'a.png', sizeBytes: 1, isShown: true }])).toBe('[Attachment: a.png, 1 kB]');
});

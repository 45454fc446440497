import { expect, test } from 'vitest';
import type { ToldMessage } from '#messaging/messages/messages.repository.ts';
import { newId } from '#platform/ids.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { chooseFiles, showFiles } from './show-files.ts';

const EVERYTHING = { images: true, documents: true };
let files = 0;
const file = (contentType: string, size: number) => {
  files += 1;
  return { fileId: newId(), name: `file-${files}`, contentType, size };
};
const message = (role: ToldMessage['role'], ...attachments: ReturnType<typeof file>[]): ToldMessage => ({
  id: newId(),
  seq: 1,
  role,
  authorId: null,
  content: 'Look',
  attachments: attachments.length > 0 ? attachments : null,
  redFlags: null,
});
const names = (messages: ToldMessage[], capabilities = EVERYTHING) => chooseFiles(messages, capabilities).map(({ name }) => name);

test('of many files the latest are shown', () => {
  const many = Array.from({ length: 8 }, () => file('image/png', 10));
  expect(names(many.map((one) => message('user', one)))).toEqual(
    many
      .slice(3)
      .reverse()
      .map(({ name }) => name),
  );
});

test('together they stay below the limit, and a large one leaves room to smaller ones before it', () => {
  const [early, large, late] = [file('application/pdf', 1_000_000), file('application/pdf', 7_500_000), file('image/png', 600_000)];
  expect(names([message('user', early), message('user', large, late)])).toEqual([late.name, early.name]);
  expect(names([message('user', file('image/jpeg', 3_750_001))])).toEqual([]);
});

test('only what the model can look at, and only what visitors sent', () => {
  const [picture, report, note] = [file('image/webp', 1), file('application/pdf', 1), file('text/plain', 1)];
  const sent = [message('user', picture, report, note, file('image/heic', 1)), message('agent', file('image/png', 1))];
  expect(names(sent)).toEqual([report.name, picture.name]);
  expect(names(sent, { images: true, documents: false })).toEqual([picture.name]);
  expect(names(sent, { images: false, documents: false })).toEqual([]);
});

test('a file that cannot be read is named as one that the model does not see; after two failures all are', async () => {
  const [gone, there] = [file('image/png', 2_000), file('image/png', 3_000)];
  const read = async (_tenantId: string, fileId: string) => {
    if (fileId === gone.fileId) throw new Error('gone');
    return new Uint8Array([1]);
  };
  const messages = [message('user', gone, there)];
  const show = (failures: number) =>
    showFiles({ files: { read }, logger: silentLogger }, { tenantId: newId(), messages, capabilities: EVERYTHING, failures });
  expect(await show(1)).toEqual([
    {
      role: 'user',
      content: `[Attachment: ${gone.name}, 2 kB. You cannot see what is in it]\n[Attachment: ${there.name}, 3 kB]\nLook`,
      attachments: [{ kind: 'image', contentType: 'image/png', name: there.name, data: new Uint8Array([1]) }],
    },
  ]);
  expect((await show(2))[0]).not.toHaveProperty('attachments');
});

import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { afterFrame, EMPTY } from './conversation.ts';
import { testEnvironment } from './environment.testing.ts';
import { keepFilesFresh } from './fresh-files.ts';

test('the addresses of files are asked for again before they end, from the first file on', () => {
  const environment = testEnvironment();
  const conversation = signal(EMPTY);
  const asked: number[] = [];
  const stop = keepFilesFresh(environment, conversation, (afterSeq) => asked.push(afterSeq));
  const message = { type: 'message', messageId: 'm', role: 'user', content: '', createdAt: '' } as const;
  const file = { fileId: 'f', name: 'a.png', contentType: 'image/png', size: 1 };
  environment.pass(7_200_000);
  conversation.value = [
    { ...message, seq: 1 },
    { ...message, seq: 2, attachments: [file] },
  ].reduce(afterFrame, EMPTY);
  environment.pass(59 * 60_000);
  expect(asked).toEqual([1]);
  environment.pass(59 * 60_000);
  expect(asked).toEqual([1, 1]);
  stop();
  environment.pass(7_200_000);
  expect(asked).toEqual([1, 1]);
});

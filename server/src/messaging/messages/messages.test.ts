import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { createTestDatabase, scopeOfNewTenant, type TestDatabase } from '#test/test-database.ts';
import { insertConversation } from '../conversations/conversations.repository.ts';
import { insertMessage, listLatestMessages } from './messages.repository.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** A conversation in which these texts were said, and a look at the latest of them. */
async function conversation(texts: string[]) {
  const unitOfWork = database.unitOfWork();
  const scope = scopeOfNewTenant();
  const id = await unitOfWork.write(scope, async (tx) => {
    const added = await insertConversation(tx, { contactId: newId(), channel: 'web-chat', agentId: newId(), language: 'en' });
    for (const [index, content] of texts.entries()) {
      // Numbers are missing where something else than a message took them.
      await insertMessage(tx, { conversationId: added.id, seq: 2 * index + 1, direction: 'inbound', role: 'user', content });
    }
    return added.id;
  });
  return (bytes: number, { atLeast = 2, uptoSeq = 1_000 } = {}) =>
    unitOfWork.read(scope, async (tx) =>
      (await listLatestMessages(tx, id, uptoSeq, { atLeast, bytes, bytesPerMessage: 10 })).map(({ content }) => content),
    );
}

test('of a conversation as many of the latest messages are read as may fit, oldest first', async () => {
  const latest = await conversation(['one', 'ñandú', '三四', 'five', 'sixth']);
  expect(await latest(1_000)).toEqual(['one', 'ñandú', '三四', 'five', 'sixth']);
  // 15 + 14 + 16 bytes are the last three.
  expect(await latest(46)).toEqual(['ñandú', '三四', 'five', 'sixth']);
  expect(await latest(45)).toEqual(['三四', 'five', 'sixth']);
  expect(await latest(1_000, { uptoSeq: 5 })).toEqual(['one', 'ñandú', '三四']);
});

test('some of them are read however long they are', async () => {
  const latest = await conversation(['short', 'x'.repeat(5_000), 'y'.repeat(5_000), 'short']);
  expect((await latest(0, { atLeast: 3 })).map((text) => text.length)).toEqual([5_000, 5_000, 5]);
  expect(await latest(0, { atLeast: 1 })).toEqual(['short']);
});

test('of nothing said there is nothing', async () => {
  expect(await (await conversation([]))(100)).toEqual([]);
});

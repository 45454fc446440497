import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { sendFiles, upload } from '#channels/web-chat/visitor-files.testing.ts';
import { newId } from '#platform/ids.ts';
import { saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import { retentionJob } from './privacy.jobs.ts';

const MARK = 'Marigold-7731';
let desk: TestApp;
let clinic: Awaited<ReturnType<TestApp['tenant']>>;
beforeAll(async () => {
  desk = await startTestApp({ models: scriptedModels(() => saying(`Hello ${MARK}.`)) });
  clinic = await desk.tenant('clinic');
  await call('POST', `/apps/${clinic.app.id}/configs`, { features: { chat: true, attachments: true, extraction: true } });
});
afterAll(() => desk.close());

const call = (method: string, path: string, body?: unknown) =>
  desk.call(method, path, { as: desk.admin, headers: { 'x-tenant-id': clinic.tenantId }, body });

/** A visitor of whom there is something of everything. */
async function visit() {
  const metadata = { formSchema: { type: 'object', properties: { nickname: { type: 'string', title: 'Nickname' } } }, formType: 'intake' };
  const visitor = await desk.visitor(clinic.app.projectId, { metadata, pageUrl: 'https://clinic.example/page' });
  await visitor.connect();
  await visitor.answer((await visitor.say(`I am ${MARK}.`, 'first')).seq);
  const { fileId } = await upload(desk, visitor, `${MARK}.txt`, `This is a file of ${MARK}.`);
  await sendFiles(visitor, 'with a file', [fileId]);
  const [row] = await desk.database.asSuperuser<{ conversation_id: string; contact_id: string; extraction_id: string }>(
    `select s.conversation_id, s.contact_id, c.extraction_id
       from widget_sessions s join conversations c on c.id = s.conversation_id where s.id = $1`,
    [visitor.session.sessionId],
  );
  const { conversation_id: conversationId = '', contact_id: contactId = '', extraction_id: extraction = '' } = row ?? {};
  await call('POST', `/extractions/${extraction}/fields/nickname/correct`, { value: MARK });
  await call('POST', '/escalations', { conversationId, note: MARK });
  await desk.database.asSuperuser(
    `insert into tickets (id, tenant_id, subject, description, conversation_id, contact_id) values ($1, $2, $3, $3, $4, $5)`,
    [newId(), clinic.tenantId, MARK, conversationId, contactId],
  );
  return { visitor, conversationId, contactId, fileId };
}

async function done(id: string) {
  await expect.poll(async () => (await call('GET', `/privacy/requests/${id}`)).body.status).not.toBe('pending');
  return (await call('GET', `/privacy/requests/${id}`)).body;
}

/** Rows of any table of the product in which the mark stands. */
async function tablesWithMark(): Promise<string[]> {
  const tables = await desk.database.asSuperuser<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await desk.database.asSuperuser<{ count: number }>(
      `select count(*)::int as count from ${name} as t where t::text like '%${MARK}%'`,
    );
    if (row && row.count > 0) found.push(name);
  }
  return found.toSorted();
}

function entriesOf(zip: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(zip, { lazyEntries: true }, (error, file) => {
      if (error) return reject(error);
      const entries = new Map<string, Buffer>();
      file.on('entry', (entry: yauzl.Entry) =>
        file.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure);
          buffer(stream).then((bytes) => {
            entries.set(entry.fileName, bytes);
            file.readEntry();
          }, reject);
        }),
      );
      file.on('end', () => resolve(entries));
      file.readEntry();
    });
  });
}

describe('what is kept about a person', () => {
  test('can be exported whole, with the files that they sent', async () => {
    const { contactId, fileId } = await visit();
    const asked = await call('POST', '/privacy/export', { contactId });
    expect(asked).toMatchObject({ status: 202, body: { kind: 'export', status: 'pending', fileUrl: null } });
    const request = await done(asked.body.id);
    expect(request).toMatchObject({
      status: 'done',
      counts: { contact: 1, conversations: 1, files: 1, forms: 1, escalations: 1, visits: 1 },
    });

    const answer = await fetch(`${desk.url}${request.fileUrl}`, {
      headers: { authorization: `Bearer ${desk.admin}`, 'x-tenant-id': clinic.tenantId },
    });
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const entries = await entriesOf(Buffer.from(await answer.arrayBuffer()));
    expect([...entries.keys()].toSorted()).toEqual(
      ['contact', 'conversations', 'escalations', 'files', 'forms', 'tickets', 'visits']
        .map((name) => `${name}.json`)
        .concat(`files/${fileId}-${MARK}.txt`)
        .toSorted(),
    );
    const [conversation] = JSON.parse(String(entries.get('conversations.json')));
    expect(conversation.messages.map(({ content }: { content: string }) => content)).toContain(`I am ${MARK}.`);
    expect(String(entries.get(`files/${fileId}-${MARK}.txt`))).toBe(`This is a file of ${MARK}.`);
    await call('POST', '/privacy/erase', { contactId }).then(({ body }) => done(body.id));
  });

  test('is gone from every table and the storage after an erasure, and whoever is in the chat is told that it has ended', async () => {
    const { visitor, contactId, conversationId, fileId } = await visit();
    expect(await tablesWithMark()).toEqual(expect.arrayContaining(['public.messages', 'public.escalation_evidence', 'public.files']));
    const asked = await call('POST', '/privacy/erase', { contactId, reason: 'asked for by the person' });
    const request = await done(asked.body.id);
    expect(request).toMatchObject({
      status: 'done',
      counts: { contact: 1, conversations: 1, files: 1, visits: 1, tickets: 1 },
    });
    await expect.poll(() => visitor.frames.some((frame) => frame.type === 'status' && frame.status === 'session_ended')).toBe(true);
    expect((await call('GET', `/conversations/${conversationId}`)).status).toBe(404);
    expect(await tablesWithMark()).toEqual([]);

    await expect.poll(async () => desk.app.foundation.storage.exists(`files/${clinic.tenantId}/${fileId}`)).toBe(false);
    visitor.close();
  });

  test('stays while it is on legal hold', async () => {
    const { contactId } = await visit();
    const hold = await call('POST', '/privacy/holds', { contactId, reason: 'A dispute' });
    expect(hold).toMatchObject({ status: 201, body: { contactId, releasedAt: null } });
    expect(await call('POST', '/privacy/erase', { contactId })).toMatchObject({ status: 409, body: { code: 'LEGAL_HOLD' } });
    expect((await call('DELETE', `/privacy/holds/${hold.body.id}`)).status).toBe(204);
    expect((await call('DELETE', `/privacy/holds/${hold.body.id}`)).status).toBe(404);
    expect((await done((await call('POST', '/privacy/erase', { contactId })).body.id)).status).toBe('done');
  });

  test('is asked for by the id of a contact that there is', async () => {
    const contactId = '01980000-0000-7000-8000-000000000000';
    for (const path of ['/privacy/export', '/privacy/erase']) {
      expect(await call('POST', path, { contactId })).toMatchObject({ status: 404, body: { code: 'CONTACT_NOT_FOUND' } });
    }
    expect(await call('POST', '/privacy/holds', { contactId, reason: 'x' })).toMatchObject({ status: 404 });
  });
});

describe('for how long things are kept', () => {
  test('is said per class, and what is left out stays as it is', async () => {
    expect((await call('GET', '/privacy/retention')).body.items).toMatchObject([{ days: null }, { days: null }, { days: null }]);
    await call('PUT', '/privacy/retention', { conversations: 30, tickets: 90 });
    const changed = await call('PUT', '/privacy/retention', { contacts: 31, tickets: null });
    const days = Object.fromEntries(changed.body.items.map((item: { dataClass: string; days: number }) => [item.dataClass, item.days]));
    expect(days).toEqual({ conversations: 30, contacts: 31, tickets: null });
    expect(await call('PUT', '/privacy/retention', { conversations: 0 })).toMatchObject({ status: 400 });
  });

  test('what is older goes at night, but not what is on hold', async () => {
    const [old, held, young] = [await visit(), await visit(), await visit()];
    for (const { conversationId } of [old, held])
      await desk.database.asSuperuser(`update conversations set last_message_at = now() - interval '40 days' where id = $1`, [
        conversationId,
      ]);
    await call('POST', '/privacy/holds', { contactId: held.contactId, reason: 'A dispute' });
    await call('PUT', '/privacy/retention', { conversations: 30, contacts: 36_000 });
    await desk.app.foundation.unitOfWork.system((tx) => tx.enqueue(retentionJob, {}));
    const there = async ({ conversationId }: { conversationId: string }) =>
      (await desk.database.asSuperuser('select 1 from conversations where id = $1', [conversationId])).length === 1;
    await expect.poll(() => there(old)).toBe(false);
    expect([await there(held), await there(young)]).toEqual([true, true]);
    // The contact stays: its own time is not over.
    expect(await desk.database.asSuperuser('select 1 from contacts where id = $1', [old.contactId])).toHaveLength(1);
  });
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCEPTED_SAMPLES, REFUSED_SAMPLES, samplePdf, samplePng } from '#messaging/files/file-samples.testing.ts';
import { saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import { Visitor } from '#test/visitor.ts';
import { appWithAttachments, attachmentsOf, resumed, sendFiles, switchAttachments, upload } from './visitor-files.testing.ts';

const MEGABYTE = 1_000_000;
let desk: TestApp;
let projectId: string;
let appId: string;

beforeAll(async () => {
  desk = await startTestApp({ models: scriptedModels(() => saying('Thank you.')), env: { FOYER_MAX_FILE_MB: '1' } });
  ({ projectId, appId } = await appWithAttachments(desk, 'green-dental'));
});
afterAll(() => desk?.close());

const arrive = () => desk.visitor(projectId);
async function connected(): Promise<Visitor> {
  const visitor = await arrive();
  await visitor.connect();
  return visitor;
}
const bytes = (content: Buffer) => new Uint8Array(content);
const fetchFile = (path: string, headers: Record<string, string> = {}) => fetch(new URL(path, desk.url), { headers });
const asVisitor = ({ session }: Visitor) => ({ authorization: `Bearer ${session.token}` });

/** What lies in the data directory, and what the database knows of. */
async function kept(): Promise<{ stored: number; unfinished: number; rows: number }> {
  const folder = join(desk.app.foundation.config.storage.dataDirectory, 'files');
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const unfinished = all.filter((entry) => entry.parentPath.endsWith('unfinished')).length;
  const [row] = await desk.database.asSuperuser<{ n: number }>('select count(*)::int as n from files');
  return { stored: all.length - unfinished, unfinished, rows: row?.n ?? -1 };
}

describe('an upload', () => {
  test('of everything that is taken keeps what its content says, whatever was declared', async () => {
    const visitor = await arrive();
    for (const [contentType, content] of Object.entries(ACCEPTED_SAMPLES)) {
      const answer = await upload(desk, visitor, 'thing.exe', bytes(content), 'text/html');
      expect(answer).toMatchObject({ status: 201, contentType, size: content.length });
      expect(answer.name).toMatch(/^thing\.exe\.\w+$/);
    }
  });

  test('of what nobody may send leaves nothing', async () => {
    const visitor = await arrive();
    const before = await kept();
    for (const [what, { name, content }] of Object.entries(REFUSED_SAMPLES)) {
      const { status, code } = await upload(desk, visitor, name, bytes(content), 'image/png');
      expect([what, status, code]).toEqual([what, 415, 'FILE_TYPE_NOT_ACCEPTED']);
    }
    expect(await upload(desk, visitor, 'empty.txt', '')).toMatchObject({ status: 422, code: 'FILE_EMPTY' });
    expect(await kept()).toEqual(before);
  });

  test('may be as large as the limit and not a byte larger', async () => {
    const visitor = await arrive();
    const before = await kept();
    expect(await upload(desk, visitor, 'full.txt', 'x'.repeat(MEGABYTE))).toMatchObject({ status: 201, size: MEGABYTE });
    expect(await upload(desk, visitor, 'more.txt', 'x'.repeat(MEGABYTE + 1))).toMatchObject({ status: 413, code: 'FILE_TOO_LARGE' });
    expect(await upload(desk, visitor, 'most.txt', 'x'.repeat(3 * MEGABYTE))).toMatchObject({ status: 413, code: 'FILE_TOO_LARGE' });
    expect(await kept()).toEqual({ ...before, stored: before.stored + 1, rows: before.rows + 1 });
  });

  test('that is broken off leaves nothing', async () => {
    const visitor = await arrive();
    const before = await kept();
    const broken = new AbortController();
    const body = new ReadableStream({
      async pull(controller) {
        controller.enqueue(new TextEncoder().encode('--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf'));
        await expect.poll(kept).toMatchObject({ unfinished: 1, rows: before.rows + 1 });
        broken.abort();
      },
    });
    const headers = { ...asVisitor(visitor), 'content-type': 'multipart/form-data; boundary=b' };
    const init = { method: 'POST', headers, body, duplex: 'half', signal: broken.signal } as RequestInit;
    await expect(fetch(`${desk.url}/api/v1/widget/files`, init)).rejects.toThrow();
    await expect.poll(kept).toEqual(before);
  });

  test('is called something harmless', async () => {
    const visitor = await arrive();
    expect(await upload(desk, visitor, '..\\..\\evil\u202egpj.png', bytes(samplePng()))).toMatchObject({
      status: 201,
      name: 'evilgpj.png',
    });
  });

  test('needs the session’s token, a session that goes on, and the feature', async () => {
    const visitor = await connected();
    const anonymous = await fetch(`${desk.url}/api/v1/widget/files`, { method: 'POST', body: new FormData() });
    expect([anonymous.status, anonymous.headers.get('access-control-allow-origin')]).toEqual([401, '*']);

    const { app } = await desk.tenant('no-files');
    const other = await desk.visitor(app.projectId);
    expect(other.session.features.attachments).toBe(false);
    expect(visitor.session.features.attachments).toBe(true);
    expect(await upload(desk, other, 'a.txt', 'hello')).toMatchObject({ status: 403, code: 'ATTACHMENTS_OFF' });

    visitor.send({ type: 'end_session' });
    await visitor.frame((frame) => frame.type === 'status');
    expect(await upload(desk, visitor, 'a.txt', 'hello')).toMatchObject({ status: 409, code: 'SESSION_ENDED' });
  });

  test('counts among those of its session, in number, in size and in time', async () => {
    const fill = (visitor: Visitor, files: number, size: number) =>
      desk.database.asSuperuser(
        `insert into files (id, tenant_id, owner_kind, owner_id, state, name, content_type, size_bytes)
         select gen_random_uuid(), tenant_id, 'session', id, 'ready', 'x', 'text/plain', $3 from widget_sessions, generate_series(1, $2) where id = $1`,
        [visitor.session.sessionId, files, size],
      );
    const many = await arrive();
    await fill(many, 49, 1);
    const answers = await Promise.all([1, 2, 3].map((n) => upload(desk, many, `${n}.txt`, 'hello')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.code).toBe('TOO_MANY_FILES');

    const large = await arrive();
    await fill(large, 1, 9 * MEGABYTE + 1);
    expect(await upload(desk, large, 'a.txt', 'hello')).toMatchObject({ status: 413, code: 'FILE_QUOTA_EXCEEDED' });

    const hasty = await arrive();
    const statuses: number[] = [];
    for (let n = 0; n < 21; n += 1) statuses.push((await upload(desk, hasty, 'run.sh', 'echo')).status);
    expect(statuses).toEqual([...Array(20).fill(415), 429]);
  });
});

describe('a message with files', () => {
  test('shows them to the other connections and again on resume, with an address that a page can use', async () => {
    const visitor = await connected();
    const tab = new Visitor(visitor.session);
    await tab.connect();
    const png = samplePng();
    const picture = await upload(desk, visitor, 'rash.png', bytes(png));
    const report = await upload(desk, visitor, 'report.pdf', bytes(samplePdf()));
    const ack = await sendFiles(visitor, 'm1', [picture.fileId, report.fileId]);
    expect(ack).toMatchObject({ type: 'message_ack', seq: 1 });

    const live = await tab.frame((frame) => frame.type === 'message' && frame.role === 'user');
    expect(live).toMatchObject({
      content: '',
      clientMessageId: 'm1',
      attachments: [
        { fileId: picture.fileId, name: 'rash.png', contentType: 'image/png', size: png.length },
        { fileId: report.fileId, name: 'report.pdf', contentType: 'application/pdf' },
      ],
    });
    await visitor.answer(1);
    const again = attachmentsOf(await resumed(visitor));
    expect(again).toEqual(attachmentsOf([live as never]));

    // As an image element asks: without any header, from a page elsewhere.
    const answer = await fetchFile(again[0]?.url ?? '');
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="rash.png"; filename*=UTF-8''rash.png`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': expect.stringContaining('private'),
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
    expect([...visitor.problems, ...tab.problems]).toEqual([]);
  });

  test('takes each file once, by whichever message is first', async () => {
    const visitor = await connected();
    const { fileId } = await upload(desk, visitor, 'a.txt', 'hello');
    const unusable = { type: 'error', code: 'INVALID_MESSAGE', message: expect.stringMatching(/^attachments\.\d\.fileId: /) };
    const both = await Promise.all([sendFiles(visitor, 'one', [fileId]), sendFiles(visitor, 'two', [fileId])]);
    expect(both.map(({ type }) => type).toSorted()).toEqual(['error', 'message_ack']);
    expect(both.find(({ type }) => type === 'error')).toMatchObject(unusable);
    expect(await sendFiles(visitor, 'three', [fileId], 'Once more')).toMatchObject({ ...unusable, clientMessageId: 'three' });

    const other = await upload(desk, visitor, 'b.txt', 'hello');
    expect(await sendFiles(visitor, 'four', [other.fileId, other.fileId])).toMatchObject(unusable);
    // A message that was refused has taken nothing.
    expect(await sendFiles(visitor, 'five', [other.fileId.toUpperCase()])).toMatchObject({ type: 'message_ack' });
  });

  test('is the same message when it comes again', async () => {
    const visitor = await connected();
    const { fileId } = await upload(desk, visitor, 'a.txt', 'hello');
    const first = await sendFiles(visitor, 'same', [fileId]);
    expect(await sendFiles(visitor, 'same', [fileId])).toEqual(first);
    expect(await sendFiles(visitor, 'same', [])).toMatchObject({ type: 'error', code: 'INVALID_MESSAGE' });
  });

  test('takes no file of another session, of another tenant or of nobody', async () => {
    const owner = await connected();
    const { fileId } = await upload(desk, owner, 'a.txt', 'hello');
    const foreign = await appWithAttachments(desk, 'foreign-desk');
    const stranger = await desk.visitor(foreign.projectId);
    const neighbour = await arrive();
    for (const visitor of [stranger, neighbour]) {
      await visitor.connect();
      for (const id of [fileId, '0190a3f0-7c3a-7000-8000-000000000001']) {
        expect(await sendFiles(visitor, `steal ${id}`, [id])).toMatchObject({ type: 'error', code: 'INVALID_MESSAGE' });
      }
    }
    expect(await sendFiles(owner, 'mine', [fileId])).toMatchObject({ type: 'message_ack' });
  });

  test('is the same without a socket', async () => {
    const visitor = await arrive();
    const { fileId } = await upload(desk, visitor, 'a.png', bytes(samplePng()));
    const as = { as: visitor.session.token };
    const sent = await desk.call('POST', '/widget/message', { ...as, body: { content: '', attachments: [{ fileId }] } });
    expect([sent.status, sent.body.messages[0]?.content]).toEqual([200, 'Thank you.']);
    const { body } = await desk.call('GET', '/widget/messages', as);
    expect(body.items[0].attachments).toMatchObject([{ fileId, name: 'a.png', contentType: 'image/png' }]);
    expect((await fetchFile(body.items[0].attachments[0].url)).status).toBe(200);

    const again = await desk.call('POST', '/widget/message', { ...as, body: { content: 'Once more', attachments: [{ fileId }] } });
    expect([again.status, again.body.code]).toEqual([400, 'INVALID_MESSAGE']);
    const nothing = await desk.call('POST', '/widget/message', { ...as, body: { content: '' } });
    expect([nothing.status, nothing.body.errors]).toEqual([400, [{ path: 'content', message: 'Must not be empty' }]]);
  });

  test('is refused while the app does not want files', async () => {
    const visitor = await connected();
    const { fileId } = await upload(desk, visitor, 'a.txt', 'hello');
    await switchAttachments(desk, appId, false);
    expect(await sendFiles(visitor, 'off', [fileId])).toMatchObject({ type: 'error', code: 'INVALID_MESSAGE' });
    await switchAttachments(desk, appId, true);
    expect(await sendFiles(visitor, 'on', [fileId])).toMatchObject({ type: 'message_ack' });
  });
});

describe('a file is fetched', () => {
  test('by its session before it is sent, and by nobody else', async () => {
    const [owner, neighbour] = [await connected(), await arrive()];
    const foreign = await desk.visitor((await appWithAttachments(desk, 'far-desk')).projectId);
    const { fileId } = await upload(desk, owner, 'notes, “mine”.txt', 'Guten Tag');
    const path = `/api/v1/widget/files/${fileId}`;
    const own = await fetchFile(path, asVisitor(owner));
    expect([own.status, own.headers.get('content-type'), await own.text()]).toEqual([200, 'text/plain; charset=utf-8', 'Guten Tag']);
    expect(own.headers.get('content-disposition')).toBe(
      `attachment; filename="notes, _mine_.txt"; filename*=UTF-8''notes%2C%20%E2%80%9Cmine%E2%80%9D.txt`,
    );
    for (const visitor of [neighbour, foreign]) expect((await fetchFile(path, asVisitor(visitor))).status).toBe(404);
    expect((await fetchFile(path)).status).toBe(401);

    // The same person on another device, and the team, see it once it was sent; others of the tenant never do.
    const [{ tenant_id: tenantId = '', conversation_id: conversationId = '' } = {}] = await desk.database.asSuperuser<
      Record<string, string>
    >('select tenant_id, conversation_id from files where id = $1', [fileId]);
    const device = await arrive();
    await desk.database.asSuperuser('update widget_sessions set conversation_id = $2 where id = $1', [
      device.session.sessionId,
      conversationId,
    ]);
    const staff = () => fetchFile(`/api/v1/files/${fileId}`, { authorization: `Bearer ${desk.admin}`, 'x-tenant-id': tenantId });
    const statuses = async () => [
      (await fetchFile(path, asVisitor(device))).status,
      (await staff()).status,
      (await fetchFile(path, asVisitor(neighbour))).status,
      (await fetchFile(path, asVisitor(foreign))).status,
    ];
    expect(await statuses()).toEqual([404, 404, 404, 404]);
    await sendFiles(owner, 'now', [fileId]);
    expect(await statuses()).toEqual([200, 200, 404, 404]);
    expect(await (await staff()).text()).toBe('Guten Tag');
  });

  test('through a link that is nobody else’s and has not expired', async () => {
    const visitor = await connected();
    const { fileId } = await upload(desk, visitor, 'a.png', bytes(samplePng()));
    await sendFiles(visitor, 'm', [fileId]);
    const [attachment] = attachmentsOf(await resumed(visitor));
    const url = attachment?.url ?? '';
    const other = await upload(desk, visitor, 'b.txt', 'hello');
    const expired = url.replace(/\.(\d{10})\./, (_, seconds) => `.${Number(seconds) - 8_000}.`);
    for (const wrong of [url.replace(fileId, other.fileId), expired, `${url.slice(0, -2)}AA`, url.replace(/link=.*/, 'link=x')]) {
      const answer = await fetchFile(wrong);
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'INVALID_TOKEN']);
    }
    expect((await fetchFile(url)).status).toBe(200);
  });

  test('in parts, and not again by whoever has it', async () => {
    const visitor = await arrive();
    const { fileId } = await upload(desk, visitor, 'a.txt', '0123456789');
    const path = `/api/v1/widget/files/${fileId}`;
    const part = async (range: string, more: Record<string, string> = {}) => {
      const answer = await fetchFile(path, { ...asVisitor(visitor), range, ...more });
      return [answer.status, answer.headers.get('content-range'), answer.status < 300 ? await answer.text() : ''];
    };
    expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
    expect(await part('bytes=8-')).toEqual([206, 'bytes 8-9/10', '89']);
    expect(await part('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await part('bytes=5-999')).toEqual([206, 'bytes 5-9/10', '56789']);
    expect((await part('bytes=10-'))[0]).toBe(416);
    for (const ignored of ['bytes=0-1,3-4', 'bytes=4-2', 'lines=1-2', 'bytes=-0']) expect((await part(ignored))[2]).toBe('0123456789');
    expect((await part('bytes=2-4', { 'if-range': '"other"' }))[0]).toBe(200);

    const etag = (await fetchFile(path, asVisitor(visitor))).headers.get('etag') ?? '';
    expect((await fetchFile(path, { ...asVisitor(visitor), 'if-none-match': etag })).status).toBe(304);
    const head = await fetch(new URL(path, desk.url), { method: 'HEAD', headers: asVisitor(visitor) });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '10']);
  });
});

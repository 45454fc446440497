import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChatMessage, ChatRequest, ModelCapabilities } from '#agents/models/chat-model.ts';
import { appWithAttachments, sendFiles, upload } from '#channels/web-chat/visitor-files.testing.ts';
import { samplePdf, samplePng } from '#messaging/files/file-samples.testing.ts';
import { saying } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import type { Visitor } from '#test/visitor.ts';

let desk: TestApp;
let projectId: string;
let capabilities: ModelCapabilities;
const asked: ChatRequest[] = [];

beforeAll(async () => {
  const models = {
    choose: () => ({
      model: {
        id: 'looking',
        capabilities,
        stream: (request: ChatRequest) => {
          asked.push(request);
          return saying('I see.');
        },
      },
    }),
  };
  desk = await startTestApp({ models });
  ({ projectId } = await appWithAttachments(desk, 'looking-desk'));
});
afterAll(() => desk?.close());

/** A visitor who sends a picture, a report and a note in one message; what the model is asked then. */
async function sendThree(): Promise<{ visitor: Visitor; told: ChatMessage }> {
  const visitor = await desk.visitor(projectId);
  await visitor.connect();
  const files = [
    await upload(desk, visitor, 'rash.png', new Uint8Array(samplePng())),
    await upload(desk, visitor, 'report.pdf', new Uint8Array(samplePdf())),
    await upload(desk, visitor, 'note.txt', 'Since Tuesday.'),
  ];
  const ack = await sendFiles(
    visitor,
    'm',
    files.map(({ fileId }) => fileId),
    'Is this serious?',
  );
  await visitor.answer('seq' in ack ? ack.seq : 0);
  return { visitor, told: lastFromVisitor() };
}

function lastFromVisitor(): ChatMessage {
  const told = asked.at(-1)?.messages.findLast(({ role }) => role === 'user');
  if (!told) throw new Error('The model was asked nothing.');
  return told;
}

const mention = (name: string, size: string, isShown: boolean) =>
  `[Attachment: ${name}, ${size}${isShown ? '' : '. You cannot see what is in it'}]`;

describe('files that visitors send', () => {
  test('are shown to a model that looks at them, byte for byte', async () => {
    capabilities = { tools: true, images: true, documents: true };
    const { visitor, told } = await sendThree();
    const [picture, report] = [samplePng(), samplePdf()];
    expect(told.content).toBe(
      [mention('rash.png', '1 kB', true), mention('report.pdf', '1 kB', true), mention('note.txt', '1 kB', false), 'Is this serious?'].join(
        '\n',
      ),
    );
    const attachments = 'attachments' in told ? told.attachments : undefined;
    expect(attachments?.map(({ kind, contentType, name }) => [kind, contentType, name])).toEqual([
      ['image', 'image/png', 'rash.png'],
      ['document', 'application/pdf', 'report.pdf'],
    ]);
    expect(attachments?.map(({ data }) => Buffer.from(data))).toEqual([picture, report]);

    // They are part of the conversation: the next message does not make them disappear.
    await visitor.answer((await visitor.say('And now?', 'again')).seq);
    expect(asked.at(-1)?.messages.filter((message) => 'attachments' in message)).toHaveLength(1);
  });

  test('are named to a model that cannot look at them, as something that it does not know', async () => {
    capabilities = { tools: true, images: true, documents: false };
    const { told } = await sendThree();
    expect(told).toMatchObject({ attachments: [{ name: 'rash.png' }] });
    expect(told.content).toContain(mention('report.pdf', '1 kB', false));

    capabilities = { tools: true, images: false, documents: false };
    const blind = (await sendThree()).told;
    expect(blind).not.toHaveProperty('attachments');
    expect(blind.content).toContain(mention('rash.png', '1 kB', false));
  });

  test('are answered even when the storage has lost them', async () => {
    capabilities = { tools: true, images: true, documents: true };
    const { visitor } = await sendThree();
    const rows = await desk.database.asSuperuser<{ id: string; tenant_id: string }>('select id, tenant_id from files');
    for (const { id, tenant_id } of rows) await desk.app.foundation.storage.delete(`files/${tenant_id}/${id}`);
    const answer = await visitor.answer((await visitor.say('Hello?', 'later')).seq);
    expect(answer.content).toBe('I see.');
    expect(asked.at(-1)?.messages.some((message) => 'attachments' in message)).toBe(false);
  });

  test('are seen by the team with the message', async () => {
    const { visitor } = await sendThree();
    const [session] = await desk.database.asSuperuser<{ conversation_id: string; tenant_id: string }>(
      'select conversation_id, tenant_id from widget_sessions where id = $1',
      [visitor.session.sessionId],
    );
    const as = { as: desk.admin, headers: { 'x-tenant-id': session?.tenant_id ?? '' } };
    const { body } = await desk.call('GET', `/conversations/${session?.conversation_id}/messages`, as);
    expect(body.items[0].attachments).toMatchObject([{ name: 'rash.png' }, { name: 'report.pdf' }, { name: 'note.txt', size: 14 }]);
    expect(body.items[1].attachments).toEqual([]);
    const answer = await fetch(new URL(body.items[0].attachments[2].url, desk.url), {
      headers: { authorization: `Bearer ${desk.admin}`, 'x-tenant-id': session?.tenant_id ?? '' },
    });
    expect(await answer.text()).toBe('Since Tuesday.');
  });
});

import type { DurableFrame, FrameAttachment, ServerFrame } from '@foyer/contracts/chat-socket.ts';
import type { TestApp } from '#test/test-app.ts';
import type { Visitor } from '#test/visitor.ts';

export interface UploadAnswer {
  status: number;
  code: string | undefined;
  fileId: string;
  name: string;
  contentType: string;
  size: number;
}

/** An app of a tenant of its own, in which visitors may send files. */
export async function appWithAttachments(desk: TestApp, name: string): Promise<{ tenantId: string; appId: string; projectId: string }> {
  const { tenantId, app } = await desk.tenant(name);
  await switchAttachments(desk, app.id, true);
  return { tenantId, appId: app.id, projectId: app.projectId };
}

export async function switchAttachments(desk: TestApp, appId: string, attachments: boolean): Promise<void> {
  const { status } = await desk.call('POST', `/apps/${appId}/configs`, { as: desk.admin, body: { features: { chat: true, attachments } } });
  if (status !== 201) throw new Error(`No configuration: ${status}`);
}

/** Sends a file as a page does. */
export async function upload(
  desk: TestApp,
  visitor: Visitor,
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  declaredType = '',
): Promise<UploadAnswer> {
  const form = new FormData();
  form.append('file', new Blob([content], { type: declaredType }), name);
  const response = await fetch(`${desk.url}/api/v1/widget/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${visitor.session.token}` },
    body: form,
  });
  const answer = (await response.json()) as Partial<UploadAnswer>;
  return { fileId: '', name: '', contentType: '', size: 0, code: undefined, ...answer, status: response.status };
}

/** Sends a message with files and waits until it is stored or refused. */
export async function sendFiles(
  visitor: Visitor,
  clientMessageId: string,
  fileIds: string[],
  content = '',
): Promise<Extract<ServerFrame, { type: 'message_ack' | 'error' }>> {
  const from = visitor.frames.length;
  visitor.send({ type: 'user_message', content, clientMessageId, attachments: fileIds.map((fileId) => ({ fileId })) });
  return visitor.frame(
    (frame) => (frame.type === 'message_ack' || frame.type === 'error') && frame.clientMessageId === clientMessageId,
    from,
  );
}

/** Everything of the conversation, as a connection is shown it that comes back. */
export async function resumed(visitor: Visitor): Promise<DurableFrame[]> {
  await visitor.connect();
  visitor.send({ type: 'resume', afterSeq: 0 });
  await visitor.frame(({ type }) => type === 'ready');
  return visitor.frames.filter((frame): frame is DurableFrame => 'seq' in frame && frame.type !== 'message_ack');
}

export const attachmentsOf = (frames: readonly DurableFrame[]): FrameAttachment[] =>
  frames.flatMap((frame) => (frame.type === 'message' ? (frame.attachments ?? []) : []));

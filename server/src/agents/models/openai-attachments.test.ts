import { afterEach, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { collect, textOf } from './chat-model.contract.ts';
import type { ChatRequest } from './chat-model.ts';
import { createOpenAiCompatibleModel, type OpenAiCompatibleOptions } from './openai-compatible.ts';
import { chunk, DONE, type Handler, startWireServer, streamOf, type WireServer } from './openai-wire.testing.ts';

const servers: WireServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const answered = streamOf(chunk({ content: 'I see.' }), chunk({}, { finish_reason: 'stop' }), DONE);
const look: ChatRequest = {
  messages: [
    {
      role: 'user',
      content: 'Look:',
      attachments: [
        { kind: 'image', contentType: 'image/png', name: 'knee.png', data: new Uint8Array([1, 2, 3]) },
        { kind: 'document', contentType: 'application/pdf', name: 'letter.pdf', data: new Uint8Array([4]) },
      ],
    },
  ],
  tools: [],
  settings: {},
};

async function arrange(handler: Handler, options: Partial<OpenAiCompatibleOptions> = {}) {
  const server = await startWireServer(handler);
  servers.push(server);
  return { server, model: createOpenAiCompatibleModel({ baseUrl: server.baseUrl, model: 'm', clock: createFakeClock(), ...options }) };
}

const imagePart = { type: 'image_url', image_url: { url: 'data:image/png;base64,AQID' } };
const filePart = { type: 'file', file: { filename: 'letter.pdf', file_data: 'data:application/pdf;base64,BA==' } };

test('images and PDF files go along to a server that reads them', async () => {
  const { model, server } = await arrange(answered, { reads: { images: true, documents: true } });
  await collect(model, look);
  expect(server.bodies[0]?.messages).toEqual([{ role: 'user', content: [{ type: 'text', text: 'Look:' }, imagePart, filePart] }]);
});

test('a server that reads none is told in words that there is something, and that it cannot open it', async () => {
  const { model, server } = await arrange(answered);
  expect(model.capabilities).toEqual({ tools: true, images: false, documents: false });
  await collect(model, look);
  const words = 'Look:\n\n[Attached image, which you cannot open: "knee.png"]\n\n[Attached document, which you cannot open: "letter.pdf"]';
  expect(server.bodies[0]?.messages).toEqual([{ role: 'user', content: words }]);
});

test.each([
  ['OpenAI', 'https://api.openai.com/v1', { images: true, documents: true }],
  ['Azure', 'https://desk.openai.azure.com/openai/deployments/d', { images: true, documents: false }],
  ['another host', 'http://127.0.0.1:11434/v1', { images: false, documents: false }],
])('what %s is taken to read', (_host, baseUrl, reads) => {
  expect(createOpenAiCompatibleModel({ baseUrl, model: 'm', clock: createFakeClock() }).capabilities).toMatchObject(reads);
});

test('a kind that a model turns out not to read is described to it in the same breath, and from then on', async () => {
  const { model, server } = await arrange(
    (response, body, request) => {
      if (!JSON.stringify(body.messages).includes('image_url')) return answered(response, body, request);
      const error = { message: 'This model does not support image input.' };
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
    },
    { reads: { images: true, documents: true } },
  );
  for (let round = 0; round < 2; round += 1) expect(textOf(await collect(model, look))).toBe('I see.');
  expect(server.bodies).toHaveLength(3);
  expect(JSON.stringify(server.bodies[2]?.messages)).toContain('which you cannot open: \\"knee.png\\"');
  expect(server.bodies[2]?.messages).toMatchObject([{ content: [{ type: 'text' }, filePart] }]);
});

test('a redirect is refused: what visitors write goes nowhere else', async () => {
  const elsewhere = await startWireServer(answered);
  servers.push(elsewhere);
  const { model } = await arrange((response) => response.writeHead(307, { location: `${elsewhere.baseUrl}/chat/completions` }).end());
  await expect(collect(model, look)).rejects.toMatchObject({ kind: 'rejected', retryable: false });
  expect(elsewhere.bodies).toEqual([]);
});

import { Agent } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { lastUserText, saying, scriptedModels } from '../scripted-models.ts';
import { startTestApp, type TestApp } from '../test-app.ts';
import type { Visitor } from '../visitor.ts';
import { type HttpInput, type Known, oddRequests, requestsWithBody, routesOf } from './fuzz/http-inputs.ts';
import { oddBytes, oddFrames } from './fuzz/socket-inputs.ts';
import { send, sendBytes, type WireAnswer } from './fuzz/wire.ts';

/** How many inputs in all. Longer runs set FOYER_TEST_FUZZ_INPUTS; FOYER_TEST_FUZZ_SEED repeats one. */
const INPUTS = Number(process.env.FOYER_TEST_FUZZ_INPUTS ?? 1_500);
const SEED = Number(process.env.FOYER_TEST_FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
// Larger runs take longer.
vi.setConfig({ testTimeout: 30_000 + INPUTS * 20 });
const sample = <T>(inputs: fc.Arbitrary<T>, share: number): T[] =>
  fc.sample(inputs, { numRuns: Math.max(1, Math.round(INPUTS * share)), seed: SEED });

/** What tells of our insides: lines of a stack, SQL, the names of what we are made of. */
const INSIDES = /\n\s+at |node_modules|\.ts:\d+|\b(?:insert into|update "|select ")|relation "|drizzle|SQLSTATE|foyer_(?:app|system)/i;

const echo = scriptedModels((request) => saying(`You said: ${lastUserText(request)}`));
const agent = new Agent({ keepAlive: true, maxSockets: 16 });
let desk: TestApp;
let known: Known;

beforeAll(async () => {
  process.stdout.write(`bad input: ${INPUTS} inputs, seed ${SEED}\n`);
  desk = await startTestApp({ models: echo, env: { FOYER_TRUSTED_PROXIES: '127.0.0.1' } });
  known = await furnish(desk);
});

afterAll(async () => {
  agent.destroy();
  await desk.close();
});

describe('whatever is sent', () => {
  test('bodies: every POST and PATCH gives a result or says what is wrong', async () => {
    const { document } = desk.app.http;
    const routes = routesOf(document).filter(({ method }) => ['POST', 'PUT', 'PATCH'].includes(method));
    const inputs = sample(fc.oneof(...routes.map((route) => requestsWithBody(route, document, known))), 0.45);
    expect(await complaints(inputs, async (input) => complaintAbout(input, await ask(input)))).toEqual([]);
  });

  test('ids that are none, cursors, queries and headers', async () => {
    const routes = routesOf(desk.app.http.document).filter(({ method }) => method !== 'DELETE');
    const inputs = sample(fc.oneof(...routes.map((route) => oddRequests(route, known))), 0.2);
    expect(await complaints(inputs, async (input) => complaintAbout(input, await ask(input)))).toEqual([]);
  });

  test('bytes that are hardly HTTP', async () => {
    const found = await complaints(sample(oddBytes, 0.05), async (bytes) => {
      const answer = await sendBytes(desk.url, bytes);
      const isWell = !/^HTTP\/1\.[01] 5/.test(answer) && !INSIDES.test(answer);
      return isWell ? undefined : `${JSON.stringify(bytes.toString('latin1'))} → ${answer}`;
    });
    expect(found).toEqual([]);
  });

  test('frames: each is taken, or refused by name on a connection that lives on', async () => {
    const frames = sample(oddFrames, 0.3);
    const found: string[] = [];
    for (let start = 0; start < frames.length; start += FRAMES_PER_VISITOR) {
      found.push(...(await throwAt(await desk.visitor(), frames.slice(start, start + FRAMES_PER_VISITOR))));
    }
    expect(found).toEqual([]);
  });
});

test('afterwards the desk is well and answers a visitor', async () => {
  expect((await fetch(`${desk.url}/api/health`)).status).toBe(200);
  const visitor = await desk.visitor();
  await visitor.connect();
  const { seq } = await visitor.say('Is anybody there?', 'm');
  expect(await visitor.answer(seq)).toMatchObject({ content: 'You said: Is anybody there?' });
  expect(visitor.problems).toEqual([]);
});

/** Fewer than a visitor may send within the window of the limit. */
const FRAMES_PER_VISITOR = 50;

/** One of everything that paths and bodies can name. */
async function furnish({ admin, call, tenant, visitor }: TestApp): Promise<Known> {
  const { tenantId, app } = await tenant('fuzzed');
  const make = async (path: string, body: unknown): Promise<string> => {
    const made = await call('POST', path, { as: admin, body, headers: { 'x-tenant-id': tenantId } });
    if (made.status !== 201) throw new Error(`${path}: ${JSON.stringify(made.body)}`);
    return made.body.id;
  };
  const agentId = await make('/agents', { name: 'Agent' });
  await visitor(app.projectId);
  const conversations = await call('GET', '/conversations', { as: admin, headers: { 'x-tenant-id': tenantId } });
  return {
    tenantId,
    appId: app.id,
    projectId: app.projectId,
    agentId,
    toolId: await make(`/agents/${agentId}/tools`, {
      name: 'look_up',
      description: 'Looks up.',
      parameters: { type: 'object', properties: {} },
      url: 'https://tools.example.com/look-up',
    }),
    promptId: await make(`/apps/${app.id}/prompts`, { name: 'Welcome', kind: 'PRE_MESSAGE', content: 'Hello' }),
    ticketId: await make('/tickets', { subject: 'A ticket' }),
    apiKeyId: await make('/api-keys', { name: 'A key', scopes: ['tickets:read'] }),
    id: conversations.body.items[0].id,
  };
}

/** Whoever signs out is nobody afterwards, so that is tried by somebody who is nobody already. */
const ask = (input: HttpInput): Promise<WireAnswer> => {
  const token = input.path.includes('/auth/logout') ? 'spent' : desk.admin;
  return send(agent, desk.url, { ...input, headers: { authorization: `Bearer ${token}`, ...input.headers } });
};

/** What is wrong with an answer, if anything. */
function complaintAbout({ method, path, headers, body }: HttpInput, { status, contentType, text }: WireAnswer): string | undefined {
  if (status < 400) return undefined;
  const problem = contentType.startsWith('application/problem+json') ? JSON.parse(text) : {};
  const isWell = status < 500 && problem.status === status && /^[A-Z][A-Z0-9_]+$/.test(problem.code) && !INSIDES.test(text);
  if (isWell) return undefined;
  const sent = `${method} ${path.slice(0, 300)} ${JSON.stringify(headers)} ${body?.toString('utf8').slice(0, 1_000) ?? ''}`;
  return `${sent} → ${status} ${contentType} ${text.slice(0, 300)}`;
}

/** The first complaints about what was sent, a dozen at a time. */
async function complaints<T>(inputs: readonly T[], handle: (input: T) => Promise<string | undefined>): Promise<string[]> {
  const found: string[] = [];
  for (let start = 0; start < inputs.length && found.length < 5; start += 12) {
    const answers = await Promise.all(inputs.slice(start, start + 12).map(handle));
    found.push(...answers.filter((answer) => answer !== undefined));
  }
  return found;
}

/** After a resume frames may come again: the visitor has to know that it has asked. */
const isResume = (frame: string | Buffer): boolean => typeof frame === 'string' && frame.startsWith('{"type":"resume"');

/** Each frame is followed by a ping: its pong shows that the frame was handled and the connection lives. */
async function throwAt(visitor: Visitor, frames: readonly (string | Buffer)[]): Promise<string[]> {
  const found: string[] = [];
  await visitor.connect();
  for (const frame of frames) {
    const before = visitor.frames.length;
    if (isResume(frame)) visitor.send(JSON.parse(String(frame)));
    else visitor.sendRaw(frame);
    visitor.send({ type: 'ping' });
    await visitor.frame((answer) => answer.type === 'pong', before);
    for (const answer of visitor.frames.slice(before)) {
      if (answer.type !== 'error') continue;
      const { code, message } = answer;
      const isWell = (code === 'INVALID_MESSAGE' || code === 'MESSAGE_TOO_LONG') && !INSIDES.test(message) && message.length < 1_000;
      if (!isWell) found.push(`${String(frame).slice(0, 500)} → ${JSON.stringify(answer).slice(0, 500)}`);
    }
  }
  visitor.close();
  return [...found, ...visitor.problems];
}

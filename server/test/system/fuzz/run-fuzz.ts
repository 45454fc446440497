import { Agent } from 'node:http';
import fc from 'fast-check';
import type { FuzzWorld } from './fuzz-world.ts';
import { type HttpInput, oddRequests, type Route, requestsWithBody, routesOf } from './http-inputs.ts';
import { complaintAbout, INSIDES } from './judge-answer.ts';
import { rottenRequests } from './rotten-requests.ts';
import { oddBytes, oddFrames } from './socket-inputs.ts';
import { FRAMES_PER_VISITOR, throwAt, throwRawAt } from './throw-frames.ts';
import { send, sendBytes } from './wire.ts';

/** What was tried, and what was wrong. */
export interface FuzzResult {
  inputs: number;
  /** How often each status, close code or kind of frame was answered. */
  answers: Map<string, number>;
  complaints: string[];
}

export interface FuzzOptions {
  inputs: number;
  seed: number;
}

const AT_ONCE = 12;
/** After so many complaints the rest says nothing new. */
const ENOUGH = 20;

/** The same number of inputs to every operation of the document: bodies that nearly fit, bodies that lie, odd addresses and headers. */
export async function fuzzOperations(world: FuzzWorld, { inputs, seed }: FuzzOptions): Promise<FuzzResult> {
  const { document } = world.desk.app.http;
  const routes = routesOf(document);
  const each = Math.max(1, Math.round(inputs / routes.length));
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const result = empty();
  let index = 0;
  try {
    for (const [place, route] of routes.entries()) {
      const sample = fc.sample(inputsFor(route, world), { numRuns: each, seed: seed + place });
      await inBatches(sample, result, async (input) => {
        index += 1;
        const asked = world.asCaller(route, input, index);
        const answer = await send(agent, world.desk.url, asked);
        count(result, String(answer.status));
        return complaintAbout(document, world.unspeakable, { operation: route.path, input: asked, answer });
      });
    }
  } finally {
    agent.destroy();
  }
  return result;
}

function inputsFor(route: Route, { desk, known, foreign }: FuzzWorld): fc.Arbitrary<HttpInput> {
  const { document } = desk.app.http;
  const theirs = { ...known, ...foreign, projectId: known.projectId, apiKey: known.apiKey };
  // What is deleted is gone for all that comes after it.
  if (route.method === 'DELETE') return fc.oneof(oddRequests(route, theirs), rottenRequests(route, document, theirs));
  const bodied = route.bodySchema === undefined ? [] : [{ weight: 5, arbitrary: requestsWithBody(route, document, known) }];
  return fc.oneof(
    ...bodied,
    { weight: 2, arbitrary: rottenRequests(route, document, known) },
    { weight: 2, arbitrary: oddRequests(route, known) },
    { weight: 1, arbitrary: route.bodySchema === undefined ? oddRequests(route, theirs) : requestsWithBody(route, document, theirs) },
  );
}

/** Bytes that are hardly HTTP. */
export async function fuzzBytes({ desk, unspeakable }: FuzzWorld, { inputs, seed }: FuzzOptions): Promise<FuzzResult> {
  const result = empty();
  await inBatches(fc.sample(oddBytes, { numRuns: inputs, seed }), result, async (bytes) => {
    const answer = await sendBytes(desk.url, bytes);
    count(result, /^HTTP\/1\.[01] (\d+)/.exec(answer)?.[1] ?? 'closed');
    const isWell = !/^HTTP\/1\.[01] 5/.test(answer) && !INSIDES.test(answer) && !/^x-injected:/im.test(answer);
    const isSilent = unspeakable.every((word) => !answer.includes(word));
    return isWell && isSilent ? undefined : `${JSON.stringify(bytes.toString('latin1')).slice(0, 600)} → ${answer.slice(0, 600)}`;
  });
  return result;
}

/** Frames of every type, whole, in pieces, binary, too large, and no text at all. Each visitor is a new one. */
export async function fuzzSocket(world: FuzzWorld, projectId: string, { inputs, seed }: FuzzOptions): Promise<FuzzResult> {
  const result = empty();
  const frames = fc.sample(oddFrames, { numRuns: inputs, seed });
  for (let start = 0, turn = 0; start < frames.length && result.complaints.length < ENOUGH; start += FRAMES_PER_VISITOR, turn += 1) {
    const some = frames.slice(start, start + FRAMES_PER_VISITOR);
    const visitor = await world.desk.visitor(projectId);
    const seen = turn % 3 === 2 ? await throwRawAt(visitor.session.chat.wsUrl, some) : await throwAt(visitor, some);
    result.inputs += some.length;
    for (const [kind, times] of seen.answers) result.answers.set(kind, (result.answers.get(kind) ?? 0) + times);
    result.complaints.push(...seen.complaints);
    const leak = world.unspeakable.find((word) => seen.text.includes(word));
    if (leak !== undefined) result.complaints.push(`A frame says what nobody here may know: ${leak}`);
  }
  return result;
}

const empty = (): FuzzResult => ({ inputs: 0, answers: new Map(), complaints: [] });
const count = ({ answers }: FuzzResult, answer: string) => answers.set(answer, (answers.get(answer) ?? 0) + 1);

/** The first of each kind: others like it say nothing new. */
function complain({ complaints }: FuzzResult, complaint: string): void {
  const kind = (text: string) => text.slice(0, text.indexOf('?') === -1 ? 60 : Math.min(60, text.indexOf('?')));
  if (!complaints.some((known) => kind(known) === kind(complaint))) complaints.push(complaint);
}

async function inBatches<T>(inputs: readonly T[], result: FuzzResult, handle: (input: T) => Promise<string | undefined>): Promise<void> {
  for (let start = 0; start < inputs.length && result.complaints.length < ENOUGH; start += AT_ONCE) {
    const batch = inputs.slice(start, start + AT_ONCE);
    const found = await Promise.all(batch.map(handle));
    result.inputs += batch.length;
    for (const complaint of found) if (complaint !== undefined) complain(result, complaint);
  }
}

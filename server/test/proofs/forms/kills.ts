import { setTimeout as sleep } from 'node:timers/promises';
import type { StartedSession } from '@foyer/contracts/widget.ts';
import { FORM } from '#conversations/extracting/extraction.testing.ts';
import { ADMIN } from '#test/chaos/front-desk.ts';
import { hit } from '#test/chaos/hit.ts';
import { type Installation, startInstallation } from '#test/chaos/installation.ts';
import { createRandom } from '#test/chaos/random.ts';
import { Visitor } from '#test/visitor.ts';
import { startFormModel } from './form-model.ts';

export interface KillFigures {
  kills: number;
  visitors: number;
  fields: number;
  problems: string[];
}

const PATIENCE_MS = 90_000;

/** Visitors fill in forms while the server is killed again and again; in the end every form has to be what its visitor has said. */
export async function killWhileReading(options: {
  directory: string;
  seed: number;
  kills: number;
  visitors: number;
}): Promise<KillFigures> {
  const random = createRandom(options.seed);
  const model = await startFormModel(random);
  const installation = await startInstallation({ topology: 'whole', directory: options.directory, modelUrl: `${model.url}/v1` });
  const problems: string[] = [];
  try {
    await installation.untilHealthy();
    const desk = await setUp(installation);
    const names = Array.from({ length: options.visitors }, (_, index) => `Visitor${index}`);
    let isOver = false;
    const talks = names.map((name, index) =>
      talk(installation, desk, { name, weight: 60 + index, pauseMs: () => random.between(200, 2_500) }),
    );
    const killing = (async () => {
      for (let kill = 0; kill < options.kills && !isOver; kill += 1) {
        await sleep(random.between(300, 2_000));
        await hit(installation, 'server', random);
        await installation.untilHealthy();
      }
    })();
    const visitors = await Promise.all(talks);
    await killing;
    isOver = true;
    await installation.untilHealthy();
    let fields = 0;
    for (const [index, visitor] of visitors.entries()) {
      const wanted = { name: names[index], weight: 60 + index, smokes: true };
      const known = await untilKnown(visitor, wanted);
      fields += Object.keys(known).length;
      if (JSON.stringify(known) !== JSON.stringify(wanted)) problems.push(`${names[index]}: ${JSON.stringify(known)}`);
      problems.push(...visitor.problems.map((problem) => `${names[index]}: ${problem}`));
    }
    const changes = await desk.changes();
    // Each value once: nothing was applied twice.
    if (changes !== 3 * options.visitors) problems.push(`${changes} changes were written down instead of ${3 * options.visitors}`);
    problems.push(...installation.units.flatMap((unit) => unit.problems));
    for (const visitor of visitors) visitor.close();
    return { kills: options.kills, visitors: options.visitors, fields, problems };
  } finally {
    await installation.stop();
    await model.close();
    if (problems.length === 0) installation.remove();
  }
}

interface Desk {
  start(): Promise<Visitor>;
  changes(): Promise<number>;
}

async function setUp({ urls: [url = ''] }: Installation): Promise<Desk> {
  let token = '';
  let tenantId = '';
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token !== '' && { authorization: `Bearer ${token}` }),
        ...(tenantId !== '' && { 'x-tenant-id': tenantId }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  token = (await call<{ accessToken: string }>('POST', '/auth/login', ADMIN)).accessToken;
  tenantId = (await call<{ id: string }>('POST', '/tenants', { name: 'Forms', slug: 'forms' })).id;
  const app = await call<{ id: string; projectId: string }>('POST', '/apps', { tenantId, name: 'Forms', slug: 'forms' });
  await call('POST', `/apps/${app.id}/configs`, { features: { chat: true, extraction: true }, isActive: true });
  return {
    start: async () => {
      const metadata = { formSchema: FORM, formType: 'intake' };
      return new Visitor(
        await call<StartedSession>('POST', '/widget/session/init', { projectId: app.projectId, widgetInstanceId: 'proof', metadata }),
      );
    },
    changes: async () => {
      const { items } = await call<{ items: { id: string }[] }>('GET', '/extractions?limit=100');
      const details = await Promise.all(items.map(({ id }) => call<{ history: object[] }>('GET', `/extractions/${id}`)));
      return details.reduce((sum, { history }) => sum + history.length, 0);
    },
  };
}

/** Says three things, each until it is acknowledged. */
async function talk(
  installation: Installation,
  desk: Desk,
  { name, weight, pauseMs }: { name: string; weight: number; pauseMs: () => number },
): Promise<Visitor> {
  const visitor = await again(() => desk.start());
  for (const [index, content] of [`I am ${name}`, `I weigh ${weight} kg`, 'I smoke'].entries()) {
    await again(async () => {
      if (!visitor.isOpen && !(await visitor.reconnect())) throw new Error('The server is away.');
      await visitor.say(content, `${index}`);
    });
    await sleep(pauseMs());
  }
  await installation.untilHealthy().catch(() => {});
  return visitor;
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + PATIENCE_MS; ; ) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(200);
    }
  }
}

/** What the visitor's screen shows in the end. */
async function untilKnown(visitor: Visitor, wanted: object): Promise<Record<string, unknown>> {
  for (const deadline = Date.now() + PATIENCE_MS; ; ) {
    if (!visitor.isOpen) await visitor.reconnect();
    const latest = [...visitor.durable.values()].filter((frame) => frame.type === 'extraction_update').sort((a, b) => b.seq - a.seq)[0];
    const known = Object.fromEntries((latest?.fields ?? []).map(({ fieldName, value }) => [fieldName, value]));
    if (Object.keys(known).length === Object.keys(wanted).length || Date.now() > deadline) return known;
    await sleep(200);
  }
}

import { setImmediate } from 'node:timers/promises';
import type { StartedSession } from '@foyer/contracts/widget.ts';
import type { Random } from '#test/chaos/random.ts';
import { scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import type { TestDatabase } from '#test/test-database.ts';
import { Visitor } from '#test/visitor.ts';
import { createFaultyWrites, type Lane } from './faulty-writes.ts';
import { askForEffects, TOOL_NAMES } from './forgetful-model.ts';
import { caseOf, type Rounds } from './script.ts';

/** A tenant in which one conversation at a time goes on, so that a fault meets the turn it is meant for. */
export interface Desk extends Lane {
  tenantId: string;
  arrive(node: number): Promise<Visitor>;
}

/** The whole product as two nodes on one database, whose turns can be stopped at each write. */
export interface Product {
  nodes: readonly [TestApp, TestApp];
  database: TestDatabase;
  openDesk(name: string, toolUrl: string): Promise<Desk>;
  close(): Promise<void>;
}

/** No call comes near it but those that are never answered: short for these, beyond the patience of a busy machine for the others. */
const TIMEOUT_MS = { [TOOL_NAMES.remote]: 30_000, [TOOL_NAMES.silent]: 300 };

export async function startProduct(database: TestDatabase, roundsOf: (caseId: string) => Rounds, random: Random): Promise<Product> {
  const models = scriptedModels(async function* (request, signal) {
    const said = request.messages.find(({ role }) => role === 'user')?.content ?? '';
    for (const event of askForEffects(roundsOf(caseOf(said)), request, random)) {
      // As from a wire: others go on between one event and the next.
      await setImmediate();
      signal.throwIfAborted();
      yield event;
    }
  });
  const env = { FOYER_OUTBOUND_ALLOW: '127.0.0.1', FOYER_TRUSTED_PROXIES: '127.0.0.1', FOYER_DEMO: 'off' };
  const faulty = createFaultyWrites();
  const start = async () => {
    const node = await startTestApp({ models, env, sharedDatabase: database });
    faulty.standBefore(node.app.foundation.unitOfWork);
    return node;
  };
  const first = await start();
  const nodes = [first, await start()] as const;
  let arrivals = 0;

  return {
    nodes,
    database,
    openDesk: async (name, toolUrl) => {
      const { tenantId, app } = await first.tenant(name);
      for (const tool of [TOOL_NAMES.remote, TOOL_NAMES.silent]) await addTool(first, tenantId, app.defaultAgentId, tool, toolUrl);
      return Object.assign(faulty.laneOf(tenantId), {
        tenantId,
        arrive: async (node: number) => {
          arrivals += 1;
          // Each from an address of its own: the limit per address is not what is tried here.
          const address = `10.${(arrivals >> 16) & 255}.${(arrivals >> 8) & 255}.${arrivals & 255}`;
          const { status, body } = await (node === 0 ? first : nodes[1]).call('POST', '/widget/session/init', {
            body: { projectId: app.projectId, widgetInstanceId: `tools-${arrivals}` },
            headers: { 'x-forwarded-for': address },
          });
          if (status !== 201) throw new Error(`No session: ${status} ${JSON.stringify(body)}`);
          return new Visitor(body as StartedSession);
        },
      });
    },
    close: async () => {
      for (const node of nodes) await node.close();
    },
  };
}

async function addTool(node: TestApp, tenantId: string, agentId: string, name: keyof typeof TIMEOUT_MS, url: string): Promise<void> {
  const parameters = {
    type: 'object',
    properties: { subject: { type: 'string' }, description: { type: 'string' } },
    required: ['subject', 'description'],
  };
  const { status, body } = await node.call('POST', `/agents/${agentId}/tools`, {
    as: node.admin,
    headers: { 'x-tenant-id': tenantId },
    body: { name, description: 'Sends something.', parameters, url, timeoutMs: TIMEOUT_MS[name] },
  });
  if (status !== 201) throw new Error(`No tool: ${status} ${JSON.stringify(body)}`);
}

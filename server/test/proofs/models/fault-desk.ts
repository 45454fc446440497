import { startTestApp, type TestApp } from '#test/test-app.ts';
import type { TestDatabase } from '#test/test-database.ts';
import type { Visitor } from '#test/visitor.ts';
import type { FaultServer } from './fault-server.ts';
import type { WireName } from './wires.ts';

/** The whole product with both providers at the fault server, and one tenant for each. */
export interface FaultDesk {
  app: TestApp;
  server: FaultServer;
  visitor(tenant: WireName): Promise<{ visitor: Visitor; conversationId: string }>;
  /** Lets waits between attempts be over, once. */
  tryAgain(conversationId: string): Promise<void>;
  /** The product's own look at what was spent. */
  usage(tenant: WireName): Promise<{ answers: number; failedAnswers: number; inputTokens: number; outputTokens: number }>;
  close(): Promise<void>;
}

export interface DeskOptions {
  /** Of both tenants. */
  fallback?: readonly string[];
  /** Outside the test suite there is none by itself; whoever gives one closes it. */
  database?: TestDatabase | undefined;
}

/** Short, so that nobody waits for a provider that says nothing; long enough for a machine that is busy. */
const TIME_LIMITS = {
  FOYER_MODEL_HEADERS_SECONDS: '1.5',
  FOYER_MODEL_FIRST_TOKEN_SECONDS: '1.5',
  FOYER_MODEL_IDLE_SECONDS: '1.5',
  FOYER_MODEL_TOTAL_SECONDS: '6',
};

export async function openFaultDesk(server: FaultServer, { fallback = [], database }: DeskOptions = {}): Promise<FaultDesk> {
  const app = await startTestApp({
    ...(database && { sharedDatabase: database }),
    env: {
      FOYER_SECOND_OPINION: 'off',
      OPENAI_BASE_URL: server.baseUrl('openai'),
      OPENAI_API_KEY: 'test',
      ANTHROPIC_BASE_URL: server.baseUrl('anthropic'),
      ANTHROPIC_API_KEY: 'test',
      ...TIME_LIMITS,
    },
  });
  const tenants = new Map<WireName, { tenantId: string; projectId: string }>();
  for (const provider of ['openai', 'anthropic'] as const) {
    const { tenantId, app: made } = await app.tenant(`on-${provider}`);
    const body = { llmConfig: { provider, fallback } };
    const { status } = await app.call('PATCH', `/tenants/${tenantId}`, { as: app.admin, body });
    if (status !== 200) throw new Error(`The tenant’s provider could not be set: ${status}.`);
    tenants.set(provider, { tenantId, projectId: made.projectId });
  }
  const of = (tenant: WireName) => tenants.get(tenant) ?? { tenantId: '', projectId: '' };

  return {
    app,
    server,
    visitor: async (tenant) => {
      const visitor = await app.visitor(of(tenant).projectId);
      await visitor.connect();
      const [row] = await app.database.asSuperuser<{ id: string }>('select conversation_id as id from widget_sessions where id = $1', [
        visitor.session.sessionId,
      ]);
      return { visitor, conversationId: row?.id ?? '' };
    },
    tryAgain: async (conversationId) => {
      // A second back: the column holds milliseconds, and rounding may put “now” into the future.
      await app.database.asSuperuser(
        `update turns set claimable_at = now() - interval '1 second' where conversation_id = $1 and status = 'waiting'`,
        [conversationId],
      );
      await app.app.services.turns.sweep();
    },
    usage: async (tenant) => {
      const { body } = await app.call('GET', '/reports/usage', { as: app.admin, headers: { 'x-tenant-id': of(tenant).tenantId } });
      return body.totals;
    },
    close: () => app.close(),
  };
}

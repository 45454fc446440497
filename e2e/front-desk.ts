import { afterAll, beforeAll } from 'vitest';
import { grantTenantScope } from '../server/src/platform/db/tenant-scope.ts';
import { startTestApp, type TestApp, type TestAppOptions } from '../server/test/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../server/test/test-database.ts';
import { type HostSite, startHostSite } from './host-site.ts';
import { startWire, type Wire } from './wire.ts';

/** The product, somebody's site that embeds it, and the network between browser and server. */
export interface FrontDesk {
  readonly product: TestApp;
  readonly wire: Wire;
  readonly site: HostSite;
  clinic(options?: ClinicOptions): Promise<Clinic>;
  /** Ends the server as a new version does, and starts it again on the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface ClinicOptions {
  theme?: Record<string, unknown>;
  features?: Record<string, boolean>;
  profile?: Record<string, unknown>;
  country?: string;
  documents?: readonly { title: string; content: string; language?: string }[];
}

/** A tenant of its own, with an app whose widget the site may show. */
export interface Clinic {
  projectId: string;
  tenantId: string;
  appId: string;
  identitySecret: string;
  /** A request of the clinic's owner; throws where it was refused. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers of every shape
  call(method: string, path: string, body?: unknown): Promise<any>;
  configure(theme: Record<string, unknown>, features?: Record<string, boolean>): Promise<void>;
  /** The only conversation that there is. */
  conversation(): Promise<{ id: string; holder: string; lastSeq: number; visitor: unknown }>;
  /** What is on record of the only conversation, in order. */
  record(): Promise<RecordedMessage[]>;
  /** Somebody of the team; requests are theirs. */
  colleague(name: string): Promise<Clinic['call']>;
}

export interface RecordedMessage {
  id: string;
  seq: number;
  role: string;
  content: string;
}

export async function openFrontDesk({ database, ...options }: TestAppOptions & { database?: TestDatabase } = {}): Promise<FrontDesk> {
  const shared = database ?? (await createTestDatabase());
  const start = () => startTestApp({ ...options, sharedDatabase: shared });
  let product = await start();
  const wire = await startWire(product.url);
  const site = await startHostSite();
  let clinics = 0;

  async function clinic({ theme = {}, features = {}, profile, country, documents = [] }: ClinicOptions = {}): Promise<Clinic> {
    clinics += 1;
    const { tenantId, app } = await product.tenant(`clinic-${clinics}`, { allowedOrigins: [site.origin] });
    const requestAs =
      (as?: string): Clinic['call'] =>
      async (method, path, body) => {
        const answer = await product.call(method, path, { as: as ?? product.admin, body, headers: { 'x-tenant-id': tenantId } });
        if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
        return answer.body;
      };
    const call = requestAs();
    const configure = async (uiTheme: Record<string, unknown>, more: Record<string, boolean> = {}) => {
      await call('POST', `/apps/${app.id}/configs`, { features: { chat: true, ...more }, uiTheme, isActive: true });
    };
    await configure(theme, features);
    if (profile || country) await call('PATCH', `/tenants/${tenantId}`, { ...(profile && { profile }), ...(country && { country }) });
    for (const document of documents) await call('POST', '/knowledge/documents', document);

    const conversation = async () => {
      const { items } = await call('GET', '/conversations');
      if (items.length !== 1) throw new Error(`There are ${items.length} conversations instead of one.`);
      return call('GET', `/conversations/${items[0].id}`);
    };
    return {
      projectId: app.projectId,
      tenantId,
      appId: app.id,
      identitySecret: app.identitySecret,
      call,
      configure,
      conversation,
      record: async () => {
        const { id } = await conversation();
        const messages: RecordedMessage[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const page: { items: RecordedMessage[]; nextCursor: string | null } = await call(
            'GET',
            `/conversations/${id}/messages?limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
          );
          messages.push(...page.items);
          cursor = page.nextCursor;
        }
        return messages;
      },
      colleague: async (name) => {
        const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${clinics}@example.com`;
        const password = 'a long enough password';
        const { people, members } = product.app.services;
        const { personId } = await people.add({ email, name, password, isPlatformAdmin: false });
        await members.add(grantTenantScope(tenantId, { kind: 'system' }), { personId, role: 'agent' });
        const { body } = await product.call('POST', '/auth/login', { body: { email, password } });
        return requestAs(body.accessToken);
      },
    };
  }

  return {
    get product() {
      return product;
    },
    wire,
    site,
    clinic,
    restart: async () => {
      await product.close();
      product = await start();
      wire.lead(product.url);
    },
    close: async () => {
      await wire.close();
      await site.close();
      await product.close();
      if (!database) await shared.close();
    },
  };
}

/** One front desk for the tests of a file. */
export function useFrontDesk(options?: () => TestAppOptions): () => FrontDesk {
  let desk: FrontDesk | undefined;
  beforeAll(async () => {
    desk = await openFrontDesk(options?.());
  });
  afterAll(() => desk?.close());
  return () => {
    if (!desk) throw new Error('The front desk is there inside of tests only.');
    return desk;
  };
}

import { type Clock, systemClock } from '#platform/clock.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import type { TestDatabase } from '#test/test-database.ts';
import type { Visitor } from '#test/visitor.ts';
import { CLINICS } from './clinics.ts';
import type { Persona } from './persona.ts';

/** A Tuesday morning in America, so that every run has the same days. */
const BEGIN = new Date('2026-12-01T16:00:00Z');

export interface VisitsDesk {
  desk: TestApp;
  /** A visitor whose page has given the clinic's form, connected. */
  visitor(clinic: Persona['clinic']): Promise<Visitor>;
  /** As the clinic's owner. */
  call(clinic: Persona['clinic'], method: string, path: string, body?: unknown): ReturnType<TestApp['call']>;
  close(): Promise<void>;
}

/** The clinics of the visits on a product without any language model. */
export async function openVisitsDesk(database: TestDatabase): Promise<VisitsDesk> {
  const desk = await startTestApp({ sharedDatabase: database, clock: clockFrom(BEGIN), env: { FOYER_DEMO: 'off' } });
  const tenants = new Map<string, { tenantId: string; projectId: string }>();
  const call = (clinic: string, method: string, path: string, body?: unknown) =>
    desk.call(method, path, { as: desk.admin, headers: { 'x-tenant-id': tenants.get(clinic)?.tenantId ?? '' }, body });

  for (const [id, { name, slug, locale, timezone, profile, documents }] of Object.entries(CLINICS)) {
    const { tenantId, app } = await desk.tenant(slug);
    tenants.set(id, { tenantId, projectId: app.projectId });
    expectDone(await call(id, 'PATCH', `/tenants/${tenantId}`, { name, locale, timezone, profile }));
    expectDone(await call(id, 'POST', `/apps/${app.id}/configs`, { features: { chat: true, extraction: true }, isActive: true }));
    for (const document of documents) expectDone(await call(id, 'POST', '/knowledge/documents', document));
  }

  return {
    desk,
    call,
    visitor: async (clinic) => {
      const { locale, form } = CLINICS[clinic];
      const metadata = { formSchema: form.schema, formType: 'appointment' };
      const visitor = await desk.visitor(tenants.get(clinic)?.projectId, { locale, metadata });
      await visitor.connect();
      return visitor;
    },
    close: () => desk.close(),
  };
}

/** Goes on from there at the usual pace. */
function clockFrom(begin: Date): Clock {
  const offsetMs = begin.getTime() - systemClock.now().getTime();
  return { ...systemClock, now: () => new Date(systemClock.now().getTime() + offsetMs) };
}

function expectDone({ status, body }: Awaited<ReturnType<TestApp['call']>>): void {
  if (status >= 300) throw new Error(`The clinic could not be set up: ${status} ${JSON.stringify(body)}`);
}

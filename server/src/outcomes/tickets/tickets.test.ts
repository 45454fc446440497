import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveToMembers, somebody } from '#agents/definitions/agents-over-http.testing.ts';
import { parseArguments } from '#messaging/tool-arguments.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { EventDraft } from '#platform/db/unit-of-work.ts';
import { newId } from '#platform/ids.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { ticketRoutes } from './tickets.routes.ts';
import { createTickets } from './tickets.service.ts';
import { createTicketTool } from './tickets.tools.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function arrange() {
  const events: EventDraft[] = [];
  const unitOfWork = database.unitOfWork({ recordEvents: async (_db, _scope, drafts) => void events.push(...drafts) });
  const call = await serveToMembers([ticketRoutes(createTickets({ unitOfWork }))]);
  return { unitOfWork, events, call, clerk: somebody('agent') };
}

describe('tickets', () => {
  test('are opened, read, changed and closed', async () => {
    const { call, clerk } = await arrange();
    const { status, body, etag } = await call(clerk, 'POST', '/tickets', { subject: 'Call back' });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { subject: 'Call back', description: '', status: 'open', conversationId: null },
    });
    expect(body.reference).toBe(`T-${body.id.slice(-8).toUpperCase()}`);
    const done = await call(clerk, 'PATCH', `/tickets/${body.id}`, { status: 'done' }, { 'if-match': etag ?? '' });
    expect(done).toMatchObject({ status: 200, body: { subject: 'Call back', status: 'done' } });
    expect((await call(clerk, 'PATCH', `/tickets/${body.id}`, { status: 'open' }, { 'if-match': etag ?? '' })).status).toBe(412);
    expect((await call(clerk, 'GET', `/tickets/${body.id}`)).body.status).toBe('done');
  });

  test('are listed page by page, the latest first, each once', async () => {
    const { call, clerk } = await arrange();
    for (const subject of ['a', 'b', 'c', 'd', 'e']) await call(clerk, 'POST', '/tickets', { subject });
    const allPages = async () => {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const { body } = await call(clerk, 'GET', `/tickets?limit=2${cursor && `&cursor=${cursor}`}`);
        seen.push(...body.items.map(({ subject }: { subject: string }) => subject));
        cursor = body.nextCursor;
      }
      return seen;
    };
    expect(await allPages()).toEqual(['e', 'd', 'c', 'b', 'a']);
    await database.asSuperuser("update tickets set created_at = '2026-01-01' where tenant_id = $1 and subject <> 'a'", [clerk.tenantId]);
    expect(await allPages()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(await call(clerk, 'GET', '/tickets?cursor=abc')).toMatchObject({ status: 400, body: { code: 'INVALID_CURSOR' } });
  });

  test('are found by status and by the reference that the visitor was given', async () => {
    const { call, clerk } = await arrange();
    const { body: first } = await call(clerk, 'POST', '/tickets', { subject: 'a' });
    await call(clerk, 'POST', '/tickets', { subject: 'b', status: 'done' });
    const subjects = async (query: string) =>
      (await call(clerk, 'GET', `/tickets?${query}`)).body.items.map(({ subject }: { subject: string }) => subject);
    expect(await subjects('status=open')).toEqual(['a']);
    expect(await subjects('status=done')).toEqual(['b']);
    expect(await subjects(`reference=${first.reference.toLowerCase()}`)).toEqual(['a']);
    expect((await call(clerk, 'GET', '/tickets?status=lost')).body.errors[0].path).toBe('query.status');
  });

  test('of other tenants are not there', async () => {
    const { call, clerk } = await arrange();
    const { body } = await call(clerk, 'POST', '/tickets', { subject: 'a' });
    const stranger = somebody('owner');
    expect(await call(stranger, 'GET', `/tickets/${body.id}`)).toMatchObject({ status: 404, body: { code: 'TICKET_NOT_FOUND' } });
    expect((await call(stranger, 'PATCH', `/tickets/${body.id}`, { status: 'done' })).status).toBe(404);
    expect((await call(stranger, 'GET', `/tickets?reference=${body.reference}`)).body.items).toEqual([]);
  });

  test('that the agent opens know where they come from, and the model learns the reference', async () => {
    const { unitOfWork, events, call, clerk } = await arrange();
    const ids = { conversationId: newId(), contactId: newId(), turnId: newId() };
    const context = { ...ids, tenantId: clerk.tenantId, agentId: newId(), language: 'en' };
    const result = await unitOfWork.write(grantTenantScope(clerk.tenantId, { kind: 'agent' }), (tx) =>
      createTicketTool.run(tx, { subject: 'Bill', description: 'Wants a copy.' }, context),
    );
    const [ticket] = (await call(clerk, 'GET', '/tickets')).body.items;
    expect(ticket).toMatchObject({
      subject: 'Bill',
      description: 'Wants a copy.',
      conversationId: ids.conversationId,
      contactId: ids.contactId,
    });
    expect(result).toMatchObject({ ok: true, content: expect.stringContaining(ticket.reference) });
    expect(events).toEqual([{ type: 'ticket.created', subject: { ticketId: ticket.id, ...ids } }]);
    expect(parseArguments(createTicketTool, '{"subject":"x","description":""}')).toMatchObject({
      ok: false,
      error: expect.stringContaining('`description`'),
    });
  });
});

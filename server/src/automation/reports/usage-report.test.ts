import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CallRoute, serveToMembers } from '#agents/definitions/agents-over-http.testing.ts';
import { insertModelUsage } from '#agents/models/model-usage.repository.ts';
import type { PricedTokens } from '#agents/models/usage-ledger.ts';
import { createFakeClock } from '#platform/clock.testing.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { newId } from '#platform/ids.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { usageReportRoutes } from './usage-report.routes.ts';
import { createUsageReports } from './usage-report.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2026-11-20T02:00:00Z');

async function arrange(timezone = 'UTC') {
  const unitOfWork = database.unitOfWork();
  const call = await serveToMembers([usageReportRoutes(createUsageReports({ unitOfWork, clock: createFakeClock(now) }))]);
  const tenant = async () => {
    const tenantId = newId();
    await database.asSuperuser(`insert into tenants (id, name, slug, timezone, locale) values ($1, 'Clinic', $2, $3, 'en')`, [
      tenantId,
      `clinic-${tenantId.slice(-12)}`,
      timezone,
    ]);
    return tenantId;
  };
  const spend = async (tenantId: string, at: string, spent: Partial<PricedTokens> = {}) => {
    const id = newId();
    const row: PricedTokens = {
      id,
      provider: 'anthropic',
      model: 'claude-haiku-5-5',
      outcome: 'answered',
      inputTokens: 100,
      outputTokens: 10,
      costMicroUsd: 15,
      ...spent,
    };
    const about = { conversationId: newId(), turnId: newId() };
    const scope = grantTenantScope(tenantId, { kind: 'agent' });
    for (let repetition = 0; repetition < 2; repetition += 1) await unitOfWork.write(scope, (tx) => insertModelUsage(tx, about, [row]));
    await database.asSuperuser('update model_usage set created_at = $2 where id = $1', [id, at]);
  };
  return { spend, tenantId: await tenant(), other: await tenant(), read: reader(call) };
}

const reader =
  (call: CallRoute) =>
  (tenantId: string, query = '', role: 'admin' | 'agent' = 'admin') =>
    call({ tenantId, role }, 'GET', `/reports/usage${query}`);

describe('what models cost', () => {
  test('is summed up per day and model, each answer once', async () => {
    const { spend, tenantId, read } = await arrange();
    await spend(tenantId, '2026-11-18T10:00:00Z');
    await spend(tenantId, '2026-11-18T23:59:59Z', { outcome: 'failed' });
    await spend(tenantId, '2026-11-19T00:00:00Z', { model: 'llama3.1', provider: 'openai-compatible', costMicroUsd: null });

    const { status, body } = await read(tenantId, '?from=2026-11-18&to=2026-11-19');
    expect(status).toBe(200);
    const counted = { inputTokens: 100, outputTokens: 10, answers: 1, failedAnswers: 0, answersWithoutPrice: 0, costMicroUsd: 15 };
    expect(body).toEqual({
      from: '2026-11-18',
      to: '2026-11-19',
      timezone: 'UTC',
      items: [
        {
          ...counted,
          day: '2026-11-18',
          provider: 'anthropic',
          model: 'claude-haiku-5-5',
          answers: 2,
          failedAnswers: 1,
          inputTokens: 200,
          outputTokens: 20,
          costMicroUsd: 30,
        },
        { ...counted, day: '2026-11-19', provider: 'openai-compatible', model: 'llama3.1', answersWithoutPrice: 1, costMicroUsd: 0 },
      ],
      totals: { answers: 3, failedAnswers: 1, inputTokens: 300, outputTokens: 30, costMicroUsd: 30, answersWithoutPrice: 1 },
    });
  });

  test('without days is that of the last thirty, the last of them today, on the clock of the tenant', async () => {
    const { spend, tenantId, read } = await arrange('America/Lima');
    for (const at of ['2026-10-21T04:59:59Z', '2026-10-21T05:00:00Z', '2026-11-20T04:59:59Z', '2026-11-20T05:00:00Z'])
      await spend(tenantId, at);
    const { body } = await read(tenantId);
    expect(body).toMatchObject({ from: '2026-10-21', to: '2026-11-19', timezone: 'America/Lima', totals: { answers: 2 } });
    expect(body.items.map(({ day }: { day: string }) => day)).toEqual(['2026-10-21', '2026-11-19']);
  });

  test('is nobody else’s business', async () => {
    const { spend, tenantId, other, read } = await arrange();
    await spend(tenantId, '2026-11-19T10:00:00Z');
    expect((await read(other)).body).toMatchObject({ items: [], totals: { answers: 0, costMicroUsd: 0 } });
    expect((await read(tenantId, '', 'agent')).status).toBe(403);
  });

  test.each([
    ['?from=2026-11-19&to=2026-11-18', 'to'],
    ['?from=2025-01-01&to=2026-11-18', 'to'],
    ['?from=2024-01-01', 'from'],
    ['?from=2026-12-01', 'from'],
    ['?from=yesterday', 'from'],
    ['?to=0000-01-01', 'to'],
    ['?until=2026-11-18', 'until'],
  ])('%s is refused, and what is wrong is named', async (query, path) => {
    const { tenantId, read } = await arrange();
    const { status, body } = await read(tenantId, query);
    expect({ status, code: body.code, paths: body.errors.map((error: { path: string }) => error.path) }).toEqual({
      status: 400,
      code: 'VALIDATION_FAILED',
      paths: [`query.${path}`],
    });
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { buildApp } from '#app/build-app.ts';
import { readConfig } from '#app/config.ts';
import { verifyChains } from '#identity/audit/verify-chain.ts';
import { systemClock } from '#platform/clock.ts';
import type { AccessAudit } from '#platform/http/access-audit.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { type Cost, measure } from './audit/measure.ts';
import { createReport } from './shared/report.ts';

/** What the audit log costs per request, side by side with the same server without it, and that no request is missing in it. */
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '2000' },
    atOnce: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '4' },
  },
});
const [requests, atOnce, rounds] = [Number(values.requests), Number(values.atOnce), Number(values.rounds)];
const report = createReport();
const dataDirectory = mkdtempSync(join(tmpdir(), 'foyer-audit-'));
const ADMIN = { email: 'admin@example.com', password: 'a long enough password' };

/** Only the declared accesses: sign-ins and what use cases write themselves stay as they are. */
let isOn = true;
const switched = (ours: AccessAudit): AccessAudit => ({
  follow: (call, principal, work) => (isOn ? ours.follow(call, principal, work) : work()),
  notLetIn: (call, error) => ours.notLetIn(call, error),
});

const config = readConfig({
  PORT: '0',
  HOST: '127.0.0.1',
  FOYER_DATA_DIR: dataDirectory,
  FOYER_DEMO: 'no',
  FOYER_ADMIN_EMAIL: ADMIN.email,
  FOYER_ADMIN_PASSWORD: ADMIN.password,
});
const app = await buildApp(config, { logger: silentLogger, accessAudit: switched });
try {
  const { port } = await app.start();
  const url = `http://127.0.0.1:${port}/api/v1`;
  const call = async <T = { id: string }>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<T> => {
    const json = body && { 'content-type': 'application/json' };
    const response = await fetch(url + path, { method, headers: { ...headers, ...json }, ...(body && { body: JSON.stringify(body) }) });
    if (response.status >= 300) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const { accessToken } = await call<{ accessToken: string }>('POST', '/auth/login', ADMIN);
  const asAdmin = { authorization: `Bearer ${accessToken}` };
  const { id: tenantId } = await call('POST', '/tenants', { name: 'Clinic', slug: 'clinic' }, asAdmin);
  const { apiKey } = await call<{ apiKey: string }>(
    'POST',
    '/api-keys',
    { name: 'Proof', scopes: ['tickets:read', 'tickets:write'] },
    { ...asAdmin, 'x-tenant-id': tenantId },
  );
  const byKey = { 'x-api-key': apiKey };
  const tickets: string[] = [];
  for (let count = 0; count < 50; count += 1) tickets.push((await call('POST', '/tickets', { subject: `Ticket ${count}` }, byKey)).id);

  const kinds: [string, (index: number) => Promise<unknown>][] = [
    ['read one', (index) => call('GET', `/tickets/${tickets[index % tickets.length]}`, undefined, byKey)],
    ['list of 25', () => call('GET', '/tickets', undefined, byKey)],
    ['change one', (index) => call('PATCH', `/tickets/${tickets[index % tickets.length]}`, { description: `${index}` }, byKey)],
  ];
  const count = (): Promise<number> =>
    app.foundation.unitOfWork.system(async (tx) => {
      const { rows } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from audit_entries where action like 'ticket.%'`);
      return rows[0]?.n ?? Number.NaN;
    });

  report.say(`${requests} requests of each kind with and without the audit log, in ${rounds} rounds by turns, ${atOnce} at a time`);
  report.say('kind         log  requests/s  server ms CPU  p50 ms  p99 ms');
  for (const [name, send] of kinds) {
    const costs: Record<'with' | 'without', Cost[]> = { with: [], without: [] };
    await measure(200, atOnce, send);
    for (let round = 0; round < rounds; round += 1) {
      for (const side of ['without', 'with'] as const) {
        isOn = side === 'with';
        const before = await count();
        costs[side].push(await measure(Math.ceil(requests / rounds), atOnce, send));
        const written = (await count()) - before;
        const expected = isOn ? Math.ceil(requests / rounds) : 0;
        if (written !== expected) report.violate(`${written} entries of ${expected} requests (${name}, ${side})`);
      }
      isOn = true;
    }
    for (const side of ['without', 'with'] as const) report.say(row(name, side, costs[side]));
    report.say(`${name.padEnd(12)} ratio: CPU ${ratio(costs, 'cpuMs')}, p50 ${ratio(costs, 'p50Ms')}, p99 ${ratio(costs, 'p99Ms')}`);
  }

  const sealing = performance.now();
  for (;;) {
    const chains = await verify();
    if (chains.every(({ waiting }) => waiting === 0)) break;
    await systemClock.sleep(100);
    if (performance.now() - sealing > 60_000) throw new Error('The entries were not sealed within a minute.');
  }
  const started = performance.now();
  const chains = await verify();
  const intact = chains.reduce((sum, chain) => sum + chain.intact, 0);
  const seconds = (performance.now() - started) / 1000;
  for (const { fault } of chains) if (fault !== undefined) report.violate(fault);
  report.say(`verified ${intact} entries in ${seconds.toFixed(1)} s: ${(intact / seconds).toFixed(0)} a second`);
  const verdict = report.violations.length === 0 ? 'passed' : 'failed';
  report.say(`audit: ${verdict}: every one of ${requests * kinds.length} requests is in the log once, ${intact} entries verify`);
} finally {
  await app.close(5_000);
  rmSync(dataDirectory, { recursive: true, force: true });
}
process.exit(report.violations.length === 0 ? 0 : 1);

function verify() {
  return verifyChains({ unitOfWork: app.foundation.unitOfWork, keys: app.foundation.auditKeys, clock: systemClock });
}

function mean(costs: readonly Cost[], figure: keyof Cost): number {
  return costs.reduce((sum, cost) => sum + cost[figure], 0) / costs.length;
}

function ratio(costs: Record<'with' | 'without', Cost[]>, figure: keyof Cost): string {
  return (mean(costs.with, figure) / mean(costs.without, figure)).toFixed(2);
}

function row(name: string, side: string, costs: readonly Cost[]): string {
  const figures = (['perSecond', 'cpuMs', 'p50Ms', 'p99Ms'] as const).map((figure) => mean(costs, figure).toFixed(2).padStart(8));
  return `${name.padEnd(12)} ${side.padEnd(8)} ${figures.join('  ')}`;
}

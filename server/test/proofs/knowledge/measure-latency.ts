import { sql } from 'drizzle-orm';
import { candidatesQuery } from '#agents/knowledge/knowledge-search.repository.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import { scopeOfNewTenant } from '#test/test-database.ts';
import { quantile } from '../shared/report.ts';
import { developmentQuestions } from './evaluation-set.ts';
import type { KnowledgeWorld } from './knowledge-world.ts';
import { createDocumentMaker } from './made-up-documents.ts';

interface Measurement {
  passages: number;
  seed: number;
  showsPlans: boolean;
  say(line: string): void;
}

/** Half of all passages are one tenant's, as unequal as tenants are. */
const SHARES = [0.5, 0.25, 0.15, 0.07, 0.03];
const QUESTIONS = 300;

/** How long searches take among so many passages of several tenants, one after the other. */
export async function measureLatency(world: KnowledgeWorld, { passages, seed, showsPlans, say }: Measurement): Promise<void> {
  const maker = createDocumentMaker(seed);
  const startedAt = performance.now();
  const tenants: { scope: TenantScope; passages: number }[] = [];
  for (const share of SHARES) {
    const scope = scopeOfNewTenant();
    let added = 0;
    while (added < passages * share) added += (await world.documents.create(scope, {}, { ...maker.document(), language: 'en' })).chunkCount;
    tenants.push({ scope, passages: added });
  }
  await world.database.asSuperuser('vacuum (analyze) knowledge_documents, knowledge_chunks, knowledge_terms, knowledge_words');
  const all = tenants.reduce((sum, tenant) => sum + tenant.passages, 0);
  const [size] = await world.database.asSuperuser<{ size: string; terms: number }>(
    `select pg_size_pretty(sum(pg_total_relation_size(relid))) as size, (select count(*)::int from knowledge_terms) as terms
       from pg_stat_user_tables where relname like 'knowledge%'`,
  );
  say(
    `${all} passages of ${tenants.length} tenants (seed ${seed}): added in ${((performance.now() - startedAt) / 1000).toFixed(0)} s, ${size?.terms} rows of terms, ${size?.size} in all`,
  );

  const questions = [...developmentQuestions().map(({ question }) => question), ...Array.from({ length: QUESTIONS }, maker.question)];
  for (const [title, tenant] of [
    ['largest tenant', tenants[0]],
    ['smallest tenant', tenants.at(-1)],
  ] as const) {
    if (!tenant) continue;
    const timesMs: number[] = [];
    for (const query of questions) {
      const before = performance.now();
      await world.search.search(tenant.scope, { query, limit: 5 });
      timesMs.push(performance.now() - before);
    }
    const at = (share: number) => `${quantile(timesMs, share).toFixed(1)} ms`;
    say(`  ${title}, ${tenant.passages} passages, ${questions.length} questions: p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}`);
  }
  const [largest] = tenants;
  if (showsPlans && largest) for (const line of await planOf(world, largest.scope)) say(`    ${line}`);
}

/** The plan of the statement that rates passages, for as many places as a search reads. */
async function planOf({ unitOfWork }: KnowledgeWorld, scope: TenantScope): Promise<string[]> {
  return unitOfWork.read(scope, async (tx) => {
    const { rows: terms } = await tx.execute<{ term: string }>(sql`
      select term from (select term, sum(places) as places from knowledge_terms where tenant_id = ${scope.tenantId} group by term) counted
       where places between 20 and 1600 order by places desc limit 8`);
    const asked = terms.map(({ term }, concept) => ({ term, concept, worth: 0.005 }));
    const { rows } = await tx.execute<Record<'QUERY PLAN', string>>(
      sql`explain (analyze, buffers, costs off) ${candidatesQuery(scope, {}, asked, 40)}`,
    );
    return rows.map((row) => row['QUERY PLAN']);
  });
}

import { listTenants } from '#identity/tenants/tenants.repository.ts';
import { type SecretBox, SecretUnreadable } from '#platform/crypto/secret-box.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { type SealedColumn, type StoredRow, sealedColumns } from './sealed-columns.ts';
import { listSealedRows, replaceSealedValue } from './sealed-values.repository.ts';

/** What became of the values of one column. */
export interface Rotated {
  what: string;
  /** Under the newest key now. */
  sealedAnew: number;
  /** Under it before. */
  alreadyNew: number;
  /** Ids of rows whose values no key opens. */
  unreadable: string[];
}

interface Dependencies {
  unitOfWork: UnitOfWork;
  secretBox: SecretBox;
}

type Transaction = Parameters<typeof listSealedRows>[0];
type Transact = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;

const BATCH = 100;

/**
 * Seals every value anew that is under an older master key. Each batch is a transaction of its own: whoever stops it in the middle starts
 * it again, and what is done is not done twice.
 */
export async function rotateSecrets(dependencies: Dependencies): Promise<Rotated[]> {
  const results: Rotated[] = sealedColumns.map(({ what }) => ({ what, sealedAnew: 0, alreadyNew: 0, unreadable: [] }));
  const run = async (isOfTenants: boolean, transact: Transact) => {
    for (const [index, column] of sealedColumns.entries()) {
      const result = results[index];
      if (result && column.isOfTenants === isOfTenants) await rotateColumn(column, result, transact, dependencies.secretBox);
    }
  };
  const { unitOfWork } = dependencies;
  await run(false, (work) => unitOfWork.system(work));
  for await (const tenantId of tenantIds(unitOfWork)) {
    const scope = grantTenantScope(tenantId, { kind: 'system' });
    await run(true, (work) => unitOfWork.write(scope, work));
  }
  return results;
}

async function* tenantIds(unitOfWork: UnitOfWork): AsyncGenerator<string> {
  for (let after: string | undefined; ; ) {
    const slice = { after, limit: BATCH };
    const rows = await unitOfWork.system((tx) => listTenants(tx, slice));
    for (const { id } of rows) yield id;
    after = rows.at(-1)?.id;
    if (rows.length < BATCH) return;
  }
}

type Outcome = 'sealed-anew' | 'already-new' | 'unreadable';

async function rotateColumn(column: SealedColumn, result: Rotated, transact: Transact, secretBox: SecretBox): Promise<void> {
  for (let after: string | undefined; ; ) {
    const position = after;
    // Counted after the commit: a transaction may be tried more than once.
    const done = await transact(async (tx) => {
      const outcomes: { id: string; outcome: Outcome }[] = [];
      for (const row of await listSealedRows(tx, column, position, BATCH)) {
        outcomes.push({ id: row.id ?? '', outcome: await rotateValue(tx, column, row, secretBox) });
      }
      return outcomes;
    });
    for (const { id, outcome } of done) {
      if (outcome === 'sealed-anew') result.sealedAnew += 1;
      else if (outcome === 'already-new') result.alreadyNew += 1;
      else result.unreadable.push(id);
    }
    after = done.at(-1)?.id;
    if (done.length < BATCH) return;
  }
}

async function rotateValue(tx: Transaction, column: SealedColumn, row: StoredRow, secretBox: SecretBox): Promise<Outcome> {
  const { id = '', [column.column]: from = '' } = row;
  const context = column.contextOf(row);
  let plain: string;
  try {
    plain = secretBox.open(from, context);
  } catch (error) {
    if (error instanceof SecretUnreadable) return 'unreadable';
    throw error;
  }
  if (!secretBox.isUnderOlderKey(from)) return 'already-new';
  // Where somebody has written another value in the meantime, the server did so, with the newest key.
  return (await replaceSealedValue(tx, column, { id, from, to: secretBox.seal(plain, context) })) ? 'sealed-anew' : 'already-new';
}

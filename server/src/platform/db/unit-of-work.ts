import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import { isId } from '../ids.ts';
import type { AuditDraft, AuditPort, SystemAuditDraft } from './audit-port.ts';
import type { Database } from './database.ts';
import { isTransient } from './database-errors.ts';
import type { TenantScope } from './tenant-scope.ts';

/** Something that happened: ids and small facts, never personal content, so that erasure stays possible. */
export interface EventDraft {
  type: string;
  subject: Record<string, string>;
  data?: Record<string, unknown>;
  causationId?: string;
}

export interface EnqueueOptions {
  /** Not before; at once when left out. */
  runAt?: Date;
  /** Jobs of the same name and key are one job: a later one replaces what has not started. */
  key?: string;
  /** Comes from the job; 10 for one that says nothing. */
  maxAttempts?: number;
}

/** What a transaction of either kind offers beside Drizzle's own queries. */
interface TransactionExtras {
  /** Runs once the commit is known to have succeeded, in order; what it throws is logged and changes nothing. */
  afterCommit(run: () => void): void;
}

/** The transaction that carries a tenant: the first argument of every repository function. */
export interface TenantTransaction extends NodePgDatabase, TransactionExtras {
  readonly scope: TenantScope;
  /** Written in this transaction, as one row of the event log. */
  emit(event: EventDraft): void;
  /** Written in this transaction, as one entry of the tenant's audit log: without it there is no commit. */
  audit(entry: AuditDraft): void;
  /** Added in this transaction; the job sees what was committed with it. */
  enqueue<P>(
    job: { readonly name: string; readonly payload: { parse(value: unknown): P } },
    payload: P,
    options?: EnqueueOptions,
  ): Promise<void>;
}

/** A transaction of `foyer_system`: only for numbering, sweeping and look-ups before a tenant is known. */
export interface SystemTransaction extends NodePgDatabase, TransactionExtras {
  /** Written in this transaction, in the audit log of the tenant that it names or of the installation. */
  audit(entry: SystemAuditDraft): void;
  enqueue<P>(
    job: { readonly name: string; readonly payload: { parse(value: unknown): P } },
    payload: P,
    options?: EnqueueOptions,
  ): Promise<void>;
}

export interface UnitOfWork {
  /**
   * One transaction of a tenant for reading, on one snapshot: what its queries see belongs together. The database refuses every change,
   * unless the audit log has to be told of this access, which happens in the same transaction.
   */
  read<T>(scope: TenantScope, work: (tx: TenantTransaction) => Promise<T>): Promise<T>;
  /** One transaction of a tenant: all of it or nothing. Tried again after a deadlock, so `work` has no effect outside the database. */
  write<T>(scope: TenantScope, work: (tx: TenantTransaction) => Promise<T>): Promise<T>;
  system<T>(work: (tx: SystemTransaction) => Promise<T>): Promise<T>;
}

/** Given from above, because events and jobs build on the database. */
export interface TransactionPorts {
  recordEvents(db: NodePgDatabase, scope: TenantScope, drafts: readonly EventDraft[]): Promise<void>;
  enqueue(db: NodePgDatabase, tenantId: string | undefined, jobName: string, payload: unknown, options: EnqueueOptions): Promise<void>;
  /** Called after the commit of a transaction that recorded events. */
  eventsCommitted(scope: TenantScope, events: readonly EventDraft[]): void;
  audit: AuditPort;
}

const current = new AsyncLocalStorage<'unit-of-work'>();
const ATTEMPTS = 3;
const RETRY_AFTER_MS = 50;

/** Runs inside a transaction, right before it commits; what it throws rolls the transaction back. */
export type CommitStep = (db: NodePgDatabase) => Promise<void>;
const commitSteps = new AsyncLocalStorage<{ run: CommitStep; isOver: boolean }>();

/** Does `work`; every writing transaction that it opens runs `step` before its commit. What goes on after `work` is done is left alone. */
export async function withCommitStep<T>(step: CommitStep, work: () => Promise<T>): Promise<T> {
  const entry = { run: step, isOver: false };
  try {
    return await commitSteps.run(entry, work);
  } finally {
    entry.isOver = true;
  }
}

async function runCommitStep(db: NodePgDatabase): Promise<void> {
  const entry = commitSteps.getStore();
  if (entry !== undefined && !entry.isOver) await entry.run(db);
}

/**
 * Every port that talks to a network calls this first: a transaction that waits for a vendor holds locks for as long as the vendor likes.
 * @throws {Error} inside a unit of work
 */
export function assertOutsideUnitOfWork(what: string): void {
  if (current.getStore() !== undefined) throw new Error(`${what} was called inside a unit of work: do it before or after the transaction.`);
}

export function createUnitOfWork(database: Database, ports: TransactionPorts): UnitOfWork {
  /** Drizzle's object per pooled connection: making one costs more than a query. */
  const drizzles = new WeakMap<PoolClient, NodePgDatabase>();
  const drizzleOf = (client: PoolClient): NodePgDatabase => {
    const known = drizzles.get(client);
    if (known) return known;
    const made = drizzle(client, { casing: 'snake_case' });
    drizzles.set(client, made);
    return made;
  };

  async function transact<T>(begin: string, prepare: (db: NodePgDatabase) => Prepared, work: (tx: never) => Promise<T>): Promise<T> {
    assertOutsideUnitOfWork('A second unit of work');
    for (let attempt = 1; ; attempt += 1) {
      const client = await database.connect();
      const prepared = prepare(drizzleOf(client));
      let broken: Error | undefined;
      try {
        // One round trip: the transaction, its role and its tenant.
        await client.query(begin);
        const result = await current.run('unit-of-work', () => work(prepared.tx as never));
        await prepared.beforeCommit(result);
        const { command } = await client.query('commit');
        // PostgreSQL answers so, without an error, when a statement has failed and the work went on all the same.
        if (command !== 'COMMIT') throw new Error('A transaction was rolled back: one of its statements had failed, and nobody stopped.');
        client.release();
        runAll(prepared.afterCommit, database);
        return result;
      } catch (error) {
        // A connection whose rollback fails is not given back: its state is unknown.
        await client.query('rollback').catch((rollbackError: Error) => {
          broken = rollbackError;
        });
        client.release(broken);
        database.room.note(error);
        if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
        // Whoever waits for what was given up takes it first; on a busy machine a repetition at once would snatch it and wait for them again.
        await pause(RETRY_AFTER_MS * attempt * (1 + Math.random()));
      }
    }
  }

  interface Prepared {
    tx: unknown;
    afterCommit: (() => void)[];
    beforeCommit(result: unknown): Promise<void>;
  }

  const tenantTransaction = (scope: TenantScope, mayWrite: boolean) => (db: NodePgDatabase) => {
    const afterCommit: (() => void)[] = [];
    const events: EventDraft[] = [];
    const drafts: AuditDraft[] = [];
    const tx = Object.assign(Object.create(db) as NodePgDatabase, {
      scope,
      afterCommit: (run: () => void) => afterCommit.push(run),
      emit: (event: EventDraft) => events.push(event),
      audit: (entry: AuditDraft) => drafts.push(entry),
      enqueue: (job: JobLike, payload: unknown, options: EnqueueOptions = {}) =>
        ports.enqueue(db, scope.tenantId, job.name, job.payload.parse(payload), withAttempts(job, options)),
    });
    return {
      tx,
      afterCommit,
      beforeCommit: async (result: unknown) => {
        if (drafts.length > 0 || ports.audit.isAwaited(scope, !mayWrite)) {
          afterCommit.unshift(await ports.audit.record(db, { scope, drafts, events, isRead: !mayWrite, result }));
        }
        if (events.length > 0) {
          await ports.recordEvents(db, scope, events);
          afterCommit.push(() => ports.eventsCommitted(scope, events));
        }
        if (mayWrite) await runCommitStep(db);
      },
    };
  };

  const systemTransaction = (db: NodePgDatabase) => {
    const afterCommit: (() => void)[] = [];
    const drafts: SystemAuditDraft[] = [];
    const tx = Object.assign(Object.create(db) as NodePgDatabase, {
      afterCommit: (run: () => void) => afterCommit.push(run),
      audit: (entry: SystemAuditDraft) => drafts.push(entry),
      enqueue: (job: JobLike, payload: unknown, options: EnqueueOptions = {}) =>
        ports.enqueue(db, undefined, job.name, job.payload.parse(payload), withAttempts(job, options)),
    });
    return {
      tx,
      afterCommit,
      beforeCommit: async (result: unknown) => {
        if (drafts.length > 0)
          afterCommit.unshift(await ports.audit.record(db, { scope: undefined, drafts, events: [], isRead: false, result }));
        await runCommitStep(db);
      },
    };
  };

  return {
    read: (scope, work) =>
      transact(
        beginFor(scope, `begin isolation level repeatable read${ports.audit.isAwaited(scope, true) ? '' : ' read only'}`),
        tenantTransaction(scope, false),
        work as never,
      ),
    write: (scope, work) => transact(beginFor(scope, 'begin'), tenantTransaction(scope, true), work as never),
    system: (work) => transact('begin; set local role foyer_system', systemTransaction, work as never),
  };
}

interface JobLike {
  name: string;
  maxAttempts?: number;
  payload: { parse(value: unknown): unknown };
}

const withAttempts = (job: JobLike, options: EnqueueOptions): EnqueueOptions =>
  job.maxAttempts === undefined ? options : { maxAttempts: job.maxAttempts, ...options };

function beginFor(scope: TenantScope, begin: string): string {
  // The id becomes part of the statement, so it is held to the form of an id whatever the type says.
  if (!isId(scope.tenantId)) throw new Error('A tenant scope carries something that is not an id.');
  return `${begin}; set local role foyer_app; set local foyer.tenant_id = '${scope.tenantId}'`;
}

function runAll(runs: (() => void)[], database: Database): void {
  for (const run of runs) {
    try {
      run();
    } catch (error) {
      database.logger.error('A step after a commit failed', { error });
    }
  }
}

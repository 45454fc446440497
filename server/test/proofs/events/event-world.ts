import type pg from 'pg';
import { APP_ROLE } from '#platform/db/roles.ts';
import { newId } from '#platform/ids.ts';

export const SAID = 'proof.said';
export const RARE = 'proof.rare';
/** Emitted by the subscriber of the rare ones: exactly one follows from each. */
export const FOLLOWED = 'proof.followed';

/** Sees everything. */
export const EVERYTHING = 'proof-everything';
/** Sees the rare ones, fails now and then, and can never handle a poisoned one. */
export const PICKY = 'proof-picky';

export const CONVERSATIONS_PER_TENANT = 400;

export interface EventWorld {
  tenantIds: string[];
}

/**
 * Tables of the proof beside the product's: conversations whose row lock orders their writers, and the effects of subscribers,
 * on purpose without any constraint that would hide a second one.
 */
export async function makeEventWorld(superuser: pg.Pool, tenants = 3): Promise<EventWorld> {
  const tenantIds = Array.from({ length: tenants }, () => newId());
  await superuser.query(`
    create table proof_conversations (tenant_id uuid, number integer, length integer not null default 0, primary key (tenant_id, number));
    create table proof_effects (ordinal bigint generated always as identity, subscriber text, event_id uuid, position bigint, process text);
    grant select, update on proof_conversations to ${APP_ROLE};
    grant insert on proof_effects to ${APP_ROLE}`);
  await superuser.query(
    `insert into proof_conversations (tenant_id, number) select tenant, number from unnest($1::uuid[]) as tenant, generate_series(1, $2) as number`,
    [tenantIds, CONVERSATIONS_PER_TENANT],
  );
  return { tenantIds };
}

/** What a process of the proof is told at its start. */
export interface EventProcessArgument {
  role: 'writer' | 'numberer' | 'node';
  name: string;
  connection: string | { host: string; port: number; user: string; password: string; database: string };
  tenantIds: string[];
  seed: number;
}

/** What it tells. */
export type EventProcessMessage =
  | { kind: 'committed'; transaction: string; events: number }
  | { kind: 'rolled-back'; transaction: string }
  | { kind: 'trouble'; what: string };

import { expect } from 'vitest';
import * as chains from '#identity/audit/chain.repository.ts';
import { newId } from '#platform/ids.ts';
import type { LookUp } from './look-up.ts';
import type { LookUpWorld } from './look-up-world.ts';

const NOW = new Date('2026-06-01T12:00:00Z');
const LONG_AGO = new Date('2019-06-01T00:00:00Z');

const head = (chainId: string) => ({
  chainId,
  firstSeq: 1,
  startHash: 'new',
  lastSeq: 7,
  lastHash: 'new',
  mac: 'new',
  keyId: 'new',
  sealedAt: NOW,
});
const ours = ({ ours: rows }: LookUpWorld) => rows.tenantId;

/** The driver gives the database's long numbers as text. */
const inNumbers = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, name.endsWith('Seq') && value !== null ? Number(value) : value]));

/** Sealing the logs of all tenants, and verifying them. Ours has one old sealed entry, theirs one that waits. */
export const ofAudit: Record<string, LookUp> = {
  listUnsealedChains: { call: (tx) => chains.listUnsealedChains(tx), returns: ({ theirs }) => [theirs.tenantId] },
  listChains: {
    call: (tx) => chains.listChains(tx),
    returns: (world) => expect.arrayContaining([ours(world), world.theirs.tenantId]),
  },
  listChainsBefore: { call: (tx) => chains.listChainsBefore(tx, LONG_AGO), returns: (world) => [ours(world)] },
  listBegunChains: {
    call: (tx, world) => chains.listBegunChains(tx, ours(world)),
    returns: () => ['tenant'],
  },
  insertChainHead: {
    call: (tx) => chains.insertChainHead(tx, head(newId())),
    returns: () => true,
    changes: ['added audit_chain_heads'],
  },
  lockChainHead: {
    call: (tx, world) => chains.lockChainHead(tx, ours(world)),
    returns: ({ ours: rows }) => inNumbers(rows.pick('audit_chain_heads')),
  },
  findChainHead: {
    call: (tx, world) => chains.findChainHead(tx, ours(world)),
    returns: ({ ours: rows }) => inNumbers(rows.pick('audit_chain_heads')),
  },
  saveChainHead: {
    call: (tx, world) => chains.saveChainHead(tx, head(ours(world))),
    changes: ['changed audit_chain_heads of ours: start_hash, last_seq, last_hash, mac, key_id, sealed_at'],
  },
  listUnsealedEntries: {
    call: (tx, { theirs }) => chains.listUnsealedEntries(tx, theirs.tenantId, 10),
    returns: ({ theirs }) => [inNumbers(theirs.pick('audit_entries'))],
  },
  countUnsealed: {
    call: (tx, { theirs }) => chains.countUnsealed(tx, theirs.tenantId, LONG_AGO),
    returns: () => ({ all: 1, old: 0 }),
  },
  sealEntries: {
    call: (tx, world) =>
      chains.sealEntries(tx, 'new', [
        { id: world.ours.id('audit_entries'), chainSeq: 9, hash: 'new' },
        { id: world.theirs.id('audit_entries'), chainSeq: 1, hash: 'new' },
      ]),
    returns: () => 1,
    changes: ['changed audit_entries of theirs: chain_seq, hash, key_id'],
  },
  listSealedEntries: {
    call: (tx, world) => chains.listSealedEntries(tx, ours(world), 0, 10),
    returns: ({ ours: rows }) => [inNumbers(rows.pick('audit_entries'))],
  },
  findFirstSeqSince: { call: (tx, world) => chains.findFirstSeqSince(tx, ours(world), new Date('2018-01-01')), returns: () => 1 },
  findHash: {
    call: (tx, world) => chains.findHash(tx, ours(world), 1),
    returns: ({ ours: { text } }) => text('audit_entries', 'hash'),
  },
  deleteEntriesUpTo: {
    call: (tx, world) => chains.deleteEntriesUpTo(tx, ours(world), 5),
    returns: () => 1,
    changes: ['removed audit_entries of ours'],
  },
};

import { expect } from 'vitest';
import { findSessionAddress, listOldActiveSessions } from '#channels/web-chat/widget-sessions.repository.ts';
import { listExpiredExports } from '#contacts/privacy/privacy-requests.repository.ts';
import { listTenantsWithRetention } from '#contacts/privacy/retention.repository.ts';
import { findApiKey, noteKeyUse } from '#identity/api-keys/api-keys.repository.ts';
import { findAppByProjectId, findTenantOfApp } from '#identity/apps/apps.repository.ts';
import { insertMembership, membershipsOf, tenantsOfPerson } from '#identity/members/memberships.repository.ts';
import * as people from '#identity/members/people.repository.ts';
import * as failedSignIns from '#identity/sessions/failed-sign-ins.repository.ts';
import * as sessions from '#identity/sessions/sessions.repository.ts';
import * as tenants from '#identity/tenants/tenants.repository.ts';
import { deleteRemovedFiles, takeAbandonedFiles } from '#messaging/files/files.repository.ts';
import { endAllLeases, listClaimableTurns, renewLeases } from '#messaging/turns/turns.repository.ts';
import { countParkedEvents, recordFailedAttempt } from '#platform/events/event-failures.repository.ts';
import { advanceCursor, readPendingEvents, registerConsumer } from '#platform/events/events.repository.ts';
import * as idempotent from '#platform/http/idempotency/idempotent-requests.repository.ts';
import { newId } from '#platform/ids.ts';
import { countDeadLetters, reviveDeadLetter, selectDeadLetters } from '#platform/jobs/dead-letters.repository.ts';
import type { LookUp } from './look-up.ts';
import type { LookUpWorld } from './look-up-world.ts';
import { ofAccounts } from './look-ups.accounts.ts';
import { ofAudit } from './look-ups.audit.ts';
import { ofSingleSignOn } from './look-ups.single-sign-on.ts';

const NOW = new Date('2026-06-01T12:00:00Z');
const LATER = new Date('2027-01-01T00:00:00Z');
const SOME_DAY = new Date('2100-01-01T00:00:00Z');

const ofPeople: Record<string, LookUp> = {
  insertPerson: {
    call: async (tx) =>
      Object.keys(
        (await people.insertPerson(tx, { email: 'new@example.com', name: 'New', passwordHash: 'x', isPlatformAdmin: false })) ?? {},
      ),
    returns: ({ ours }) => expect.arrayContaining(Object.keys(ours.pick('people'))),
    changes: ['added people'],
  },
  findPersonByEmail: {
    call: (tx, { ours }) => people.findPersonByEmail(tx, ours.text('people', 'email').toUpperCase()),
    returns: ({ ours }) => ours.pick('people'),
  },
  findPerson: { call: (tx, { ours }) => people.findPerson(tx, ours.id('people')), returns: ({ ours }) => ours.pick('people') },
  findPeople: {
    call: (tx, { ours }) => people.findPeople(tx, [ours.id('people'), newId()]),
    returns: ({ ours }) => [ours.pick('people', 'id', 'email', 'name')],
  },
  anybodyExists: { call: (tx) => people.anybodyExists(tx), returns: () => true },
  replacePasswordHash: {
    call: (tx, { ours }) =>
      people.replacePasswordHash(tx, { personId: ours.id('people'), from: ours.text('people', 'passwordHash'), to: 'new' }),
    returns: () => true,
    changes: ['changed people of ours: password_hash'],
  },
};

const ofTenants: Record<string, LookUp> = {
  membershipsOf: {
    call: (tx, { ours }) => membershipsOf(tx, ours.id('people')),
    returns: ({ ours }) => [{ ...ours.pick('memberships', 'tenantId', 'role'), ...ours.pick('tenants', 'requiresSingleSignOn') }],
  },
  tenantsOfPerson: {
    call: (tx, { ours }) => tenantsOfPerson(tx, ours.id('people')),
    returns: ({ ours }) => [{ ...ours.pick('tenants', 'id', 'name', 'slug'), ...ours.pick('memberships', 'role') }],
  },
  insertMembership: {
    call: (tx, { ours, theirs }) => insertMembership(tx, { tenantId: ours.tenantId, personId: theirs.spare('people'), role: 'viewer' }),
    returns: () => true,
    changes: ['added memberships'],
  },
  listTenants: {
    call: (tx, { ours }) => tenants.listTenants(tx, { after: undefined, limit: 10, among: [ours.tenantId] }),
    returns: ({ ours }) => [ours.pick('tenants')],
  },
  tenantExists: { call: (tx, { ours }) => tenants.tenantExists(tx, ours.tenantId), returns: () => true },
  findTenantIdBySlug: {
    call: (tx, { ours }) => tenants.findTenantIdBySlug(tx, ours.text('tenants', 'slug')),
    returns: ({ ours }) => ours.tenantId,
  },
  insertTenant: {
    call: async (tx) => {
      const draft = { name: 'New', slug: 'new', timezone: 'UTC', locale: 'en', country: null, llmConfig: {}, profile: {} };
      return (await tenants.insertTenant(tx, draft))?.slug;
    },
    returns: () => 'new',
    changes: ['added tenants'],
  },
  findTenantOfApp: { call: (tx, { ours }) => findTenantOfApp(tx, ours.id('apps')), returns: ({ ours }) => ours.tenantId },
  findAppByProjectId: {
    call: (tx, { ours }) => findAppByProjectId(tx, ours.text('apps', 'projectId')),
    returns: ({ ours }) => ours.pick('apps', 'id', 'tenantId', 'projectId', 'isActive', 'allowedOrigins'),
  },
  findApiKey: {
    call: (tx, { ours }) => findApiKey(tx, ours.text('api_keys', 'keyHash')),
    returns: ({ ours }) => ours.pick('api_keys', 'id', 'tenantId', 'scopes', 'expiresAt', 'lastUsedAt'),
  },
  noteKeyUse: {
    call: (tx, { ours }) => noteKeyUse(tx, ours.id('api_keys'), { now: NOW, before: NOW }),
    changes: ['changed api_keys of ours: last_used_at'],
  },
  findSessionAddress: {
    call: (tx, { ours }) => findSessionAddress(tx, ours.id('widget_sessions')),
    returns: ({ ours }) =>
      ours.pick('widget_sessions', 'id', 'tenantId', 'appId', 'projectId', 'conversationId', 'contactId', 'status', 'locale'),
  },
};

const ofSignIns: Record<string, LookUp> = {
  findFailedSignIns: {
    call: (tx, { ours }) => failedSignIns.findFailedSignIns(tx, ours.text('failed_sign_ins', 'addressHash')),
    returns: ({ ours }) => ours.pick('failed_sign_ins'),
  },
  lockFailedSignIns: {
    call: (tx, { ours }) => failedSignIns.lockFailedSignIns(tx, ours.text('failed_sign_ins', 'addressHash'), NOW),
    returns: ({ ours }) => ours.pick('failed_sign_ins'),
  },
  saveFailedSignIns: {
    call: (tx, { ours }) =>
      failedSignIns.saveFailedSignIns(tx, ours.text('failed_sign_ins', 'addressHash'), {
        attempts: 999,
        lastFailedAt: NOW,
        lockedUntil: LATER,
      }),
    changes: ['changed failed_sign_ins of ours: attempts, last_failed_at, locked_until'],
  },
  deleteFailedSignInsBefore: {
    call: (tx) => failedSignIns.deleteFailedSignInsBefore(tx, new Date('2021-01-01T00:00:00Z')),
    changes: ['removed failed_sign_ins of theirs (spare)'],
  },
  forgetFailedSignIns: {
    call: (tx, { ours }) => failedSignIns.forgetFailedSignIns(tx, ours.text('failed_sign_ins', 'addressHash')),
    changes: ['removed failed_sign_ins of ours'],
  },
  insertSignIn: {
    call: (tx, { ours }) =>
      sessions.insertSignIn(tx, {
        id: newId(),
        personId: ours.spare('people'),
        expiresAt: LATER,
        lastUsedAt: NOW,
        userAgent: undefined,
        ipAddress: '127.0.0.1',
      }),
    changes: ['added sign_ins'],
  },
  insertRefreshToken: {
    call: (tx, { theirs }) => sessions.insertRefreshToken(tx, { signInId: theirs.spare('sign_ins'), tokenHash: 'new', expiresAt: LATER }),
    changes: ['added refresh_tokens'],
  },
  findCaller: {
    call: (tx, { ours }) => sessions.findCaller(tx, ours.id('sign_ins')),
    returns: ({ ours }) => ({
      ...ours.pick('people', 'isPlatformAdmin'),
      ...ours.pick('sign_ins', 'personId', 'onlyTenantId', 'revokedAt', 'expiresAt', 'lastUsedAt'),
    }),
  },
  lockRefreshToken: {
    call: (tx, { ours }) => sessions.lockRefreshToken(tx, ours.text('refresh_tokens', 'tokenHash')),
    returns: ({ ours }) => ({
      ...ours.pick('refresh_tokens', 'id', 'rotatedAt', 'signInId'),
      ...ours.pick('sign_ins', 'personId', 'onlyTenantId', 'lastUsedAt', 'revokedAt'),
    }),
  },
  markRotated: {
    call: (tx, { ours }) => sessions.markRotated(tx, ours.id('refresh_tokens'), NOW),
    changes: ['changed refresh_tokens of ours: rotated_at'],
  },
  prolongSignIn: {
    call: (tx, { ours }) => sessions.prolongSignIn(tx, ours.id('sign_ins'), LATER, NOW),
    changes: ['changed sign_ins of ours: expires_at, last_used_at'],
  },
  revokeSignIn: {
    call: (tx, { theirs }) => sessions.revokeSignIn(tx, theirs.spare('sign_ins'), 'signed-out', NOW),
    changes: ['changed sign_ins of theirs (spare): revoked_at, revoked_because'],
  },
  revokeSignIns: {
    call: (tx, { ours }) =>
      sessions.revokeSignIns(tx, {
        personId: ours.id('people'),
        except: ours.id('sign_ins'),
        because: 'password-changed',
        revokedAt: NOW,
      }),
    changes: ['changed sign_ins of ours (spare): revoked_at, revoked_because'],
  },
  deleteExpiredRefreshTokens: {
    call: (tx, { ours }) => sessions.deleteExpiredRefreshTokens(tx, ours.id('sign_ins'), LATER),
    changes: ['removed refresh_tokens of ours', 'removed refresh_tokens of ours (spare)'],
  },
  deleteExpiredSignIns: {
    call: (tx, { ours }) => sessions.deleteExpiredSignIns(tx, ours.id('people'), new Date('2026-12-01T00:00:00Z')),
    changes: ['removed sign_ins of ours (spare)'],
  },
};

const ofWork: Record<string, LookUp> = {
  listClaimableTurns: {
    call: (tx) => listClaimableTurns(tx, 10),
    returns: ({ ours }) => [{ turnId: ours.id('turns'), tenantId: ours.tenantId }],
  },
  renewLeases: {
    call: (tx, { ours, theirs }) => renewLeases(tx, theirs.tenantId, [ours.id('turns'), theirs.id('turns')]),
    returns: ({ theirs }) => new Set([theirs.id('turns')]),
    changes: ['changed turns of theirs: lease_until'],
  },
  endAllLeases: { call: (tx) => endAllLeases(tx), returns: () => 1, changes: ['changed turns of theirs: lease_until'] },
  registerConsumer: { call: (tx) => registerConsumer(tx, 'new', 'now'), changes: ['added event_cursors'] },
  readPendingEvents: {
    call: async (tx, { ours }) => {
      const { pending, ...rest } = await readPendingEvents(tx, ours.text('event_cursors', 'consumer'), ['ours'], 0, 10);
      return { ...rest, pending: pending.map(({ event }) => [event.id, event.tenantId]) };
    },
    returns: ({ ours }) => ({ cursor: 0, lastPosition: 2, pending: [[ours.id('events'), ours.tenantId]] }),
  },
  advanceCursor: {
    call: (tx, { ours }) => advanceCursor(tx, ours.text('event_cursors', 'consumer'), 0, 1),
    returns: () => 'done',
    changes: ['changed event_cursors of ours: position'],
  },
  recordFailedAttempt: {
    call: (tx, { ours }) => {
      const { id, tenantId } = { id: ours.id('events'), tenantId: ours.tenantId };
      const event = { id, tenantId, position: 1, type: 'ours', subject: {}, data: {}, actor: { kind: 'system' as const }, occurredAt: NOW };
      const attempt = {
        consumer: 'new',
        event: { ...event, causationId: undefined },
        lastError: 'E',
        nextAttemptAt: NOW,
        parkedAt: undefined,
      };
      return recordFailedAttempt(tx, attempt);
    },
    changes: ['added event_failures'],
  },
  countParkedEvents: { call: (tx) => countParkedEvents(tx), returns: () => 1 },
  selectDeadLetters: {
    call: async (tx) => (await selectDeadLetters(tx, { limit: 10 })).map(({ id: _id, createdAt: _at, ...letter }) => letter),
    returns: ({ ours, theirs }) => [theirs, ours].map(({ tenantId }) => ({ name: 'remind', tenantId, attempts: 1, lastError: 'gave up' })),
  },
  listOldActiveSessions: {
    call: (tx, { ours }) => {
      const before = `${ours.id('widget_sessions').slice(0, -12)}${'0'.repeat(12)}`;
      return listOldActiveSessions(tx, { minimumAgeDays: 0, afterId: before, limit: 1 });
    },
    returns: ({ ours }) => [ours.pick('widget_sessions', 'id', 'tenantId', 'conversationId')],
  },
  takeAbandonedFiles: {
    call: (tx) => takeAbandonedFiles(tx, { unusedSince: SOME_DAY, receivingSince: SOME_DAY }, 10),
    returns: ({ ours }) => [{ id: ours.id('files'), tenantId: ours.tenantId }],
    changes: ['changed files of ours: state'],
  },
  deleteRemovedFiles: {
    call: async (tx, { ours, theirs }) => {
      await takeAbandonedFiles(tx, { unusedSince: SOME_DAY, receivingSince: SOME_DAY }, 10);
      await deleteRemovedFiles(tx, [ours.id('files'), theirs.id('files')]);
    },
    changes: ['removed files of ours'],
  },
  countDeadLetters: { call: (tx) => countDeadLetters(tx), returns: () => 2 },
  reviveDeadLetter: {
    call: async (tx) => {
      const [letter] = await selectDeadLetters(tx, { limit: 1 });
      return [await reviveDeadLetter(tx, letter?.id ?? '0'), await countDeadLetters(tx)];
    },
    returns: () => [true, 1],
  },
};

const attemptOf = ({ ours }: LookUpWorld) => ({ id: ours.id('idempotent_requests'), owner: ours.text('idempotent_requests', 'owner') });

const ofRequests: Record<string, LookUp> = {
  insertRequest: {
    call: async (tx) => {
      const draft = {
        principal: 'new',
        route: 'new',
        keyHash: 'new',
        fingerprint: 'new',
        owner: newId(),
        leaseUntil: LATER,
        createdAt: NOW,
      };
      return (await idempotent.insertRequest(tx, draft))?.owner === draft.owner;
    },
    returns: () => true,
    changes: ['added idempotent_requests'],
  },
  lockRequest: {
    call: (tx, { ours }) =>
      idempotent.lockRequest(tx, {
        principal: ours.text('idempotent_requests', 'principal'),
        route: ours.text('idempotent_requests', 'route'),
        keyHash: ours.text('idempotent_requests', 'keyHash'),
      }),
    returns: ({ ours }) => ours.pick('idempotent_requests'),
  },
  takeOverRequest: {
    call: (tx, { ours }) => idempotent.takeOverRequest(tx, ours.id('idempotent_requests'), { owner: ours.tenantId, leaseUntil: LATER }),
    changes: ['changed idempotent_requests of ours: owner, lease_until'],
  },
  keepAnswer: {
    call: (tx, world) => idempotent.keepAnswer(tx, attemptOf(world), { status: 201, headers: {}, body: '{}', finishedAt: NOW }),
    changes: ['changed idempotent_requests of ours: finished_at, status, headers, body'],
  },
  releaseRequest: {
    call: (tx, world) => idempotent.releaseRequest(tx, attemptOf(world)),
    returns: () => true,
    changes: ['removed idempotent_requests of ours'],
  },
  deleteRequest: {
    call: (tx, { theirs }) => idempotent.deleteRequest(tx, theirs.id('idempotent_requests')),
    changes: ['removed idempotent_requests of theirs'],
  },
  deleteRequestsBefore: {
    call: (tx) => idempotent.deleteRequestsBefore(tx, new Date('2021-01-01T00:00:00Z')),
    changes: ['removed idempotent_requests of theirs (spare)'],
  },
};

/** By the name of the function. A new one without a case fails the test that walks the sources. */
export const lookUps: Record<string, LookUp> = {
  listExpiredExports: {
    call: (tx) => listExpiredExports(tx, SOME_DAY, 10),
    returns: ({ ours }) => [{ id: ours.id('privacy_requests'), tenantId: ours.tenantId }],
  },
  listTenantsWithRetention: {
    call: (tx) => listTenantsWithRetention(tx),
    returns: ({ ours, theirs }) => [ours.tenantId, theirs.tenantId].toSorted(),
  },
  ...ofPeople,
  ...ofTenants,
  ...ofSignIns,
  ...ofAccounts,
  ...ofSingleSignOn,
  ...ofAudit,
  ...ofWork,
  ...ofRequests,
};

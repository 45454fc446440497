import { hasOpenGrant, ownersOfTenant } from '#identity/break-glass/break-glass.repository.ts';
import { strictestIdleMinutes } from '#identity/members/memberships.repository.ts';
import { noteSignInUse, revokeSignInsOfTenant } from '#identity/sessions/sessions.repository.ts';
import { findActiveProvider, listProvidersOfSlug } from '#identity/single-sign-on/identity-providers.repository.ts';
import * as signOn from '#identity/single-sign-on/sign-on.repository.ts';
import type { LookUp } from './look-up.ts';

const NOW = new Date('2026-06-01T12:00:00Z');
const LATER = new Date('2027-01-01T00:00:00Z');
const LONG_AGO = new Date('2021-01-01T00:00:00Z');

/** Providers, and the browsers that were sent to them. */
export const ofSingleSignOn: Record<string, LookUp> = {
  findActiveProvider: {
    call: (tx, { ours }) => findActiveProvider(tx, ours.id('identity_providers')),
    returns: ({ ours }) => ours.pick('identity_providers'),
  },
  listProvidersOfSlug: {
    call: (tx, { ours }) => listProvidersOfSlug(tx, ours.text('tenants', 'slug')),
    returns: ({ ours }) => [ours.pick('identity_providers', 'id', 'name')],
  },
  insertSignOnAttempt: {
    call: (tx, { ours }) =>
      signOn.insertSignOnAttempt(tx, {
        identityProviderId: ours.id('identity_providers'),
        stateHash: 'new',
        browserHash: 'new',
        nonce: 'new',
        codeVerifier: 'new',
        redirectUri: 'new',
        returnTo: '/',
        expiresAt: LATER,
      }),
    changes: ['added sign_on_attempts'],
  },
  takeSignOnAttempt: {
    call: (tx, { ours }) => signOn.takeSignOnAttempt(tx, ours.text('sign_on_attempts', 'stateHash')),
    returns: ({ ours }) => ours.pick('sign_on_attempts'),
    changes: ['removed sign_on_attempts of ours'],
  },
  deleteExpiredSignOns: {
    call: (tx) => signOn.deleteExpiredSignOns(tx, LONG_AGO),
    changes: ['removed sign_on_attempts of theirs (spare)', 'removed sign_on_handovers of theirs (spare)'],
  },
  insertSignOnHandover: {
    call: (tx, { ours }) =>
      signOn.insertSignOnHandover(tx, {
        codeHash: 'new',
        browserHash: 'new',
        personId: ours.id('people'),
        onlyTenantId: ours.tenantId,
        expiresAt: LATER,
      }),
    changes: ['added sign_on_handovers'],
  },
  lockSignOnHandover: {
    call: (tx, { ours }) => signOn.lockSignOnHandover(tx, ours.text('sign_on_handovers', 'codeHash')),
    returns: ({ ours }) => ours.pick('sign_on_handovers'),
  },
  deleteSignOnHandover: {
    call: (tx, { theirs }) => signOn.deleteSignOnHandover(tx, theirs.id('sign_on_handovers')),
    changes: ['removed sign_on_handovers of theirs'],
  },
  findFederatedPerson: {
    call: (tx, { ours }) =>
      signOn.findFederatedPerson(tx, {
        identityProviderId: ours.id('identity_providers'),
        issuer: ours.text('federated_identities', 'issuer'),
        subject: ours.text('federated_identities', 'subject'),
      }),
    returns: ({ ours }) => ours.id('people'),
  },
  insertFederatedIdentity: {
    call: (tx, { ours }) =>
      signOn.insertFederatedIdentity(tx, {
        tenantId: ours.tenantId,
        identityProviderId: ours.id('identity_providers'),
        issuer: 'new',
        subject: 'new',
        personId: ours.id('people'),
      }),
    returns: () => true,
    changes: ['added federated_identities'],
  },
  findRole: {
    call: (tx, { ours }) => signOn.findRole(tx, ours.tenantId, ours.id('people')),
    returns: ({ ours }) => ours.text('memberships', 'role'),
  },
  hasOpenGrant: {
    call: (tx, { ours }) => hasOpenGrant(tx, ours.tenantId, ours.id('people'), LONG_AGO),
    returns: () => true,
  },
  ownersOfTenant: {
    call: (tx, { ours }) => ownersOfTenant(tx, ours.tenantId),
    returns: ({ ours }) => (ours.text('memberships', 'role') === 'owner' ? [ours.pick('people', 'email', 'name', 'locale')] : []),
  },
  noteSignInUse: {
    call: (tx, { ours }) => noteSignInUse(tx, ours.id('sign_ins'), { now: LATER, before: LATER }),
    changes: ['changed sign_ins of ours: last_used_at'],
  },
  strictestIdleMinutes: { call: (tx, { ours }) => strictestIdleMinutes(tx, ours.id('people')), returns: () => 30 },
  revokeSignInsOfTenant: {
    call: (tx, { theirs }) => revokeSignInsOfTenant(tx, theirs.tenantId, 'single-sign-on-changed', NOW),
    changes: ['changed sign_ins of theirs: revoked_at, revoked_because'],
  },
};

import { expect } from 'vitest';
import * as codes from '#identity/credentials/one-time-codes.repository.ts';
import * as resets from '#identity/credentials/password-resets.repository.ts';
import * as registrations from '#identity/credentials/registrations.repository.ts';
import * as secondFactors from '#identity/credentials/second-factor.repository.ts';
import { lockInvitationByToken, markAccepted } from '#identity/invitations/invitations.repository.ts';
import { isMemberByEmail } from '#identity/members/memberships.repository.ts';
import { markEmailVerified, setPasswordHash } from '#identity/members/people.repository.ts';
import { listSignIns, revokeSignInOf } from '#identity/sessions/sessions.repository.ts';
import type { LookUp } from './look-up.ts';

const NOW = new Date('2026-06-01T12:00:00Z');
const LATER = new Date('2027-01-01T00:00:00Z');
const LONG_AGO = new Date('2021-01-01T00:00:00Z');

/** Codes, second factors, resets, registrations and invitations: what happens before anybody is signed in. */
export const ofAccounts: Record<string, LookUp> = {
  setPasswordHash: {
    call: (tx, { ours }) => setPasswordHash(tx, ours.id('people'), 'newer'),
    changes: ['changed people of ours: password_hash'],
  },
  markEmailVerified: {
    call: (tx, { ours }) => markEmailVerified(tx, ours.spare('people'), NOW),
    changes: ['changed people of ours (spare): email_verified_at'],
  },
  isMemberByEmail: {
    call: (tx, { ours }) => isMemberByEmail(tx, ours.tenantId, ours.text('people', 'email').toUpperCase()),
    returns: () => true,
  },
  listSignIns: {
    call: async (tx, { ours }) => (await listSignIns(tx, { personId: ours.id('people') }, LONG_AGO)).map(({ personId }) => personId),
    returns: ({ ours }) => expect.arrayContaining([ours.id('people')]),
  },
  revokeSignInOf: {
    call: (tx, { ours }) => revokeSignInOf(tx, { personId: ours.id('people') }, ours.id('sign_ins'), NOW),
    returns: () => true,
    changes: ['changed sign_ins of ours: revoked_at, revoked_because'],
  },
  replaceCode: {
    call: (tx) => codes.replaceCode(tx, { purpose: 'sign-in', addressHash: 'new', sealedCode: 'new', expiresAt: LATER }),
    changes: ['added one_time_codes'],
  },
  lockCode: {
    call: (tx, { ours }) =>
      codes.lockCode(tx, ours.text('one_time_codes', 'purpose') as 'sign-in', ours.text('one_time_codes', 'addressHash')),
    returns: ({ ours }) => ours.pick('one_time_codes'),
  },
  countAttempt: {
    call: (tx, { ours }) => codes.countAttempt(tx, ours.id('one_time_codes')),
    changes: ['changed one_time_codes of ours: attempts'],
  },
  deleteCode: {
    call: (tx, { theirs }) => codes.deleteCode(tx, theirs.id('one_time_codes')),
    changes: ['removed one_time_codes of theirs'],
  },
  deleteExpiredCodes: {
    call: (tx) => codes.deleteExpiredCodes(tx, LONG_AGO),
    changes: ['removed one_time_codes of theirs (spare)'],
  },
  findPasswordReset: {
    call: (tx, { ours }) => resets.findPasswordReset(tx, ours.text('password_resets', 'tokenHash')),
    returns: ({ ours }) => ours.pick('password_resets', 'personId', 'expiresAt'),
  },
  usePasswordReset: {
    call: (tx, { ours }) => resets.usePasswordReset(tx, ours.text('password_resets', 'tokenHash')),
    returns: () => true,
    changes: ['removed password_resets of ours'],
  },
  deleteExpiredPasswordResets: {
    call: (tx) => resets.deleteExpiredPasswordResets(tx, LONG_AGO),
    changes: ['removed password_resets of theirs (spare)'],
  },
  deletePasswordResets: {
    call: (tx, { theirs }) => resets.deletePasswordResets(tx, theirs.id('people')),
    changes: ['removed password_resets of theirs'],
  },
  replacePasswordReset: {
    call: (tx, { ours }) => resets.replacePasswordReset(tx, { personId: ours.id('people'), tokenHash: 'new', expiresAt: LATER }),
    changes: ['added password_resets', 'removed password_resets of ours (spare)'],
  },
  findSecondFactor: {
    call: (tx, { ours }) => secondFactors.findSecondFactor(tx, ours.text('second_factors', 'personId')),
    returns: ({ ours }) => expect.objectContaining(ours.pick('second_factors', 'id', 'personId', 'sealedSecret')),
  },
  lockSecondFactor: {
    call: (tx, { ours }) => secondFactors.lockSecondFactor(tx, ours.text('second_factors', 'personId')),
    returns: ({ ours }) => expect.objectContaining(ours.pick('second_factors', 'id', 'personId', 'sealedSecret')),
  },
  replaceSecondFactor: {
    call: (tx, { ours }) => secondFactors.replaceSecondFactor(tx, ours.text('second_factors', 'personId'), 'new'),
    changes: ['changed second_factors of ours: sealed_secret'],
  },
  confirmSecondFactor: {
    call: (tx, { ours }) => secondFactors.confirmSecondFactor(tx, ours.id('second_factors'), 999, NOW),
    changes: ['changed second_factors of ours: confirmed_at, last_used_step'],
  },
  noteUse: {
    call: (tx, { ours }) => secondFactors.noteUse(tx, ours.id('second_factors'), 1000),
    changes: ['changed second_factors of ours: last_used_step'],
  },
  deleteSecondFactor: {
    call: (tx, { theirs }) => secondFactors.deleteSecondFactor(tx, theirs.text('second_factors', 'personId')),
    changes: ['removed recovery_codes of theirs', 'removed recovery_codes of theirs (spare)', 'removed second_factors of theirs'],
  },
  useRecoveryCode: {
    call: (tx, { ours }) => secondFactors.useRecoveryCode(tx, ours.id('people'), ours.text('recovery_codes', 'codeHash')),
    returns: () => true,
    changes: ['removed recovery_codes of ours'],
  },
  replaceRecoveryCodes: {
    call: (tx, { ours }) => secondFactors.replaceRecoveryCodes(tx, ours.id('people'), ['new']),
    changes: ['added recovery_codes', 'removed recovery_codes of ours (spare)'],
  },
  replaceRegistration: {
    call: (tx) =>
      registrations.replaceRegistration(tx, {
        addressHash: 'new',
        email: 'new@example.com',
        name: 'New',
        passwordHash: 'x',
        locale: null,
        expiresAt: LATER,
      }),
    changes: ['added pending_registrations'],
  },
  takeRegistration: {
    call: (tx, { ours }) => registrations.takeRegistration(tx, ours.text('pending_registrations', 'addressHash')),
    returns: ({ ours }) => ours.pick('pending_registrations'),
    changes: ['removed pending_registrations of ours'],
  },
  deleteExpiredRegistrations: {
    call: (tx) => registrations.deleteExpiredRegistrations(tx, LONG_AGO),
    changes: ['removed pending_registrations of theirs (spare)'],
  },
  lockInvitationByToken: {
    call: (tx, { ours }) => lockInvitationByToken(tx, ours.text('invitations', 'tokenHash')),
    returns: ({ ours }) => ({ ...ours.pick('invitations'), tenantName: ours.text('tenants', 'name') }),
  },
  markAccepted: {
    call: (tx, { ours }) => markAccepted(tx, ours.id('invitations'), NOW),
    changes: ['changed invitations of ours: accepted_at'],
  },
};

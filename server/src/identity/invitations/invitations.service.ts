import type { SignedIn } from '@foyer/contracts/auth.ts';
import type {
  Invitation,
  InvitationAcceptance,
  InvitationListQuery,
  InvitationPreview,
  InvitationStatus,
  NewInvitation,
} from '@foyer/contracts/invitations.ts';
import type { Page } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import type { Clock } from '#platform/clock.ts';
import { hashToken, randomToken } from '#platform/crypto/tokens.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { type MemberPrincipal, roleIncludes } from '#platform/http/access.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import type { AccountMails } from '../account-mail/account-mail.jobs.ts';
import { alreadyMember } from '../members/members.errors.ts';
import { isMemberByEmail } from '../members/memberships.repository.ts';
import { findPeople, findPersonByEmail } from '../members/people.repository.ts';
import type { Device } from '../sessions/begin-sign-in.ts';
import { findOwnTenant } from '../tenants/tenants.repository.ts';
import { type AcceptDependencies, createAcceptance } from './accept-invitation.ts';
import { invitationClosed, invitationInvalid, invitationNotFound, roleAboveOwn } from './invitations.errors.ts';
import * as repository from './invitations.repository.ts';

export interface Invitations {
  /** @throws {AppError} ROLE_ABOVE_OWN, ALREADY_MEMBER */
  invite(scope: TenantScope, actor: MemberPrincipal, draft: NewInvitation): Promise<Invitation>;
  list(scope: TenantScope, query: InvitationListQuery): Promise<Page<Invitation>>;
  /** With a new token; the one before no longer works. @throws {AppError} INVITATION_NOT_FOUND, INVITATION_CLOSED */
  sendAgain(scope: TenantScope, actor: MemberPrincipal, id: string): Promise<Invitation>;
  /** @throws {AppError} INVITATION_NOT_FOUND, INVITATION_CLOSED */
  revoke(scope: TenantScope, id: string): Promise<void>;
  /** @throws {AppError} INVITATION_INVALID */
  preview(token: string): Promise<InvitationPreview>;
  /** @throws {AppError} INVITATION_INVALID, NAME_REQUIRED, and what a sign-in throws */
  accept(acceptance: InvitationAcceptance, device: Device): Promise<SignedIn>;
}

export interface InvitationDependencies extends AcceptDependencies {
  unitOfWork: UnitOfWork;
  mails: AccountMails;
  clock: Clock;
}

const LIFETIME_DAYS = 7;
const LIFETIME_MS = LIFETIME_DAYS * 24 * 60 * 60_000;

export function createInvitations(dependencies: InvitationDependencies): Invitations {
  const { unitOfWork, mails, clock } = dependencies;
  const newToken = () => {
    const token = randomToken();
    return { token, tokenHash: hashToken(token), expiresAt: new Date(clock.now().getTime() + LIFETIME_MS) };
  };
  const nameOf = async (actor: MemberPrincipal): Promise<string | undefined> => {
    if (actor.kind !== 'person') return undefined;
    const [person] = await unitOfWork.system((tx) => findPeople(tx, [actor.personId]));
    return person?.name;
  };

  const mail = async (tx: TenantTransaction, { email, role }: repository.InvitationRow, token: string, inviterName: string | undefined) => {
    const tenant = await findOwnTenant(tx);
    const tenantName = tenant?.name ?? '';
    await mails.send(tx, {
      to: { address: email },
      locale: tenant?.locale ?? null,
      mail: { kind: 'invitation', tenantName, inviterName: inviterName ?? tenantName, role, token, link: undefined, days: LIFETIME_DAYS },
    });
  };

  return {
    invite: async (scope, actor, { email, role }) => {
      requireRole(actor, role);
      const inviterName = await nameOf(actor);
      const isMember = await unitOfWork.system((tx) => isMemberByEmail(tx, scope.tenantId, email));
      if (isMember) throw alreadyMember();
      const { token, tokenHash, expiresAt } = newToken();
      return unitOfWork.write(scope, async (tx) => {
        await repository.revokeInvitationsOf(tx, email, clock.now());
        const invitedByPersonId = actor.kind === 'person' ? actor.personId : null;
        const row = await repository.insertInvitation(tx, { email, role, tokenHash, expiresAt, invitedByPersonId });
        await mail(tx, row, token, inviterName);
        tx.emit({ type: 'invitation.sent', subject: { invitationId: row.id }, data: { role } });
        return toInvitation(row, clock.now());
      });
    },

    list: (scope, { limit, cursor }) =>
      unitOfWork.read(scope, async (tx) => {
        const rows = await repository.listInvitations(tx, { after: decodeCursor(cursor, Id), limit: limit + 1 });
        return page(
          rows.map((row) => toInvitation(row, clock.now())),
          limit,
          ({ id }) => id,
        );
      }),

    sendAgain: async (scope, actor, id) => {
      const inviterName = await nameOf(actor);
      const { token, tokenHash, expiresAt } = newToken();
      return unitOfWork.write(scope, async (tx) => {
        const found = await repository.lockInvitation(tx, id);
        requireOpen(found);
        requireRole(actor, found.role);
        const row = (await repository.updateInvitation(tx, id, { tokenHash, expiresAt })) ?? found;
        await mail(tx, row, token, inviterName);
        return toInvitation(row, clock.now());
      });
    },

    revoke: (scope, id) =>
      unitOfWork.write(scope, async (tx) => {
        requireOpen(await repository.lockInvitation(tx, id));
        await repository.updateInvitation(tx, id, { revokedAt: clock.now() });
        tx.emit({ type: 'invitation.revoked', subject: { invitationId: id } });
      }),

    preview: (token) =>
      unitOfWork.system(async (tx) => {
        const found = await repository.lockInvitationByToken(tx, hashToken(token));
        if (!found || statusOf(found, clock.now()) !== 'pending') throw invitationInvalid();
        const { tenantName, email, role, expiresAt } = found;
        return {
          tenantName,
          email,
          role,
          expiresAt: expiresAt.toISOString(),
          hasAccount: (await findPersonByEmail(tx, email)) !== undefined,
        };
      }),

    accept: createAcceptance(dependencies, (row) => statusOf(row, clock.now()) === 'pending'),
  };
}

/** @throws {AppError} INVITATION_NOT_FOUND, INVITATION_CLOSED */
function requireOpen(found: repository.InvitationRow | undefined): asserts found is repository.InvitationRow {
  if (!found) throw invitationNotFound();
  if (found.acceptedAt || found.revokedAt) throw invitationClosed();
}

/** Nobody hands out more than they have. @throws {AppError} ROLE_ABOVE_OWN */
function requireRole(actor: MemberPrincipal, role: repository.InvitationRow['role']): void {
  if (actor.kind !== 'person' || !roleIncludes(actor.role, role)) throw roleAboveOwn();
}

function statusOf({ acceptedAt, revokedAt, expiresAt }: repository.InvitationRow, now: Date): InvitationStatus {
  if (acceptedAt) return 'accepted';
  if (revokedAt) return 'revoked';
  return expiresAt <= now ? 'expired' : 'pending';
}

function toInvitation(row: repository.InvitationRow, now: Date): Invitation {
  const { id, email, role, invitedByPersonId, expiresAt, createdAt } = row;
  return {
    id,
    email,
    role,
    status: statusOf(row, now),
    invitedByPersonId,
    expiresAt: expiresAt.toISOString(),
    createdAt: createdAt.toISOString(),
  };
}

import type { Page } from '@foyer/contracts/lists.ts';
import type { Member, MemberListQuery } from '@foyer/contracts/tenants.ts';
import { Id } from '@foyer/contracts/text.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { MemberPrincipal, Role } from '#platform/http/access.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import { alreadyMember, lastOwner, memberNotFound, ownerRequired } from './members.errors.ts';
import {
  deleteMembership,
  insertMembership,
  listMemberships,
  lockMemberships,
  type MembershipRow,
  updateRole,
} from './memberships.repository.ts';
import { findPeople } from './people.repository.ts';

export interface Members {
  list(scope: TenantScope, query: MemberListQuery): Promise<Page<Member>>;
  /** @throws {AppError} ALREADY_MEMBER */
  add(scope: TenantScope, draft: { personId: string; role: Role }): Promise<void>;
  /** @throws {AppError} MEMBER_NOT_FOUND, OWNER_REQUIRED, LAST_OWNER */
  changeRole(scope: TenantScope, actor: MemberPrincipal, memberId: string, role: Role): Promise<Member>;
  /** Whoever is removed loses access with their next request. @throws {AppError} the same */
  remove(scope: TenantScope, actor: MemberPrincipal, memberId: string): Promise<void>;
}

export function createMembers({ unitOfWork }: { unitOfWork: UnitOfWork }): Members {
  return {
    list: async (scope, { limit, cursor, role }) => {
      const rows = await unitOfWork.read(scope, (tx) => listMemberships(tx, { after: decodeCursor(cursor, Id), limit: limit + 1, role }));
      // People belong to the installation, so no tenant's transaction sees them.
      const found = await unitOfWork.system((tx) =>
        findPeople(
          tx,
          rows.map(({ personId }) => personId),
        ),
      );
      const people = new Map(found.map((person) => [person.id, person]));
      const listed = rows.map(({ id, personId, role, createdAt }) => {
        const { email, name } = people.get(personId) ?? { email: '', name: '' };
        return { id, personId, email, name, role, createdAt: createdAt.toISOString() };
      });
      return page(listed, limit, ({ id }) => id);
    },

    add: (scope, { personId, role }) =>
      unitOfWork.write(scope, async (tx) => {
        const isNew = await insertMembership(tx, { tenantId: scope.tenantId, personId, role });
        if (!isNew) throw alreadyMember();
        tx.emit({ type: 'member.added', subject: { personId }, data: { role } });
      }),

    changeRole: async (scope, actor, memberId, role) => {
      const row = await unitOfWork.write(scope, async (tx) => {
        const found = await changeable(tx, actor, memberId, role);
        await updateRole(tx, memberId, role);
        tx.emit({ type: 'member.role-changed', subject: { personId: found.personId }, data: { from: found.role, to: role } });
        return found;
      });
      const [person] = await unitOfWork.system((tx) => findPeople(tx, [row.personId]));
      const { id, personId, createdAt } = row;
      return { id, personId, email: person?.email ?? '', name: person?.name ?? '', role, createdAt: createdAt.toISOString() };
    },

    remove: (scope, actor, memberId) =>
      unitOfWork.write(scope, async (tx) => {
        const found = await changeable(tx, actor, memberId, undefined);
        await deleteMembership(tx, memberId);
        tx.emit({ type: 'member.removed', subject: { personId: found.personId } });
      }),
  };
}

/**
 * A member whom the actor may give this role, or remove (`undefined`).
 * @throws {AppError} MEMBER_NOT_FOUND, OWNER_REQUIRED, LAST_OWNER
 */
async function changeable(tx: TenantTransaction, actor: MemberPrincipal, memberId: string, role: Role | undefined): Promise<MembershipRow> {
  const members = await lockMemberships(tx);
  const found = members.find(({ id }) => id === memberId);
  if (!found) throw memberNotFound();
  const isOwner = actor.kind === 'person' && actor.role === 'owner';
  if (!isOwner && (found.role === 'owner' || role === 'owner')) throw ownerRequired();
  const owners = members.filter((member) => member.role === 'owner');
  if (found.role === 'owner' && role !== 'owner' && owners.length === 1) throw lastOwner();
  return found;
}

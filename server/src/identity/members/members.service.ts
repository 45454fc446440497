import type { Page } from '@foyer/contracts/lists.ts';
import type { Member, MemberListQuery } from '@foyer/contracts/tenants.ts';
import { Id } from '@foyer/contracts/text.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { Role } from '#platform/http/access.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import { alreadyMember } from './members.errors.ts';
import { insertMembership, listMemberships } from './memberships.repository.ts';
import { findPeople } from './people.repository.ts';

export interface Members {
  list(scope: TenantScope, query: MemberListQuery): Promise<Page<Member>>;
  /** @throws {AppError} ALREADY_MEMBER */
  add(scope: TenantScope, draft: { personId: string; role: Role }): Promise<void>;
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
  };
}

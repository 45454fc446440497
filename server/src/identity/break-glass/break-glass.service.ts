import type { BreakGlass, BreakGlassGrant } from '@foyer/contracts/break-glass.ts';
import type { ListQuery, Page } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { PersonPrincipal } from '#platform/http/access.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import type { AccountMails } from '../account-mail/account-mail.jobs.ts';
import { findPeople } from '../members/people.repository.ts';
import { findOwnTenant } from '../tenants/tenants.repository.ts';
import { breakGlassGrantNotFound } from './break-glass.errors.ts';
import * as repository from './break-glass.repository.ts';

export interface BreakGlassAccess {
  /** Opens a tenant's personal data to an administrator of the installation for a while. Its owners are told at once. @throws {AppError} TENANT_NOT_FOUND */
  open(person: PersonPrincipal, tenantId: string, why: BreakGlass): Promise<BreakGlassGrant>;
  list(scope: TenantScope, query: ListQuery): Promise<Page<BreakGlassGrant>>;
  /** Before its time. @throws {AppError} BREAK_GLASS_GRANT_NOT_FOUND */
  end(scope: TenantScope, grantId: string): Promise<void>;
}

export interface BreakGlassDependencies {
  unitOfWork: UnitOfWork;
  mails: AccountMails;
  clock: Clock;
  /** The right to write in a tenant, as administrators of the installation have it. @throws {AppError} TENANT_NOT_FOUND */
  enter(person: PersonPrincipal, tenantId: string): Promise<TenantScope>;
}

export function createBreakGlassAccess({ unitOfWork, mails, clock, enter }: BreakGlassDependencies): BreakGlassAccess {
  const namesOf = async (rows: readonly Pick<repository.BreakGlassRow, 'personId'>[]): Promise<Map<string, string>> => {
    const ids = [...new Set(rows.map(({ personId }) => personId))];
    const found = await unitOfWork.system((tx) => findPeople(tx, ids));
    return new Map(found.map(({ id, name }) => [id, name]));
  };

  return {
    open: async (person, tenantId, { reason, minutes }) => {
      const scope = await enter(person, tenantId);
      const owners = await unitOfWork.system((tx) => repository.ownersOfTenant(tx, tenantId));
      const names = await namesOf([person]);
      return unitOfWork.write(scope, async (tx) => {
        const expiresAt = new Date(clock.now().getTime() + minutes * 60_000);
        const row = await repository.insertGrant(tx, { personId: person.personId, reason, expiresAt });
        const tenant = await findOwnTenant(tx);
        const personName = names.get(person.personId) ?? '';
        for (const { email, name, locale } of owners) {
          await mails.send(tx, {
            to: { address: email, name },
            locale: locale ?? tenant?.locale ?? null,
            mail: { kind: 'break-glass', tenantName: tenant?.name ?? '', personName, reason, minutes },
          });
        }
        tx.emit({ type: 'break-glass.opened', subject: { grantId: row.id, personId: row.personId }, data: { minutes } });
        tx.audit({ action: 'break-glass.opened', subject: { id: row.id }, facts: { minutes } });
        return toGrant(row, names);
      });
    },

    list: async (scope, { limit, cursor }) => {
      const slice = { after: decodeCursor(cursor, Id), limit: limit + 1 };
      const rows = await unitOfWork.read(scope, (tx) => repository.listGrants(tx, slice));
      const names = await namesOf(rows);
      return page(
        rows.map((row) => toGrant(row, names)),
        limit,
        ({ id }) => id,
      );
    },

    end: (scope, grantId) =>
      unitOfWork.write(scope, async (tx) => {
        if (!(await repository.endGrant(tx, grantId, clock.now()))) throw breakGlassGrantNotFound();
        tx.emit({ type: 'break-glass.ended', subject: { grantId } });
      }),
  };
}

function toGrant(row: repository.BreakGlassRow, names: ReadonlyMap<string, string>): BreakGlassGrant {
  const { id, personId, reason, expiresAt, endedAt, createdAt } = row;
  return {
    id,
    personId,
    personName: names.get(personId) ?? '',
    reason,
    expiresAt: expiresAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

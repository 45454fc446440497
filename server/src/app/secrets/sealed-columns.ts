import { sealedHeadersContext } from '#agents/definitions/sealed-headers.ts';
import { identitySecretContext } from '#identity/apps/identity-secret.ts';
import { type CodePurpose, oneTimeCodeContext } from '#identity/credentials/one-time-codes.ts';
import { secondFactorContext } from '#identity/credentials/second-factor.ts';
import { clientSecretContext } from '#identity/single-sign-on/sealed-client-secret.ts';
import type { SecretContext } from '#platform/crypto/secret-box.ts';

/** A row as the database has it: columns by their names there. */
export type StoredRow = Readonly<Record<string, string>>;

/** A column of a table whose values are sealed under a master key. */
export interface SealedColumn {
  /** For people. */
  what: string;
  table: string;
  column: string;
  /** Whether its rows belong to tenants, or to the installation. */
  isOfTenants: boolean;
  /** What a value was sealed for, from the row that it stands in. */
  contextOf(row: StoredRow): SecretContext;
}

const idsOf = ({ id = '', tenant_id: tenantId = '' }: StoredRow) => ({ id, tenantId });

/** All there are: a test compares it with the database, where such columns are called `sealed_…`. */
export const sealedColumns: readonly SealedColumn[] = [
  {
    what: 'identity secrets of apps',
    table: 'apps',
    column: 'sealed_identity_secret',
    isOfTenants: true,
    contextOf: (row) => identitySecretContext({ tenantId: idsOf(row).tenantId, appId: idsOf(row).id }),
  },
  {
    what: 'headers of agents’ tools',
    table: 'agent_tools',
    column: 'sealed_headers',
    isOfTenants: true,
    contextOf: (row) => sealedHeadersContext({ tenantId: idsOf(row).tenantId, toolId: idsOf(row).id }),
  },
  {
    what: 'client secrets of identity providers',
    table: 'identity_providers',
    column: 'sealed_client_secret',
    isOfTenants: true,
    contextOf: (row) => clientSecretContext({ tenantId: idsOf(row).tenantId, providerId: idsOf(row).id }),
  },
  {
    what: 'authenticator apps',
    table: 'second_factors',
    column: 'sealed_secret',
    isOfTenants: false,
    contextOf: ({ person_id: personId = '' }) => secondFactorContext(personId),
  },
  {
    what: 'codes that were sent by mail',
    table: 'one_time_codes',
    column: 'sealed_code',
    isOfTenants: false,
    contextOf: ({ purpose, address_hash: addressHash = '' }) => oneTimeCodeContext(purpose as CodePurpose, addressHash),
  },
];

/** Who acts. `id` is the person, key, session, agent or job; a system actor has none. */
export interface Actor {
  kind: 'person' | 'api-key' | 'visitor' | 'agent' | 'system' | 'job';
  id?: string;
}

declare const granted: unique symbol;

/**
 * The right to act inside one tenant. It is branded: nobody can write one down, it has to be granted by authentication,
 * a verified channel account or a job (which modules those are is checked by the import rules).
 */
export interface TenantScope {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly [granted]: true;
}

/** Only for modules that have established which tenant is meant: see the rule `scope-granted-by` of the import rules. */
export const grantTenantScope = (tenantId: string, actor: Actor): TenantScope => ({ tenantId, actor }) as TenantScope;

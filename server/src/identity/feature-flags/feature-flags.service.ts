import { FEATURE_NAMES, FEATURES, type FeatureName, type TenantFeatures } from '@foyer/contracts/features.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { forbidden } from '#platform/errors.ts';
import type { MemberPrincipal } from '#platform/http/access.ts';
import { listFeatureFlags, setFeatureFlag } from './feature-flags.repository.ts';
import { switchesOf } from './features-of-tenant.ts';

export interface FeatureFlags {
  list(scope: TenantScope): Promise<TenantFeatures>;
  /** From the next message on. @throws {AppError} PLATFORM_ADMIN_REQUIRED */
  change(scope: TenantScope, actor: MemberPrincipal, name: FeatureName, isOn: boolean): Promise<TenantFeatures>;
}

export function createFeatureFlags({ unitOfWork }: { unitOfWork: UnitOfWork }): FeatureFlags {
  return {
    list: (scope) => unitOfWork.read(scope, read),

    change: (scope, actor, name, isOn) => {
      const isByPlatform = actor.kind === 'person' && actor.isPlatformAdmin === true;
      if (FEATURES[name].changeableBy === 'platform' && !isByPlatform) throw notYours(name);
      return unitOfWork.write(scope, async (tx) => {
        await setFeatureFlag(tx, name, isOn);
        tx.emit({ type: 'feature.changed', subject: { tenantId: scope.tenantId }, data: { name, isOn } });
        return read(tx);
      });
    },
  };
}

const notYours = (name: FeatureName) =>
  forbidden('PLATFORM_ADMIN_REQUIRED', `Only an administrator of this installation may switch “${name}”.`);

async function read(tx: TenantTransaction): Promise<TenantFeatures> {
  const flags = await listFeatureFlags(tx);
  const decided = new Set(flags.map(({ name }) => name));
  const switches = switchesOf(flags);
  return {
    items: FEATURE_NAMES.map((name) => {
      const { description, changeableBy } = FEATURES[name];
      return { name, description, changeableBy, isOn: switches[name], source: decided.has(name) ? 'tenant' : 'default' };
    }),
  };
}

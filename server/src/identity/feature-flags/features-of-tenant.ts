import { FEATURE_NAMES, FEATURES, type FeatureName } from '@foyer/contracts/features.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { SetUp } from '#platform/realtime/set-up-cache.ts';
import { listFeatureFlags } from './feature-flags.repository.ts';

/** What is on for a tenant. */
export type FeatureSwitches = Readonly<Record<FeatureName, boolean>>;

/** @param setUp the tenant's, from memory where nothing has changed; without one the database is asked */
export function featuresOfTenant(tx: TenantTransaction, setUp?: SetUp): Promise<FeatureSwitches> {
  const load = async () => switchesOf(await listFeatureFlags(tx));
  return setUp === undefined ? load() : setUp.read('features', load);
}

/** What nobody has decided is as it is by default; what is no longer known is left out. */
export function switchesOf(flags: readonly { name: string; isOn: boolean }[]): FeatureSwitches {
  const decided = new Map(flags.map(({ name, isOn }) => [name, isOn]));
  const entries = FEATURE_NAMES.map((name) => [name, decided.get(name) ?? FEATURES[name].isOnByDefault] as const);
  return Object.fromEntries(entries) as Record<FeatureName, boolean>;
}

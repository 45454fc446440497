import { FEATURE_DEFAULTS, type Features } from '@foyer/contracts/configs.ts';
import type { FeatureSwitches } from '#identity/feature-flags/features-of-tenant.ts';

/** What this version can do in a widget: a configuration cannot switch on what does not exist. */
const AVAILABLE: Readonly<Record<string, boolean>> = { chat: true, voice: false, extraction: true, attachments: true };

/** What is on for a visitor: what the configuration wants, this version can do and the tenant has not switched off. */
export function sessionFeatures(configured: Features, { attachments, extraction }: FeatureSwitches): Record<string, boolean> {
  const tenants: Readonly<Record<string, boolean>> = { attachments, extraction };
  const wanted = { ...FEATURE_DEFAULTS, ...configured };
  return Object.fromEntries(
    Object.entries(wanted).map(([name, isOn]) => [name, isOn && (AVAILABLE[name] ?? true) && (tenants[name] ?? true)]),
  );
}

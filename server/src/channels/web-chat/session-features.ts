import { FEATURE_DEFAULTS, type Features } from '@foyer/contracts/configs.ts';

/** What this version can do in a widget: a configuration cannot switch on what does not exist. */
const AVAILABLE: Readonly<Record<string, boolean>> = { chat: true, voice: false, extraction: true, attachments: true };

/** What is on for a visitor: what the configuration wants and this version can do. */
export function sessionFeatures(configured: Features): Record<string, boolean> {
  const wanted = { ...FEATURE_DEFAULTS, ...configured };
  return Object.fromEntries(Object.entries(wanted).map(([name, isOn]) => [name, isOn && (AVAILABLE[name] ?? true)]));
}

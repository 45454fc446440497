import type { TenantRow } from '#identity/tenants/tenants.repository.ts';
import { replyLanguage } from './reply-language.ts';
import type { PromptFacts } from './variables.ts';

/** What prompts may say about a tenant and a visitor, as of `now`. */
export function promptFacts(
  tenant: Pick<TenantRow, 'name' | 'locale' | 'timezone'>,
  { locale, visitorName, assistantName, now }: { locale: string; visitorName?: string | null; assistantName?: string; now: Date },
): PromptFacts {
  return {
    organisation: { name: tenant.name, locale: tenant.locale, timeZone: tenant.timezone },
    visitor: visitorName ? { name: visitorName } : {},
    ...(assistantName !== undefined && { assistantName }),
    locale,
    language: replyLanguage(locale),
    now,
  };
}

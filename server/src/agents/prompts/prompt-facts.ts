import type { TenantProfile } from '@foyer/contracts/tenant-profile.ts';
import type { TenantRow } from '#identity/tenants/tenants.repository.ts';
import { type ReplyLanguage, replyLanguage } from './reply-language.ts';

/** What a prompt can say about where and when it is used. */
export interface PromptFacts {
  organisation: { name: string; locale: string; timeZone: string; profile: TenantProfile };
  /** `name` only when somebody gave one. */
  visitor: { name?: string };
  assistantName?: string;
  /** BCP 47, the conversation's. */
  locale: string;
  language: ReplyLanguage;
  now: Date;
}

/** What prompts may say about a tenant and a visitor, as of `now`. */
export function promptFacts(
  tenant: Pick<TenantRow, 'name' | 'locale' | 'timezone' | 'profile'>,
  { locale, visitorName, assistantName, now }: { locale: string; visitorName?: string | null; assistantName?: string; now: Date },
): PromptFacts {
  return {
    organisation: { name: tenant.name, locale: tenant.locale, timeZone: tenant.timezone, profile: tenant.profile },
    visitor: visitorName ? { name: visitorName } : {},
    ...(assistantName !== undefined && { assistantName }),
    locale,
    language: replyLanguage(locale),
    now,
  };
}

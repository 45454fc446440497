import type { AppConfigRow } from '#identity/apps/configs.repository.ts';
import type { TenantRow } from '#identity/tenants/tenants.repository.ts';
import { type EffectiveModelSettings, effectiveModelSettings, type ModelSettings } from '../models/model-settings.ts';
import type { AgentRow } from './agents.repository.ts';

/** What those who may say something about the model of a conversation have said. */
export interface ModelSetUp {
  tenant: Pick<TenantRow, 'llmConfig'>;
  agent: Pick<AgentRow, 'llmConfig'> | undefined;
  /** The active one of the app, where the conversation came through one. */
  config: Pick<AppConfigRow, 'llmConfig'> | undefined;
}

export const modelSettingsOf = (environment: ModelSettings, { tenant, agent, config }: ModelSetUp): EffectiveModelSettings =>
  effectiveModelSettings({ environment, tenant: tenant.llmConfig, agent: agent?.llmConfig, app: config?.llmConfig });

import type { PromptPreview, PromptPreviewQuery } from '@foyer/contracts/prompt-preview.ts';
import { appNotFound } from '#identity/apps/apps.errors.ts';
import { findApp } from '#identity/apps/apps.repository.ts';
import { findActiveConfig } from '#identity/apps/configs.repository.ts';
import { findDefaultPrompts } from '#identity/apps/prompts.repository.ts';
import { findOwnTenant } from '#identity/tenants/tenants.repository.ts';
import type { RemoteTool, Tool } from '#messaging/tool.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { hasKnowledge } from '../knowledge/knowledge-documents.repository.ts';
import { offeredTools } from '../knowledge/offered-tools.ts';
import { effectiveModelSettings, type ModelSettings } from '../models/model-settings.ts';
import { promptFacts } from '../prompts/prompt-facts.ts';
import { estimateTokens } from '../prompts/token-estimate.ts';
import { describedTools, turnPrompt } from '../prompts/turn-prompt.ts';
import { welcomeMessage } from '../prompts/welcome.ts';
import { findAgent } from './agents.repository.ts';

export interface PromptPreviews {
  /** What a turn for an unnamed visitor would be told at this moment. @throws {AppError} APP_NOT_FOUND */
  show(scope: TenantScope, appId: string, query: PromptPreviewQuery): Promise<PromptPreview>;
}

export interface PromptPreviewDependencies {
  unitOfWork: UnitOfWork;
  clock: Clock;
  environmentSettings: ModelSettings;
  /** Our own tools. */
  tools: readonly Tool[];
  /** The tenant's own. */
  loadRemoteTools(tx: TenantTransaction, agentId: string): Promise<RemoteTool[]>;
}

export function createPromptPreviews(dependencies: PromptPreviewDependencies): PromptPreviews {
  const { unitOfWork, clock, environmentSettings } = dependencies;

  return {
    show: async (scope, appId, query) => {
      const { tenant, agent, config, prompts, tools } = await unitOfWork.read(scope, (tx) => readSetUp(tx, appId));
      const locale = query.locale ?? tenant.locale;
      const now = clock.now();
      const { instructions, source, toolDescriptions } = turnPrompt({ tenant, agent, prompts, tools }, { locale, visitorName: null, now });
      const described = describedTools(prompts);
      const toolNames = new Set(tools.map(({ name }) => name));
      const { provider, model, temperature, maxTokens } = effectiveModelSettings({
        environment: environmentSettings,
        tenant: tenant.llmConfig,
        agent: agent.llmConfig,
        app: config?.llmConfig,
      });
      return {
        agentId: agent.id,
        locale,
        source,
        instructions,
        instructionTokens: estimateTokens(instructions),
        welcomeMessage: welcomeMessage(
          prompts.find(({ kind }) => kind === 'PRE_MESSAGE'),
          promptFacts(tenant, { locale, now }),
        ),
        tools: toolDescriptions.map(({ name, description }) => ({ name, description, isRedescribed: described.has(name) })),
        describedInVain: [...described.keys()].filter((name) => !toolNames.has(name)),
        settings: { provider: provider ?? null, model: model ?? null, temperature, maxTokens },
      };
    },
  };

  async function readSetUp(tx: TenantTransaction, appId: string) {
    const app = await findApp(tx, appId);
    const tenant = await findOwnTenant(tx);
    const agent = app?.defaultAgentId ? await findAgent(tx, app.defaultAgentId) : undefined;
    if (!tenant || !agent) throw appNotFound();
    return {
      tenant,
      agent,
      config: await findActiveConfig(tx, appId),
      prompts: await findDefaultPrompts(tx, appId),
      tools: [
        ...offeredTools(dependencies.tools, await hasKnowledge(tx, { appId, agentId: agent.id })),
        ...(await dependencies.loadRemoteTools(tx, agent.id)),
      ],
    };
  }
}

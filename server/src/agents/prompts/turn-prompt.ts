import type { PromptRow } from '#identity/apps/prompts.repository.ts';
import type { TenantRow } from '#identity/tenants/tenants.repository.ts';
import { type Tool, type ToolDescription, toToolDescription } from '#messaging/tool.ts';
import { buildInstructions, type InstructionSource, instructionSource } from './instructions.ts';
import { promptFacts } from './prompt-facts.ts';

/** What was set up for an app's conversations. */
export interface PromptSetUp {
  tenant: Pick<TenantRow, 'name' | 'locale' | 'timezone' | 'profile'>;
  agent: { name: string; instructions: string | null };
  /** The app's defaults, of every kind. */
  prompts: readonly PromptRow[];
  tools: readonly Tool[];
}

/** Whom and when the agent answers. */
export interface PromptMoment {
  /** BCP 47, the conversation's. */
  locale: string;
  visitorName: string | null;
  now: Date;
}

/** What a model is told besides the conversation. */
export interface TurnPrompt {
  instructions: string;
  source: InstructionSource;
  toolDescriptions: ToolDescription[];
}

export function turnPrompt({ tenant, agent, prompts, tools }: PromptSetUp, { locale, visitorName, now }: PromptMoment): TurnPrompt {
  const sources = {
    systemProfile: prompts.find(({ kind }) => kind === 'SYSTEM'),
    agentInstructions: agent.instructions ?? undefined,
    closingRule: prompts.find(({ kind }) => kind === 'POST_MESSAGE'),
  };
  const facts = promptFacts(tenant, { locale, visitorName, assistantName: agent.name, now });
  const toolNames = tools.map(({ name }) => name);
  const descriptions = describedTools(prompts);
  return {
    instructions: buildInstructions(sources, facts, toolNames),
    source: instructionSource(sources),
    toolDescriptions: tools.map((tool) => toToolDescription(tool, descriptions)),
  };
}

/** The descriptions that the app gives to tools, by the tools' names. */
export const describedTools = (prompts: readonly PromptRow[]): ReadonlyMap<string, string> =>
  new Map(prompts.filter(({ kind }) => kind === 'TOOL_DESCRIPTION').map(({ name, content }) => [name, content]));

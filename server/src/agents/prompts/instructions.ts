import { INSTRUCTION_TEXTS } from './instructions.texts.ts';
import { openingSentence } from './opening-texts.ts';
import { organisationFacts } from './organisation-texts.ts';
import type { PromptFacts } from './prompt-facts.ts';
import { singleLine } from './single-line.ts';
import { type OwnVariables, renderTemplate } from './variables.ts';

export interface Template {
  content: string;
  variables?: OwnVariables;
}

export interface InstructionSources {
  /** The app's default SYSTEM profile. */
  systemProfile?: Template | undefined;
  agentInstructions?: string | undefined;
  /** The app's default POST_MESSAGE profile. */
  closingRule?: Template | undefined;
}

/** Who says what the assistant is. */
export type InstructionSource = 'profile' | 'agent' | 'generated';

/** By this name a tool hands the conversation to a person. */
export const TRANSFER_TOOL = 'transfer_to_person';

/** By this name a tool searches the documents that the organisation has given. */
export const SEARCH_TOOL = 'search_knowledge';

const MAX_POLICY_LENGTH = 1_000;

/**
 * The system text of a turn: who the assistant is (SYSTEM profile, else the agent's instructions, else generated from what
 * the organisation says about itself), what holds whatever somebody wrote there, what is known now, and the closing rule
 * last, where models heed it most.
 */
export function buildInstructions(sources: InstructionSources, facts: PromptFacts, toolNames: readonly string[]): string {
  const closingRule = sources.closingRule && rendered(sources.closingRule, facts);
  const sections = [identity(sources, facts), standingRules(facts, toolNames), situation(facts), closingRule];
  return sections.filter((section) => section?.trim()).join('\n\n');
}

export function instructionSource({ systemProfile, agentInstructions }: InstructionSources): InstructionSource {
  if (systemProfile?.content.trim()) return 'profile';
  return agentInstructions?.trim() ? 'agent' : 'generated';
}

function identity(sources: InstructionSources, facts: PromptFacts): string {
  const { systemProfile, agentInstructions } = sources;
  if (systemProfile?.content.trim()) return rendered(systemProfile, facts);
  if (agentInstructions?.trim()) return renderTemplate(agentInstructions, facts);
  const generated = renderTemplate(INSTRUCTION_TEXTS[facts.language].generated, facts);
  return [generated, organisationFacts(facts)].filter((section) => section !== undefined).join('\n\n');
}

const rendered = ({ content, variables }: Template, facts: PromptFacts) => renderTemplate(content, facts, variables);

function standingRules(facts: PromptFacts, toolNames: readonly string[]): string {
  const { rulesHeading, rules } = INSTRUCTION_TEXTS[facts.language];
  return [
    rulesHeading,
    ...[...rules, ...searchRules(facts, toolNames), ...handOverRules(facts, toolNames)].map((rule) => `- ${rule}`),
  ].join('\n');
}

const searchRules = ({ language }: PromptFacts, toolNames: readonly string[]): string[] =>
  toolNames.includes(SEARCH_TOOL) ? [INSTRUCTION_TEXTS[language].search(SEARCH_TOOL)] : [];

function handOverRules({ language, organisation }: PromptFacts, toolNames: readonly string[]): string[] {
  const texts = INSTRUCTION_TEXTS[language];
  if (!toolNames.includes(TRANSFER_TOOL)) return [texts.noHandOver];
  const { words = [], policy } = organisation.profile.escalation ?? {};
  const quoted = words.map((word) => JSON.stringify(singleLine(word))).join(', ');
  return [
    texts.handOver(TRANSFER_TOOL),
    ...(words.length > 0 ? [texts.handOverWords(TRANSFER_TOOL, quoted)] : []),
    ...(policy === undefined ? [] : [texts.handOverPolicy(singleLine(policy, MAX_POLICY_LENGTH))]),
  ];
}

function situation(facts: PromptFacts): string {
  const { organisation, visitor, language, locale } = facts;
  const texts = INSTRUCTION_TEXTS[language];
  const sentences = [
    texts.where(singleLine(organisation.name), singleLine(locale)),
    renderTemplate(texts.when, facts),
    openingSentence(facts),
    visitor.name?.trim() ? texts.visitor(JSON.stringify(singleLine(visitor.name))) : undefined,
  ];
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

import type { Template } from './instructions.ts';
import type { ReplyLanguage } from './reply-language.ts';
import { type PromptFacts, renderTemplate } from './variables.ts';

const DEFAULT_WELCOME: Record<ReplyLanguage, string> = {
  en: 'Hello! This is the AI assistant of {{organisation.name}}. How can I help you?',
  es: '¡Hola! Soy el asistente de inteligencia artificial de {{organisation.name}}. ¿En qué puedo ayudarle?',
};

/** What a visitor reads before writing anything: the app's default PRE_MESSAGE profile, else our own text. */
export function welcomeMessage(preMessage: Template | undefined, facts: PromptFacts): string {
  if (!preMessage?.content.trim()) return renderTemplate(DEFAULT_WELCOME[facts.language], facts);
  return renderTemplate(preMessage.content, facts, preMessage.variables);
}

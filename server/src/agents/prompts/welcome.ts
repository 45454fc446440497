import type { Template } from './instructions.ts';
import { closedNotice } from './opening-texts.ts';
import type { PromptFacts } from './prompt-facts.ts';
import type { ReplyLanguage } from './reply-language.ts';
import { renderTemplate } from './variables.ts';

const WELCOME: Record<ReplyLanguage, { greeting: string; question: string }> = {
  en: { greeting: 'Hello! This is the AI assistant of {{organisation.name}}.', question: 'How can I help you?' },
  es: { greeting: '¡Hola! Soy el asistente de inteligencia artificial de {{organisation.name}}.', question: '¿En qué puedo ayudarle?' },
};

/** What a visitor reads before writing anything: the app's default PRE_MESSAGE profile, else our own text, which says so when it is closed. */
export function welcomeMessage(preMessage: Template | undefined, facts: PromptFacts): string {
  if (preMessage?.content.trim()) return renderTemplate(preMessage.content, facts, preMessage.variables);
  const { greeting, question } = WELCOME[facts.language];
  return [renderTemplate(greeting, facts), closedNotice(facts), question].filter((part) => part !== undefined).join(' ');
}

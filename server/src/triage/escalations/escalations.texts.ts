import type { EscalationUrgency } from '@foyer/contracts/escalations.ts';
import { replyLanguage } from '#agents/prompts/reply-language.ts';

const TEAM_KNOWS = {
  en: 'The team has been told about this conversation and reads it here. The assistant does not answer for now.',
  es: 'El equipo ha sido avisado de esta conversación y la leerá aquí. El asistente no responde por ahora.',
} as const;
const STILL_KNOWS = {
  en: 'What you write is kept here for the team, who have been told. Nobody has answered yet.',
  es: 'Lo que escribe queda guardado aquí para el equipo, que ya está avisado. Todavía no ha respondido nadie.',
} as const;
const IN_DANGER = {
  en: ' If somebody is in danger, do not wait for an answer here: call the emergency number of where you are.',
  es: ' Si alguien está en peligro, no espere una respuesta aquí: llame al número de emergencias de donde está.',
} as const;
const TOLD_TOO = {
  en: 'The team has been told about this conversation as well.',
  es: 'El equipo también ha sido avisado de esta conversación.',
} as const;

const withDanger = (text: Record<'en' | 'es', string>) => (locale: string, urgency: EscalationUrgency) => {
  const language = replyLanguage(locale);
  return text[language] + (urgency === 'emergency' ? IN_DANGER[language] : '');
};

/** What visitors read when people have the conversation from now on. @param locale BCP 47 */
export const teamKnowsText = withDanger(TEAM_KNOWS);
/** What visitors who go on writing read now and then, until somebody takes it. @param locale BCP 47 */
export const stillKnowsText = withDanger(STILL_KNOWS);
/** What goes with the escalation where the assistant goes on answering. @param locale BCP 47 */
export const toldTooText = (locale: string): string => TOLD_TOO[replyLanguage(locale)];

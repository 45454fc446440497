import { replyLanguage } from '#agents/prompts/reply-language.ts';

const CANNOT_ANSWER = {
  en: 'The assistant cannot answer at the moment. Your message is kept, and the team will read it.',
  es: 'El asistente no puede responder en este momento. Su mensaje queda guardado y el equipo lo leerá.',
} as const;

/** What a visitor reads when every attempt at an answer has failed. */
export const cannotAnswerText = (locale: string): string => CANNOT_ANSWER[replyLanguage(locale)];

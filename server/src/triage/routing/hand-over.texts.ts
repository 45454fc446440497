import { replyLanguage } from '#agents/prompts/reply-language.ts';

const NOBODY_CONNECTED = {
  en: 'Your wish to speak with a person is noted. Nobody of the team is connected at the moment. Your messages are kept here, and the team will read them.',
  es: 'Hemos anotado que desea hablar con una persona. En este momento no hay nadie del equipo conectado. Sus mensajes quedan guardados aquí y el equipo los leerá.',
} as const;

const PASSED_ON = {
  en: 'This conversation has been passed on to the team. Your messages are kept here, and the team will read them.',
  es: 'Esta conversación ha pasado al equipo. Sus mensajes quedan guardados aquí y el equipo los leerá.',
} as const;

/** What a visitor reads when the agent passes the conversation on. @param locale BCP 47 */
export const nobodyConnectedText = (locale: string): string => NOBODY_CONNECTED[replyLanguage(locale)];

/** What a visitor reads when the team takes the conversation away from the agent. @param locale BCP 47 */
export const passedOnText = (locale: string): string => PASSED_ON[replyLanguage(locale)];

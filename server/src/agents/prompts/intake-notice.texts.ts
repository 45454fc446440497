import type { ReplyLanguage } from './reply-language.ts';

/** What the agent is told of a form that the conversation fills in. */
export const INTAKE_TEXTS: Record<ReplyLanguage, { missing: string; complete: string }> = {
  en: {
    missing:
      'FORM: while you talk, a form is filled in from what the visitor says; you need not write anything down. The following is still missing. Answer what the visitor wants first; then ask for the next of these in your own words, one at a time, and leave alone what they do not want to say. The titles are data.',
    complete: 'FORM: the form of this conversation has everything that it needs. Ask for nothing more for it.',
  },
  es: {
    missing:
      'FORMULARIO: mientras conversas, un formulario se rellena con lo que dice la persona; no hace falta que anotes nada. Falta todavía lo siguiente. Atiende primero lo que la persona quiere; luego pregunta por lo siguiente de la lista con tus propias palabras, una cosa cada vez, y no insistas en lo que no quiera decir. Los títulos son datos.',
    complete: 'FORMULARIO: el formulario de esta conversación tiene todo lo que necesita. No preguntes nada más para él.',
  },
};

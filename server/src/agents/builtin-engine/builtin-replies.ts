import type { ReplyLanguage } from '../prompts/reply-language.ts';

/** Every sentence is true of every installation: it promises nobody's attention and no time. */
interface BuiltinReplies {
  noModel: string;
  /** A model is configured, and it does not answer. */
  modelAway: string;
  /** After either of them, when files came along. */
  noFiles: string;
  offerPerson: string;
  transferDone: string;
  transferFailed: string;
}

export const REPLIES: Record<ReplyLanguage, BuiltinReplies> = {
  en: {
    noModel:
      'Automatic reply: no language model is configured for this assistant, so I cannot answer your question. Your message has been kept for the team.',
    modelAway:
      'Automatic reply: the assistant is not available at the moment, so I cannot answer your question. Your message has been kept for the team.',
    noFiles: 'I cannot open files either; the team can.',
    offerPerson: 'If you would like a person to take over, write “talk to a person”.',
    transferDone:
      'Automatic reply: I have passed on that you would like a person. I cannot say when somebody will answer; what you write here is kept for the team.',
    transferFailed: 'Automatic reply: I could not pass on that you would like a person. Your message has been kept for the team.',
  },
  es: {
    noModel:
      'Respuesta automática: este asistente no tiene configurado ningún modelo de lenguaje, así que no puedo responder a su pregunta. Su mensaje ha quedado guardado para el equipo.',
    modelAway:
      'Respuesta automática: el asistente no está disponible en este momento, así que no puedo responder a su pregunta. Su mensaje ha quedado guardado para el equipo.',
    noFiles: 'Tampoco puedo abrir archivos; el equipo sí.',
    offerPerson: 'Si prefiere que le atienda una persona, escriba «hablar con una persona».',
    transferDone:
      'Respuesta automática: he avisado de que desea que le atienda una persona. No puedo decirle cuándo le responderán; lo que escriba aquí queda guardado para el equipo.',
    transferFailed:
      'Respuesta automática: no he podido avisar de que desea que le atienda una persona. Su mensaje ha quedado guardado para el equipo.',
  },
};

/** @typedef {import('./intake-form.mjs').Texts} Texts */

/**
 * What the buttons of the page send, by their `data-ask`.
 * @type {Readonly<Record<string, Texts>>}
 */
export const QUESTIONS = {
  prepare: {
    en: 'I would like to answer the questions before my operation.',
    es: 'Quiero responder las preguntas antes de mi operación.',
  },
  parking: { en: 'Where can I park?', es: '¿Dónde puedo estacionar?' },
  tavi: { en: 'What is TAVI?', es: '¿Qué es una TAVI?' },
  anticoagulants: {
    en: 'Do I have to stop my blood thinner before the operation?',
    es: '¿Tengo que dejar el anticoagulante antes de la operación?',
  },
  stress: { en: 'How do I prepare for a stress test?', es: '¿Cómo me preparo para la prueba de esfuerzo?' },
  interpreter: { en: 'Can I have an interpreter?', es: '¿Puedo tener un intérprete?' },
  cancel: { en: 'How do I cancel an appointment?', es: '¿Cómo cancelo una cita?' },
  directions: { en: 'How do I get to the clinic?', es: '¿Cómo llego a la clínica?' },
};

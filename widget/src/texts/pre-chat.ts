/** What is said before the chat begins. */
export const PRE_CHAT_TEXTS = {
  en: {
    preChatTitle: 'Before we begin',
    start: 'Start the chat',
    connecting: 'Connecting …',
    choose: 'Please choose',
    optional: 'optional',
    missingAnswer: 'Please fill this in.',
    wrongEmail: 'Please write an email address, such as ana@example.com.',
    wrongPhone: 'Please write a phone number with its area code.',
  },
  es: {
    preChatTitle: 'Antes de empezar',
    start: 'Empezar el chat',
    connecting: 'Conectando…',
    choose: 'Elija una opción',
    optional: 'opcional',
    missingAnswer: 'Complete este dato, por favor.',
    wrongEmail: 'Escriba un correo electrónico, por ejemplo ana@example.com.',
    wrongPhone: 'Escriba un número de teléfono con su prefijo.',
  },
};

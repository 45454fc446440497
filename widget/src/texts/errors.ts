import type { Words } from './words.ts';

/** What is said where something went wrong, by the codes of the server and the widget's own. */
export const ERROR_TEXTS = {
  en: {
    errorGeneral: 'Something went wrong. Please try again.',
    error_NETWORK: 'There is no connection to the server at the moment.',
    error_RATE_LIMITED: 'That was very quick. Please wait a moment and try again.',
    error_TOO_MANY_CONNECTIONS: 'The chat is open in too many places. Close one and try again.',
    error_MESSAGE_TOO_LONG: 'The message is too long.',
    error_SESSION_ENDED: 'The conversation has ended.',
    error_SESSION_LOST: 'The earlier conversation is no longer available here. This is a new one.',
    error_NO_SESSION: 'The earlier conversation is no longer available here.',
    error_FORBIDDEN_ORIGIN: 'The chat is not set up for this website.',
    error_PROJECT_NOT_FOUND: 'The chat is not set up for this website.',
    error_APP_NOT_CONFIGURED: 'The chat is not set up yet.',
    error_APP_INACTIVE: 'The chat is switched off at the moment.',
    error_PROVIDER_ERROR: 'No answer could be written just now. Please try again.',
    error_FILE_TOO_LARGE: 'The file is too large.',
    error_PAYLOAD_TOO_LARGE: 'The file is too large.',
    error_FILE_TYPE_NOT_ACCEPTED: 'Files of this kind are not accepted.',
    error_UNSUPPORTED_MEDIA_TYPE: 'Files of this kind are not accepted.',
    error_FILE_EMPTY: 'The file is empty.',
    error_FILE_INFECTED: 'A virus was found in the file. It was not kept.',
    error_TOO_MANY_FILES: 'That is more files than can be sent here.',
    error_FILE_QUOTA_EXCEEDED: 'That is more than can be sent here altogether.',
  },
  es: {
    errorGeneral: 'Algo ha fallado. Inténtelo de nuevo.',
    error_NETWORK: 'En este momento no hay conexión con el servidor.',
    error_RATE_LIMITED: 'Ha sido muy rápido. Espere un momento e inténtelo de nuevo.',
    error_TOO_MANY_CONNECTIONS: 'El chat está abierto en demasiados sitios. Cierre uno e inténtelo de nuevo.',
    error_MESSAGE_TOO_LONG: 'El mensaje es demasiado largo.',
    error_SESSION_ENDED: 'La conversación ha terminado.',
    error_SESSION_LOST: 'La conversación anterior ya no está disponible aquí. Esta es nueva.',
    error_NO_SESSION: 'La conversación anterior ya no está disponible aquí.',
    error_FORBIDDEN_ORIGIN: 'El chat no está preparado para este sitio web.',
    error_PROJECT_NOT_FOUND: 'El chat no está preparado para este sitio web.',
    error_APP_NOT_CONFIGURED: 'El chat aún no está preparado.',
    error_APP_INACTIVE: 'El chat está desactivado en este momento.',
    error_PROVIDER_ERROR: 'No se ha podido escribir una respuesta. Inténtelo de nuevo.',
    error_FILE_TOO_LARGE: 'El archivo es demasiado grande.',
    error_PAYLOAD_TOO_LARGE: 'El archivo es demasiado grande.',
    error_FILE_TYPE_NOT_ACCEPTED: 'No se aceptan archivos de este tipo.',
    error_UNSUPPORTED_MEDIA_TYPE: 'No se aceptan archivos de este tipo.',
    error_FILE_EMPTY: 'El archivo está vacío.',
    error_FILE_INFECTED: 'Se ha encontrado un virus en el archivo. No se ha guardado.',
    error_TOO_MANY_FILES: 'Son más archivos de los que se pueden enviar aquí.',
    error_FILE_QUOTA_EXCEEDED: 'Es más de lo que se puede enviar aquí en total.',
  },
};

/** @param code one that has no words gets a general sentence */
export function sayError(words: Words<ErrorKey>, code: string): string {
  return words(`error_${code}` as ErrorKey) || words('errorGeneral');
}

type ErrorKey = keyof typeof ERROR_TEXTS.en;

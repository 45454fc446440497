/** What a transcript says besides what was said. */
export const TRANSCRIPT_TEXTS = {
  en: {
    transcriptTitle: 'Conversation with {name}',
    file: 'File: {name}, {size}',
  },
  es: {
    transcriptTitle: 'Conversación con {name}',
    file: 'Archivo: {name}, {size}',
  },
};

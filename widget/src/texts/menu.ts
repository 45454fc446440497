/** What the menu says. */
export const MENU_TEXTS = {
  en: {
    language: 'Language',
    downloadTranscript: 'Download transcript',
    soundOn: 'Turn sound on',
    soundOff: 'Turn sound off',
    end: 'End conversation',
    endQuestion: 'End this conversation?',
    endYes: 'Yes, end it',
    cancel: 'Cancel',
  },
  es: {
    language: 'Idioma',
    downloadTranscript: 'Descargar la conversación',
    soundOn: 'Activar el sonido',
    soundOff: 'Desactivar el sonido',
    end: 'Terminar la conversación',
    endQuestion: '¿Terminar esta conversación?',
    endYes: 'Sí, terminar',
    cancel: 'Cancelar',
  },
};

/** What is said about files. */
export const FILE_TEXTS = {
  en: {
    picture: 'Picture: {name}',
    opensNewTab: 'opens in a new tab',
    removeFile: 'Remove {name}',
    uploading: '{name}, {percent} uploaded',
  },
  es: {
    picture: 'Imagen: {name}',
    opensNewTab: 'se abre en otra pestaña',
    removeFile: 'Quitar {name}',
    uploading: '{name}, {percent} subido',
  },
};

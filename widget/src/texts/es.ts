import type { Dictionary } from './en.ts';

/** Addresses the visitor as “usted”. */
export const es: Dictionary = {
  dialog: 'Chat con {name}',
  messages: 'Mensajes',
  close: 'Cerrar el chat',
  menu: 'Más opciones',
  assistant: 'Asistente automático',
  holderWaiting: 'Hemos avisado al equipo',
  holderPerson: '{name}, del equipo, le atiende',
  holderTeam: 'Le atiende una persona del equipo',
  composer: 'Su mensaje',
  placeholder: 'Escriba un mensaje',
  send: 'Enviar',
  attach: 'Adjuntar archivos',
  dropFiles: 'Suelte aquí los archivos',
  charactersLeft: 'Quedan {count} caracteres',
  charactersOver: 'Sobran {count} caracteres',
  suggestions: 'Sugerencias',
  fields: 'Lo que hemos entendido',
};

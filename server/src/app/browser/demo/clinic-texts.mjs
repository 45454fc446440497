// Words of the view “What the clinic sees”, apart from the names of the fields, which stand with the form.

/** @typedef {import('./intake-form.mjs').Language} Language */
/** @typedef {typeof EN} ClinicTexts */

const EN = {
  title: 'What the clinic sees',
  intro: 'Fills in while you talk to the front desk.',
  close: 'Close this view',
  conversation: 'Conversation',
  agent: 'The assistant answers',
  waiting: 'Waits for a person of the team',
  /** @param {string | undefined} name */
  person: (name) => (name === undefined ? 'A person of the team answers' : `${name} answers`),
  ended: 'Ended',
  none: 'Nobody has written yet',
  offline: 'connecting again',
  urgency: 'Possible emergency',
  urgencyNote: 'The visitor was shown at once whom to call, before anything else was done.',
  routine: 'No sign of an emergency',
  patient: 'Patient',
  notTold: 'not told yet',
  risk: 'Risk of the operation: 18 factors',
  patientFactors: 'The patient can tell',
  clinicianFactors: 'A clinician has to enter',
  byPatient: 'patient',
  byClinician: 'clinician',
  unknown: 'not known yet',
  high: 'quite sure',
  medium: 'fairly sure',
  low: 'not sure',
  checked: 'checked',
  entered: 'entered here',
  clear: 'Take back',
  /** @param {number} known @param {number} all */
  progress: (known, all) => `${known} of ${all} known`,
  score: 'EuroSCORE II',
  /** @param {number} count */
  incomplete: (count) =>
    count === 1
      ? 'No score yet: one factor is missing.'
      : `No score yet: ${count} factors are missing. What is not known is never taken for harmless.`,
  mortality: 'predicted mortality in hospital',
  caution:
    'For trained clinicians, as one part of a decision. It speaks of groups of patients, not of this one, and was made from operations in 2010.',
  /** @param {number} count */
  unchecked: (count) =>
    count === 1
      ? 'One value was told in the chat and nobody has checked it.'
      : `${count} values were told in the chat and nobody has checked them.`,
  source: 'Source',
  outOfRange: 'The age is outside of what the model knows (18 to 95).',
  transcript: 'Last said',
  /** @param {number} count */
  count: (count) => (count === 1 ? 'one message' : `${count} messages`),
  user: 'Visitor',
  assistant: 'Assistant',
  team: 'Team',
  yes: 'yes',
  no: 'no',
  years: 'years',
};

/** @type {ClinicTexts} */
const ES = {
  title: 'Lo que ve la clínica',
  intro: 'Se rellena mientras usted habla con la recepción.',
  close: 'Cerrar esta vista',
  conversation: 'Conversación',
  agent: 'Responde el asistente',
  waiting: 'Espera a una persona del equipo',
  person: (name) => (name === undefined ? 'Responde una persona del equipo' : `Responde ${name}`),
  ended: 'Terminada',
  none: 'Todavía nadie ha escrito',
  offline: 'reconectando',
  urgency: 'Posible emergencia',
  urgencyNote: 'A la persona se le mostró de inmediato a quién llamar, antes de hacer otra cosa.',
  routine: 'Sin señales de emergencia',
  patient: 'Paciente',
  notTold: 'aún no lo ha dicho',
  risk: 'Riesgo de la operación: 18 factores',
  patientFactors: 'Lo puede decir el paciente',
  clinicianFactors: 'Lo tiene que anotar un profesional',
  byPatient: 'paciente',
  byClinician: 'profesional',
  unknown: 'aún no se sabe',
  high: 'bastante seguro',
  medium: 'algo seguro',
  low: 'poco seguro',
  checked: 'revisado',
  entered: 'anotado aquí',
  clear: 'Deshacer',
  progress: (known, all) => `${known} de ${all} conocidos`,
  score: 'EuroSCORE II',
  incomplete: (count) =>
    count === 1
      ? 'Todavía no hay puntuación: falta un factor.'
      : `Todavía no hay puntuación: faltan ${count} factores. Lo que no se sabe nunca se toma por inofensivo.`,
  mortality: 'mortalidad hospitalaria prevista',
  caution:
    'Para profesionales formados y como una parte de la decisión. Habla de grupos de pacientes, no de esta persona, y procede de operaciones de 2010.',
  unchecked: (count) =>
    count === 1 ? 'Un valor se dijo en el chat y nadie lo ha revisado.' : `${count} valores se dijeron en el chat y nadie los ha revisado.`,
  source: 'Fuente',
  outOfRange: 'La edad está fuera de lo que conoce el modelo (18 a 95).',
  transcript: 'Lo último que se dijo',
  count: (count) => (count === 1 ? 'un mensaje' : `${count} mensajes`),
  user: 'Visitante',
  assistant: 'Asistente',
  team: 'Equipo',
  yes: 'sí',
  no: 'no',
  years: 'años',
};

/** @type {Readonly<Record<Language, ClinicTexts>>} */
export const CLINIC_TEXTS = { en: EN, es: ES };

/**
 * What values of the form are called, where it is not their own name.
 * @type {Readonly<Record<string, Readonly<Record<Language, string>>>>}
 */
export const VALUE_TEXTS = {
  female: { en: 'woman', es: 'mujer' },
  male: { en: 'man', es: 'hombre' },
  'NYHA I': { en: 'I – only great effort', es: 'I – solo grandes esfuerzos' },
  'NYHA II': { en: 'II – stairs, hurrying', es: 'II – escaleras, prisa' },
  'NYHA III': { en: 'III – light effort', es: 'III – esfuerzos ligeros' },
  'NYHA IV': { en: 'IV – at rest', es: 'IV – en reposo' },
  'clearance above 85': { en: 'clearance above 85 ml/min', es: 'aclaramiento mayor de 85 ml/min' },
  'clearance 51 to 85': { en: 'clearance 51–85 ml/min', es: 'aclaramiento 51–85 ml/min' },
  'clearance 50 or below': { en: 'clearance 50 ml/min or below', es: 'aclaramiento de 50 ml/min o menos' },
  dialysis: { en: 'on dialysis', es: 'en diálisis' },
  good: { en: 'good (above 50 %)', es: 'buena (más de 50 %)' },
  moderate: { en: 'moderate', es: 'moderada' },
  poor: { en: 'poor (21–30 %)', es: 'mala (21–30 %)' },
  'very poor': { en: 'very poor (20 % or less)', es: 'muy mala (20 % o menos)' },
  none: { en: 'none', es: 'ninguna' },
  severe: { en: 'severe (above 55 mmHg)', es: 'grave (más de 55 mmHg)' },
  elective: { en: 'planned', es: 'programada' },
  urgent: { en: 'urgent, before discharge', es: 'urgente, antes del alta' },
  emergency: { en: 'emergency, before the next day', es: 'emergencia, antes del día siguiente' },
  salvage: { en: 'salvage', es: 'de rescate' },
  'isolated CABG': { en: 'bypass alone', es: 'solo bypass' },
  'single non-CABG': { en: 'one other procedure', es: 'otro procedimiento' },
  '2 procedures': { en: 'two procedures', es: 'dos procedimientos' },
  '3 procedures': { en: 'three procedures or more', es: 'tres procedimientos o más' },
};

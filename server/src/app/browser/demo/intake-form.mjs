// What the clinic wants to know before an operation on the heart: who it is, and the 18 factors of EuroSCORE II. Patients are asked,
// in their own words, for what they can know; the rest is for the team. Names and values are the same in both languages.

import { AGE_RANGE, valuesOf } from './euroscore-ii.mjs';

/** @typedef {'en' | 'es'} Language */
/** @typedef {Readonly<Record<Language, string>>} Texts */

/**
 * @typedef {object} Field
 * @property {'string' | 'integer' | 'boolean'} type
 * @property {boolean} [isRequired]
 * @property {'visitor' | 'team'} askedOf
 * @property {boolean} isFactor of EuroSCORE II
 * @property {Texts} title what the visitor is asked, or what the team calls it
 * @property {Texts} label short, for lists
 * @property {Texts} description the publication's definition, and how each choice is said
 * @property {readonly string[]} [terms] other words for it, in both languages
 */

export const FORM_TYPE = 'preoperative-intake';

/** @param {Omit<Field, 'askedOf' | 'isFactor'>} field @returns {Field} */
const contact = (field) => ({ ...field, askedOf: 'visitor', isFactor: false });
/** @param {Omit<Field, 'askedOf' | 'isFactor' | 'isRequired'>} field @returns {Field} */
const patients = (field) => ({ ...field, isRequired: true, askedOf: 'visitor', isFactor: true });
/** @param {Omit<Field, 'askedOf' | 'isFactor' | 'isRequired'>} field @returns {Field} */
const clinicians = (field) => ({ ...field, askedOf: 'team', isFactor: true });

/** @type {Readonly<Record<string, Field>>} */
export const FIELDS = {
  fullName: contact({
    type: 'string',
    isRequired: true,
    title: { en: 'Full name', es: 'Nombre completo' },
    label: { en: 'Full name', es: 'Nombre completo' },
    description: { en: 'Of the patient', es: 'De la persona que se va a operar' },
  }),
  phone: contact({
    type: 'string',
    isRequired: true,
    title: { en: 'Phone number', es: 'Teléfono' },
    label: { en: 'Phone', es: 'Teléfono' },
    description: { en: 'Where the clinic can call', es: 'Donde la clínica puede llamar' },
  }),
  age: patients({
    type: 'integer',
    title: { en: 'Age', es: 'Edad' },
    label: { en: 'Age', es: 'Edad' },
    description: { en: 'In years', es: 'En años' },
    terms: ['how old', 'years old', 'edad', 'años'],
  }),
  sex: patients({
    type: 'string',
    title: { en: 'Sex', es: 'Sexo' },
    label: { en: 'Sex', es: 'Sexo' },
    description: { en: 'female (woman), male (man)', es: 'female (mujer), male (hombre)' },
  }),
  nyhaClass: patients({
    type: 'string',
    title: { en: 'What makes you short of breath?', es: '¿Qué le deja sin aliento?' },
    label: { en: 'Breathlessness (NYHA class)', es: 'Falta de aire (clase NYHA)' },
    description: {
      en: 'NYHA I (only great effort), NYHA II (climbing stairs or hurrying), NYHA III (light effort such as dressing), NYHA IV (even resting)',
      es: 'NYHA I (solo los grandes esfuerzos), NYHA II (subir escaleras o ir de prisa), NYHA III (esfuerzos ligeros como vestirse), NYHA IV (incluso en reposo)',
    },
    terms: ['short of breath', 'breathless', 'falta de aire', 'disnea'],
  }),
  anginaAtRest: patients({
    type: 'boolean',
    title: {
      en: 'Do you get chest pain while you are resting or with the slightest effort?',
      es: '¿Le duele el pecho estando en reposo o con el mínimo esfuerzo?',
    },
    label: { en: 'Angina at rest (CCS class 4)', es: 'Angina en reposo (clase 4 CCS)' },
    description: { en: 'CCS class 4 angina', es: 'Angina de clase 4 de la CCS' },
    terms: ['angina at rest', 'chest pain at rest', 'angina en reposo', 'dolor de pecho en reposo'],
  }),
  recentHeartAttack: patients({
    type: 'boolean',
    title: { en: 'Have you had a heart attack in the last 90 days?', es: '¿Ha tenido un infarto en los últimos 90 días?' },
    label: { en: 'Heart attack within 90 days', es: 'Infarto en los últimos 90 días' },
    description: { en: 'Myocardial infarction within 90 days', es: 'Infarto de miocardio en los últimos 90 días' },
  }),
  previousCardiacSurgery: patients({
    type: 'boolean',
    title: {
      en: 'Have you had open-heart surgery before, such as a bypass or a valve?',
      es: '¿Le han hecho antes una cirugía a corazón abierto, como un bypass o una válvula?',
    },
    label: { en: 'Previous cardiac surgery', es: 'Cirugía cardíaca previa' },
    description: {
      en: 'One or more major operations on the heart that opened the pericardium',
      es: 'Una o más operaciones mayores del corazón con apertura del pericardio',
    },
    terms: ['open-heart surgery', 'heart operation', 'cirugía a corazón abierto', 'operación del corazón'],
  }),
  diabetesOnInsulin: patients({
    type: 'boolean',
    title: { en: 'Do you use insulin for diabetes?', es: '¿Usa insulina para la diabetes?' },
    label: { en: 'Diabetes on insulin', es: 'Diabetes con insulina' },
    description: { en: 'Diabetes that is treated with insulin', es: 'Diabetes tratada con insulina' },
  }),
  chronicLungDisease: patients({
    type: 'boolean',
    title: {
      en: 'Do you have a chronic lung disease that needs inhalers or steroids?',
      es: '¿Tiene una enfermedad crónica de los pulmones que necesita inhaladores o corticoides?',
    },
    label: { en: 'Chronic lung disease', es: 'Enfermedad pulmonar crónica' },
    description: {
      en: 'Long-term use of bronchodilators or steroids for lung disease',
      es: 'Uso prolongado de broncodilatadores o corticoides por una enfermedad pulmonar',
    },
    terms: ['COPD', 'emphysema', 'chronic bronchitis', 'EPOC', 'enfisema', 'bronquitis crónica'],
  }),
  extracardiacArteriopathy: patients({
    type: 'boolean',
    title: {
      en: 'Do you have narrowed or blocked arteries in your legs, belly or neck?',
      es: '¿Tiene arterias estrechas u obstruidas en las piernas, el vientre o el cuello?',
    },
    label: { en: 'Extracardiac arteriopathy', es: 'Arteriopatía extracardíaca' },
    description: {
      en: 'Claudication, carotid stenosis above 50 %, amputation for arterial disease, or a treated or planned intervention on the aorta, the arteries of the limbs or the carotids',
      es: 'Claudicación, estenosis carotídea mayor del 50 %, amputación por enfermedad arterial, o intervención hecha o prevista de la aorta, las arterias de las extremidades o las carótidas',
    },
    terms: ['peripheral artery disease', 'claudication', 'carotid stenosis', 'claudicación', 'estenosis carotídea'],
  }),
  poorMobility: patients({
    type: 'boolean',
    title: {
      en: 'Do problems with your muscles, joints or nerves make it very hard for you to move around?',
      es: '¿Le cuesta mucho moverse por problemas de músculos, articulaciones o nervios?',
    },
    label: { en: 'Poor mobility', es: 'Movilidad muy reducida' },
    description: {
      en: 'Severe impairment of mobility by the muscles, the skeleton or the nervous system',
      es: 'Limitación grave de la movilidad por músculos, esqueleto o sistema nervioso',
    },
    terms: ['wheelchair', 'silla de ruedas'],
  }),
  renalFunction: clinicians({
    type: 'string',
    title: { en: 'Renal function', es: 'Función renal' },
    label: { en: 'Renal function', es: 'Función renal' },
    description: {
      en: 'Creatinine clearance by Cockcroft and Gault, in ml/min; dialysis whatever the creatinine',
      es: 'Aclaramiento de creatinina según Cockcroft y Gault, en ml/min; diálisis con cualquier creatinina',
    },
  }),
  leftVentricularFunction: clinicians({
    type: 'string',
    title: { en: 'Left ventricular function', es: 'Función del ventrículo izquierdo' },
    label: { en: 'Left ventricular function', es: 'Función del ventrículo izquierdo' },
    description: {
      en: 'Ejection fraction: good above 50 %, moderate 31 to 50 %, poor 21 to 30 %, very poor 20 % or less',
      es: 'Fracción de eyección: good más de 50 %, moderate 31 a 50 %, poor 21 a 30 %, very poor 20 % o menos',
    },
  }),
  pulmonaryHypertension: clinicians({
    type: 'string',
    title: { en: 'Pulmonary hypertension', es: 'Hipertensión pulmonar' },
    label: { en: 'Pulmonary hypertension', es: 'Hipertensión pulmonar' },
    description: {
      en: 'Systolic pressure in the pulmonary artery: moderate 31 to 55 mmHg, severe above 55 mmHg',
      es: 'Presión sistólica de la arteria pulmonar: moderate 31 a 55 mmHg, severe más de 55 mmHg',
    },
  }),
  activeEndocarditis: clinicians({
    type: 'boolean',
    title: { en: 'Active endocarditis', es: 'Endocarditis activa' },
    label: { en: 'Active endocarditis', es: 'Endocarditis activa' },
    description: {
      en: 'Still on antibiotics for endocarditis at the time of the operation',
      es: 'Todavía con antibióticos por endocarditis en el momento de la operación',
    },
  }),
  criticalPreoperativeState: clinicians({
    type: 'boolean',
    title: { en: 'Critical preoperative state', es: 'Estado preoperatorio crítico' },
    label: { en: 'Critical preoperative state', es: 'Estado preoperatorio crítico' },
    description: {
      en: 'Ventricular tachycardia or fibrillation, aborted sudden death, cardiac massage, ventilation, inotropes, circulatory support or acute renal failure before the operation',
      es: 'Taquicardia o fibrilación ventricular, muerte súbita abortada, masaje cardíaco, ventilación, inotrópicos, asistencia circulatoria o fracaso renal agudo antes de la operación',
    },
  }),
  operationTiming: clinicians({
    type: 'string',
    title: { en: 'Timing of the operation', es: 'Momento de la operación' },
    label: { en: 'Urgency of the operation', es: 'Urgencia de la operación' },
    description: {
      en: 'elective: routine admission; urgent: not admitted for it, needs it before going home; emergency: before the next working day; salvage: under resuscitation on the way to theatre',
      es: 'elective: ingreso programado; urgent: la necesita antes del alta; emergency: antes del siguiente día hábil; salvage: en reanimación camino del quirófano',
    },
  }),
  weightOfIntervention: clinicians({
    type: 'string',
    title: { en: 'Weight of the intervention', es: 'Magnitud de la intervención' },
    label: { en: 'Weight of the intervention', es: 'Magnitud de la intervención' },
    description: {
      en: 'Isolated bypass operation, one other major procedure, two, or three and more',
      es: 'Bypass aislado, otro procedimiento mayor, dos, o tres y más',
    },
  }),
  thoracicAortaSurgery: clinicians({
    type: 'boolean',
    title: { en: 'Surgery on the thoracic aorta', es: 'Cirugía de la aorta torácica' },
    label: { en: 'Surgery on the thoracic aorta', es: 'Cirugía de la aorta torácica' },
    description: { en: 'The planned operation includes it', es: 'La operación prevista la incluye' },
  }),
};

/**
 * @param {Language} language
 * @returns {Record<string, unknown>} a JSON Schema for `metadata.formSchema`
 */
export function intakeForm(language) {
  const properties = Object.entries(FIELDS).map(([name, { type, title, description, terms, askedOf }]) => [
    name,
    {
      type,
      title: title[language],
      description: description[language],
      ...(name === 'age' && AGE_RANGE),
      ...(type === 'string' && valuesOf(name).length > 0 && { enum: valuesOf(name) }),
      ...(name === 'phone' && { format: 'phone' }),
      ...(terms && { medicalTerms: terms }),
      askedOf,
    },
  ]);
  return {
    type: 'object',
    title: language === 'es' ? 'Antes de su operación' : 'Before your operation',
    required: Object.entries(FIELDS).flatMap(([name, { isRequired }]) => (isRequired ? [name] : [])),
    properties: Object.fromEntries(properties),
  };
}

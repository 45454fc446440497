import type { Asked, Questions } from './question-texts.ts';

const inUnit = ({ unit }: Asked): string => (unit === undefined ? '' : `, en ${unit}`);

export const SPANISH_QUESTIONS: Questions = {
  topics: {
    name: ({ label }) => {
      if (/\b(?:apellidos?|first|last|middle|family|given)\b/i.test(label) && !/nombre/i.test(label)) return `¿Qué anoto en «${label}»?`;
      if (/pac?ient/i.test(label)) return '¿Cuál es el nombre del paciente?';
      return /full|completo|apellidos/i.test(label) ? '¿Cuál es su nombre completo?' : '¿Cuál es su nombre?';
    },
    phone: '¿A qué número de teléfono le podemos llamar?',
    email: '¿Cuál es su correo electrónico?',
    age: '¿Cuántos años tiene usted?',
    'birth-date': '¿Cuál es su fecha de nacimiento?',
    weight: (asked) => `¿Cuánto pesa${inUnit(asked)}?`,
    height: (asked) => `¿Cuánto mide${inUnit(asked)}?`,
    pain: ({ minimum = 0, maximum = 10 }) => `En una escala del ${minimum} (nada) al ${maximum} (lo peor), ¿qué tan fuerte es?`,
    onset: '¿Desde cuándo le ocurre?',
    'last-period': '¿Cuándo empezó su última menstruación?',
    'wish-date': '¿Qué día le vendría bien?',
    'wish-time': '¿A qué hora le vendría bien?',
    address: '¿Cuál es su dirección?',
    floor: '¿En qué piso o planta está?',
    insurer: '¿Con qué aseguradora está?',
    brand: '¿De qué marca es?',
    'appliance-age': '¿Cuántos años tiene el aparato?',
    occupation: '¿A qué se dedica?',
    children: '¿Cuántos hijos tiene?',
    pregnancies: '¿Cuántos embarazos ha tenido?',
    'years-smoked': '¿Cuántos años ha fumado?',
    'years-quit': '¿Cuándo dejó de fumar?',
    'drinks-week': '¿Cuántas bebidas con alcohol toma a la semana?',
    'drug-allergy': '¿Tiene alergia a algún medicamento?',
    'food-allergy': '¿Tiene alergia a algún alimento?',
    'previous-surgery': '¿Le han operado alguna vez?',
    'takes-medication': '¿Toma algún medicamento actualmente?',
    'blood-thinner': '¿Toma algún anticoagulante?',
    insulin: '¿Usa insulina?',
    alcohol: '¿Bebe alcohol?',
    drugs: '¿Consume drogas?',
    exercise: '¿Hace ejercicio con regularidad?',
    pregnant: '¿Está embarazada?',
    'new-patient': '¿Es su primera visita?',
    insured: '¿Tiene seguro?',
    sex: '¿Cuál es su sexo',
    smoking: '¿Fuma',
    marital: '¿Cuál es su estado civil',
    'day-part': '¿Qué horario le viene mejor',
    'contact-way': '¿Por qué medio prefiere que le contactemos',
    language: '¿En qué idioma prefiere que le atendamos',
    urgency: '¿Qué tan urgente es',
    'lives-with': '¿Con quién vive?',
    allergens: '¿A qué medicamentos tiene alergia?',
    reason: ({ label }) =>
      /symptom|complaint|s[ií]ntoma|molestia|queja/i.test(label)
        ? '¿Qué le pasa, qué es lo que más le molesta?'
        : '¿Cuál es el motivo de su consulta?',
    side: '¿De qué lado es',
    hand: '¿Cuál es su mano dominante',
    employment: '¿Cuál es su situación laboral',
    'household-problem': '¿En qué le podemos ayudar',
    'home-relation': '¿Es dueño o inquilino de la vivienda',
    packs: '¿Cuántos paquetes de cigarrillos fuma al día?',
  },
  verbatim: (title) => `${title.startsWith('¿') ? '' : '¿'}${title}${title.endsWith('?') ? '' : '?'}`,
  truth: (label) => `¿Es este su caso: ${label}?`,
  choice: (label) => `¿Qué anoto en «${label}»`,
  number: (asked) => `¿Qué anoto en «${asked.label}»${inUnit(asked)}?`,
  scale: ({ label, minimum = 0, maximum = 10 }) => `¿Qué anoto en «${label}», del ${minimum} al ${maximum}?`,
  date: (label) => `¿Qué fecha anoto en «${label}»?`,
  time: (label) => `¿Qué hora anoto en «${label}»?`,
  list: (label) => `¿Qué anoto en «${label}»? ¿Cuáles corresponden a su caso?`,
  text: (label) => `¿Qué anoto en «${label}»?`,
  withChoices: (question, choices) => {
    const last = choices.at(-1) ?? '';
    const joint = /^h?o/i.test(last) ? 'u' : 'o';
    const listed = choices.length > 1 ? `${choices.slice(0, -1).join(', ')} ${joint} ${last}` : last;
    return `${question.replace(/\?$/, '')}: ${listed}?`;
  },
  examples: {
    birthDate: '15 de marzo de 1980',
    day: 'el lunes que viene, o el 15 de marzo',
    date: '15 de marzo de 2027',
    time: '10:30',
    number: '12',
    phone: '55 1234 5678',
    email: 'ana@example.com',
  },
  units: {
    kg: 'kilogramos',
    lb: 'libras',
    g: 'gramos',
    cm: 'centímetros',
    m: 'metros',
    ft: 'pies',
    in: 'pulgadas',
    celsius: 'grados Celsius',
    fahrenheit: 'grados Fahrenheit',
    minute: 'minutos',
    hour: 'horas',
    day: 'días',
    week: 'semanas',
    month: 'meses',
    year: 'años',
  },
};

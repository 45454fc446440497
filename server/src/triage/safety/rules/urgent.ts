import type { Rule } from '../rule.ts';

const NHS = 'NHS 111: urgent care';
const ESI = 'Emergency Severity Index, level 3';

/** What needs somebody today, and not an ambulance. */
export const urgentRules: readonly Rule[] = [
  {
    id: 'high-fever',
    category: 'infection',
    urgency: 'urgent',
    source: NHS,
    phrases: ['@fever & days|dias|high|alta|39|102|103|104|wont|no_baja|not_coming_down|chills|escalofrios'],
    unless: ['yellow_fever|fiebre_amarilla'],
    examples: ['fever for four days', 'tengo fiebre alta desde ayer'],
  },
  {
    id: 'stomach-pain',
    category: 'other',
    urgency: 'urgent',
    source: ESI,
    phrases: [
      '@belly & @pain & @severe|hours|horas|right|derecho|worse|peor|@vomit|@fever|wont',
      'flank|kidney|rinon|rinones & @pain & @severe|@fever|blood|sangre',
    ],
    examples: ['strong stomach pain getting worse on the right side', 'me duele mucho el estómago del lado derecho y es fuerte'],
  },
  {
    id: 'infected-wound',
    category: 'infection',
    urgency: 'urgent',
    source: NHS,
    phrases: [
      'wound|cut|incision|stitches|herida|corte|puntos|cicatriz & pus|infect*|red|hot|roja|caliente|smell*|huele|opened|abrio|@swell',
      'bite|mordi* dog|cat|perro|gato|human|rat|murcielago|bat',
      'dog|perro|cat|gato|bat|murcielago bit|mordio',
    ],
    examples: ['my wound is red and has pus', 'la herida tiene pus', 'me mordió un perro'],
  },
  {
    id: 'cannot-keep-down',
    category: 'other',
    urgency: 'urgent',
    source: NHS,
    phrases: [
      'cant|no_puedo|no_puede|cannot keep|retener|tolerar & down|water|fluids|food|agua|liquidos|nada|anything',
      '@vomit & hours|horas|days|dias|all_night|toda_la_noche|everything|todo|nonstop|no_para',
    ],
    examples: ["I can't keep any water down", 'llevo horas vomitando todo'],
  },
  {
    id: 'broken-bone',
    category: 'injury',
    urgency: 'urgent',
    source: NHS,
    phrases: [
      'think|broke|broken|rompi|rompio|quebre|quebro|fractur* & arm|wrist|ankle|leg|finger|toe|brazo|muneca|tobillo|pierna|dedo|hueso|bone|collarbone|clavicula',
      'need stitches',
      'necesito|necesita puntos|suturas',
      'object|something|algo|astilla|metal & in_my_eye|en_el_ojo',
    ],
    unless: ['years_ago|hace_anos'],
    examples: ['I think I broke my wrist', 'creo que me fracturé el tobillo', 'my hand needs stitches and I need stitches today'],
  },
  {
    id: 'vein-clot-signs',
    category: 'cardiac',
    urgency: 'urgent',
    source: NHS,
    phrases: [
      'calf|leg|pierna|pantorrilla & @swell & @pain|red|roja|hot|caliente|one',
      '@palpitation & @dizzy|@now|hours|horas|heart|corazon',
    ],
    examples: ['one calf is swollen, red and painful', 'tengo la pierna hinchada y me duele'],
  },
  {
    id: 'out-of-vital-medicine',
    category: 'other',
    urgency: 'urgent',
    source: NHS,
    phrases: [
      'ran_out|run_out|no_more|out_of|se_me_acabo|me_quede_sin|sin|no_tengo & insulin|insulina|inhaler|inhalador|seizure|anticonvuls*|warfarin|anticoagul*|blood_thinner|heart',
    ],
    examples: ['I ran out of insulin', 'me quedé sin insulina'],
  },
  {
    id: 'urine-trouble',
    category: 'infection',
    urgency: 'urgent',
    source: NHS,
    phrases: [
      'blood|sangre in|en|my|la urine|pee|orina|pipi',
      'cant|cannot|no_puedo|unable pee|urinate|orinar',
      'urine|pee|orin*|uti|infeccion_urinaria & @fever|@back|burning|chills|escalofrios|blood|sangre',
    ],
    unless: ['test|sample|muestra|prueba'],
    examples: ['there is blood in my urine', 'no puedo orinar desde anoche'],
  },
  {
    id: 'deep-distress',
    category: 'self-harm',
    urgency: 'urgent',
    source: 'NHS 111: mental health',
    phrases: [
      'panic|panico|ansiedad attack|ataque|crisis & @now|having|tengo|dando',
      'cant|no_puedo cope|mas|aguantar & anymore|ya|depress*|deprim*|crying|llorar|anxiety|ansiedad',
      'hopeless|desesperad*|sin_esperanza|worthless|inutil|depress*|deprimid*|vaci* & feel|siento|so|muy|really|estoy|very',
    ],
    unless: ['hopeless_at|tongue depress*'],
    examples: ['I feel so hopeless and empty', 'me siento muy deprimida y vacía', "I'm having a panic attack"],
  },
  {
    id: 'pregnancy-concern',
    category: 'obstetric',
    urgency: 'urgent',
    source: 'ACOG and CDC: urgent maternal warning signs',
    phrases: ['@pregnant & spotting|manchado|cramp*|colicos|@fever|@vomit|@pain|@dizzy|@swell|@headache|fell|cai|me_cai'],
    unless: ['morning_sickness & normal', 'vaccine|vacuna'],
    examples: ['I am pregnant and I have cramps', 'estoy embarazada y tengo cólicos'],
  },
];

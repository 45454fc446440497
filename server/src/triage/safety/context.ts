import type { Meaning } from './concepts.ts';
import { compilePhrase, findPhrase, type Span } from './phrase.ts';
import { createPhraseIndex, type PhraseIndex } from './phrase-index.ts';

/** What takes the alarm out of a sentence. */
export type Context = 'past' | 'family-history' | 'hypothetical' | 'figurative' | 'administrative' | 'fiction';

const CONTEXTS: Record<Context, readonly string[]> = {
  past: [
    'years|year|decade|decades|months|ago & ago|back',
    'hace anos|ano|meses|decadas|muchos_anos|mucho_tiempo',
    'last_year|last_month|back_in|when_i_was_a|when_i_was_young|as_a_child|as_a_kid|used_to|in_the_past|previously|history_of|long_time_ago|weeks_ago|two_weeks_ago|last_summer|last_winter|had_surgery|in_2010|since_recovered|fully_recovered|recovered_from|survivor|survived',
    'ano_pasado|mes_pasado|de_nino|de_nina|cuando_era|cuando_tenia|en_el_pasado|antecedentes_de|historial_de|tuve|tuvo|antes_tenia|ya_se_recupero|ya_me_recupere|sobrevivi|sobreviviente|superado|verano_pasado|en_2010|semanas_atras',
    'after_my stroke|surgery|heart_attack|seizure',
    'despues_de|tras mi|su derrame|infarto|cirugia|operacion',
    'in_198*|in_199*|in_200*|in_201*|in_202*|en_198*|en_199*|en_200*|en_201*|en_202*|in_the_90s|in_the_80s|nineties|los_noventa|los_ochenta|that_was_in|1990|1995|2000|2001|2005|2008|2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022|2023|2024|2025',
  ],
  'family-history': [
    'family_history|runs_in|in_my_family|genetic|hereditary|side_of_the_family|in_the_family',
    'antecedentes_familiares|en_mi_familia|hereditario|genetico|historia_familiar|de_familia',
    '@person died|passed_away|passed of|from|last|in|when',
    'my|mi dad|mom|father|mother|grandfather|grandmother|grandma|grandpa|brother|uncle|aunt|padre|madre|papa|mama|abuelo|abuela|tio|hermano had|died|murio|fallecio|tuvo|lost',
    'murio|fallecio|fallecieron de|hace|el|por',
  ],
  hypothetical: [
    'which_symptoms|what_symptoms|symptoms_would|when_should|how_do_you_use|how_is|should_an|que_sintomas|cuando_se|como_se_usa|what_if|what_are|what_is_the|whats_the_difference|signs_of|symptoms_of|warning_signs|how_do_i_know|how_can_i_tell|how_to_prevent|is_it_true|risk_of|risks_of|chances_of|can_cause|could_cause|causes|in_case|just_in_case|prevent|prevention|how_long_does|is_it_normal|do_you_treat|do_you_offer|does_your_clinic|do_you_have|wondering_if|hypothetically|would_i|should_someone|if_someone|if_a_patient|if_somebody|when_should_i|what_should_one|what_to_do_if|what_do_i_do_if|what_happens_if|what_would_happen',
    'que_pasa_si|que_hago_si|que_hacer_si|que_pasaria|cuales_son|cual_es_la_diferencia|sintomas_de|senales_de|como_se_si|como_saber|como_prevenir|como_evitar|es_verdad|riesgo_de|riesgos|puede_causar|puede_provocar|en_caso_de|por_si|por_si_acaso|prevenir|prevencion|es_normal|ustedes_tratan|atienden_casos|tienen_especialista|si_alguien|si_a_alguien|si_un_paciente|cuando_debo|en_que_casos|ofrecen|tratan|hipoteticamente|quisiera_saber_si|posibilidad_de|efectos_secundarios|side_effects|side_effect',
    'worried|afraid|miedo|preocupa about|of|de|que getting|having|tener|me_de|might|could|someday|algun_dia',
  ],
  figurative: [
    'heart_attack|infarto|stroke|die|dying|kill|killing|killed|muero|matar|mata|matan|matando|suicid*|dead & laugh*|risa|bill|cuenta|price|precio|joke|hunger|hungry|hambre|boredom|bored|aburri*|feet|pies|traffic|trafico|deadline|shoes|zapatos|work|trabajo|embarrass*|verguenza|curios*|heat|cold|calor|frio|wait|waiting|esperar|coffee|cafe|ganas|excited|haha|lol|jaja|jajaja|homework|tarea|sueno|tired|exam|examen|cute|love',
    'lol|haha|hahaha|lmao|jaja|jajaja|jajajaja|jk|just_kidding|es_broma|kidding|figure_of_speech|metaphor*|es_un_decir|so_to_speak',
    'choked_up|killing_me|killing_it|dying_to|to_die_for|dead_tired|dead_serious|over_my_dead_body|deadline|die_hard|drop_dead_gorgeous|heart_skipped|broken_heart|took_my_breath|breathtaking|bleeding_money|stroke_of_luck|stroke_of_genius|shot_in_the_dark|poisonous_atmosphere|gave_me_a_heart_attack|almost_had_a_heart_attack|nearly_had_a_heart_attack',
    'me_muero_de|me_muero_por|muerto_de|muerta_de|me_matan_los|me_mata_el|me_vas_a_matar|casi_me_da_un|me_ahogo_en_un_vaso|ahogado_en_deudas|ahogada_en_deudas|ahogandome_en|corazon_roto|de_infarto|sin_aliento|shot_down|estaba_de_muerte|me_va_a_dar_algo|me_quita_el_aliento|ni_muerta|ni_muerto|me_hierve_la_sangre|sangre_fria',
  ],
  administrative: [
    'appointment|appointments|checkup|check-up|reschedule|schedule|book|booking|cancel|follow_up|follow-up|refill|prescription|invoice|billing|insurance|copay|referral|records|paperwork|certificate|form|results|report|brochure|course|class|training|workshop|webinar|seminar|certification|drill|poster|policy|volunteer|donate|fundrais*|charity|awareness|research|study|article|essay|thesis|homework|exam|coverage|claim|cost|price|quote|job|hiring|resume|screening|routine|yearly|annual',
    'cita|citas|agendar|reagendar|reprogramar|programar|cancelar|chequeo|control|receta|surtir|factura|seguro_medico|aseguradora|cobertura|expediente|certificado|constancia|formulario|resultados|informe|folleto|curso|clase|capacitacion|taller|seminario|simulacro|voluntari*|donar|donacion|campana|investigacion|estudio|articulo|ensayo|tesis|tarea|examen|reclamo|costo|precio|cotizacion|cuanto_cuesta|cuanto_cuestan|vacante|empleo|rutina|anual|revision',
  ],
  fiction: [
    'movie|film|series|episode|novel|character|video_game|videogame|game|song|lyrics|documentary|podcast|read_about|the_news|on_tv|netflix|script|story_about|plot|halloween|scene|play|theater',
    'pelicula|serie|episodio|novela|personaje|videojuego|juego|cancion|letra|documental|podcast|noticias|noticiero|en_la_tele|television|guion|cuento|escena|telenovela|teatro|lei_que|lei_sobre',
  ],
};

const CONTEXT_PHRASES = createPhraseIndex(
  Object.entries(CONTEXTS).flatMap(([context, phrases]) =>
    phrases.map((phrase) => ({ phrase: compilePhrase(phrase), value: context as Context })),
  ),
);

/** What says that it happens now, whatever else is said. “20 minutes ago” and “hace una hora” are now. */
const HAPPENS_NOW = [
  'right_now|now|just|tonight|currently|still|this_minute|minutes_ago|hour_ago|keeps|help|hurry|happening|started|getting_worse|again|emergency|suddenly|all_of_a_sudden|today|this_morning|ambulance|sos|please_help',
  'ahora|ahorita|ahora_mismo|acaba|acabo|recien|todavia|sigue|en_este_momento|hace_minutos|minutos|hace_una_hora|hace_un_rato|hace_rato|otra_vez|de_nuevo|ayuda|rapido|emergencia|empeora|empezo|de_repente|de_pronto|hoy|auxilio|ambulancia|esta_manana|esta_noche',
];
const NOW_PHRASES = createPhraseIndex(HAPPENS_NOW.map((phrase) => ({ phrase: compilePhrase(phrase), value: true })));

/** What says that something of the past is back. “Now I give talks about it” is not. */
const AGAIN_PHRASES = createPhraseIndex(
  [
    'again|right_now|this_minute|tonight|just|came_back|is_back|same|help|minutes_ago|hour_ago|hours_ago',
    'otra_vez|de_nuevo|ahora_mismo|ahorita|esta_noche|acabo|acaba|volvio|regreso|igual_que|mismo|misma|ayuda|hace_minutos|hace_una_hora|hace_un_rato|hace_rato',
  ].map((phrase) => ({ phrase: compilePhrase(phrase), value: true })),
);

/** What says that something comes and goes, has lasted for weeks, is slight, or is over. */
const CALM_COURSE = createPhraseIndex(
  [
    'for|past|last|over|since weeks|months',
    'for_years|for_many_years|years_now',
    'several|few|many|couple weeks|months',
    'gradual*|on_and_off|off_and_on|comes_and_goes|come_and_go|every_once|once_in_a_while|from_time_to_time|every_now_and|now_and_then|occasional*|chronic|pretty_mild|very_mild|is_mild|only_when',
    'desde_hace|hace|llevo|por|durante semanas|meses',
    'desde_hace|llevo|hace_muchos|hace_unos anos',
    'poco_a_poco|va_y_viene|de_vez_en_cuando|a_veces|cronic*|muy_leve|es_leve|a_ratos|solo_cuando',
    'not_right_now|not_now|not_anymore|its_gone_now|went_away|gone_away|has_passed|better_now|was_not_hurt|wasnt_hurt|not_hurt',
    'ya_se_me_paso|ya_se_me_quito|ya_se_quito|ya_se_le_paso|ya_paso|ahora_no|ya_estoy_bien',
  ].map((phrase) => ({ phrase: compilePhrase(phrase), value: true })),
);
/** What says that it is not slight all the same, that it has changed, or that the weeks are somebody's age. */
const TURNS_WORSE = createPhraseIndex(
  [
    '@severe|@sudden|@infant|@pregnant|@blue|@unconscious|worse|worst|again|is_back|came_back|tonight|today|this_morning|minutes|hour|hours|crushing|help',
    'empeor*|peor|volvio|regreso|hoy|anoche|ahorita|minutos|hora|horas|rato|ayuda',
    'year_old|years_old|de_edad',
    'de|tengo|tiene anos',
  ].map((phrase) => ({ phrase: compilePhrase(phrase), value: true })),
);

/** Contexts that hold whatever is said about now: a film that is on today is still a film. */
const ALWAYS: ReadonlySet<Context> = new Set(['figurative', 'fiction']);

/** What a sentence says about when and whether. */
export interface SentenceContext {
  contexts: ReadonlySet<Context>;
  isNow: boolean;
  /** Nothing in it alarms. */
  calms: boolean;
  /** It has lasted, comes and goes, is slight or over: what a body does then is for today, and not for an ambulance. */
  isLasting: boolean;
}

export function readContext(meaning: Meaning): SentenceContext {
  const contexts = new Set<Context>();
  for (const { phrase, value } of CONTEXT_PHRASES.candidates(meaning)) {
    if (!contexts.has(value) && findPhrase(phrase, meaning)) contexts.add(value);
  }
  const says = (index: PhraseIndex<boolean>) => index.candidates(meaning).some(({ phrase }) => findPhrase(phrase, meaning) !== undefined);
  const isNow = says(NOW_PHRASES);
  const isAgain = says(AGAIN_PHRASES);
  const holds = (context: Context) => ALWAYS.has(context) || (context === 'past' ? !isAgain : !isNow);
  return { contexts, isNow, calms: [...contexts].some(holds), isLasting: says(CALM_COURSE) && !says(TURNS_WORSE) };
}

const NEGATIONS = new Set(
  'no not never without denies denied dont doesnt didnt isnt arent wasnt havent hasnt hadnt nor neither none nothing zero sin ni nunca jamas tampoco niega ningun ninguna nada nadie'.split(
    ' ',
  ),
);
/** So many words before what is denied. */
const NEGATION_REACH = 3;

/** Whether what stands there is denied: in its own clause, at most three words before, by a word that is not part of it. */
export function isNegated(meaning: Meaning, breaks: ReadonlySet<number>, { from }: Span): boolean {
  for (let index = from - 1; index >= Math.max(0, from - NEGATION_REACH); index -= 1) {
    if (breaks.has(index + 1)) return false;
    if (NEGATIONS.has(meaning.words[index] ?? '')) return true;
  }
  return false;
}

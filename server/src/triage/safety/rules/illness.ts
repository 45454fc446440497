import type { Rule } from '../rule.ts';

const NHS = 'NHS: when to call 999';
const SEPSIS = 'NHS: sepsis';
const MENINGITIS = 'NHS: meningitis';
const ESI = 'Emergency Severity Index, level 1–2';

export const illnessRules: readonly Rule[] = [
  {
    id: 'anaphylaxis',
    category: 'allergy',
    urgency: 'emergency',
    source: 'NHS: anaphylaxis',
    phrases: [
      'anaphyla*|anafila*',
      'throat|tongue|garganta|lengua|airway & @swell|closing|close|cerr*|cierra|tight|tighten*|aprieta|hinch*|hinchad*',
      '@allergen & @swell|@breathe|@choking|@hives|@dizzy|@vomit|@unconscious & face|lips|tongue|throat|cara|labios|lengua|garganta|@breathe|@cannot|all_over|todo_el_cuerpo|@now|@person|@self|entire',
      'lips|face|eyes|labios|cara|ojos & @swell & @now|@sudden|fast|rapido|@hives|@allergen|ate|comi|comio|@breathe|reaction|reaccion',
      '@hives & @breathe|@cannot|@swell|@dizzy|@choking',
      'epipen|epi_pen|epi-pen|the_epi|adrenalina|epinefrina & used|need|gave|expired|second|no_tengo|dont_have|use|puse|not_working|necesit*|worse|peor|cant_find|back|again',
      'allergic|alergica reaction|reaccion & severe|bad|fuerte|grave|@breathe|@swell|@now|having|dando|teniendo|tiene',
    ],
    unless: [
      'refill|prescription|receta|renew|training|curso|travel|viaje|throat_lozenge',
      'test|prueba|shots & allergy|alergia',
      'store|tienda|door|puerta|closing_time|office|oficina|account|cuenta',
      'tonsil* & mild|leve',
      'watery|sneez*|stuffy|runny|estornud* eyes|nose|ojos|nariz',
      'not|didnt|dont|no & feel & itchy',
      'seasonal|estacional|pollen|polen|hay_fever',
    ],
    examples: [
      'his throat is closing up after eating peanuts',
      'se le está hinchando la lengua',
      'I used my epipen and it is getting worse',
      'comió camarones y tiene ronchas en todo el cuerpo y le cuesta respirar',
    ],
  },
  {
    id: 'meningitis',
    category: 'infection',
    urgency: 'emergency',
    source: MENINGITIS,
    phrases: [
      '@stiffneck & @fever|@headache|light|luz|rash|@vomit|@confused|headache',
      'stiff|rigid*|tieso|duro & neck|cuello|nuca & @fever|@headache|light|luz|rash|@vomit|cabeza',
      'rash|spots|manchas|petequias|puntos|sarpullido & not_fade|doesnt_fade|dont_fade|wont_fade|no_desaparece*|no_se_borra*|no_se_quitan|glass|vaso|purple|morad*|bruise* & @fever|@now|press*|presion*|@infant|child|@person',
      '@fever & purple|morad* & spots|rash|manchas|puntos',
      '@fever & light|luz & hurts|molesta|bothers|neck|cuello',
    ],
    unless: ['slept_wrong|dormi_mal|vaccine|vacuna'],
    examples: ["fever and a stiff neck, she can't stand the light", 'tiene fiebre y manchas moradas que no desaparecen al presionar'],
  },
  {
    id: 'sepsis',
    category: 'infection',
    urgency: 'emergency',
    source: SEPSIS,
    phrases: [
      'sepsis|septic|septico & @now|think|creo|having|signs_and|might|tiene|@fever|again',
      '@fever|infection|infeccion|chemo|quimio & @confused|mottled|clammy|rigors|uncontroll*|@blue|@unconscious|rapid_breath*|not_peed|no_orina',
      '@fever|temperature|fiebre|calentura & chemo*|quimio*|transplant*|trasplant*|neutropeni*|immunosuppress*|inmunosuprimid*',
      '@fever & 40|41|42|104|105|106 & @person|@infant|kid|child|not_coming_down|no_baja|@now',
    ],
    unless: ['vaccine|vacuna'],
    examples: [
      'he has a fever, clammy skin and is confused',
      'estoy en quimioterapia y tengo fiebre',
      'mi niña tiene fiebre de 41 y no baja',
    ],
  },
  {
    id: 'diabetic-emergency',
    category: 'metabolic',
    urgency: 'emergency',
    source: ESI,
    phrases: [
      '@diabetic & @unconscious|@confused|@seizure|@slurred|@cannot|sweat*|shak*|tembl*|fruity|afrutado|@vomit|drowsy|somnol* & @now|@person|@self|low|high|baj*|alt*|20|25|28|30|32|35|38|40|45|400|450|500|550|600|wont',
      'sugar|glucose|azucar|glucosa & 18|20|22|25|28|30|32|35|38|40|42|45|400|420|450|480|500|520|550|600|hi & @now|is|esta|tiene|tengo|reads|marca|meter',
      'ketones|cetonas|ketoacidosis|cetoacidosis & @vomit|high|alt*|@breathe|@confused|@now',
      'diabetic coma',
      'coma diabetico',
    ],
    unless: [
      'struggl* with',
      'type_one|type_two|type_1|type_2|tipo_1|tipo_2 & both|at_the_moment|since_childhood',
      'diet|dieta|recipe|receta|carbs|a1c|grams|gramos|snack',
      'appointment|cita',
    ],
    examples: ['my diabetic dad is confused and sweating', 'tiene el azúcar en 30 y está temblando', 'blood sugar is 550 and vomiting'],
  },
  {
    id: 'heat-or-cold',
    category: 'metabolic',
    urgency: 'emergency',
    source: NHS,
    phrases: [
      'heatstroke|heat_stroke|golpe_de_calor|insolacion|hypothermi*|hipotermia & @confused|@unconscious|@vomit|@now|@cannot|skin|think|creo|has|tiene',
      'sun|heat|sol|calor|hot & @confused|@unconscious|@seizure|stopped_sweating|dejo_de_sudar & hours|horas|@person|@now|playa|beach|work*|trabaj*',
      'left|locked|dejaron|encerrad*|quedo & hot_car|in_the_car|en_el_carro|en_el_coche|en_el_auto & @infant|child|kid|nino|nina|bebe',
    ],
    unless: ['prevent*|evitar|prevenir'],
    examples: ['he has heatstroke and is confused', 'se desmayó por un golpe de calor', 'a baby is locked in a hot car'],
  },
  {
    id: 'belly-catastrophe',
    category: 'other',
    urgency: 'emergency',
    source: ESI,
    phrases: [
      '@sudden|tearing|ripping|desgarr* & @pain|pain & back|espalda|abdomen|belly|stomach|chest|estomago|barriga|vientre & @severe|tearing|ripping|desgarr*|@dizzy|@unconscious|@sepsis',
      'belly|abdomen|stomach|barriga|estomago|vientre|panza & hard_as|rigid|rigido|board|tabla|duro|dura & @pain|@fever|@vomit|touch|tocar',
      '@pain & @belly & @unconscious|faint*|passing_out|@bleed',
      '@testicle & @pain|pain & @sudden|@severe|@swell|@vomit|hours|horas',
    ],
    examples: [
      'sudden tearing pain in my back, I am going to faint',
      'tiene el abdomen duro como tabla y mucho dolor',
      'sudden severe pain in one testicle',
    ],
  },
  {
    id: 'asks-for-ambulance',
    category: 'other',
    urgency: 'emergency',
    source: NHS,
    phrases: [
      'need|send|call|get|want|necesito|manden|llamen|envien|llama|mande|necesitamos|urge ambulance|ambulancia|paramedics|paramedicos|911|999|112',
      'se_esta_muriendo|is_dying|hes_dying|shes_dying|im_dying|i_think_im_dying|me_estoy_muriendo|se_me_muere|se_nos_muere|se_muere',
      'dying & help|right_now|please|ayuda',
    ],
    unless: [
      'bill|charge|cost|cuenta|cobro|factura|insurance|seguro|cuanto|how_much|job|driver|chofer|trabajo|company|non_emergency|transport|traslado|traslad*',
      'risa|laugh*|hambre|hunger|hungry|aburri*|bored*|calor|sueno|frio|verguenza|curios*|ganas|battery|bateria|plant*|phone|excited',
      'call 911|112|999 & should_i|do_i|when|cuando|if|numero|number',
    ],
    examples: ['please send an ambulance', 'se me está muriendo mi mamá, llamen una ambulancia', 'he is dying, help'],
  },
];

import type { Rule } from '../rule.ts';

const ACOG = 'ACOG and CDC: urgent maternal warning signs';
const NICE = 'NICE NG143: fever in under fives, red column';
const NHS = 'NHS: when to call 999';

export const birthAndInfantRules: readonly Rule[] = [
  {
    id: 'bleeding-in-pregnancy',
    category: 'obstetric',
    urgency: 'emergency',
    source: ACOG,
    phrases: [
      '@pregnant & bleed*|blood|sangr*|hemorragia|spotting_heavily|clots|coagulos',
      'gave_birth|postpartum|delivery|c-section|cesarea|parto|di_a_luz|dio_a_luz & @bleed & heavy|heavily|soak*|pad|pads|clots|lot|much*|toallas|coagulos|no_para|empap*',
    ],
    unless: ['blood_test|bloodwork|blood_type|blood_pressure_cuff|analisis|examen|prueba|test|tests|type'],
    examples: [
      'I am 30 weeks pregnant and bleeding',
      'estoy embarazada y estoy sangrando',
      'di a luz ayer y sangro mucho, empapo las toallas',
    ],
  },
  {
    id: 'birth-now',
    category: 'obstetric',
    urgency: 'emergency',
    source: NHS,
    phrases: [
      'baby|bebe|head|cabeza|cabecita & coming_out|coming|crowning|saliendo|se_asoma|asomando|ya_viene|coming_now|se_ve & @now|feel|see|siento|out|ya|head|cabeza',
      'giving_birth|pariendo|dando_a_luz & @now|home|car|casa|carro|taxi|floor|help|esta|is',
      '@waters & @pregnant|@contractions|weeks|semanas|early|green|brown|verde|meconi*|cord|cordon|baby|bebe|broke|rompi*|rompio',
      'rompio|rompi|reventó fuente|bolsa|aguas',
      'cord|cordon & out|coming|asoma|salio|saliendo|feel|siento|vagina',
      'contraction*|contraccion* & minutes_apart|every_two|every_three|cada_dos|cada_tres|cada_cinco|minutos|push|pujar|weeks|semanas|early|seguidas',
      'urge|need|feel|ganas to_push|de_pujar|pujar|push & @pregnant|baby|bebe|contrac*|head|cabeza|labor|have',
    ],
    unless: [
      'water broke|waters & pipe|heater|faucet|bill|bottle',
      'class|clase|curso|plan|hospital_tour',
      'false_labor|braxton',
      'next_month',
    ],
    examples: [
      "the baby's head is coming out",
      'se me rompió la fuente',
      'my contractions are two minutes apart',
      'ya viene el bebé, tengo ganas de pujar',
    ],
  },
  {
    id: 'pre-eclampsia',
    category: 'obstetric',
    urgency: 'emergency',
    source: ACOG,
    phrases: [
      '@pregnant|postpartum|gave_birth|di_a_luz|puerperio & headache|dolor_de_cabeza|@headache & @severe|@vision|spots|lights|luces|flashing|blurry|borros*|swell*|swollen|hinch*|hinchad*|wont_go_away|no_se_quita|fuerte',
      '@pregnant & @vision|spots|flashing|blurr*|borros*|lucecitas|luces|estrellitas',
      '@pregnant & @seizure|@unconscious|@fever|@breathe & @now|@cannot|high|alta|fuerte|short',
      '@pregnant & @belly|abdominal|cramps|colicos|panza & @severe|@sudden|hard|dura|dur*',
    ],
    unless: ['blood_pressure & normal|fine', 'glasses|lentes', 'movie'],
    examples: ['pregnant with a terrible headache and seeing spots', 'estoy embarazada, me duele mucho la cabeza y veo lucecitas'],
  },
  {
    id: 'baby-not-moving-in-womb',
    category: 'obstetric',
    urgency: 'emergency',
    source: ACOG,
    phrases: [
      '@pregnant & not|no|stopped|hasnt|havent|cant|dejo|less|menos|no_siento & @movement|felt|feel|siento',
      'havent_felt|hasnt_moved|not_felt|no_siento|no_he_sentido|no_se_mueve|dejo_de_moverse|stopped_moving|not_moving & baby|bebe & today|hoy|@now|womb|panza|barriga|inside|adentro|vientre|kick*|patad*|weeks|semanas',
    ],
    examples: ["I'm 36 weeks pregnant and haven't felt him move today", 'estoy embarazada y no siento que se mueva el bebé'],
  },
  {
    id: 'infant-limp-or-blue',
    category: 'infant',
    urgency: 'emergency',
    source: NICE,
    phrases: [
      '@infant & @limp|@blue|@unconscious|@choking|not_breathing|no_respira|stopped_breathing|dejo_de_respirar|@seizure|grunting|quejido|quejando|lifeless|gris',
      '@infant & @cannot|hard|no|wont|not wake|despierta|despertar|responde|reacciona',
      '@infant & @softspot & @swell|sunken|hundid*|bulg*|abultad*|inflad*|salid*',
      '@infant & breath* & fast|rapido|ribs|costillas|sucking|hard|trouble|struggling|pause*|pausas|trabajo|agitad*',
      '@infant & respir* & rapid*|costillas|hund*|trabajo|agitad*|dificult*|no|pausas|mal',
    ],
    unless: [
      'sleeps|duerme & through|toda_la_noche',
      'skin_cap|baby_blue|baby_blues|blue_eyes|ojos_azules|blanket|manta|azul_color|ropa|clothes',
    ],
    examples: [
      'my baby is limp and pale',
      'mi bebé está flácido',
      "newborn won't wake up",
      'a mi bebé se le hunden las costillas al respirar',
    ],
  },
  {
    id: 'fever-in-young-infant',
    category: 'infant',
    urgency: 'emergency',
    source: NICE,
    phrases: [
      '@fever|38|39|40|100_4|101|102|103|104 & week_old|weeks_old|newborn|month_old|one_month|two_month|two_months|recien_nacido|recien_nacida|un_mes|dos_meses|semanas|dias_de_nacid*|days_old',
      '@infant & @fever & @limp|@notfeed|rash|manchas|purple|no_come|wont|@seizure|drowsy|somnol*|inconsol*|no_para_de_llorar|convuls*',
    ],
    unless: ['teeth*|dientes & low|poquita|baja', 'vaccine|vacuna & expected|normal', 'pregnan*|embaraz*'],
    examples: ['my 3 week old has a fever of 39', 'mi recién nacido tiene fiebre', 'baby with fever and a purple rash'],
  },
  {
    id: 'infant-dehydrated',
    category: 'infant',
    urgency: 'emergency',
    source: NICE,
    phrases: [
      '@infant & @notfeed & @now|@limp|hours|horas|no|vomit*|sunken|diarrea|diarrhea|crying',
      '@infant & no|not|hasnt|sin wet|peed|orin*|moja|mojado|diaper|panal|pipi & hours|horas|day|dia|today|hoy|manana|vomit*',
      '@infant & vomit*|vomito & green|verde|blood|sangre|everything|todo|bilis|bile|projectile',
      '@infant & fell|cayo|dropped|golpe* & head|cabeza|bed|cama|stairs|escaleras|vomit*|cry*|@unconscious',
      '@infant|child|kid|nino|nina & shak*|shook|sacud* & hard|baby|bebe|cry*|fuerte|stop',
    ],
    unless: ['formula & switch|cambiar|brand|marca', 'wean*', 'potty|training'],
    examples: [
      "my baby won't feed and hasn't had a wet diaper in 12 hours",
      'mi bebé no moja el pañal desde hace horas',
      'mi bebé vomita verde',
    ],
  },
];

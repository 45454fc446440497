import { ANY_MEDICINE, FOOD, MEDICINE, MEDICINE_WORDS } from './medicines.ts';
import type { Topic } from './topic.ts';

const take = '(?:take|takes|taking|use|uses|using|on|put (?:me|him|her) on|tomo|toma|tomando|uso|usa|started on|inject)';
const pattern = (text: string): RegExp => new RegExp(text);

/** Things that are so or not so, apart from illnesses and complaints. */
export const TRUTHS: readonly Topic[] = [
  {
    id: 'drug-allergy',
    about: /allerg\w*.*(?:drug|medic|medis)|(?:drug|medic\w*).*allerg|alergia\w*.*(?:medic|farmac)/,
    asks: pattern(
      `(?:allerg|alerg|reactions? to|react\\w* (?:\\w+ )?to).*(?:${MEDICINE_WORDS}|${MEDICINE})|${MEDICINE_WORDS}.*(?:allerg|alerg)|drug allerg|allergic to any (?:medic|drug)`,
    ),
    asksVaguely:
      /(?:any|known|have|has) (?:\w+ )?allergies|allergic to any(?!.*(?:food|pollen))|alguna alergia|alergi[ac]\w* a algo|^\W*(?:allergies|alergias)\W*$/,
    answersNo: /\bno (?:to )?(?:any )?(?:medic\w*|meds|drugs|farmacos|remedios)\b(?! allerg)/,
    asksAfter: [/allerg|alerg/, /^(?!.*\b(?:take|taking|on any|currently|toma|tomando)\b).*(?:medic|drug|farmac)/],
    yes: pattern(
      `(?:allerg\\w*|alergic[oa]s?|alergia|reaction) (?:to|a|al|a la|a las|a los) (?:(?!yo|i|my|mi|pero|but|si)\\w+[, ]+(?:and |y |e )?){0,5}?${ANY_MEDICINE}\\b|${MEDICINE} allergy|can'?t take ${MEDICINE}`,
    ),
    answers: pattern(
      `^(?!.*\\b(?:no|not|none|nothing|food)\\b).*\\b${MEDICINE}\\b|\\b(?:ah no|ay no|espere\\w*|wait|actually|oh|bueno|except|menos|salvo|just|only|solo)\\b[^.;]*\\b${MEDICINE}\\b(?! no\\b)`,
    ),
    no: pattern(
      `no known (?:drug |medication )?allerg|no (?:drug|medication|medicine) allergies|not allergic to any|no allergies|n'?t have any (?:drug |medication |medicine )?allerg|(?:not|n't) have (?:any )?allerg|(?:medic\\w+|farmacos|remedios|pastillas) (?:no|ningun[oa]|nada)\\b|no soy alergic[oa] a nada|no tengo alergias?|no (?:soy|es) alergic[oa]|sin alergias|ningun[oa]? (?:alergia|medicamento)|no es alergia|alergias? no`,
    ),
  },
  {
    id: 'food-allergy',
    about: /(?:food|aliment\w*|comida).*(?:allerg|alerg)|(?:allerg|alerg)\w*.*(?:food|aliment|comida)/,
    asks: pattern(`(?:allerg|alerg).*${FOOD}|${FOOD}.*(?:allerg|alerg)`),
    asksAfter: [/allerg|alerg/, pattern(`\\b${FOOD}\\b`)],
    yes: pattern(
      `(?:allerg\\w*|alergic[oa]s?|alergia) (?:to|a|al|a la|a las|a los) (?:(?!yo|i|my|mi|pero|but|si)\\w+[, ]+(?:and |y |e )?){0,4}?${FOOD}\\b|${FOOD} allergy`,
    ),
    answers: pattern(`^(?!.*\\b(?:no|not|none|nothing)\\b).*\\b${FOOD}\\b`),
    no: pattern(`no (?:known )?food allerg|not allergic to (?:any food|anything)`),
  },
  {
    id: 'previous-surgery',
    about: /operated|(?:previous|past|prior|earlier) (?:surger|operation)|cirugias? previas?|operaciones previas|had surgery/,
    asks: /^(?!.*(?:scheduled|planned|option|opt for|candidate|consider|(?:regarding|about|for|questions?) (?:your|the) (?:\w+ )?(?:surger|operat)|(?:remember|information)\b.*\b(?:your|the) (?:\w+ )?(?:surger|operat)|coming up|upcoming|need|recommend|would you|after the|before the|since the|since your|do the surgery)).*(?:surger(?:y|ies)|operations?|operated|(?:any|previous|past) (?:\w+ )?procedures?|gone under the knife|cirugias?|operad[oa]|operaron|operaciones)/,
    yes: /\bi(?:'ve| have|'d| had)?(?: also| actually| just)? (?:had|have had|underwent|undergone) (?:\w+ ){0,5}(?:surger(?:y|ies)|operations?|\w+ectomy|\w+plasty|c[- ]section|hysterectomy|bypass|transplant|replacement|removed|taken out)|(?:surgery|operation) (?:in|on my|was|when i|back in|last year|\w+ years ago)|(?:he|she)(?:'s| has)? had (?:\w+ ){0,4}(?:surger|operation|\w+ectomy|removed|taken out)|(?:appendix|gallbladder|tonsils|uterus|ovar\w+|wisdom teeth|cataracts?) (?:was |were |got )?(?:removed|taken out|out)|tubes tied|me operaron|me han operado|fui operad[oa]|me quitaron/,
    answers:
      /^(?!.*\b(?:no|not|none|never|nothing|need|would|like to|want|wants|going to|will|schedul\w*|plan\w*|'d)\b).*\b(?:surgery|surgeries|operation|\w+ectomy|c[- ]section|removed|taken out|replacement|bypass|appendix|gallbladder|tonsils|hernia)\b/,
    no: /(?:never|not) (?:had|have had|been through) (?:any |a )?(?:surger|operation)|no (?:past |previous |prior )?(?:surger|operations?)|nunca me han operado|never been operated|n't had any (?:surger|operation)/,
  },
  {
    id: 'takes-medication',
    about: /takes? (?:any )?(?:medic|meds)|medications?$|toma medic|current medications/,
    asks: pattern(
      `^(?!.*(?:allerg|reaction|in the past|help(?:s|ing|ed)?\\b|over the counter|herbal|natural|supplements?|vitamins?|tried|alternative|ever (?:been on|been prescribed|taken|used|tried)|taken off|recreational|street|illicit))(?!(?!.*(?:prescri|medic)).*\\bdrugs?\\b).*(?:(?:${take}|currently|prescri).*(?:${ANY_MEDICINE})|what (?:medications|medicines|meds)|what (?:do|are|does|is) (?:you|he|she) (?:currently )?(?:tak\\w+)|any (?:other |daily |current )?(?:medications|medicines|meds)|(?:toma|tomas|tomando).*(?:${ANY_MEDICINE}))`,
    ),
    yes: pattern(
      `\\b(?:i|i'm|i've|he|he's|she|she's)(?: am| is| do| does| have| has| been| just| only| also| still| currently| usually| sometimes| started| was| put me)* ${take}(?: \\w+){0,5}? ${ANY_MEDICINE}\\b|\\b(?:tomo|toma)(?: \\w+){0,3} ${ANY_MEDICINE}\\b`,
    ),
    answers: pattern(`^(?!.*\\b(?:no|not|none|nothing|stopped|quit|used to|n't)\\b).*\\b${MEDICINE}\\b`),
    no: pattern(
      `(?:don'?t|do not|not|doesn'?t|no|never) (?:currently )?(?:take|taking|tomo|toma|on|use) (?:any |other )?(?:${MEDICINE_WORDS}|anything(?! (?:like|else|other|for|over|herbal)))|no (?:medications|medicines|meds)\\b|ningun medicamento`,
    ),
    isOfNow: true,
  },
  {
    id: 'blood-thinner',
    about: /blood thinner|anticoagula/,
    asks: /blood ?thinner|anticoagul|coumadin|warfarin|xarelto|eliquis|plavix/,
    answers: /^(?!.*\b(?:no|not|none|never|stopped|used to|n't)\b).*\b(?:coumadin|warfarin|xarelto|eliquis|pradaxa|sintrom|acenocumarol)\b/,
    asksListing:
      /(?:what|any|which|currently|que) (?:\w+ ){0,4}(?:medications?|medicines?|meds|pills|medicamentos?|medicinas?|pastillas?)|(?:medications?|medicines?|pills) (?:are|do) you/,
    yes: pattern(
      `${take}(?: \\w+){0,4}? (?:blood ?thinners?|anticoagulants?|coumadin|warfarin|xarelto|eliquis|pradaxa|heparin|lovenox)\\b|toma(?:r|ndo)? (?:\\w+ ){0,2}(?:anticoagulantes?|sintrom)`,
    ),
    no: /(?:not|n't|no|never|stopped|off) (?:\w+ ){0,4}(?:blood ?thinner|anticoagul|coumadin|warfarin)/,
    isOfNow: true,
  },
  {
    id: 'insulin',
    about: /insulin/,
    asks: /insulin|injections for diabetes/,
    asksListing: /insulin (?:dose|dosage|units)|how much insulin/,
    listed: /^(?!.*\b(?:no|not|n't|none|never)\b).*\w/,
    answers: /^\W*(?:yes\W+)?(?:once|twice|three times|every (?:day|morning|night)|\w+ units|before meals)\b/,
    yes: pattern(
      `(?:${take}|need|needs|injecting|pump)(?: \\w+){0,4}? (?:insulin|insulina|lantus|humalog|novolog)\\b|insulin (?:shots?|pump|every|twice|daily|units)|units of (?:insulin|lantus|humalog)|me inyecto insulina|insulin dependent`,
    ),
    no: /(?:not|n't|no|never) (?:\w+ ){0,4}insulin/,
    isOfNow: true,
  },
  {
    id: 'work-injury',
    about: /(?:happened|accident|injur\w+).*(?:work|job)|work (?:injur|accident|related|comp)|accidente laboral|accidente de trabajo/,
    asks: /(?:happen|occur|injur|accident|hurt).*(?:at|on|during|while) (?:the )?(?:work|job)|work[- ]?related|workers'? comp|while (?:you were )?working|accidente (?:laboral|de trabajo)/,
    yes: /(?:hurt|injur\w*|fell|fall|slipped|accident|happened|hit|cut|crushed|lift\w*|twisted|strained|got)\b.{0,60}\b(?:at work|on the job|while (?:i was )?working|at my job|at the (?:warehouse|factory|plant|site)|work injury)|(?:at work|on the job|i work at|while working)\b.{0,60}\b(?:hurt|injur|fell|slipped|accident|hit|crushed|twisted|strained|lift)|workers'? comp|work[- ]related/,
    no: /(?:not|n't|nothing) (?:\w+ ){0,3}(?:work[- ]related|at work|on the job)/,
  },
  {
    id: 'referred',
    about: /referr|sent by|derivad|remitid|referid/,
    asks: /^(?!.*\b(?:can|would|i'?d like|interested|going to|will)\b).*(?:referr(?:ed|al)\b)|sent you (?:to us|here|over|in)\b|(?:doctor|dr\.?|physician) .{0,40}(?:sent you|send you)|who sent you|sent (?:you )?(?:here )?by/,
    asksListing: /who (?:sent|referred)|quien (?:le|te|lo|la) (?:mand|envi|deriv|refir|remit)/,
    listed:
      /^(?!.*\b(?:no|not|nobody|myself|friend|google|internet|online)\b).*\b(?:doctor|dr|physician|pcp|dentist|specialist|\w+ologist|pediatrician|nurse|clinic|hospital|emergency|e r|medic[oa]|doctora)\b/,
    yes: /(?<!you |i |they )(?:referred|sent) (?:me|him|her|us)\b(?! on\b| home| back| for| to (?:that|another|a|get)\b)|(?:i was|i'm|was|been|got) (?:referred|sent)\b|(?:doctor|physician|dr\.?) .{0,30}(?:recommended|suggested|told me|wanted me|thought) .{0,30}(?:see you|come (?:here|see|in)|seen by you)|got a referral|me (?:mando|mandaron|derivo|derivaron|remitio|envio) .{0,20}(?:doctor|medic)/,
    no: /(?:not|n't) (?:\w+ ){0,2}refer|self[- ]refer|nobody (?:sent|referred)/,
  },
  {
    id: 'alcohol',
    about: /alcohol|drinks$|bebe\b/,
    asks: /^(?!.*\b(?:alcohol\w*|substance|drink\w*)(?: or drugs?| or substance)? (?:abuse|addict\w*|problem|dependen\w*)).*(?:alcohol|(?:smoke|tobacco) (?:or|and) drink|\b(?:you|he|she) (?:still |ever )?drink\b(?! (?:coffee|caffeine|water|soda|enough|milk|tea|plenty))|drinking|\bbeer|\bwine|liquor|bebidas|\bbebe\b|\btoma (?:alcohol|copas))/,
    yes: /\b(?:i|he|she)(?:'ll| do| will| also| still| usually| sometimes| only| occasionally| just| like to| enjoy| may)* (?:drink|drinks|have|has|take|enjoy|sip)\b(?! (?:coffee|tea|water|soda|caffeine|milk|juice|a lot of (?:water|coffee)))(?: \w+){0,6}? ?(?:alcohol|beers?|wines?|liquor|cocktails?|whiskey|vodka|drinks?|glass(?:es)?|socially|occasionally|weekends?|every now and then|once in a while)|\bi drink\b(?! (?:coffee|tea|water|soda|caffeine|milk|juice|about \w+ (?:cups|coff)|\w+ cups|plenty|lots of water))|(?:social|occasional|heavy) drinker|(?:glass|bottle|can|pack|case)s? of (?:red |white )?(?:wine|beer)|couple (?:of )?beers|bebo\b(?! (?:agua|cafe))|tomo (?:\w+ )?(?:cerveza|vino|copas?|alcohol|tragos?)/,
    answers:
      /^(?!.*\b(?:no|not|none|never|quit|stopped|used to|\w+n't|smoke)\b).*\b(?:beers?|wine|socially|occasional(?:ly)?|weekends?|once in a while|sometimes|rarely|hardly ever|seldom|barely|very little|on holidays|glass|special occasions)\b/,
    no: /(?:don'?t|do not|doesn'?t|does not|never|no longer|not|no) (?:\w+ ){0,2}(?:drink|drinks|drank|drinker|alcohol|bebo|bebe|tomo alcohol)\b(?! (?:much|a lot|very|that|too))|no alcohol|(?:quit|stopped|gave up) (?:drinking|alcohol)|sober|deje de (?:beber|tomar)/,
    isOfNow: true,
  },
  {
    id: 'drugs',
    about: /(?:recreational|street|illicit|illegal|uses?) drugs?|drogas/,
    asks: /^(?!.*allerg).*(?:(?:recreational|street|illicit|illegal|party|hard|other|any|use|do|abuse|iv|intravenous) (?:\w+ ){0,3}?(?:drugs?|substances?)\b(?!.*allerg)|\bdrugs\b(?!.*allerg)|(?:drug|substance) (?:use|abuse|problem)|alcohol (?:or|and) drug|marijuana|cocaine|drogas)/,
    yes: /\b(?:i|he|she)(?:'ve| do| did| have| sometimes| still| also| currently| used| just| smoke some| been)* (?:use|uses|using|smoke|smokes|do|did|take|takes|snort|inject)\b(?: \w+){0,3}? (?:marijuana|weed|pot|cannabis|cocaine|coke|crack|heroin|meth|methamphetamines?|amphetamines?|speed|lsd|acid|ecstasy|mdma|molly|ketamine|pcp|shrooms|magic mushrooms|bath salts|opium|drugs)\b|\b(?:i|he|she) (?:took|did|used|smoked|snorted|shot up|had) (?:\w+ ){0,3}?(?:marijuana|weed|pot|cocaine|coke|crack|heroin|meth|lsd|acid|ecstasy|mdma|molly|ketamine|pcp|shrooms)\b.{0,30}\b(?:weekend|yesterday|last (?:night|week)|today|(?:days?|hours?) ago|this (?:morning|week)|saturday|sunday|friday)|uso (?:marihuana|cocaina|drogas)|fumo (?:marihuana|mota)/,
    answers: /^(?!.*\b(?:no|not|none|never|quit|stopped|used to|\w+n't)\b).*\b(?:marijuana|weed|pot|cocaine|coke|crack|heroin|meth)\b/,
    no: /(?:don'?t|do not|doesn'?t|never|no|not|nor|or) (?:\w+ ){0,4}(?<!sulfa |prescription |pain )(?:drugs|drug use|illicit|street drugs|cocaine|marijuana|drogas)\b|no drugs|(?:stay|stayed|steer\w*) (?:away|clear) (?:from|of) drugs/,
    isOfNow: true,
  },
  {
    id: 'sexually-active',
    about: /sexual/,
    asks: /sexually active|sexual (?:activity|partner)|having sex|vida sexual/,
    yes: /(?:i'm|i am|we are|we're|she is|he is) (?:\w+ )?sexually active|have (?:one|a|multiple|several|two|three) (?:sexual )?partners?/,
    no: /(?:not|never|n't) (?:\w+ ){0,2}sexual|not having sex|abstinent|virgin/,
    isOfNow: true,
  },
  {
    id: 'exercise',
    about: /exercis|ejercicio|deporte|physically active/,
    asks: /^(?!.*\b(?:during|when|while|with exercise|breath|pain|tired|dizz\w*)\b).*(?:(?:do|are|does|is) (?:you|he|she) (?:\w+ ){0,3}?(?:exercis|work(?:ing)? out|physically active|(?<!sexually )active|sports?|play)|(?:much|often) (?:do you )?(?:exercise|work out)|any (?:regular )?(?:exercise|sports?)|what about exercise|^\W*exercise\W*$|hace (?:algun )?(?:ejercicio|deporte))/,
    yes: /\b(?:i|he|she)(?:'ve| do| have| been| also| still| usually| try to| like to| love to| been)* (?:exercise|exercises|exercising|work out|works out|working out|jog|jogging|run|running|walk|walking|swim|swimming|biking|cycling|hiking|lifting weights|doing (?:yoga|pilates|cardio|cross country|crossfit|zumba|weights)|lift weights|bike|cycle|play (?:tennis|golf|soccer|basketball|football|sports?)|go to the gym|hit the gym|go (?:walking|running|swimming|jogging)|go (?:on|for) (?:a )?(?:walks?|runs?|hikes?|bike rides?))\b.{0,60}(?:day|daily|week|regular|often|morning|miles?|times|a lot|every)|(?:hago|hace) ejercicio|voy al gimnasio/,
    answers:
      /^(?!.*\b(?:no|not|none|never|quit|stopped|used to|\w+n't)\b).*\b(?:walk|walking|run|running|jog|swim|swimming|gym|yoga|bike|weights)\b/,
    no: /(?:don'?t|do not|doesn'?t|never|no|not) (?:\w+ ){0,3}(?:exercise|work out|exercising|gym|ejercicio|deporte)/,
    isOfNow: true,
  },
  {
    id: 'pregnant',
    about: /^(?:is )?(?:pregnan(?:t|cy)\b|embaraz)|pregnant now|embarazad/,
    asks: /(?:are|is) (?:you|she) (?:\w+ ){0,2}?(?:pregnant|expecting)|(?:you are|you're|she's|she is) (?:\w+ ){0,5}?(?:pregnant|expecting)|\bpodri\w+ estar embaraz|(?:chance|possib\w*|could you be|might be|posibilidad)\b.*(?:pregnan|embaraz)|currently pregnant|how (?:far along|many weeks)|de cuant[ao]s (?:semanas|meses)|(?:esta|estas|hay|puede|puedes|podria|podrias|existe|posibilidad)\b[^?]*\b(?:embaraz|encinta)|embarazada\W*$|^\W*(?:any )?pregnan\w*\W*$|^\W*(?:algun )?embarazo\W*$/,
    yes: /(?:i'm|i am|she's|she is|currently|now|about|already) (?:\w+ ){0,3}(?:pregnant|expecting)\b|(?:weeks|months) (?:pregnant|along|gestation)|estoy (?:embarazada|encinta|esperando)|(?:estoy|esta) de (?:\w+ )(?:semanas|meses)\b|embarazada de/,
    answers:
      /^\W*(?:(?:si|yes|i'm|about|almost|around|nearly|estoy|como|casi)\W+)*(?:de )?(?:\w+[ -]){1,3}(?:semanas|meses|weeks|months)\b/,
    no: /(?:not|n't|no|never) (?:\w+ ){0,3}(?:pregnant|expecting|embarazada|embarazo)\b|test .{0,30}(?:negativ)/,
    isOfNow: true,
  },
  {
    id: 'new-patient',
    about: /paciente nuevo|nuevo paciente|new patient$|first (?:visit|time)|primera (?:visita|vez)/,
    asks: /primera (?:vez|visita|consulta|cita)|first (?:time|visit)|new (?:patient|here|to (?:us|our))|paciente nuev|(?:ya )?(?:nos )?conocias|ya (?:habias|habia)/,
    asksOpposite:
      /te viste|se (?:ha visto|vio) (?:aqui|aca)|(?:aca|aqui) antes|(?:se )?(?:ha )?atendi\w*|estuvo (?:antes|con)|con nosotros (?:antes|alguna)|(?:ha|has|habia) (?:venido|estado|sido|visto)\b|(?:habias|habia|han|habian) (?:venido|estado)|(?:ha|has|have|had) (?:he|she|you) been (?:here|with|to|seen)|ya te (?:atendiste|vimos)|(?:tiene|tienes|tenes) (?:ya )?(?:ficha|historia|expediente)|nos (?:ha|has|han|habia) (?:visitado|venido)|ya (?:nos conoce|es paciente)|(?:es|eres|sos|ya es) (?:ya )?paciente (?:nuestr|de)|been (?:here|with us|to (?:us|our)|seen)|visited us|existing patient|ya (?:nos )?(?:ha|has) (?:visitado|venido)|paciente nuestr|vino (?:alguna vez|antes)|viniste/,
    answersNo:
      /^\W*(?:(?:si|yes|no|pues|uy|ya|bueno)\W+)*(?:(?:una|dos|tres|alguna|varias|muchas|\w+) (?:vez|veces)\b(?<!primera vez)|once\b|twice\b|a (?:few|couple of) times|hace (?:mil|muchos?|unos|como|un|una|\w+) (?:anos?|meses|mes|semanas?|tiempo|siglos)|hara (?:\w+ )?\w+ anos?|(?:ya )?(?:fui|vine|estuve|he ido|he venido|he estado|pase|consulte) (?!a otr)|el (?:ano|mes) pasado|hace poco|\w+ years? ago|last (?:year|month)|a (?:long )?while (?:ago|back)|alli me|ahi me|aca me|ustedes me|con (?:la|el) (?:doctora?|dra?)\b)/,
    yes: /(?:es (?:la|mi) )?primer(?:a|ita) (?:vez|visita)|first (?:time|visit) (?:here|with you)?|never been (?:here|to you|there)|nunca (?:he|ha|hemos) (?:ido|venido|estado|visto)|soy (?:paciente )?nuev[oa]|i'?m (?:a )?new\b|new patient/,
    no: /(?:ya (?:he|soy|fui|he ido|voy|me atiendo|me vieron|me atendieron|vine)|been (?:here|there|coming|going) (?:before|for|since)|toda la vida|soy paciente (?:de|desde|suy)|i'?m (?:already )?(?:an? )?(?:existing |current |regular )?patient (?:of|here|there|with)|vengo desde|desde hace anos|de siempre|la ultima vez que (?:fui|vine))/,
  },
  {
    id: 'insured',
    about: /seguro\b|insured|has insurance|insurance$|cobertura/,
    asks: /(?:tiene|tienes|tenes|tienen|cuentan|cuenta|cuentas|usar\w*|algun|con|hay|alguna|tendra) (?:\w+ ){0,3}(?:seguro|prevision|prepagada?|prepaga|obra social|mutua\w*|aseguranza|poliza|cobertura|eps|isapre)|\bseguro\b|\baseguradora|(?:sigues|sigue|segui[ds]|continua\w*|still) (?:con|with|en|on) (?!nosotros|us|dolor|pain)|prevision|obra social|prepaga|mutualista|\beps\b|cobertura|have (?:\w+ )?insurance|insured|insurance/,
    answersNo:
      /\b(?:lo|la) (?:tenia|tuve|teniamos|perdi|perdimos)\b(?!.*\b(?:ahora (?:tengo|estoy)|me pase)\b)|\b(?:i )?(?:lost|used to have) (?:it|mine|my insurance)\b/,
    yes: /(?:tengo|tiene|tenemos|con|por) (?:\w+ ){0,3}(?:seguro|mutua|poliza|obra social|prepagada?|aseguranza|cobertura)\b|(?:i have|i've got|we have|he has|she has|got) (?:\w+ ){0,3}insurance/,
    answers:
      /^(?![^,]*\b(?:no|tenia|antes|had)\b)\W*(?:(?:si|yes)\W+)?(?:tengo|tiene|tenemos|con|soy de|estoy (?:en|con)|es de|me pase a|i have|i've got|he has|she has|we have|through)\s+(?!que\b)\w+/,
    listed:
      /^\W*(?!(?:no|si|yes|ningun\w*|nada|nope|particular\w*|privado|todavia|aun|depende|tal|quizas?|claro|ni|none|maybe|what|que|nunca)\b)[a-z]{3,15}(?: [a-z]{3,15})?\W*$/,
    asksListing: /(?:que|cual|what|which)(?: \w+)? (?:seguro|mutua|insurance|obra social|prepagada?)\b/,
    no: /(?:no|sin) (?:\w+ ){0,3}(?:seguro|mutua|poliza|obra social|prepagada?|aseguranza|cobertura)\b|(?:no|don'?t have|without|not have) (?:\w+ ){0,2}insurance|uninsured|(?:seguro|obra social|prepaga|mutua|cobertura|poliza|osde|galeno)\b[^.;]{0,30}\b(?:se me (?:corto|vencio|acabo|termino)|me dieron de baja)|(?:voy|vengo|sigo|seria|va) (?:por )?particular|\bno,? ninguna?\b|\byo no tengo\b|nada de seguro|me quede sin\b|por lo privado|(?:pago|lo pago|pago yo|pagaria|pagar) (?:\w+ ){0,3}(?:efectivo|particular|bolsillo|yo)|lo pago yo|particular\b|pag\w+ (?:\w+ ){0,2}(?:cash|en efectivo|de mi bolsillo|out of pocket)|now nothing|(?:me lo|lo) (?:quite|cancele|di de baja)|pay (?:cash|out of pocket|myself)|self[- ]pay/,
    isOfNow: true,
  },
  {
    id: 'water-off',
    isOfThing: true,
    about: /agua (?:cortada|cerrada)|cortada el agua|water (?:shut|turned|closed|off)/,
    asks: /^(?!.*\bgas\b).*(?:(?:cort|cerr|cierr)\w* (?:\w+ ){0,4}(?:agua|llave|paso|registro)|llave de(?:l)? (?:paso|agua)|(?:shut|turn\w*|clos\w*) (?:\w+ ){0,3}(?:water|valve)|agua (?:\w+ )?(?:cortada|cerrada))/,
    isOnlyAnswer: true,
    yes: /(?:ayud\w+ a |pud\w+ |logr\w+ |acab\w+ de )(?:cerrar|cortar)l[ao]|(?:cerro|cerraron|corto|cortaron|cerre|corte) (?:\w+ ){0,2}(?:agua|llave|registro|paso|valvula)|(?:agua|llave|registro|paso|valvula) (?:general )?(?:ya )?(?:esta|quedo|la tengo|lo tengo) (?:bien )?(?:cerrad|cortad)|sin una gota|(?:ya )?(?:la )?(?:cerre|he cerrado|cerramos|corte|cortamos|cortado|cerrad[oa]|esta cerrada|hemos cerrado)\b(?!,? (?:todavia |aun )?no\b(?! (?:sale|gotea|cae|pierde)))|(?:shut|turned) (?:\w+ ){0,3}off/,
    no: /volvi a abrir|vuelto a abrir|\bl[ao] (?:he |tuve que |volvi a )?(?:abierto|abri|abrir)\b|\bagua (?:todavia |aun )?no(?=\s*(?:[,.;]|$))|(?:no (?:\w+ ){0,4}(?:cerr|cort|cierr|encuentro|pud|puedo|se donde)\w*|sigue abiert|esta abiert|(?:not|n't|haven'?t) (?:\w+ ){0,3}(?:shut|turn))/,
    isOfNow: true,
  },
];

import type { Topic } from './topic.ts';

/** Things with a few known answers. */
export const CHOICES: readonly Topic[] = [
  {
    id: 'sex',
    about: /\b(?:sex|gender|sexo|genero)\b(?!.*(?:active|orient))/,
    asks: /\b(?:sex|gender|sexo|male or female|(?:chic|nin)[oa] o (?:chic|nin)[oa]|(?:hombre|mujer|varon) o (?:hombre|mujer|varon)|boy or (?:a )?girl|girl or (?:a )?boy|man or (?:a )?woman)\b/,
    choices: [
      {
        named: /^(?:female|woman|mujer|femenino|f)$/,
        says: /\b(?:i'm|i am|i'm just|soy|as) (?:just )?(?:an? |una |la )(?:\w+[- ]){0,4}?(?:woman|female|lady|girl|mujer|chica)\b|\byear[- ]old (?:\w+ ){0,3}(?:woman|female|lady|girl)\b|\b(?:my|our|mi) (?:daughter|wife|mother|mom|sister|grandmother|hija|esposa|madre|mama|abuela|hermana)\b(?=.*PATIENT)|^\W*(?:white|black|hispanic|caucasian|asian|latina|african[- ]american) (?:female|woman|lady)\b|estoy embarazada|i'm pregnant|my (?:last |menstrual )?period|embarazada de/,
        answers: /\b(?:female|woman|mujer|femenino|girl|lady|chica|nina|senora|f)\b/,
      },
      {
        named: /^(?:male|man|hombre|masculino|m|varon)$/,
        says: /\b(?:i'm|i am|soy|as) (?:just )?(?:an? |un |el )(?:\w+[- ]){0,4}?(?:man|male|gentleman|guy|boy|hombre|varon)\b|\byear[- ]old (?:\w+ ){0,3}(?:man|male|gentleman|boy)\b|^\W*(?:white|black|hispanic|caucasian|asian|latino|african[- ]american) (?:male|man|gentleman)\b/,
        answers: /\b(?:male|man|hombre|masculino|boy|varon|guy|chico|nino|senor|m)\b/,
      },
      { named: /^(?:other|otro|diverse|non.?binary)$/, answers: /\b(?:other|otro|non[- ]?binary|no binari[oae])\b/ },
    ],
  },
  {
    id: 'smoking',
    about: /\b(?:smok(?:ing|er|es)|tobacco|tabaquismo|tabaco|fuma(?:dor)?)\b(?!.*(?:pack|year|since|stopped|cuanto|anos))/,
    asks: /\bsmok(?:e|es|er|ed|ing)\b|tobacco|tabaco|cigarr|cigarette|\bfuma(?:s|n|r|do|dor)?\b|vapea|nicotine/,
    choices: [
      {
        named: /^(?:never|nunca|non.?smoker|no)$/,
        says: /never (?:\w+ ){0,2}(?:smoked|smoke|smoker|picked up|touched (?:a )?cigar|used (?:any )?tobacco)|nunca (?:\w+ ){0,3}(?:fume|fumado|probado|un cigarr\w+)|(?:tabaco|cigarr\w+) (?:no|nunca|jamas)\b|\ben mi vida\b(?! (?:fum|dej))|no (?:he )?(?:fumado|probado) (?:\w+ ){0,3}(?:nunca|jamas)|\bni fum[oa]\b|jamas (?:\w+ ){0,2}(?:fume|fumado|probado)|(?:non[- ]?|not a )smoker|(?:don'?t|do not|doesn'?t|not|no) (?:\w+ ){0,3}?(?:smoke|smoking|fumo|fuma)\b(?! (?:anymore|any more|any longer|now|ya))(?!.*(?:used to|quit|stopped|deje|lo dejo))/,
        answers:
          /^\W*(?:(?:no|nope|nah|never|not at all|nunca|jamas|none|neither|yo no(?= *[,.;])|not me|no senora?|para nada|en (?:la|mi) vida|absolutely not|definitely not|not really|i don'?t|i do not|que va|q va|nada)\b|[^.]*\b(?:pero )?yo no\W*$)(?!.*(?:anymore|any more|quit|stopped|used to|gave|longer|deje|dejo|antes))/,
      },
      {
        asked:
          /(?:when|how long ago) did (?:you|he|she) (?:quit|stop|give up)(?: smok\w*)?|(?:cuando|hace cuanto) (?:que )?(?:lo )?dej(?:o|aste)/,
        named: /^(?:former|ex.?smoker|quit|past|previous|ex.?fumador|antes)$/,
        says: /used to (?:smoke|chew|be a smoker)|(?:quit|stopped|gave up|kicked) (?:smoking|cigarettes|tobacco|the habit)|(?:ex|former)[- ]smoker|(?:i|he|she)(?: have| had|'ve)? smoked (?:for|from|when|in|about|around|a|until)(?!.*(?:for the (?:last|past)|since))(?! the (?:last|past))|(?:i|he|she) smoked\b(?!.*(?:for the (?:last|past)|(?<!not )(?<!n't )since))|(?:don'?t|not) smoke (?:anymore|any more|any longer|now)|deje (?:de fumar|el (?:pucho|cigarro|cigarrillo|tabaco))|(?:antes )?fumaba|\blo dej[eo]\b|dejo el (?:cigarr\w+|tabaco|pucho)|ex[- ]?fumador|dejo de fumar|\bfume (?:hasta|durante|por|de joven|como|unos|mas de|muchos?|\w+ anos)\b|desde (?:entonces|el infarto|eso|ese dia) (?:ni uno|nada|no fumo)|smoke[- ]free/,
        answers:
          /^(?!.*\b(?:drink\w*|alcohol)\b(?!.*smok)).*(?:\bquit\b|stopped|gave (?:it|them) up|used to|(?:not|no) (?:any ?more|longer)|lo (?:deje|solte|abandone|largue|corte)|\blargue\b|no lo toco|de joven|ya no|deje|fumaba|in the past|i did)/,
      },
      {
        named: /^(?:current|smoker|now|actual|fumador|yes|si|active)$/,
        saysAcross:
          /(?:fum|smok|cigar|quit|dej)[^!?]{0,60}\b(?:sigo|volvi|recai|volvi a fumar|sigo fumando|i'm still smoking|i still smoke|started again|started back|picked it back up|went back to (?:it|smoking))\b/,
        says: /\b(?:i|he|she)(?:'ve|'s| have| has) smoked (?:\w+ ){0,6}(?:for the (?:last|past)|since)\b|\b(?:i|he|she) (?:do )?drinks? and smokes?\b|\b(?:i|he|she)(?: do| still| currently| only| also| just| usually|'ve been|'m still|'m| am| have been| is)* (?:smoke|smokes|smoking)\b(?! (?:marijuana|weed|pot|in the past))|trying to (?:quit|cut|stop)|\bfumo\b(?! (?:marihuana|mota|tod[oa]|much[oa]s? anos|hasta|de joven))(?!.*(?:lo dej|deje|antes))|soy fumador/,
        answers:
          /^\W*(?:(?:well|oh|um|unfortunately|ay|pues|afraid so)[\s,]+)*(?:yes|yeah|yep|yup|si|sure|i do|he does|she does|sometimes|occasionally|socially|a veces|de vez en cuando|solo (?:cuando|en|los|si)|only (?:when|on)|socialmente|(?:muy )?poc[oa]|poquit[oa]|(?:solo )?(?:los )?fines de semana|(?:puros?|toscanos?|habanos?|en pipa|pipa|cigars?|a pipe|hookah|narguile)\b|en fiestas|como (?:una )?(?:chimenea|carretero)|like a chimney|algun(?:o|os)?(?: que otro)? cigarr\w+|only on weekends|on weekends|(?:i'm |i am )?down to (?:\w+|\d+)|(?:(?:unos?|como|tipo|about|maybe|around) )*(?:\d+|dos|tres|cuatro|cinco|seis|ocho|diez|quince|veinte|five|ten|fifteen|twenty|three|four) (?:al|por|a|per|cada|each) (?:dia|day)|a few|a couple|about (?:a|half|one|two)|half a pack|a pack|one pack|(?:medi[oa]|un|una|dos|tres|cuatro|cinco|\d+) (?:paquetes?|cajetillas?|atados?|cigarr\w+|puchos?|tabacos?|pitillos?))\b(?!.*(?:used to|quit|stopped|in the past|years ago|deje|antes))/,
      },
    ],
  },
  {
    id: 'marital',
    about: /\b(?:marital|married|relationship status|civil|estado civil)\b/,
    asks: /\bmarried\b|marital|how(?:'s| is| are| has)(?: \w+)? your (?:wife|husband|spouse)|single|divorced|widow|estado civil|casad[oa]|solter[oa]|relationship status|wife|husband|significant other/,
    choices: [
      {
        named: /^(?:single|never married|solter[oa])$/,
        says: /\b(?:i'm|i am|she's|he's|she is|he is|soy|estoy|happily|remained|still) (?:\w+ )?(?:single|solter[oa])\b|never (?:been |got |gotten )?married/,
        answers: /^\W*(?:no|nope)\W+never\b|\b(?:single|never(?: been| got)? married|solter[oa])\b/,
      },
      {
        named: /^(?:married|casad[oa])$/,
        asked:
          /you and your (?:husband|wife) (?:been )?(?:married|together)|how long have you (?:two |guys )?been married|cuanto(?: tiempo)? (?:llevan|lleva|hace que (?:esta|estan)) casad|one happy married couple|\bhow(?:'s| is| are| has| have)(?: \w+)? your (?:wife|husband|spouse)\b/,
        says: /\b(?:i'm|i am|i've been|been|we're|we are|we've been|she's|he's|she is|he is|he has been|she has been|happily|soy|estoy|got|we got) (?:\w+ ){0,2}(?:re)?(?:married|casad[oa])\b|(?<!from |ex |late |lost |buried |losing |when )\b(?:my|mi) (?!ex|late|first)(?:\w+ )?(?:wife|husband|spouse|esposo|esposa|marido)\b(?!'?s? (?:passed|died|who passed|murio))|(?:married|casad[oa]) (?:to|for|with|con|desde)/,
        answers:
          /\b(?:married|wife|husband|spouse|casad[oa]|esposo|esposa|marido)\b|^\W*(?:yes|yeah|yep|si|i am|for (?:the )?(?:last |past |about |over |almost )*\w+ years|since|going on|almost)\b/,
      },
      {
        named: /partner|cohabit|pareja|union libre|common.?law/,
        says: /(?:live|living|vivo|lives) (?:\w+ ){0,2}(?:my |with my |mi |con mi )(?:\w+ )?(?:boyfriend|girlfriend|partner|fiancee?|pareja|novi[oa])|union libre/,
        answers: /boyfriend|girlfriend|partner|fiancee?|pareja|novi[oa]|union libre/,
      },
      {
        named: /^(?:divorced|separated|divorciad[oa]|separad[oa])/,
        says: /\b(?:i'm|i am|i've been|been|got|we|she's|he's|soy|estoy|recently|now) (?:\w+ ){0,2}(?:divorced|separated|divorciad[oa]|separad[oa])\b|my ex[- ]?(?:wife|husband)|divorced (?:in|for|from|since|\w+ years)/,
        answers: /divorced|separated|divorciad[oa]|separad[oa]/,
      },
      {
        named: /^(?:widow|viud)/,
        says: /\bwidow(?:ed|er)?\b|\bviud[oa]\b|(?:my|mi) (?:late )?(?:wife|husband|spouse|esposo|esposa|marido)\b.{0,20}(?:passed|died|dead|fallecio|murio)|(?:lost|buried|losing) my (?:wife|husband)|late (?:wife|husband)/,
        saysAcross:
          /\b(?:my|mi) (?:\w+ )?(?:wife|husband|spouse|esposo|esposa|marido)\b[^!?]{0,90}\b(?:he|she|el|ella)?'?s? ?(?:\w+ )?(?:died|passed away|fallecio|murio)\b/,
        answers: /widow|viud[oa]|passed away|died/,
      },
    ],
  },
  {
    id: 'employment',
    about: /(?:work|employment|job|laboral) status|situacion laboral|\bemployment\b/,
    asks: /\bhow(?:'s| is| has) (?:the |your )?(?:work|job)\b|\b(?:do|does|are|is|did) (?:you|he|she)(?: \w+)? (?:work|working|employed|retired|have a job)\b|employ|retire|occupation|for (?:a living|work)|what do you do\b|where do you work|still working|current job|\ba que se dedica|trabaja|jubilad/,
    choices: [
      {
        named: /^(?:retired|jubilad[oa]|pension)/,
        says: /\b(?:i'm|i am|now|been|she's|he's|he is|she is|recently|i|have|estoy|soy|just|currently|fully|semi) (?:\w+ )?(?:retired|jubilad[oa])\b|\bretired (?:from|in|now|since|two|three|five|ten|about|after|last|\w+ years)|me jubile|^\W*retired\b/,
        answers: /\bretired|jubilad[oa]|me jubile/,
      },
      {
        named: /^(?:student|estudiante)/,
        says: /\b(?:i'm|i am|she's|he's|he is|she is|soy) (?:\w+ ){0,4}(?:student|estudiante)\b|(?:i'm|i am|she's|he's|still|go to|goes to|in) (?:in |at |to )?(?:school|college|university|high school)\b|(?:sophomore|freshman|(?:a|my|his|her) (?:junior|senior) (?:in|year|at))|in (?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) grade|major(?:ing)? in|estudio\b/,
        answers: /student|school|college|university|estudi/,
      },
      {
        named: /^(?:disabled|disability|incapacitad|discapac)/,
        says: /on disability|disabled|(?:receive|get|collect)\w* disability|incapacidad/,
        answers: /disab|incapacidad/,
      },
      {
        named: /^(?:unemployed|not working|desemplead|desocupad|parad|sin trabajo)/,
        says: /unemployed|(?:lost|quit|left) my job|laid off|between jobs|\b(?:i|he|she)(?:'m| am|'s| is| do| does)?(?:n't| not) (?:currently |really |actually )?(?:working|employed|work\b(?! out)|have a job)|stay[- ]at[- ]home|housewife|homemaker|desempleado|sin trabajo|no trabajo/,
        answers: /unemployed|laid off|between jobs|homemaker|housewife|(?:not|n't) (?:\w+ ){0,2}(?:work|working)\b|desempleado/,
      },
      {
        named: /^(?:employed|working|full.?time|empleado|trabaja)/,
        asked:
          /\bhow(?:'s| is| has| are things at)?(?: your)? (?:work|job)(?: \w+){0,2}? (?:going|been|treating|treatin|these days|lately)|how(?:'s| is) (?:work|the job)\b|como (?:va|le va|te va)(?: en)? (?:el|tu|su) trabajo/,
        says: /\b(?:am|i'm) (?:now |currently |still )?working\b(?! (?:out|on my|with a|hard (?:to|on)))|\b(?:i|he|she)(?:'ve been| have been| has been| do| still| currently| also| actually| just| presently|'m| am| is|'s)* (?:work|works|working)\b(?! (?:out|up|on my|with a (?:personal )?trainer))(?: (?:as|at|for|in|on|with|from|part|full|two|three|nights?|days?|the))|\b(?:i'm|i am|he's|she's|he is|she is|soy) (?:currently )?(?:an? |un |una )?(?:\w+ ){0,3}(?:teacher|nurse|engineer|driver|manager|clerk|secretary|accountant|lawyer|attorney|mechanic|carpenter|electrician|plumber|cook|chef|waitress|waiter|cashier|farmer|officer|programmer|salesman|salesperson|worker|technician|contractor|realtor|banker|firefighter|policeman|hairdresser|housekeeper|janitor|welder|painter|supervisor|assistant|analyst|consultant|professor|librarian|pharmacist|therapist|librarian|maestr[oa]|enfermer[oa]|ingenier[oa]|abogad[oa]|chofer|cociner[oa])\b|trabajo (?:en|de|como)|i own (?:a|my own) (?:\w+ )?(?:business|company|shop|store)|self[- ]employed/,
        answers:
          /^\W*(?:yes|yeah|i do|si)\b|\bi (?:work|install|build|drive|teach|sell|clean|cook|fix|repair|run|own|manage|write|design|deliver|operate|paint|farm|program|do construction)\b|\bi'm an? (?!retired|student)\w+|self[- ]employed|\btrabajo\b/,
      },
    ],
  },
  {
    id: 'hand',
    about: /(?:dominant|writing) hand|handed|mano dominante/,
    asks: /(?:right|left)[- ](?:handed|hand dominant)|dominant|which hand (?:do|did|does)|diestro|zurdo/,
    choices: [
      {
        named: /^right|derech|diestr/,
        says: /right[- ]hand(?:ed| dominant)|\brighty\b|\bdiestr[oa]\b|write with my right/,
        answers: /\bright\b|derech|diestr/,
      },
      {
        named: /^left|izquierd|zurd/,
        says: /left[- ]hand(?:ed| dominant)|\blefty\b|\bsouthpaw\b|\bzurd[oa]\b|write with my left/,
        answers: /\bleft\b|izquierd|zurd/,
      },
      { named: /^both|ambi/, says: /ambidextrous|ambidiestr/, answers: /\bboth\b|ambas|ambidextrous/ },
    ],
  },
  {
    id: 'side',
    about: /^(?:\w+ )?side$|\blado\b/,
    asks: /\b(?:is|was|are) (?:it|this|that) (?:\w+ ){0,3}(?:right|left)\b|which (?:\w+ )?(?:knee|shoulder|arm|leg|hip|ankle|foot|hand|wrist|elbow|eye|ear|breast)\b|(?:which|what|on the|left or right|right or left|both) (?:side|sides|one|left|right)|de que lado|cual lado|\bboth\b(?! of (?:you|us|them))/,
    choices: [
      {
        named: /^left|izquierd/,
        says: /\bleft[- ](?:\w+ ){0,2}?(?:side|shoulder|knee|arm|leg|hip|ankle|foot|hand|wrist|elbow|eye|ear|hip|flank|breast|thumb|finger|toe|heel|thigh|calf|buttock|groin|neck|jaw|cheek|face|rib|kidney|lower|upper|big toe|index|ring|middle|hemi\w+)|(?:in|on|of|to) (?:my|the|his|her) left\b|lado izquierdo|(?:rodilla|pierna|mano|oreja|muneca|cadera) izquierda|(?:brazo|hombro|pie|oido|ojo|tobillo|codo) izquierdo/,
        answers: /\bleft\b|izquierd/,
      },
      {
        named: /^right|derech/,
        says: /\bright[- ](?:\w+ ){0,2}?(?:side|shoulder|knee|arm|leg|hip|ankle|foot|hand|wrist|elbow|eye|ear|hip|flank|breast|thumb|finger|toe|heel|thigh|calf|buttock|groin|neck|jaw|cheek|face|rib|kidney|lower|upper|big toe|index|ring|middle)|(?:in|on|of|to) (?:my|the|his|her) right\b|lado derecho|(?:rodilla|pierna|mano|oreja|muneca|cadera) derecha|(?:brazo|hombro|pie|oido|ojo|tobillo|codo) derecho/,
        answers: /\bright\b(?! (?:now|here|there|away|after|before))|derech/,
      },
      {
        named: /^both|ambos|bilateral/,
        says: /\bboth (?:\w+ )?(?:sides|knees|shoulders|arms|legs|hips|ankles|feet|hands|wrists|elbows|eyes|ears|breasts|thumbs|heels|thighs|calves)|bilateral|(?:ambos|ambas|los dos) (?:lados|rodillas|brazos|piernas|ojos|oidos)/,
        answers: /\bboth\b|ambos|ambas|los dos|las dos|bilateral/,
      },
    ],
  },
  {
    id: 'day-part',
    isOfThing: true,
    about: /momento del dia|part of (?:the )?day|time of day|franja|jornada|\bturno\b/,
    asks: /mananas? o (?:en |por |de |a )?(?:las? )?tardes?|morning or afternoon|(?:que|cual) (?:momento|horario|franja|turno)|what time of day|mornings? or/,
    choices: [
      {
        named: /morning|manana/,
        says: /\b(?:por|en|a|de) la(?:s)? manan(?:as?|itas?)\b|\bcualquier manana\b|\btempranit[oa]\b|\ba primera hora\b|\bfirst thing\b|\b(?:a\.?m\.?|in the morning|mornings?)\b/,
        answers: /\bmananas?\b|morning|tempran|\bam\b/,
      },
      {
        named: /afternoon|tarde/,
        says: /\b(?:por|en|a|de) la(?:s)? tard(?:es?|ecitas?)\b|\bdespues de (?:comer|almorzar)\b|\b(?:in the afternoon|afternoons?|mediodia)\b/,
        answers: /\btardes?\b|afternoon|mediodia|after lunch/,
      },
      {
        named: /evening|night|noche/,
        says: /\b(?:por|en|a|de) la(?:s)? noches?\b|\b(?:in the evening|evenings?)\b|\bnochecita\b/,
        answers: /\bnoches?\b|evening|after work/,
      },
    ],
  },
  {
    id: 'contact-way',
    isOfThing: true,
    about: /como confirmar|contact (?:method|preference|by)|medio (?:de )?contacto|preferred contact|how to (?:reach|confirm)/,
    asks: /(?:confirm\w*|aviso|avisamos|mando|mandamos|envio|enviamos|escrib\w*|recordatorio)[^?]*\bpor (?:correo|whats\w*|wasap|telefono|sms|mensaje|mail|e-?mail|llamada|texto)|como (?:le |te |lo |la |prefiere |quiere |desea )*(?:confirm|avis|contact)|how (?:should|can|shall|would) (?:we|you) .{0,20}(?:confirm|reach|contact)|por (?:donde|que medio)/,
    choices: [
      {
        named: /call|phone|llamada|telefon/,
        says: /(?:llamenn?os|llamenme|llameme|llamame|llamadme|me (?:hablan|marcan)|marquenme|marqueme|marcame|hablenme|hableme|llamando(?:me)?\b|un telefonazo|un llamado|(?:que le hablen|le hablan|hablen) (?:por telefono|a mi \w+)|me (?:llaman|llame|llamas)|que me llamen|una llamada|por telefono|call me|phone me|give me a (?:call|ring)|ring me)\b/,
        answers: /llamad|llam[ae]|telefon|\bcall\b|phone|ring/,
      },
      { named: /whats/, says: /\b(?:whats?app|wasap|guasap|wsp|wpp|whatsap)\b/, answers: /whats?app|wasap|guasap|\bwsp\b|\bwpp\b|whatsap/ },
      {
        named: /email|mail|correo/,
        says: /(?:por|al|a mi|un|un) (?:correo|e-?mail|mail)\b|(?:by|via|send me an?) e-?mail|e-?mail me/,
        answers: /correo|e-?mail|\bmail\b/,
      },
      { named: /sms|text/, says: /\b(?:sms|text me|mensaje de texto)\b/, answers: /\bsms\b|\btext\b|mensaje/ },
    ],
  },
  {
    id: 'language',
    isOfThing: true,
    about: /\b(?:idioma|language|lengua)\b/,
    asks: /idioma|language|(?:ingles|espanol) o|english or/,
    choices: [
      {
        named: /^(?:es|spa|spanish|espanol|castellano)/,
        unless: /no (?:\w+ ){0,4}(?:espanol|castellano)|(?:not|n't) (?:\w+ ){0,4}spanish/,
        says: /(?:en|hable|hablen|habla|atiend\w+ en|prefer\w*) (?:\w+ )?(?:espanol|castellano)|in spanish|speaks? spanish|spanish,? please|spanish[- ]speaking/,
        answers: /espanol|spanish|castellano/,
      },
      {
        named: /^(?:en|eng|english|ingles)/,
        unless:
          /(?:no|poco|mal|nada de|ingles no) (?:\w+ ){0,4}ingles|ingles (?:no|mas o menos|poco)|(?:not|n't|no|little|broken) (?:\w+ ){0,4}english/,
        says: /(?:en|hable|hablen|atiend\w+ en|prefer\w*) (?:\w+ )?ingles|in english|english,? please/,
        answers: /ingles|english/,
      },
    ],
  },
  {
    id: 'urgency',
    isOfThing: true,
    about: /urgencia|urgency|how soon|priority|prioridad/,
    asks: /urge|urgen|para cuando|(?:para )?cuando (?:lo|la|le|necesit|quiere|podemos|vamos)|how (?:soon|urgent)|corre prisa|prisa|when should we come|when do you need|hurry/,
    choices: [
      {
        named: /today|now|immediate|urgent|hoy|emergency/,
        asked: /\b(?:es (?:muy )?urgente|is (?:it|this) (?:\w+ )?(?:urgent|an emergency)|(?:le|te|os) (?:corre|urge)|corre prisa)\b/,
        says: /\bhoy mismo\b|(?:que sea|para|tiene que ser) hoy\b(?! en\b)|(?:lo )?antes posible|corre (?:mucha )?prisa(?!\W*no)|ya mismit\w*|hoy mismit\w*|lo mas rapido|urge(?= *[!.]|$)|(?<!no |no me |no nos )urge (?:mucho|muchisimo|ya|bastante)|me urge|nos urge|cuanto mas rapido|right now|immediately|as quick\w* as|por favor ya|cuanto antes|lo antes posible|lo mas pronto|urgente|urgentisimo|ahora mismo|ya mismo|\basap\b|as soon as (?:possible|you can)|right away|\btoday\b.{0,20}(?:please|if)|es una emergencia|(?:no puede|no puedo) esperar|de inmediato|inmediatamente/,
        unless:
          /no (?:es |tiene que ser )?(?:para )?(?:hoy|ya)\b|\bhoy(?: mismo)? (?:no|imposible|tampoco)\b|not? (?:for )?today|cero (?:prisa|apuro)|(?:not|n't) urgent|de hoy en|^\W*no\b(?!.*\bhoy\b)/,
        answers:
          /^\W*(?:(?:si|yes|uy|pues)\W+)*(?:much\w+|bastante|muy|super|urgentisimo|very|extremely)\b|\bpara ya\b|\bhoy\b(?! en\b)|\btoday\b|\bya\b|urge mucho|right now/,
      },
      {
        named: /week|semana|dias/,
        says: /esta (?:misma )?semana|semana que (?:viene|entra) que no pase|que no pase de(?: la)? (?:semana|lunes|martes|miercoles|jueves|viernes)|dentro de (?:la|esta) semana|en (?:dos|tres|un par de|unos|cuatro) dias|entre semana|within the week|in the next (?:few|couple)|estos dias|en (?:los|el) proximos? dias|this week(?:end)?|(?:este|el) fin de semana|(?:en )?estos dias|next few days|in a few days|antes del? (?:fin de semana|viernes|sabado)|un par de dias/,
        answers: /esta semana|this week|\bdias\b|manana|tomorrow|pasado/,
      },
      {
        named: /wait|esper|later|flexible|no rush|puede/,
        says: /(?:sin|no hay|no tengo|no corre|no me corre|no es tanta|no tanta|ninguna|cero|nada de|poca) (?:\w+ )?(?:prisas?|apuros?|urgencia)|sin apuro|puede esperar|cuando (?:ustedes )?(?:puedan|pueda|tengan|quieran|gusten)|no (?:me |nos )?(?:urge|corre)|no es urgente|no (?:rush|hurry)|\bno,? tranquil[oa]\b|con (?:toda )?tranquilidad|cuando se pueda|whenever(?! you can (?:today|but|pero))|can wait|not urgent|con calma/,
        answers: /puede esperar|^\W*(?:muy )?poca\b|no urge|tranquil|whenever|no rush/,
      },
    ],
  },
  {
    id: 'lives-with',
    about: /lives? with|household|vive con|convive/,
    asks: /live (?:alone|with|by|together)|living (?:situation|with|alone|arrangement)|who (?:do|does) (?:you|he|she) (?:\w+ )?live|who all lives|who lives|lives? (?:with|at home)|con quien vive|vive (?:sol|con)|at home with/,
    choices: [
      {
        named: /alone|sol[oa]$/,
        asked: /\b(?:live|lives|living|vive|vivis) (?:all )?(?:alone|by (?:yourself|himself|herself)|on your own|sol[oa])\b/,
        says: /\b(?:live|lives|living|vivo|vive) (?:\w+ )?(?:alone|a lone|by (?:myself|himself|herself)|on my own|sol[oa])\b/,
        answers: /\balone\b|^\W*(?:nobody|no one|nadie)\b|\bjust me\b|solo yo\b|by (?:myself|himself|herself)|\bsol[oa]\b|on my own/,
      },
      {
        named: /spouse|wife|husband|conyuge|espos/,
        asked: /your (?:wife|husband|spouse) (?:\w+ )?live together|live (?:together )?with your (?:husband|wife|spouse)/,
        unless:
          /\b(?:her|his|their) (?:husband|wife)|(?:lost|buried|late|ex)[- ](?:my )?(?:husband|wife|spouse)|(?:husband|wife) (?:died|passed)/,
        says: /\b(?:live|lives|living|vivo|vive)\b.{0,40}(?<!\b(?:her|his|their|su) )\b(?:wife|husband|spouse|espos[oa]|marido|mujer)\b/,
        answers: /\b(?:wife|husband|spouse|espos[oa]|marido)\b/,
      },
      {
        named: /partner|pareja/,
        says: /\b(?:live|lives|living|vivo|vive)\b.{0,30}\b(?:boyfriend|girlfriend|partner|fiancee?|pareja|novi[oa])\b/,
        answers: /\b(?:boyfriend|girlfriend|partner|fiancee?|pareja|novi[oa])\b/,
      },
      {
        named: /child|kids|hij/,
        says: /\b(?:kids|children|sons?|daughters?|boys|girls|hij[oa]s?)\b[^.;]{0,24}\b(?:lives?|stays?|viven?) (?:with me|with us|conmigo|con nosotros)|\b(?:live|lives|living|vivo|vive)\b.{0,50}\b(?:children|kids|sons?|daughters?|hij[oa]s?)\b(?! and (?:his|her) family)/,
        answers: /\b(?:children|kids|sons?|daughters?|hij[oa]s?)\b/,
      },
      {
        named: /parent|padre/,
        says: /\b(?:mother|father|mom|dad|parents|mama|papa|padres|madre|padre)\b[^.;]{0,16}\b(?:lives?|stays?|viven?) (?:with me|with us|conmigo|con nosotros)|\b(?:live|lives|living|vivo|vive)\b.{0,40}\b(?:parents|mother|father|mom|dad|padres|madre|padre|mama|papa)\b/,
        answers: /\b(?:parents|mother|father|mom|dad|padres|madre|padre|mama|papa|me and (?:his|her) (?:father|mother|dad|mom))\b/,
      },
      {
        named: /sibling|brother|herman/,
        says: /\b(?:live|lives|living|vivo|vive)\b.{0,60}\b(?:brothers?|sisters?|siblings?|herman[oa]s?)\b/,
        answers: /\b(?:brothers?|sisters?|siblings?|herman[oa]s?)\b/,
      },
      {
        named: /other|otros/,
        says: /\b(?:live|lives|living|vivo|vive)\b.{0,30}\b(?:roommates?|friends?|grand(?:mother|father|parents|ma|pa|son|daughter|children)|aunt|uncle|cousins?|amig[oa]s|abuel[oa]s?)\b/,
        answers:
          /\b(?:roommates?|friends?|grand(?:mother|father|parents|ma|pa|son|daughter|children)|aunt|uncle|cousins?|nephew|niece|amig[oa]s|abuel[oa]s?)\b/,
      },
    ],
  },
];

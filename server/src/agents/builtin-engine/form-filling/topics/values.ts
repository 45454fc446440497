import type { Topic } from './topic.ts';

/** Numbers, dates, times and texts that forms ask for. */
export const VALUES: readonly Topic[] = [
  {
    id: 'age',
    about: /^(?:patient )?(?:age|edad)\b|\bedad (?:actual|del paciente)/,
    asks: /how old (?:are|is)|(?:your|his|her|what) age|\bthe age\b|que edad|cuantos anos (?:tiene|tienes|tenes)|\bedad\b|how old\b(?!.*(?:appliance|heater|when))/,
  },
  {
    id: 'weight',
    about: /^(?:\w+ )?(?:weight|peso)\b(?! lo| per|.*(?:lost|perdid))/,
    asks: /\bweigh\b|\bweight\b(?! (?:loss|change|gain))|cuanto pesa|cuanto (?:mide|mides) y|\bpeso\b|\bpesas?\b/,
    says: /\b(?:weighs?|weight|weighing|weighed|peso|pesa|pesaba|pesando|scale|bascula)\b/,
  },
  {
    id: 'height',
    about: /\b(?:height|estatura|talla|altura)\b/,
    asks: /how tall|height|cuanto mide|\bmides?\b|estatura|talla|altura/,
    says: /\b(?:tall|height|mido|mide|estatura|talla|altura)\b/,
  },
  {
    id: 'temperature',
    about: /\b(?:temperature|temperatura)\b/,
    asks: /temperature|temperatura|\btemp\b|thermometer|termometro|que fiebre|cuanta fiebre|tenes fiebre|tiene fiebre|tienes fiebre/,
    says: /temperature|temperatura|thermometer|termometro|thermostat|termostato|\bfever\b|fiebre|calentura|degrees|grados/,
  },
  {
    id: 'pain',
    about: /\b(?:severity|pain (?:level|score|scale|intensity)|intensidad|dolor)\b/,
    asks: /(?:scale|escala).*(?:ten|10|diez)|(?:zero|one|0|1|cero|uno) (?:to|al|a|through) (?:ten|10|diez)|out of (?:ten|10)|how (?:bad|severe|intense)|rate (?:your|the) pain|cuanto (?:le |te )?duele|que tanto (?:le |te )?duele|intens|how much pain/,
    says: /out of (?:ten|10)|\/ ?10\b|sobre (?:10|diez)|de (?:10|diez)\b|on (?:a|the) (?:\w+ )?scale/,
  },
  {
    id: 'birth-date',
    about: /birth ?date|date of birth|\bdob\b|nacimiento|birthday/,
    asks: /born|birth|nacimiento|nacio|naciste|nacid|\bdob\b|birthday|cumpleanos/,
    says: /born|birth|nac[ii]|nacid|cumple|birthday|\bdob\b/,
  },
  {
    id: 'last-period',
    about: /last period|menstrua|ultima regla|\blmp\b/,
    asks: /last (?:menstrual )?(?:period|cycle)|\bl ?m ?p\b|ultima (?:regla|menstruacion)/,
    says: /\bperiod|menstrua|\bcycle\b|regla\b/,
  },
  {
    id: 'onset',
    about: /since when|desde cuando|onset|inicio|duration|how long|empez|comenz|duracion|started/,
    asks: /how long|since when|when did (?:(?:it|this|these|that|they|the|your|you|he|she) (?:\w+ ){0,4}?)?(?:start|begin|first|notice|happen|come|occur|develop)|desde cuando|cuando (?:le |te )?(?:empez|comenz|inici|aparec|fue|se )|hace cuanto|cuanto tiempo|how many (?:days|weeks|months)|first notice|desde que dia|since when is/,
    says: /\b(?:since|started|began|begun|start|for (?:the )?(?:past|last)|for (?:about |around |almost |nearly |over |like )?(?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten|a few|several)|ago|past|desde|hace|llevo|lleva|empez\w+|comenz\w+)\b/,
  },
  {
    id: 'wish-date',
    about:
      /(?:preferred|desired|requested|appointment|preferid[ao]|dese?ad[ao]|cita) (?:date|day)|(?:date|day|dia|fecha) (?:preferid|desead|de la (?:cita|visita))|(?:dia|fecha) preferid|which day/,
    asks: /(?:que|para que|cual) (?:dia|fecha)|(?:para )?cuando (?:la|lo|le|te|podria|puede|podemos|pueden|quiere|seria|desea|necesit|vamos|prefiere)|what (?:day|date)|when (?:would|can|could|should|do you|shall|works)|which day|dia (?:prefiere|le|te)/,
    says: /\b(?:cita|appointment|puedo|podria|puede|seria|ideal|prefer\w*|mejor|vengan|pasen|come|book|schedule|works|viene bien|agendar|turno|hora)\b/,
  },
  {
    id: 'wish-time',
    about: /(?:preferred|desired|requested|appointment) (?:time|hour)|hora (?:preferid|desead|de la cita)|what time/,
    asks: /(?:a |que |cual )(?:que )?hora|what time|which time|horario|mananas? o (?:en |por |a )?(?:la )?tarde|morning or afternoon|(?:para )?cuando|when (?:can|could|should|would)|que dia|what day/,
    says: /.*/,
  },
  {
    id: 'name',
    about: /^(?:(?:full|patient|first|last|your|customer|client) )*(?:name|nombre)\b|nombre (?:completo|del|y)|full name|patient name/,
    asks: /\bname\b|nombre|como (?:te|se) (?:llama|llamas|llaman)|who am i (?:speaking|talking)|con quien (?:hablo|tengo)|llamas\b/,
  },
  {
    id: 'phone',
    about: /\b(?:phone|telephone|telefono|celular|movil|cell|mobile)\b/,
    asks: /phone|telefono|celular|movil|number (?:to|where|we)|numero (?:donde|al|de contacto|para)|\bcell\b|un numero/,
  },
  { id: 'email', about: /\b(?:e ?mail|correo)\b/, asks: /e-?mail|correo|\bmail\b/ },
  {
    id: 'address',
    about: /\b(?:address|direccion|domicilio)\b(?!.*mail)/,
    asks: /address|direccion|domicilio|donde (?:vive|es|queda|esta)|where (?:do you live|are you|is the)/,
    says: /\b(?:calle|avenida|avda?|av|street|st|road|rd|avenue|ave|drive|dr|lane|ln|blvd|boulevard|plaza|paseo|privada|pasaje|urbanizacion|urb|carrera|cra|colonia|camino|jiron|court|way)\b/,
  },
  { id: 'floor', about: /^(?:piso|planta|floor)\b/, asks: /piso|planta|floor|direccion|address|domicilio/ },
  {
    id: 'reason',
    about: /chief complaint|reason (?:for|of)|motivo|main (?:symptom|complaint|problem)|presenting|queja|why/,
    asks: /(?:what|how) (?:brings|brought|can (?:i|we)|seems|is (?:going on|the (?:problem|matter|issue|reason))|happened|are you (?:here|seeing)|may i help|else can)|what'?s (?:going on|wrong|the (?:problem|matter|issue)|bother)|why are you|reason for|(?:en )?que (?:le|te|os|se|lo|la)? ?(?:podemos|puedo|ayud|pasa|ocurre|anda|sucede|trae|ofrece|necesita|duele)|que necesita|que (?:le|te) (?:anda )?pasa|motivo|(?:como|en que) (?:le|te|os|lo|la) (?:ayud|puedo)|cuentame|cuenteme|digame|dime|para que (?:es|quiere|necesita)|tell me (?:about|what|more)|how are you (?:feeling|doing)|what can (?:i|we) do|what symptoms|complain/,
  },
  {
    id: 'insurer',
    about: /aseguradora|insurer|insurance (?:company|provider|carrier|name|plan)|compania de seguro/,
    asks: /(?:que|cual|con que) (?:\w+ )?(?:seguro|aseguradora|prevision|obra social|prepaga|mutua|compania)|(?:which|what) (?:\w+ )?(?:insurance|insurer|carrier|plan)|seguro|prevision|prepagada?|obra social|mutua|insurance/,
    says: /(?:tengo|tiene|con|por|soy de|esta en|estoy en|afiliad[oa] a)/,
  },
  { id: 'brand', about: /\b(?:marca|brand|make|manufacturer)\b/, asks: /\bmarca\b|brand|\bmake\b/, says: /\bmarca\b|\bbrand\b/ },
  {
    id: 'appliance-age',
    about: /antiguedad|(?:appliance|unit|heater|boiler) age|age of (?:the )?(?:appliance|unit|heater|boiler)/,
    asks: /cuantos anos tiene|que antiguedad|antiguedad|how old (?:is|are)|how old\b|anos tiene|cuanto tiempo tiene/,
    says: /\b(?:comprad|compramos|compre|instal|bought|installed|old|antiguedad)/,
  },
  {
    id: 'occupation',
    about: /\b(?:occupation|profession|job|ocupacion|profesion)\b(?!.*status)/,
    asks: /occupation|(?:do|did) (?:you|he|she) do (?:for|to|as)|for (?:a living|work)|where (?:do|did) you work|kind of work|what (?:do|did) you do\b(?! (?:for fun|about|when|to|after|then))|your job|line of work|profession|\ba que se dedica|en que trabaja|\boccupation/,
    says: /\b(?:i|he|she)(?:'m| am| do|'ve| have| was| used to| still| is)* (?:work(?:s|ed|ing)?|a|an)\b/,
  },
  {
    id: 'children',
    about: /\b(?:children|kids|hijos)\b(?!.*with)/,
    asks: /(?:children|kids|hijos|sons|daughters)/,
    says: /\b(?:children|kids|sons?|daughters?|boys?|girls?|hij[oa]s?)\b/,
  },
  {
    id: 'pregnancies',
    about: /\b(?:pregnancies|embarazos|gravida)\b/,
    asks: /how many (?:times .*)?pregnan|times (?:have|were) you .*pregnan|pregnancies|cuantos embarazos/,
    says: /pregnan|embaraz|gravida/,
  },
  {
    id: 'packs',
    about: /packs?\b|cigarettes (?:a|per)|cajetillas/,
    asks: /how (?:much|many)(?! years)(?!.*(?:drink|alcohol|beer|wine|coffee|children)).*(?:smoke|cigarettes|packs?|tobacco)|packs?|how (?:much|many) (?:do|did|a|per|cigar)|cuantos (?:cigar|paquetes)|^\W*how (?:much|often|many)\W*$/,
    says: /\b(?:packs?|cigarettes?|cigarros?|cigarrillos?|cajetillas?|atados?|paquetes?)\b/,
  },
  {
    id: 'years-smoked',
    about: /years? (?:of )?smok|smoked (?:for )?years|anos (?:de )?fum/,
    asks: /(?:how (?:long|many years)).*(?:smok|habit)|how long (?:have|did) you smoke|cuantos anos .*fum/,
    says: /\bsmok\w*|fum(?:e|aba|o|ado)\b/,
  },
  {
    id: 'years-quit',
    about: /(?:since|years?).*(?:quit|stopp)|(?:quit|stopp)\w*.*(?:since|ago|years)/,
    asks: /(?:when|how long).*(?:quit|stop|gave up)|cuando (?:lo )?dej/,
    says: /\b(?:quit|stopped|gave (?:it|them)? ?up|deje|kicked)\b/,
  },
  {
    id: 'drinks-week',
    about: /drinks? (?:a|per|each) week|weekly drinks|alcohol (?:units|per week)|copas (?:a la|por) semana/,
    asks: /how (?:much|many|often).*(?:drink|alcohol|beer|wine|glasses)|alcohol|\bdrink\b|^\W*how (?:much|often|many)\W*$/,
    says: /\b(?:drinks?|beers?|wines?|glass(?:es)?|copas?|cervezas?|shots?|cocktails?)\b/,
  },
  {
    id: 'weight-lost',
    about: /weight (?:loss|lost)|lost weight|peso perdido|perdida de peso/,
    asks: /(?:how much).*(?:weight|lost|lose)|(?:lost|losing|loss of|weight loss|lose) (?:\w+ )?weight|weight (?:loss|change)/,
    says: /\b(?:lost|lose|losing|dropped|down|perdi|perdido|bajado|baje)\b/,
  },
  { id: 'grade', about: /\bgrade\b/, asks: /\bgrade\b|what year/, says: /\bgrade/ },
  {
    id: 'allergens',
    about: /(?:allergy|allergic|alergia)\w* (?:drugs|medic)|which medic|alergenos|\bcuales\b|allergens/,
    asks: /allerg|alerg/,
    says: /allerg|alerg|reaction/,
  },
];

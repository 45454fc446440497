import type { Topic } from './topic.ts';

/** What households ask a tradesman for. */
export const SERVICE: readonly Topic[] = [
  {
    id: 'household-problem',
    isOfThing: true,
    about: /tipo de (?:problema|averia|servicio)|type of (?:problem|issue|service|job)|(?:problem|issue|service) type/,
    asks: /(?:en que|que) (?:le|te|os|se)? ?(?:puedo|podemos|ayud|pasa|ocurre|ofrece|necesita)|what (?:is|seems|can)|how can|digame|cuenteme/,
    choices: [
      {
        named: /install|replace/,
        says: /\binstal(?:ar|en|ado|arme|arnos|acion|e|o|armela|armelo|arla|arlo|all\w*)\b|(?:put in|replace|cambiar|cambien|cambiarl[ao]|poner|pongan|ponerme|colocar|coloquen|montar|conectar|conecten|hook up|swap|set up)\b.{0,40}\b(?:new|nuev[oa]s?|calentador|boiler|caldera|lavabo|grifo|griferia|heater|toilet|faucet|inodoro|calefon|termo|bidet|lavadora|lavavajillas|lavaplatos|lavarropas|dishwasher|washer|ducha|regadera|llave mezcladora|tinaco|bomba|sink|disposal|cocina|estufa|secadora|dryer)|\b(?:compr|me (?:trajeron|traen|llego|llega))\w*\b.{0,40}\b(?:lavadora|calentador|calefon|termo|caldera|boiler|inodoro|grifo|lavavajillas|lavarropas|cocina|estufa|heater|toilet|faucet)\b.{0,60}\b(?:instal|pong|coloq|conect|mont)/,
      },
      {
        named: /gas/,
        says: /(?:fuga|escape|leak|perdida) (?:\w+ )?(?:de|of) gas\b|gas leak|(?:huel\w*|oler|ol[ioe]\w*|olor\w*|apest\w*|hied\w*|tufo|peste|hedor|smell\w*|stink\w*|stench|whiff)(?:[ ,]+[\w']+){0,5}?[ ,]+(?:a |of |like )?(?:gas|huevos? podridos?|rotten eggs?)\b/,
      },
      {
        named: /no.?hot.?water|hot.?water/,
        says: /agua caliente (?:ya |tampoco )?no\b(?! hace falta)|(?:no|sin|not|n't|ni gota de|zero|lost|se (?:me |nos )?(?:acabo|termino|fue)(?: el)?|run out of|ran out of) (?:\w+ ){0,4}(?:agua caliente|hot water)|agua(?: \w+){0,3} (?:fria|helada|congelada|tibia)|(?:ducha|duchar\w*|banar\w*|shower\w*)(?: \w+){0,4} (?:fria|helada|congelad\w+|cold|freezing)|water(?: \w+){0,4} (?:cold|freezing|icy|ice cold|lukewarm)|(?:calefon|calentador|boiler|termo|termotanque|calentador de agua|water heater|califont|therma|terma)\b.{0,40}\b(?:no (?!deja)|se (?:me )?(?:apag|descomp|romp|jod|dan|quem|murio)|apag|falla|isn't|not|broke|died|won't|stopped|dead)|(?:no|se (?:me )?apag\w*|falla|no (?:prende|enciende|calienta|funciona|anda|arranca)) (?:\w+ ){0,3}(?:calefon|calentador|boiler|termo|termotanque|califont)\b|hot water (?:is |has )?(?:gone|out|not|stopped)/,
      },
      {
        named: /heat/,
        says: /(?:no|sin|not|n't) (?:\w+ ){0,4}(?:calefaccion|radiador\w*|estufa|(?<!water )heat(?:er|ing)?(?! water)|furnace|caldera)\b|(?:calefaccion|calefactor|radiador\w*|estufa|(?<!water )heat(?:er|ing)|furnace|heat pump|bomba de calor|suelo radiante|losa radiante)\b[^.;,!?]{0,40}\b(?:no\b(?! se\b)|se (?:me |nos )?(?:apag|romp|descomp|par)\w*|apag\w*|fri[oa]s?|helad\w*|falla\w*|isn't|not|won't|broke\w*|stopped|died|quit|cold|out\b|dead)|\bno heat\b|(?:casa|piso|depto|departamento|house|place|apartment)(?: \w+){0,4} (?:congelad\w+|helad[oa]|freezing)/,
        hint: /\bcalefaccion|calefactor|radiador\w*|\bestufa|suelo radiante|losa radiante|piso radiante|heat pump|bomba de calor|thermostat|termostato|(?<!water )\bheat(?:er|ing)\b(?! water)|furnace|\bcaldera/,
      },
      {
        named: /clog|block|drain/,
        says: /\batasc\w*|\batranc\w*|\batorad\w*|tapad[oa]s?\b|se (?:me |nos |le )?tap[oa]n?\b|\btaponad\w*|destap\w*|desatasc\w*|desague\w* (?:\w+ ){0,4}(?:lent\w+|despacio|mal)\b|\btapon\b|obstru\w*|tarda\w* (?:\w+ ){0,4}(?:en )?(?:vaciar|irse|bajar|desaguar)\w*|no se vacia|rebals\w*|desbord\w*|no (?:traga|baja|drena|desagua|corre|pasa el agua|se va el agua|absorbe)|(?:se|me) (?:regresa|devuelve|sube|queda) (?:\w+ ){0,2}(?:el )?agua|agua (?:\w+ ){0,3}(?:no (?:baja|se va|corre)|se (?:queda|estanca|regresa|devuelve))|clog\w*|blocked|blockage|backed up|backing up|overflow\w*|(?:drain|toilet|sink|tub|shower) .{0,24}(?:slow|stuck|won't drain|not draining|won't flush|fills up)|won't drain|not draining/,
      },
      {
        named: /leak/,
        says: /\bfugas?\b(?! de gas)|\bcae(?:n)? (?:\w+ ){0,2}(?:agua|gotas|goteras?)|chorr\w*|filtra\w*|\bhumedad(?:es)?\b|mancha (?:de (?:agua|humedad)|en el (?:techo|cielo))|charcos?\b|agua (?:por|en) (?:tod[oa]|el|la|los)(?: (?:el|la|los))? (?:suelo|piso|cocina|bano|garaje|pasillo|techo|parquet)|(?:suelo|piso) (?:\w+ )?(?:mojad|encharcad|llen[oa] de agua)|\bgote\w*|(?:sale|salga|saliendo|bota|botando|tira|tirando|pierde|perdiendo|suelta|mana|brota|escupe|se (?:me |nos )?(?:sale|escapa|filtra|mete|cuela)|perdida de|escape de) (?:\w+ )?(?:el )?agua|agua (?:\w+ ){0,2}(?:por (?:el techo|debajo|la base|todos lados)|saliendo|cayendo)|(?:tuberia|cano|caneria|tubo|manguera|flexible|canilla|grifo|llave) (?:\w+ ){0,2}(?:rot[oa]|revent\w*|pic(?:ad|o)\w*|rajad[oa]|partid[oa]|pierde|chorrea)|(?:se (?:me |nos |le )?(?:rompio|revento|pico|rajo|partio|zafo|solto)) (?:\w+ ){0,3}(?:tuberia|cano|caneria|tubo|manguera|flexible)|tubo roto|revent\w*|inund\w*|moj(?:a|ando|ado) (?:\w+ ){0,3}(?:techo|piso|suelo|pared)|(?<!gas )leak\w*(?! of gas)|drip\w*|burst|spray(?:ing|s)|gush\w*|flood\w*|water (?:is )?(?:coming|pouring|all over|everywhere|pooling)|puddle/,
      },
    ],
  },
  {
    id: 'home-relation',
    isOfThing: true,
    about: /relacion con la vivienda|relationship to (?:the )?(?:property|home)|owner or tenant|^relacion$/,
    asks: /(?:propietari|duen|inquilin|alquil|rent|owner|tenant|landlord|encargad|arriend)\w*|\bown\b|es (?:suy[oa]|tuy[oa]|propi[oa])\b|(?:casa|piso|departamento) propi[oa]/,
    choices: [
      {
        named: /manager|admin/,
        says: /^\W*(?:(?:soy|habla|llama|aqui|le habla)\s+)?(?:el |la )(?:administrador[a]?|encargad[oa]|porter[oa]|conserje|presidente|superintendent|property manager)\b|\badministro\b|\bi manage (?:the|this)\b|\bcomo (?:el |la )?(?:administrador|administradora|encargad[oa]|porter[oa]|conserje)\b|\b(?:soy|i'm|i am) (?:\w+ ){0,3}(?:encargad[oa]|administrador|administradora|porter[oa]|conserje|presidente|super\b|superintendent|property manager|manager)\b/,
        answers: /encargad|administrad|porter|conserje|manager/,
      },
      {
        named: /tenant|renter/,
        says: /\b(?:la |lo )?(?:estoy|estamos) (?:arrendando|alquilando|rentando)|\b(?:vivo|estoy|estamos|vivimos) (?:\w+ )?(?:de|en) (?:alquiler|renta)|\b(?:alquilo|rento|alquilamos|rentamos|renta(?:mos|ndo))\b|soy (?:\w+ )?inquilin[oa]|i'm (?:\w+ ){0,2}(?:renting|tenant)|\b(?:i|we) (?:just )?rent\b|(?:es|pago) (?:de )?(?:alquiler|renta|arriendo)|en arriendo|\bwe lease\b|\bi lease\b|es (?:alquilad|rentad)[oa]/,
        answers: /inquilin|alquil|\brent\w*|tenant|arrend|arriend|\bcaser[oa]\b|landlord|\bleas(?:e|ing)\b/,
      },
      {
        named: /owner/,
        says: /\b(?:soy|somos) (?:\w+ )?(?:la |el |los )?(?:propietari[oa]s?|duen[oa]s?)\b|\b(?:casa|piso|departamento|apartamento) (?:es )?(?:mi[oa]|propi[oa]|nuestr[oa])|(?:es|la casa es) (?:mi[oa]|propi[oa]|nuestr[oa])\b|\bescritur[ea]\w*|(?:pago|pagando|tengo) (?:la )?hipoteca|i own|i'm the (?:home)?owner|we own/,
        answers:
          /^\W*(?:no\W+)?(?:soy (?:el |la )?)?(?:propietari|duen)|\b(?:la|lo) (?:compre|compramos|herede|heredamos|construi|construimos|hizo mi (?:padre|abuelo|marido|papa)|levante)|es heredad[oa]|^\W*(?:de toda la vida|desde siempre|si\b.{0,15}(?:duen|propie|mi[oa])|propi|mi[oa]\b|duen|owner)|\bown (?:the|this|your|it)\b|\bdo you own\b|\b(?:i|we) own\b/,
      },
    ],
  },
];

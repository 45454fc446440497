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
        says: /\binstal\w*|(?:put in|replace|cambiar|cambien|poner|pongan|colocar)\b.{0,30}\b(?:new|nuev[oa]|calentador|boiler|caldera|lavabo|grifo|heater|toilet|faucet|inodoro|calefon|termo)/,
      },
      {
        named: /gas/,
        says: /(?:fuga|escape|leak) (?:\w+ )?(?:de|of) gas\b|gas leak|(?:huele|oler|olor|smell\w*)(?: \w+,?){0,4}? (?:a |of |like )?gas\b/,
      },
      {
        named: /no.?hot.?water|hot.?water/,
        says: /(?:no|sin|not|n't) (?:\w+ ){0,4}(?:agua caliente|hot water)|agua (?:fria|helada)|(?:calefon|calentador|boiler|termo|calentador de agua|water heater)\b.{0,40}\b(?:no |se (?:me )?(?:apag|descomp|romp)|apag|falla|isn't|not|broke|died|leak)|(?:no|se (?:me )?apag\w*|falla|no (?:prende|enciende|calienta)) (?:\w+ ){0,3}(?:calefon|calentador|boiler|termo)\b/,
      },
      {
        named: /heat/,
        says: /(?:no|sin|not|n't) (?:\w+ ){0,4}(?:calefaccion|radiador\w*|estufa|heat(?:er|ing)?|furnace|caldera)\b|calefaccion|radiador\w*|estufa|\bheat(?:er|ing)\b|furnace|\bno heat\b|caldera/,
      },
      {
        named: /clog|block|drain/,
        says: /\batasc\w*|tapad[oa]|se (?:me |nos )?tap[oa]|destap\w*|desague\w* (?:\w+ ){0,4}(?:lent\w+|despacio|mal)\b|tapo\b|se tapo|obstruid|no (?:traga|baja|drena|desagua)|clogged|blocked|backed up|(?:drain|toilet|sink) .{0,20}(?:slow|stuck|overflow)/,
      },
      {
        named: /leak/,
        says: /\bfugas?\b(?! de gas)|\bcae(?:n)? (?:\w+ ){0,2}(?:agua|gotas)|chorrea\w*|filtra\w*|\bhumedad(?:es)?\b|charcos?\b|goter\w*|gotea|se sale el agua|sale agua|pierde agua|perdida de agua|tubo roto|(?:tuberia|cano|tubo) (?:\w+ ){0,2}(?:rot[oa]|revent\w*|pic\w*)|revent\w*|inund\w*|(?<!gas )leak\w*(?! of gas)|drip\w*|burst/,
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
        says: /\bcomo (?:el |la )?(?:administrador|administradora|encargad[oa]|porter[oa]|conserje)\b|\b(?:soy|i'm|i am) (?:\w+ ){0,3}(?:encargad[oa]|administrador|administradora|porter[oa]|conserje|presidente|super\b|superintendent|property manager|manager)\b/,
        answers: /encargad|administrad|porter|conserje|manager/,
      },
      {
        named: /tenant|renter/,
        says: /\b(?:vivo|estoy|estamos|vivimos) (?:\w+ )?(?:de|en) (?:alquiler|renta)|\b(?:alquilo|rento|alquilamos|rentamos|renta(?:mos|ndo))\b|soy (?:\w+ )?inquilin[oa]|i'm (?:\w+ ){0,2}(?:renting|tenant)|\b(?:i|we) (?:just )?rent\b|(?:es|pago) (?:de )?(?:alquiler|renta|arriendo)|en arriendo|\bwe lease\b|\bi lease\b|es (?:alquilad|rentad)[oa]/,
        answers: /inquilin|alquil|\brent\w*|tenant|arrend|arriend|\bcaser[oa]\b|landlord|\bleas(?:e|ing)\b/,
      },
      {
        named: /owner/,
        says: /\b(?:soy|somos) (?:\w+ )?(?:la |el |los )?(?:propietari[oa]s?|duen[oa]s?)\b|\b(?:casa|piso|departamento|apartamento) (?:es )?(?:mi[oa]|propi[oa]|nuestr[oa])|(?:es|la casa es) (?:mi[oa]|propi[oa]|nuestr[oa])\b|i own|i'm the (?:home)?owner|we own/,
        answers:
          /^\W*(?:si\b.{0,15}(?:duen|propie|mi[oa])|propi|mi[oa]\b|duen|owner)|\bown (?:the|this|your|it)\b|\bdo you own\b|\b(?:i|we) own\b/,
      },
    ],
  },
];

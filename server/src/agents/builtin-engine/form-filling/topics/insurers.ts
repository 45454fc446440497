/** Insurances, public and private, that people name, folded; those whose names are common words are left to the words around them. */
const NAMED =
  'aetna|cigna|kaiser(?: permanente)?|blue ?cross(?: (?:and )?blue ?shield)?|blue ?shield|bcbs|anthem|united ?health ?care|uhc|medicare|medicaid|medi-?cal|tricare|molina|ambetter|wellcare|healthnet|health net|humana|florida blue|highmark|delta dental|metlife|geha|champva|carefirst|emblem ?health|oscar health|' +
  'sanitas|adeslas|segurcaixa|asisa|dkv|mapfre|axa|caser|muface|isfas|mugeju|divina pastora|fiatc|generali|allianz|imq|asefa|aegon|catalana occidente|santalucia|plus ultra|nectar|mutua madrilena|' +
  'osde|swiss medical|galeno|medife|omint|pami|ioma|osecac|union personal|accord|sancor|avalian|medicus|apross|iapos|osprera|osuthgra|ospe|osdepym|dosep|' +
  'fonasa|isapre|colmena|cruz ?blanca|banmedica|consalud|vida ?tres|masvida|' +
  'sura|colsanitas|compensar|nueva eps|salud total|coomeva|famisanar|colmedica|aliansalud|medplus|' +
  'imss|issste|gnp|seguros monterrey|bupa|inbursa|banorte|insabi|qualitas|plan seguro|' +
  'rimac|essalud|la positiva|oncosalud|iess|saludsa|ecuasanitas|confiamed|bmi|senasa|palic|' +
  'casmu|cosem|asse|igss|isss|ihss|ccss|ivss|assa|triple-?s|mcs|mmm';

export const INSURER = new RegExp(`\\b(?:${NAMED})\\b`);
/** What is answered to “what insurance?” by those who have none. */
export const NO_INSURER =
  /\b(?:ningun[oa]?|none|particular|privad[oa]|efectivo|cash|no tengo|sin seguro|nada|no|self|bolsillo|por mi cuenta|todavia|aun|depende|nope|uninsured)\b/;
/** It was so, and is no longer. */
export const INSURANCE_OVER =
  /\b(?:tenia|teniamos|tuve|antes|had|used to|deje|quite|cancel\w*|no tengo|se (?:me|nos) (?:corto|vencio|acabo|termino|cayo)|(?:me|nos) (?:dieron|dio|di) de baja|perdi|lost|expired|lapsed|ya no|no longer|dropped|hasta)\b/;

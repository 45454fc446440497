/** Words for people of somebody's circle, folded, as parts of patterns. What stands for a man and for a woman is in both. */
export const WOMEN =
  'mother|mom|mum|mama|mamma|momma|mommy|mami|stepmother|stepmom|daughter|stepdaughter|girl|wife|girlfriend|fiancee|sister|stepsister|grandmother|grandma|granny|nana|grandmom|granddaughter|aunt|auntie|niece|mother-in-law|sister-in-law|daughter-in-law|madre|madrastra|mamita|hija|hijita|hijastra|nina|ninita|nena|cria|chiquilla|chamaca|chamaquita|chavala|chava|muchacha|muchachita|esposa|mujer|senora|hermana|hermanita|abuela|abuelita|nieta|nietecita|tia|prima|sobrina|cunada|suegra|nuera|madrina|comadre|ahijada|novia|prometida|vecina|amiga|companera|jefa|jefita|pequena|chiquita|gorda|gordita|melliza|gemela|bebita|cuidadora|concuna|consuegra|tatarabuela|bisabuela|bisnieta';
export const MEN =
  'father|dad|daddy|papa|pops|stepfather|stepdad|son|stepson|boy|husband|hubby|boyfriend|fiance|brother|stepbrother|grandfather|grandpa|granddad|grandad|grandson|uncle|nephew|father-in-law|brother-in-law|son-in-law|padre|padrastro|papi|papito|hijo|hijito|hijastro|nino|ninito|nene|crio|chiquillo|chamaco|chamaquito|chaval|chavalin|chavo|muchacho|muchachito|esposo|marido|hermano|hermanito|abuelo|abuelito|nieto|nietecito|tio|primo|sobrino|cunado|suegro|yerno|padrino|compadre|ahijado|novio|prometido|vecino|amigo|companero|jefe|jefito|pequeno|chiquito|gordo|gordito|mellizo|gemelo|bebito|cuidador|bisabuelo|bisnieto|patron|socio';
export const NEITHER =
  'parent|sibling|child|kid|kiddo|toddler|infant|newborn|baby|little one|spouse|partner|grandparent|grandchild|grandkid|grandbaby|great[- ]grand\\w+|cousin|friend|roommate|flatmate|housemate|neighbou?r|boss|coworker|co-worker|colleague|landlord|landlady|tenant|caregiver|relative|family|in-law|twin|people|bebe|guagua|peque|pareja|compi|familiar|familia|gente|inquilin[oa]|caser[oa]|viej[oa]|viejit[oa]';

/** Children, however their own people call them. */
export const CHILDREN =
  'son|daughter|stepson|stepdaughter|boy|girl|baby|child|kid|kiddo|toddler|infant|newborn|little one|little (?:boy|girl)|hij[oa]|hijit[oa]|nin[oa]|ninit[oa]|nen[ea]|crio|cria|chiquill[oa]|chamac[oa]|chamaquit[oa]|chaval|chavala|chav[oa]|muchachit[oa]|peque|pequen[oa]|bebe|bebit[oa]|guagua|niet[oa]|nietecit[oa]|grandson|granddaughter|grandchild|ahijad[oa]|sobrin[oa]|nephew|niece';

/** One word for somebody, in the singular. */
export const PERSON = `${WOMEN}|${MEN}|${NEITHER}`;
/** The same in the plural as well. */
export const PEOPLE = `(?:(?:${PERSON})(?:e?s)?|children|people|wives|families)`;
/** Said without “my”. */
export const CALLED = 'mom|mum|dad|mommy|daddy|grandma|grandpa|granny|mama|papa';

const isAmong = (words: string): ((word: string) => boolean) => {
  const pattern = new RegExp(`^(?:${words})$`);
  return (word) => pattern.test(word);
};
export const isWoman = isAmong(WOMEN);
export const isMan = isAmong(MEN);
export const isChild = isAmong(CHILDREN);

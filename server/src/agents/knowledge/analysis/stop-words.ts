const listed = (...lines: string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));

/** Words that say nothing about what a text is about, folded as `words.ts` does. They are not indexed. */
export const ENGLISH_STOP_WORDS = listed(
  'a an the and or but nor so if then than that this these those there here it its itself he she they them their theirs his her hers him',
  'i me my mine myself we us our ours you your yours yourself who whom whose which what when where why how am is are was were be been being',
  'do does did doing done have has had having will would shall should can could may might must of at by for with about against between into',
  'through during to from in on onto upon out off over under again further once all any both each few more most other some such no not only own same too very',
  'just as until while because also im ive id ill youre youve dont doesnt didnt cant couldnt wont wouldnt isnt arent wasnt thats theres whats lets per via without within',
);

export const SPANISH_STOP_WORDS = listed(
  'el la los las un una unos unas lo al del de a en y e o u ni que quien quienes cual cuales cuyo como cuando donde cuanto cuanta cuantos cuantas porque pues si no',
  'yo tu usted ustedes el ella ellos ellas nosotros nosotras me te se nos os le les mi mis tus su sus nuestro nuestra nuestros nuestras mio mia',
  'este esta estos estas ese esa esos esas esto eso aquel aquella aquello ser es son soy eres somos era eran fue fueron sea sean sido siendo estar estoy esta estan estaba este esten',
  'ha han he hay haber habia hubo haya con por para sin sobre entre hasta desde hacia segun durante mientras tras ante bajo contra mas menos muy mucho mucha muchos muchas',
  'poco tambien tampoco ya aun solo todo toda todos todas otro otra otros otras algun alguna algunos algunas algo nada cada mismo misma asi aqui alli ahi tal tan tanto',
  'tiene tienen tengo tenemos tener puede pueden puedo podemos poder debe deben debo hace hacen hago hacer va van voy vamos ir cualquier unicamente',
);

/** What people say around a question. In a document these words may matter; in a question they do not. */
export const CHATTER = listed(
  'hi hello hey dear good morning afternoon evening please thanks thank wondering wonder wondered tell know ask asking asked question questions quick quickly help like want',
  'wanted need needed maybe just really actually sorry excuse hope okay ok yes yeah well anyway anybody anyone somebody someone something anything thing things possible supposed',
  'able get getting got let lets find trying try looking look say said says think thought sure bit lot kind way sort going gonna wanna im possible now nobody everyone everybody came lol um uh called means mean having',
  'hola buenos buenas dias tardes noches favor gracias quisiera querria queria quiero quiere saber decirme digame dime dice pregunta preguntar preguntarle consulta consultar necesito necesita',
  'podria podrian podrias gustaria disculpe disculpa perdon ayuda ayudarme oiga oye alguien cosa cosas bueno bien vale claro mire pues entonces verdad tal',
);

/** Words that come with any question: who it is for, on which day, coming and going. They say less than the thing itself. */
export const EVERYDAY_WORDS = listed(
  'mother father mom mum dad husband wife son daughter brother sister aunt uncle cousin niece nephew grandma grandpa grandmother grandfather parents family friend boss neighbor',
  'lady man woman guy people person kid kids baby boy girl day days week weeks month months year years today tomorrow yesterday tonight monday tuesday wednesday thursday friday saturday',
  'sunday time times next last new old first second come comes coming came go goes went gone bring take takes taking make makes made put give gives gave keep keeps leave start stop',
  'home house place work works working back around near away still again already ever never always next long little big much many lot bad nice great right wrong since ago later',
  'madre padre mama papa esposo esposa marido mujer hijo hija hermano hermana tio tia primo prima sobrino sobrina abuelo abuela nieto nieta padres familia amigo amiga jefe vecino',
  'senor senora senorita gente persona personas nino nina dia dias semana semanas mes meses ano anos hoy manana ayer lunes martes miercoles jueves viernes sabado domingo vez veces',
  'proximo proxima pasado pasada nuevo nueva viejo primero primera venir viene vengo llevar traer dar dan deja dejan dejar quedar salir llegar pasar casa lugar trabajo ahora luego siempre nunca',
);

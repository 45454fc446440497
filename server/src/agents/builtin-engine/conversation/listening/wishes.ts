import { plainWords, wordCount } from './plain.ts';

/** More words than this are not a mere “skip” or “stop”. */
const SHORT = 9;

const isShort = (text: string, most = SHORT): boolean => wordCount(text) <= most;
const says = (pattern: RegExp, most?: number) => (text: string) => isShort(text, most) && pattern.test(plainWords(text));

/** A question of the form is not to be answered. */
export const wantsToSkip = says(
  /\b(?:skip|pass|leave (?:it|that|this) out|leave (?:it|that|this) blank|(?:prefer|rather) not(?: to)?(?: say| answer| tell)?|(?:don't|do not|won't) want to (?:say|answer|give|tell)|none of your business|private|next question|next one|saltar\w*|salt(?:e|ar)(?:la|lo|se)?|omitir\w*|paso|(?:prefiero|mejor) no(?: \w+)?|no (?:quiero|deseo|voy a) (?:decir|dar|contest|respond)\w*|siguiente(?: pregunta)?|es privado|doesn't matter|don't care|no preference|either(?: (?:one|is fine))?|whatever|(?:me )?da (?:igual|lo mismo)|me es igual|no importa|cualquiera|lo que sea|indiferente)\b|^next$/,
);

/** The visitor does not have the answer. */
export const doesNotKnow = says(
  /\b(?:(?:i )?(?:don't|dont|do not) (?:know|remember|recall)|no (?:idea|clue)|not sure|can't (?:remember|say|recall)|cannot (?:remember|say)|i forgot|no (?:lo |la |me )?(?:se|sabria|recuerdo|acuerdo)|ni idea|no estoy segur[oa]|se me olvido|no tengo idea)\b/,
);

/** There is none: no e-mail, no insurance. */
export const hasNone = says(
  /^(?:no|none|nope|nothing|n a|no thanks|no gracias|ningun[oa]?|nada|no hay|(?:no )?i (?:don't|do not|dont) have (?:one|it|any|that|an? \w+(?: \w+)?)|no teng?o? ningun[oa]?(?: \w+)?|no tiene(?: \w+)?|no (?:lo |la )?tengo(?: \w+)?(?: \w+)?|not applicable|no aplica|(?:i )?(?:don't|do not|dont) use (?:one|it|\w+)|no uso(?: \w+)?)$/,
);

/** No more questions of the form, for now. */
export const wantsToStop = says(
  /^(?:please )?(?:not now|no not now|stop|later|maybe later|another time|leave it|never ?mind|ahora no|no ahora no|mas tarde|luego|despues|en otro momento|otro dia|basta|pare|dejelo|dejalo|cancel\w*)(?: please| por favor| thanks| gracias)?$|\b(?:stop (?:asking|the (?:form|questions))|no more questions|enough questions|too many questions|don't want to (?:go on|continue|do this|fill)|can we (?:stop|do (?:this|it) later)|(?:do|finish) (?:this|it) later|not (?:right )?now|no mas preguntas|demasiadas preguntas|(?:no quiero|ya no quiero) (?:seguir|continuar|mas|llenar)|lo dejamos|dejemoslo|sigo (?:luego|despues|mas tarde)|(?:ahora|hoy) no puedo|no tengo tiempo|no time)\b/,
);

/** Nothing more is to be asked, what there is will do. */
export const wantsToFinish = says(
  /^(?:no )?(?:that's (?:all|it|enough|everything)|thats (?:all|it)|that is (?:all|it|enough|everything)|i'm done|im done|done|finish|eso es todo|es todo|nada mas|ya esta|con eso (?:basta|alcanza)|termin\w+|fin|ya no mas)(?: please| thanks| thank you| por favor| gracias)?$/,
);

export const wantsToGoOn = says(
  /^(?:yes |ok |okay |si |bueno |please |let's |lets |we can |hi |hello |hola )*(?:continue|go on|carry on|resume|keep going|go ahead|continuar|continua|continue|continuemos|sigamos|seguimos|siga|sigue|seguir|adelante|proceed)(?: please| por favor| now| ahora| with the (?:form|questions)| con (?:el formulario|las preguntas))*$|^(?:i (?:would like|want)|i'd like|can i|let me|quiero|quisiera|me gustaria|puedo) (?:to )?(?:answer|responder|contestar)(?: a)? (?:the|your|las|sus|estas|these) (?:questions|preguntas)\b/,
  14,
);

export const saysYes = says(
  /^(?:yes|yeah|yep|yup|y|sure|ok|okay|of course|correct|right|exactly|all (?:good|right|correct)|everything is (?:right|correct|fine|ok)|that's (?:right|correct)|it is|looks (?:good|right|fine)|perfect|fine|good|please do|yes please|si|sip|claro|claro que si|por supuesto|correcto|exacto|asi es|todo (?:bien|correcto|esta bien|en orden)|esta (?:bien|todo bien|correcto|perfecto)|perfecto|de acuerdo|vale|dale|bueno|muy bien)\b/,
);

export const saysNo = says(
  /^(?:no|nope|not (?:quite|really|all)|wrong|incorrect|nah|no es (?:asi|correcto)|incorrecto|esta mal|hay un error)\b/,
);

/** What was said before was wrong: “no, it's 45”. */
export const corrects = (text: string): boolean =>
  /^(?:no+ |oh |oops |ay |perdon |sorry |wait |actually |disculpe |espere )*(?:no it's|no it is|it's not|no es|that's (?:wrong|not right)|that is (?:wrong|not right)|i meant|i mean|actually|correction|my mistake|wrong|me equivoque|quise decir|quiero decir|perdon|sorry|correccion|esta mal|eso no|en realidad)\b/.test(
    plainWords(text),
  );

/** Something that was told is to be changed. */
export const wantsToChange = (text: string): boolean =>
  /\b(?:change|correct|fix|update|edit|(?:is|was|it's|got|have) wrong|made a mistake|mistake|cambiar|cambie|cambia|corregir|corrija|corrige|modificar|actualizar|esta mal|me equivoque|equivocad[oa]|equivocacion|error)\b/.test(
    plainWords(text),
  );

export const asksWhoAnswers = (text: string): boolean =>
  /\b(?:are you (?:a |an )?(?:real |actual )?(?:robot|bot|person|human|machine|computer|ai|a\.?i|program|chatbot|real|someone|chatgpt)|am i (?:talking|speaking|chatting) (?:to|with) (?:a |an )?(?:robot|bot|person|human|machine|computer|real)|is (?:this|that) (?:a |an )?(?:real |actual )?(?:robot|bot|person|human|machine|ai|computer)|who are you|what are you|who am i (?:talking|speaking|chatting) (?:to|with)|what can you do|(?:es|eres) (?:usted |tu )?(?:una? )?(?:robot|bot|maquina|persona(?: real)?|humano|humana|computadora|ia|programa|chatgpt)|estoy hablando con (?:una? )?(?:robot|bot|maquina|persona|humano)|hablo con (?:una? )?(?:robot|bot|maquina|persona|humano)|quien (?:es|eres)(?: usted| tu)?$|quien (?:me )?(?:habla|contesta|responde)|con quien (?:hablo|estoy hablando|tengo el gusto)|que (?:puede|puedes) hacer|como (?:se|te) llamas?)\b/.test(
    plainWords(text),
  );

export const complains = (text: string): boolean =>
  /\b(?:useless|stupid|idiot\w*|dumb|moron|rubbish|crap|shit\w*|f+u+c+k\w*|bullshit|terrible service|awful|ridiculous|waste of time|you (?:don't|do not) understand|not (?:helping|helpful)|this (?:isn't|is not) (?:working|helping)|annoying|hate (?:this|you|bots|robots)|inutil\w*|estupid[oa]\w*|idiota\w*|tont[oa]s?|imbecil\w*|mierda|joder|carajo|pendej\w*|porqueria|basura|perdida de tiempo|no (?:me )?(?:entiende|entiendes|sirve|sirves|ayuda)(?: nada| para nada)?$|que verguenza|pesim[oa]|hart[oa] de)\b/.test(
    plainWords(text),
  );

export const isBack = says(
  /\b(?:i'm back|i am back|back again|ya (?:volvi|regrese|estoy)|estoy de vuelta|aqui estoy|sorry (?:i|for) (?:was|the)\b.*|perdon por la demora)\b/,
  14,
);

/** The last message was not understood. */
export const doesNotFollow = says(
  /^(?:what|huh|pardon|sorry what|come again|excuse me|i (?:don't|do not|dont|didn't) (?:understand|get it|follow)|what do you mean|(?:can|could) you repeat(?: that)?|repeat|que|como|mande|perdon|no (?:le |lo |te )?entiendo|no (?:le |lo )?entendi|que dice|que quiere decir|(?:me )?(?:lo |la )?(?:puede|podria) repetir(?:lo|la)?|repita)(?: please| por favor)?$/,
);

/** Why something of the form is asked for. */
export const asksWhyAsked = (text: string): boolean =>
  /^(?:(?:but|and|pero|y) )?(?:why|what for|para que|por que)\b.*\b(?:you (?:need|want|ask|have to know)|need|asking|quieren?|necesitan?|piden?|pide|pregunta\w*|saber)\b/.test(
    plainWords(text),
  );

import type { Abilities, Replies } from './reply-texts.ts';

const MARK = 'Soy el asistente automático';
const STAND_IN_MARK = 'El asistente que suele responder aquí no está disponible en este momento.';

export const SPANISH_REPLIES: Replies = {
  introductionMark: MARK,
  standInMark: STAND_IN_MARK,
  introduction: ({ organisation, abilities, isStandIn }) => {
    const who = organisation === undefined ? MARK : `${MARK} de ${organisation}`;
    const what = `Puedo ${abilitiesInWords(abilities)}.`;
    return isStandIn
      ? `${STAND_IN_MARK} ${who} y funciono con reglas sencillas mientras tanto. ${what}`
      : `${who}: no soy una persona ni un modelo de lenguaje. ${what}`;
  },
  hello: '¡Hola!',
  helloAgain: '¡Hola de nuevo!',
  howAreYou: 'Soy un programa, así que siempre estoy bien. ¡Gracias por preguntar!',
  howCanIHelp: '¿En qué le puedo ayudar?',
  youAreWelcome: '¡Con mucho gusto!',
  goodbye: '¡Hasta pronto, y cuídese! Puede volver a escribir cuando quiera.',
  allRight: 'De acuerdo.',
  whoIAm: (abilities) =>
    `Soy un programa, no una persona: un asistente automático que funciona con reglas sencillas, sin modelo de lenguaje. Puedo ${abilitiesInWords(abilities)}.`,
  sorry: 'Lamento que esto no vaya bien. Soy un programa sencillo y no lo entiendo todo.',
  wordless: 'Solo puedo leer palabras. Cuénteme en pocas palabras qué necesita, por favor.',
  files: 'No puedo abrir archivos. El suyo queda guardado y el equipo podrá verlo.',
  emergency:
    'Esto puede ser una emergencia. Por favor, pida ayuda ahora mismo: llame al número de emergencias que aparece arriba y no espere una respuesta aquí. Todo lo demás puede esperar a que usted esté a salvo. Su mensaje queda guardado para el equipo.',
  urgent:
    'Lo que describe puede necesitar atención médica hoy. Por favor, comuníquese hoy con el equipo o con un médico y, si empeora, llame al número de emergencias.',
  offerPerson: 'Si prefiere hablar con una persona, dígamelo.',
  offerPersonQuestion: '¿Quiere que le pase con una persona?',
  transferDone:
    'Listo: el equipo ya tiene nuestra conversación, con todo lo que me ha contado. No puedo decirle cuándo le responderán; lo que escriba aquí queda guardado.',
  transferFailed: 'No he podido avisar de que desea hablar con una persona. Su mensaje queda guardado para el equipo.',
  cannotTransfer: 'Desde aquí no puedo comunicarle con una persona. Su mensaje queda guardado para el equipo.',
  unknown: 'No sé la respuesta y no quiero adivinar. Su pregunta queda guardada para el equipo.',
  foundOne: 'Esto es lo que dice nuestra información:',
  foundMaybe: 'Esto es lo que encontré sobre su pregunta. No estoy seguro de que la responda:',
  foundSeveral: 'Esto es lo que encontré sobre su pregunta. No estoy seguro de cuál corresponde:',
  keptForTeam: 'Gracias por contármelo. Queda guardado para el equipo.',
  anythingElse: '¿Necesita algo más?',
  organisation: {
    hours: (line) => `Nuestro horario es: ${line}.`,
    onDay: (day, spans) => (spans.length === 0 ? `El ${day} está cerrado.` : `El ${day} abrimos en este horario: ${spans.join(' y ')}.`),
    address: (address) => `Nuestra dirección es: ${address}.`,
    phone: (phone) => `Puede llamarnos al ${phone}.`,
    email: (email) => `Puede escribirnos a ${email}.`,
    website: (website) => `Nuestra página web es ${website}`,
    services: (names) => `Ofrecemos: ${names.join('; ')}.`,
  },
  form: {
    begin: 'Para que el equipo tenga lo necesario, le haré unas preguntas cortas. Si no quiere contestar alguna, escriba «saltar».',
    aboutAnother: 'Conteste, por favor, con los datos de la persona para la que escribe.',
    optional: 'Esas eran las más importantes. Unas pocas más ayudarían; escriba «eso es todo» cuando quiera terminar.',
    backTo: 'Volvamos a las preguntas:',
    onceMore: 'Se lo pregunto otra vez:',
    why: 'Lo pide el formulario de esta página. No tiene que contestar: escriba «saltar» y seguimos sin ese dato.',
    thanksTo: (name) => `Gracias, ${name}.`,
    noted: (value) => `Anotado: ${value}.`,
    notedShort: 'Gracias, queda anotado.',
    notedSeveral: (lines) => `He anotado: ${lines.join('; ')}.`,
    changed: (label, value) => `He cambiado «${label}»: ahora es ${value}.`,
    leftOut: 'No hay problema, lo dejamos sin contestar.',
    none: 'De acuerdo, lo dejo en blanco.',
    again: (example) =>
      example === undefined
        ? 'Disculpe, no lo entendí. Dígalo con otras palabras, por favor.'
        : `Disculpe, no lo entendí. Escríbalo así, por favor: ${example}.`,
    againYesOrNo: 'Disculpe, no lo entendí. Conteste que sí, o que no, por favor.',
    offerSkip: 'Disculpe, sigo sin entenderlo. Inténtelo una vez más, por favor, o escriba «saltar» y seguimos sin ese dato.',
    givenUp: (label) => `Dejemos «${label}» por ahora. El equipo leerá lo que usted escribió.`,
    whichOne: '¿Qué debo cambiar? Escríbalo así, por ejemplo: «mi teléfono es 555 0100».',
    askAnew: 'Claro, vamos a corregirlo.',
    summary: (lines) => `Gracias, eso es todo. Esto es lo que he anotado:\n\n${lines.map((line) => `- ${line}`).join('\n')}`,
    isRight: '¿Está todo bien así?',
    isRightNow: '¿Ahora está todo bien?',
    nothingNoted: 'De acuerdo, dejamos las preguntas. El equipo puede ver nuestra conversación.',
    done: '¡Gracias! El equipo verá estos datos junto con nuestra conversación. No puedo decirle cuándo le responderán, y nada queda reservado ni confirmado hasta que el equipo se lo diga.',
    stopped:
      'De acuerdo, no le pregunto más. Lo que ya me ha contado queda guardado para el equipo. Si quiere seguir más tarde, escriba «continuar».',
    goOn: 'Muy bien, sigamos.',
    yes: 'sí',
    no: 'no',
    and: 'y',
    or: 'o',
  },
};

function abilitiesInWords({ search, form, person }: Abilities): string {
  const all = [
    search ? 'buscar en nuestra información' : 'responder preguntas sencillas sobre nosotros',
    form ? 'tomar sus datos para el equipo' : 'guardar su mensaje para el equipo',
    ...(person ? ['pasarle con una persona cuando lo pida'] : []),
  ];
  return `${all.slice(0, -1).join(', ')} y ${all.at(-1)}`;
}

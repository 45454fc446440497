import type { TextMention } from './contact-details.ts';

const NAME_WORD = "\\p{Lu}[\\p{L}\\p{M}'’-]+";
const PARTICLE = '(?:de la|de los|del|de|la|van|von|da|dos|y)';
const NAME = `${NAME_WORD}(?:\\s+(?:${PARTICLE}\\s+)?(?:${NAME_WORD}|\\p{Lu}\\.?(?=\\s|$|[,.])))*`;
const SELF = `(?:(?:[Mm]y|[Tt]he) name(?:'s| is)|[Nn]ame(?:'s| is|:)|[Ii]'?m called|[Tt]his is|[Mm]e llamo|[Mm]i nombre(?: completo)? es|[Nn]ombre:|[Aa] nombre de)`;
const OTHER = `(?:(?:[Hh]is|[Hh]er|[Tt]heir) name(?:'s| is)|[Ss]e llama|[Ss]u nombre es|(?:[EÉeé]l|[Ee]lla) es|(?:[Hh]e|[Ss]he)(?:'s| is)(?: called)?)`;
const INTRODUCED = `(?:[Ss]oy|[Ii]'m|[Ii] am)(?: (?:la|el))?`;

const SELF_NAME = new RegExp(`(?<![\\p{L}])${SELF}\\s+(${NAME})`, 'gu');
const INTRODUCED_NAME = new RegExp(`(?<![\\p{L}])${INTRODUCED}\\s+(${NAME})`, 'gu');
const OTHER_NAME = new RegExp(`(?<![\\p{L}])${OTHER}\\s+(${NAME})`, 'gu');
const NO_NAME =
  /^(?:A|Al|Mí|Yo|Por|Con|Para|Lo|Los|Las|Su|Tu|Mi|Este|Esta|Ese|Esa|Pues|Bueno|Ay|Claro|Perfecto|Vale|Gracias|Buenas|Buenos|Calle|Avenida|Ya|Soy|Doctora?|Dra?|Mom|Dad|Thank|Thanks|OK|Yes|No|Sure|Hi|Hello|Hola|Spanish|English|Down|White|Black|Hispanic|American|Mexican|Fine|Good|Sorry|The|Un|Una|Está|Muy)$/;

/** Names after words that introduce one. `isCarer`: the speaker's own name is not the one that is asked for. */
export function readIntroducedNames(content: string, isCarer: boolean): TextMention[] {
  const patterns = isCarer ? [OTHER_NAME] : [SELF_NAME, INTRODUCED_NAME];
  return patterns.flatMap((pattern) =>
    [...content.matchAll(pattern)].flatMap(({ 0: whole, 1: name = '', index }) => {
      const end = index + whole.length;
      const isName = !NO_NAME.test(name.split(/\s/)[0] ?? '') && name.length > 1;
      return isName ? [{ value: name, start: end - name.length, end }] : [];
    }),
  );
}

/** “… but put me down as Irma Xicará”. */
const PUT_DOWN = new RegExp(
  `(?:[Pp][oó]ng\\p{L}+|[Aa]p[uú]nt\\p{L}+|[Aa]n[oó]t\\p{L}+|[Rr]eg[ií]str\\p{L}+|[Pp]ut(?: me)?(?: down)?(?: as)?|[Uu]se|[Ww]rite) (?:como |a |el de |mejor )?(${NAME_WORD}(?:\\s+(?:${PARTICLE}\\s+)?${NAME_WORD})+)`,
  'u',
);

/** “… but I got married, now it's Marisol Donnelly”. */
const CALLED_NOW = new RegExp(
  `(?:[Aa]hora (?:me llamo|soy|es|firmo como|figuro como)|[Nn]ow (?:it['’]?s|I['’]?m|I am|I go by)|I go by|[Cc]orrect(?:o|ed) (?:es|is)|(?:mi|el) (?:apellido|nombre) (?:de casada|correcto|actual) es)\\s+(${NAME_WORD}(?:\\s+(?:${PARTICLE}\\s+)?${NAME_WORD})*)`,
  'u',
);

/** “For now just my first name: Lucía.” */
const AFTER_COLON = new RegExp(`(?:nombre|name|llamo|apellidos?)[^:\\n]{0,40}:\\s*(${NAME})\\s*[.!]?\\s*$`, 'iu');

const DIGITS = '(?:\\+|\\()?\\d[\\d\\s().-]{5,}\\d';
const BESIDE_NUMBER = new RegExp(
  `(?:^|[.!?;,\\n]\\s*|\\b(?:con|soy|por|es|al|y|and|ask for)\\s+)(?!(?:Tel|Cel|Mi|El|Al|Calle|Avenida|Piso|Whats)\\p{L}*\\b)(${NAME})[,:;]?\\s+(?:-\\s+)?(?:(?:al|mi (?:tel\\p{L}*|cel\\p{L}*|n[uú]mero)(?: es)?(?: el)?|tel\\p{L}*\\.?|cel\\p{L}*\\.?|at|el)\\s+)?(?=${DIGITS})|${DIGITS}[,.;:]?\\s+(?:y |and |a nombre de |con |soy |me llamo |pregunt\\p{L}+ por |ask for |de )*(${NAME})\\s*(?:[.,!]|$)`,
  'u',
);
const ASKED_FOR = new RegExp(
  `(?:[Pp]regunt\\p{L}+ por|[Aa]sk for|[Ll]lam\\p{L}+ a|[Bb]usqu\\p{L}+ a|^[Pp]or|^[Cc]on|^[Aa] m[ií],|^[Cc]onmigo,|[Aa]tiende|[Rr]ecibe)\\s+(?:el |la |don |doña |Don |Doña |señor |señora )*(${NAME})`,
  'u',
);

/** “Renzo, 294 555 0136”, “ask for Beto”: a name given beside a number to call, or for somebody to ask for. */
export function readContactName(content: string): TextMention | undefined {
  const match = BESIDE_NUMBER.exec(content) ?? ASKED_FOR.exec(content);
  const name = match?.[1] ?? match?.[2];
  if (!match || !name || NO_NAME.test(name.split(/\s/)[0] ?? '')) return undefined;
  return mentionOf(name, match.index + match[0].indexOf(name));
}

const BEFORE_NAME =
  /^[\s,.¡!]*(?:(?:hi|hello|hola|yes|si|sí|sure|claro|ok|okay|bueno|well|um|uh|it's|it is|its|es|soy|i'm|i am|im|my name is|my name's|name is|me llamo|mi nombre(?: completo)? es|sra?\.|srta\.|mrs?\.|ms\.|a nombre de|el nombre es|the name is|se llama|he is|she is|he's|she's|his name is|her name is|ella es|él es|el es|la paciente es|el paciente es|para|para mí|this is|con)[\s,:]+)*/iu;
const AFTER_NAME =
  /[,.;:(\n\d¿?]|\s(?:y\s+(?:mi|su|el|la|yo|nac)|and\s+(?:my|i|her|his|the)|born|nacid|pero|but|at\s|mi\s|my\s|tel|cel|phone|email|correo|con\s|para\s|from\s|de\s+\d|-)/iu;
const NOT_IN_NAMES =
  /\b(?:mi|my|hij[oa]|son|daughter|llamo|llama|tengo|necesito|quiero|want|need|have|para|cita|appointment|please|dolor|pain|years|old|años|yes|no|not|why|what|how|when|porque|que|don't|know|mí|pero|but|ya|mismo|ahora|hoy|mañana|today|tomorrow|gracias|thanks|okay|vale|está|esta|estoy|hay|fue|era|está|muy|more|más|mas|también|tampoco|nunca|nada|todo|toda|casa|calle|número|numero|cuando|donde|dónde|aquí|allí|acá|here|there|it's|that's|i'm|same|still|just|only|sólo|solo|luego|después|then|well|is|are|was|do|does|did|tiene|tienen|puede|puedo|seguro|insurance|doctor|doctora)\b/iu;

/** Somebody is the mother or the husband of the one whose name it is. */
const KIN_OF = new RegExp(
  `(?:[Mm]am[aá]|[Pp]ap[aá]|[Mm]adre|[Pp]adre|[Hh]ij[oa]|[Ee]spos[oa]|[Aa]buel[oa]|[Hh]erman[oa]|[Mm]other|[Ff]ather|[Mm]om|[Dd]ad|[Ww]ife|[Hh]usband|[Ss]on|[Dd]aughter) (?:de|of) (${NAME})`,
  'u',
);
const FULL_NAME = new RegExp(`(?<![\\p{L}])${NAME_WORD}(?:\\s+(?:${PARTICLE}\\s+)?${NAME_WORD})+`, 'gu');
const SPEAKS_OF_SELF = /(?:[Yy]o soy|[Ss]oy|[Ii]'?m|[Ii] am|doctora?|[Dd]ra?\.)(?: (?:la|el|su|el doctor|la doctora))?\s*$/u;

/** A name given as an answer: the words up to whatever is no name any more, or the full name that follows a part of it. */
export function readAnsweredName(content: string): TextMention | undefined {
  const put = PUT_DOWN.exec(content) ?? CALLED_NOW.exec(content) ?? AFTER_COLON.exec(content);
  if (put?.[1]) return mentionOf(put[1], put.index + put[0].length - put[1].length);
  const kin = KIN_OF.exec(content);
  if (kin?.[1]) return mentionOf(kin[1], kin.index + kin[0].length - kin[1].length);
  const first = readFirstName(content);
  const full = [...content.matchAll(FULL_NAME)].find(
    ({ 0: name, index }) => !NO_NAME.test(name.split(/\s/)[0] ?? '') && !SPEAKS_OF_SELF.test(content.slice(0, index)),
  );
  const isPart = first !== undefined && !first.value.includes(' ') && full !== undefined && full.index > first.start;
  return full && (isPart || !first) ? mentionOf(full[0], full.index) : first;
}

const mentionOf = (value: string, start: number): TextMention => ({ value, start, end: start + value.length });

function readFirstName(content: string): TextMention | undefined {
  const lead = BEFORE_NAME.exec(content)?.[0].length ?? 0;
  const rest = content.slice(lead);
  const stop = AFTER_NAME.exec(rest)?.index ?? rest.length;
  const value = rest
    .slice(0, stop)
    .replace(/\s+(?:pa|para) serv\w*.*$/u, '')
    .trim();
  const words = value.split(/\s+/);
  const isName = /^[\p{L}][\p{L}\p{M}'’.\s-]+$/u.test(value) && words.length <= 6 && !NOT_IN_NAMES.test(value);
  return isName ? mentionOf(value, lead + (rest.length - rest.trimStart().length)) : undefined;
}

/** “Lic. Octavio Barragán Solís.”: a title and a full name that stand by themselves. */
const TITLED = new RegExp(
  `(?:^|[.!?,\\n]\\s*)(?:(?:[Ll]ic|[Ii]ng|[Ss]ra?|[Aa]rq|[Pp]rof|[Mm]rs?|[Mm]s)\\.|[Dd]on|[Dd]oña)\\s+(${NAME_WORD}(?:\\s+(?:${PARTICLE}\\s+)?${NAME_WORD})+)\\s*(?:[.,!]|$)`,
  'u',
);

export function readTitledName(content: string): TextMention[] {
  const match = TITLED.exec(content);
  const name = match?.[1];
  if (!match || !name) return [];
  const start = match.index + match[0].lastIndexOf(name);
  return [{ value: name, start, end: start + name.length }];
}

/** “… 555 0187, Katherine”: a name at the end, right behind a number to call. */
export function readSignature(content: string): TextMention[] {
  const match = new RegExp(`(?:\\d[\\s.-]?){7,}[,.]\\s+(${NAME})[\\s.]*$`, 'u').exec(content);
  const name = match?.[1];
  if (!match || !name || NO_NAME.test(name)) return [];
  const start = match.index + match[0].lastIndexOf(name);
  return [{ value: name, start, end: start + name.length }];
}

import type { TextMention } from './contact-details.ts';

const NAME_WORD = "\\p{Lu}[\\p{L}\\p{M}'’-]+";
const PARTICLE = '(?:de la|de los|del|de|la|van|von|da|dos|y)';
const NAME = `${NAME_WORD}(?:\\s+(?:${PARTICLE}\\s+)?(?:${NAME_WORD}|\\p{Lu}\\.?(?=\\s|$|[,.])))*`;
const SELF = `(?:(?:[Mm]y|[Tt]he) name(?:'s| is)|[Nn]ame(?:'s| is|:)|[Ii]'?m called|[Tt]his is|[Mm]e llamo|[Mm]i nombre es|[Nn]ombre:|[Aa] nombre de)`;
const OTHER = `(?:(?:[Hh]is|[Hh]er|[Tt]heir) name(?:'s| is)|[Ss]e llama|[Ss]u nombre es|(?:[EÉeé]l|[Ee]lla) es|(?:[Hh]e|[Ss]he)(?:'s| is)(?: called)?)`;
const INTRODUCED = `(?:[Ss]oy|[Ii]'m|[Ii] am)(?: (?:la|el))?`;

const SELF_NAME = new RegExp(`(?<![\\p{L}])${SELF}\\s+(${NAME})`, 'gu');
const INTRODUCED_NAME = new RegExp(`(?<![\\p{L}])${INTRODUCED}\\s+(${NAME})`, 'gu');
const OTHER_NAME = new RegExp(`(?<![\\p{L}])${OTHER}\\s+(${NAME})`, 'gu');
const NO_NAME =
  /^(?:Doctora?|Dra?|Mom|Dad|Thank|Thanks|OK|Yes|No|Sure|Hi|Hello|Hola|Spanish|English|Down|White|Black|Hispanic|American|Mexican|Fine|Good|Sorry|The|Un|Una|Está|Muy)$/;

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

const BEFORE_NAME =
  /^[\s,.¡!]*(?:(?:hi|hello|hola|yes|si|sí|sure|claro|ok|okay|bueno|well|um|uh|it's|it is|its|es|soy|i'm|i am|im|my name is|my name's|name is|me llamo|mi nombre es|a nombre de|el nombre es|the name is|se llama|he is|she is|he's|she's|his name is|her name is|ella es|él es|el es|la paciente es|el paciente es|para|para mí|this is|con)[\s,:]+)*/iu;
const AFTER_NAME =
  /[,.;:(\n\d¿?]|\s(?:y\s+(?:mi|su|el|la|yo|nac)|and\s+(?:my|i|her|his|the)|born|nacid|pero|but|at\s|mi\s|my\s|tel|cel|phone|email|correo|con\s|para\s|from\s|de\s+\d|-)/iu;
const NOT_IN_NAMES =
  /\b(?:mi|my|hij[oa]|son|daughter|llamo|llama|tengo|necesito|quiero|want|need|have|para|cita|appointment|please|dolor|pain|years|old|años|yes|no|not|why|what|how|when|porque|que|don't|know)\b/iu;

/** A name given as an answer: the words up to whatever is no name any more. */
export function readAnsweredName(content: string): TextMention | undefined {
  const start = BEFORE_NAME.exec(content)?.[0].length ?? 0;
  const rest = content.slice(start);
  const stop = AFTER_NAME.exec(rest)?.index ?? rest.length;
  const value = rest.slice(0, stop).trim();
  const words = value.split(/\s+/);
  const isName = /^[\p{L}][\p{L}\p{M}'’.\s-]+$/u.test(value) && words.length <= 6 && !NOT_IN_NAMES.test(value);
  return isName
    ? { value, start: start + (rest.length - rest.trimStart().length), end: start + (rest.length - rest.trimStart().length) + value.length }
    : undefined;
}

/** “… 555 0187, Katherine”: a name at the end, right behind a number to call. */
export function readSignature(content: string): TextMention[] {
  const match = new RegExp(`(?:\\d[\\s.-]?){7,}[,.]\\s+(${NAME})[\\s.]*$`, 'u').exec(content);
  const name = match?.[1];
  if (!match || !name || NO_NAME.test(name)) return [];
  const start = match.index + match[0].lastIndexOf(name);
  return [{ value: name, start, end: start + name.length }];
}

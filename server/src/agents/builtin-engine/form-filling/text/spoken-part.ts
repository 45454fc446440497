import { fold } from './fold.ts';
import { withoutQuestions } from './visitor-questions.ts';

const GREETING =
  /^(?:[^\p{L}\p{N}]*(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening|day)|greetings|hola|buen(?:as|os) (?:dias|tardes|noches)|buenas|buen dia)(?:\s+(?:there|again|de nuevo|otra vez))?(?![\p{L}\p{N}]))+[\s,.!¡;:-]*/u;
/** Lines that quote, and items of a list that state something: “- Diabetes: no”. */
const QUOTED_LINE = /^(?:>.*|[-*] [^?\n]*: [^?\n]*)$/gm;

const blank = (text: string): string => ' '.repeat(text.length);

/** Without the greeting at its beginning, every other character at its place: “good morning” is no time of day. */
export function withoutGreeting(content: string): string {
  const greeting = GREETING.exec(fold(content))?.[0] ?? '';
  return blank(greeting) + content.slice(greeting.length);
}

/** Of a message of the assistant what it says itself, every character at its place: nobody answers a quotation. */
export const withoutQuotations = (content: string): string => content.replace(QUOTED_LINE, blank);

/** What somebody states or asks for in a message, every character at its place: a question of the visitor is no fact about anybody. */
export const spokenPart = ({ role, content }: { role: string; content: string }): string =>
  role === 'user' ? withoutQuestions(withoutGreeting(content)) : withoutQuotations(content);

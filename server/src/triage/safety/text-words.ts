/** A word of a text in the form in which rules compare it, and where it stands in the original. */
export interface Word {
  /** Lower case, without accents, apostrophes, elongations and digits that stand for letters. */
  text: string;
  start: number;
  end: number;
}

/** A stretch of text within which words belong together; `breaks` are the places (indexes of words) at which a clause ends inside it. */
export interface Sentence {
  words: Word[];
  breaks: Set<number>;
  start: number;
  end: number;
}

const PIECE =
  /(?<word>[\p{L}\p{N}@$](?:['’`´*@$!]?[\p{L}\p{N}\p{M}]|[\p{M}])*)|(?<stop>[.!?;…\n\r]+)|(?<pause>[,:()\u2013\u2014/]|\s-\s)|(?<sign>\p{Extended_Pictographic})/gu;

/** Words after which something else is said: a negation before them does not reach beyond. */
const CLAUSE_STARTERS = new Set(
  'but and however although though except because so then also plus pero y sino aunque porque asi entonces ademas tambien excepto e'.split(
    ' ',
  ),
);

/**
 * Splits a text into sentences of words. Texts that were spoken have no punctuation; then the whole text is one sentence, and the
 * words that usually begin a clause are its breaks.
 */
export function readSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let current: Sentence | undefined;
  const open = (start: number): Sentence => {
    current ??= { words: [], breaks: new Set(), start, end: start };
    return current;
  };
  for (const match of text.matchAll(PIECE)) {
    const { word, stop, pause, sign } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    if (word !== undefined) {
      const folded = foldWord(word);
      if (folded === '') continue;
      const sentence = open(start);
      if (CLAUSE_STARTERS.has(folded)) sentence.breaks.add(sentence.words.length);
      sentence.words.push({ text: folded, start, end });
      sentence.end = end;
    } else if (sign !== undefined) {
      const meaning = SIGNS.get(sign);
      if (meaning === undefined) continue;
      const sentence = open(start);
      for (const text of meaning.split(' ')) sentence.words.push({ text, start, end });
      sentence.end = end;
    } else if (pause !== undefined) {
      if (current) current.breaks.add(current.words.length);
    } else if (stop !== undefined && current && !isAbbreviation(current, text, start, stop)) {
      sentences.push(current);
      current = undefined;
    }
  }
  if (current) sentences.push(current);
  return sentences;
}

/** “Dr. Ruiz”, “approx. two” and decimals end no sentence. */
function isAbbreviation({ words }: Sentence, text: string, stopStart: number, stop: string): boolean {
  if (stop !== '.') return false;
  if (/\d/.test(text[stopStart + 1] ?? '')) return true;
  return ABBREVIATIONS.has(words.at(-1)?.text ?? '');
}

const ABBREVIATIONS = new Set('dr dra mr mrs ms sr sra approx aprox st'.split(' '));

/** What most words are: there is nothing to fold. */
const PLAIN = /^[a-z]+$/;
const LONG_LETTER = /(.)\1\1/;

/** @param raw one word as it was written */
export function foldWord(raw: string): string {
  if (PLAIN.test(raw) && !LONG_LETTER.test(raw)) return SHORT_FORMS.get(raw) ?? raw;
  let word = raw
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’`´]/gu, '');
  if (HIDDEN_LETTER.test(word)) word = word.replaceAll(/[01345789@$!]/g, (sign) => LETTER_OF_SIGN[sign] ?? sign);
  // Somebody who writes “heeelp” or “nooo” means “help” and “no”.
  word = word.replaceAll(/(\p{L})\1{2,}/gu, '$1').replaceAll('*', '');
  return SHORT_FORMS.get(word) ?? word;
}

/** A digit or sign between letters, or one at the beginning, as in k1ll, su1c1de, @buse; not 20mg, covid19 or 3rd. */
const HIDDEN_LETTER = /[a-z][01345789@$!]+[a-z]|^[@$][a-z]/;
const LETTER_OF_SIGN: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** What is typed for a longer word: the everyday abbreviations of chats in both languages. */
const SHORT_FORMS = new Map(
  Object.entries({
    q: 'que',
    k: 'que',
    xq: 'porque',
    pq: 'porque',
    porq: 'porque',
    xfa: 'porfavor',
    tmb: 'tambien',
    tb: 'tambien',
    toy: 'estoy',
    stoy: 'estoy',
    tas: 'estas',
    kiero: 'quiero',
    qiero: 'quiero',
    kiere: 'quiere',
    kn: 'con',
    d: 'de',
    u: 'you',
    ur: 'your',
    r: 'are',
    dnt: 'dont',
    cnt: 'cant',
    cannot: 'cant',
    cnat: 'cant',
    catn: 'cant',
    hepl: 'help',
    wont: 'wont',
    kll: 'kill',
    chst: 'chest',
    hrt: 'heart',
    brth: 'breathe',
    brthe: 'breathe',
    bld: 'blood',
    goin: 'going',
    plz: 'please',
    pls: 'please',
    bc: 'because',
    cuz: 'because',
    wanna: 'want',
    gonna: 'going',
    hubby: 'husband',
    mum: 'mom',
    mums: 'mom',
    mam: 'mom',
    preggo: 'pregnant',
    meds: 'pills',
    tabs: 'tablets',
    bp: 'pressure',
  }),
);

/** Signs that say something about the body or about means; skulls and tears are figures of speech and say nothing here. */
const SIGNS = new Map(
  Object.entries({
    '💊': 'pills',
    '🔪': 'knife',
    '🔫': 'gun',
    '🩸': 'blood',
    '🤰': 'pregnant',
    '👶': 'baby',
    '🍼': 'baby',
    '🚑': 'ambulance',
    '🆘': 'sos',
    '🤮': 'vomiting',
    '🤒': 'fever',
    '🐝': 'bee sting',
    '🫁': 'lungs',
  }),
);

/** Which word of a vocabulary somebody meant to type. */
export interface Spellings {
  /** The word itself where it is known, too short or too far from every known one. */
  nearest(word: string): string;
}

/** Below it, one letter more or less usually is another word. */
const ONE_SLIP_FROM = 5;
const TWO_SLIPS_FROM = 9;

/**
 * Everyday words that are one letter away from a word that alarms, and mean something else. What stands here is never corrected.
 */
const OTHER_WORDS = new Set(
  (
    'heard hearth beard board chess cheat cheap cheats chests breads bread bleach beach beaches peach breach pulls polls bills fills hills mills wills skills ' +
    'bland blond bloom flood brood fleece bleed blend death deaf dealt heath health wealth sealed steal stale state stake spoke smoke stroke strike ' +
    'strokes pouring point paint paints plain plaint print saint faint fails falls calls walls halls hours house horse worse worst nurse purse ' +
    'birth berth broth growth breathe threat throat treat treats three there their these those them then than that this think thing things sting string strong ' +
    'light right night might fight sight tight eight weight height face faces place places phase pace lace race race case cases casa caso cosa cosas ' +
    'pasos paseo pesos beso besos queso quesos pelo palo malo mano manos mango amigo abrigo ombligo higado hogar ahogar lugar jugar pagar llegar ' +
    'puerta puerto muerto muestra nuestra nuestro maestro maestra mostrar puente fuente frente suerte fuerte parte parto pardo pasto gasto gastos ' +
    'caida caja caro cara carta cartas corta corte corto corre corro cierra tierra sierra piedra pierna perna pecho hecho techo lecho derecho ' +
    'sangre sangria salgre cabeza cereza certeza pereza rareza belleza boca poca toca loca roca foca vida viva mida pida visa vista lista pista ' +
    'dormir dormida comida bebida salida medida partida perdida perdido pedido pedida vendido tendido dolar dolares color colores calor calores valor ' +
    'labor favor sabor cuello sello cabello bello vuelo suelo duelo cielo hielo abuelo pastel pastilla plantilla rodilla ardilla orilla semilla silla ' +
    'fever never ever lever clever river liver giver driver diver over cover lower power tower towel trowel bowel vowel taken token broken spoken ' +
    'shared shaved starred stared scarred scared sacred cared dared pushed rushed washed wished dished pills rills burns turns runs guns gums gyms ' +
    'baths bath path math maths moth mouth month months mother other another brother bother father farther rather gather weather leather feather ' +
    'swear sweat sweet sweep sweater water waiter wafer later cater hater order older elder under border harder holder folder shoulder should could would ' +
    'slip sleep sleeve steep steer sheet sheets sheer cheer check cheek cheeks choke chose choose chosen close closed closer clothes cloth clock block ' +
    'shock shook shoot shoots short sports sport spots spot stops steps stuff staff stiff shift swift sniff cliff bluff puff puffs concussion concussions contusion insulation dependents independent'
  ).split(' '),
);

/** Finds words by what remains when a letter is left out: one look-up per left-out letter, however large the vocabulary is. */
export function createSpellings(vocabulary: ReadonlySet<string>, everyday: ReadonlySet<string> = new Set()): Spellings {
  const longest = Math.max(...Array.from(vocabulary, ({ length }) => length));
  // Made for the first word that nobody knows, so that a server that starts does not wait for it.
  let index: SpellingIndex | undefined;

  return {
    nearest: (word) => {
      // No slip makes a word of what is much longer than all words.
      if (word.length < ONE_SLIP_FROM || word.length > longest + 2) return word;
      if (vocabulary.has(word) || OTHER_WORDS.has(word) || everyday.has(word)) return word;
      index ??= indexSpellings(vocabulary);
      for (const remainder of remainders(word)) {
        for (const candidate of index.byRemainder.get(remainder) ?? []) {
          if (candidate.charAt(0) === word.charAt(0) && isWithin(word, candidate, 1)) return candidate;
        }
      }
      if (word.length < TWO_SLIPS_FROM - 1) return word;
      return index.longByFirst.get(word.charAt(0))?.find((candidate) => isWithin(word, candidate, 2)) ?? word;
    },
  };
}

interface SpellingIndex {
  byRemainder: ReadonlyMap<string, readonly string[]>;
  longByFirst: ReadonlyMap<string, readonly string[]>;
}

function indexSpellings(vocabulary: ReadonlySet<string>): SpellingIndex {
  const byRemainder = new Map<string, string[]>();
  const longByFirst = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, word: string) => {
    const list = map.get(key);
    if (list) list.push(word);
    else map.set(key, [word]);
  };
  for (const word of vocabulary) {
    if (word.length >= ONE_SLIP_FROM) for (const remainder of remainders(word)) add(byRemainder, remainder, word);
    if (word.length >= TWO_SLIPS_FROM) add(longByFirst, word.charAt(0), word);
  }
  return { byRemainder, longByFirst };
}

function remainders(word: string): string[] {
  return [word, ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))];
}

/** Whether so many slips (a letter more, less, another, or two swapped) make one word of the other. */
export function isWithin(one: string, other: string, slips: number): boolean {
  if (Math.abs(one.length - other.length) > slips) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return (last[other.length] ?? slips + 1) <= slips;
}

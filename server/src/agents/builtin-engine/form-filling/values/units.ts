export type Dimension = 'mass' | 'length' | 'temperature' | 'time' | 'packs' | 'drinks' | 'dose' | 'count';

export interface Unit {
  id: string;
  dimension: Dimension;
  /** One of it in the dimension's base unit: kilograms, centimetres, degrees Celsius, days, packs, drinks. */
  factor: number;
  /** What zero is in the base unit's terms, for degrees Fahrenheit. */
  offset?: number;
  /** How it is written, folded. */
  words: readonly string[];
}

const unit = (id: string, dimension: Dimension, factor: number, words: string, offset?: number): Unit => ({
  id,
  dimension,
  factor,
  words: words.split(' '),
  ...(offset === undefined ? {} : { offset }),
});

export const UNITS: readonly Unit[] = [
  unit('kg', 'mass', 1, 'kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes kilogramo kilogramos kilograms'),
  unit('lb', 'mass', 0.45359237, 'lb lbs pound pounds libra libras'),
  unit('stone', 'mass', 6.35029318, 'stone stones'),
  unit('g', 'mass', 0.001, 'gram grams gramo gramos'),
  unit('oz', 'mass', 0.028349523125, 'oz ounce ounces onza onzas'),
  unit('cm', 'length', 1, 'cm cms centimeter centimeters centimetre centimetres centimetro centimetros'),
  unit('m', 'length', 100, 'm mt mts meter meters metre metres metro metros'),
  unit('ft', 'length', 30.48, "ft foot feet pie pies '"),
  unit('in', 'length', 2.54, 'inch inches pulgada pulgadas "'),
  unit('celsius', 'temperature', 1, 'c celsius centigrade centigrados'),
  unit('fahrenheit', 'temperature', 5 / 9, 'f fahrenheit', 32),
  unit('minute', 'time', 1 / 1440, 'minute minutes min mins minuto minutos'),
  unit('hour', 'time', 1 / 24, 'hour hours hr hrs hora horas'),
  unit('day', 'time', 1, 'day days dia dias'),
  unit('night', 'time', 1, 'night nights noche noches'),
  unit('week', 'time', 7, 'week weeks wk wks semana semanas'),
  unit('month', 'time', 30, 'month months mes meses'),
  unit('year', 'time', 365, 'year years yr yrs ano anos'),
  unit('decade', 'time', 3650, 'decade decades decada decadas'),
  unit('pack', 'packs', 1, 'pack packs paquete paquetes cajetilla cajetillas atado atados'),
  unit('cigarette', 'packs', 1 / 20, 'cigarette cigarettes cigarrillo cigarrillos cigarro cigarros'),
  unit(
    'drink',
    'drinks',
    1,
    'drink drinks glass glasses beer beers can cans bottle bottles shot shots trago tragos copa copas cerveza cervezas',
  ),
  unit('dose', 'dose', 1, 'mg mcg ml milligram milligrams miligramos microgramos mililitros'),
];

const BY_WORD = new Map(UNITS.flatMap((one) => one.words.map((word) => [word, one] as const)));
/** Too short, or too often something else, to tell what unit a description means. */
const UNCLEAR = new Set([
  'c',
  'f',
  'm',
  "'",
  '"',
  'min',
  'can',
  'cans',
  'bottle',
  'bottles',
  'glass',
  'night',
  'noche',
  'shot',
  'shots',
  'drink',
]);

export const unitOf = (word: string): Unit | undefined => BY_WORD.get(word);

/** Converts a value in one unit to another of the same dimension; months and years count in each other, not in days. */
export function convert(value: number, from: Unit, to: Unit): number {
  if (from.id === to.id) return value;
  if (from.id === 'month' && to.id === 'year') return value / 12;
  if (from.id === 'year' && to.id === 'month') return value * 12;
  if (from.id === 'week' && to.id === 'year') return value / 52;
  const base = (value - (from.offset ?? 0)) * from.factor;
  return base / to.factor + (to.offset ?? 0);
}

/** The unit that a title, a name or a description says a number is in: the one after “in” before any other. */
export function unitNamedIn(words: readonly string[]): Unit | undefined {
  const clear = words.map((word) => (UNCLEAR.has(word) ? undefined : unitOf(word)));
  const after = clear.find((one, index) => one && ['in', 'en', 'grados', 'degrees'].includes(words[index - 1] ?? ''));
  return after ?? clear.find((one) => one !== undefined);
}

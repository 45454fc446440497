import type { FormField } from '../../forms/form-field.ts';
import { fold, wordsOfName } from './words.ts';

/** A unit by its dimension: a value in the dimension's base is `value * factor + offset`. */
export interface Unit {
  id: string;
  dimension: 'mass' | 'length' | 'temperature' | 'time' | 'volume' | 'cigarettes';
  factor: number;
  offset: number;
  /** As people write it, folded. */
  words: readonly string[];
}

const unit = (id: string, dimension: Unit['dimension'], factor: number, words: string, offset = 0): Unit => ({
  id,
  dimension,
  factor,
  offset,
  words: words.split(' '),
});

/** Bases: kilogram, centimetre, degree Celsius, day, millilitre, cigarette. A month is a twelfth of a year, a pack has twenty. */
export const UNITS: readonly Unit[] = [
  unit('kg', 'mass', 1, 'kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes kilogramo kilogramos quilo quilos'),
  unit('g', 'mass', 0.001, 'g gr gram grams gramo gramos'),
  unit('mg', 'mass', 0.000001, 'mg milligram milligrams miligramo miligramos'),
  unit('mcg', 'mass', 0.000000001, 'mcg microgram micrograms microgramo microgramos'),
  unit('lb', 'mass', 0.45359237, 'lb lbs pound pounds libra libras'),
  unit('oz', 'mass', 0.028349523125, 'oz ounce ounces onza onzas'),
  unit('stone', 'mass', 6.35029318, 'stone stones'),
  unit('cm', 'length', 1, 'cm cms centimeter centimeters centimetre centimetres centimetro centimetros'),
  unit('mm', 'length', 0.1, 'mm millimeter millimeters millimetre millimetres milimetro milimetros'),
  unit('m', 'length', 100, 'm mts meter meters metre metres metro metros'),
  unit('km', 'length', 100_000, 'km kms kilometer kilometers kilometre kilometres kilometro kilometros'),
  unit('ft', 'length', 30.48, 'ft foot feet pie pies'),
  unit('in', 'length', 2.54, 'inch inches pulgada pulgadas'),
  unit('mile', 'length', 160_934.4, 'mile miles milla millas'),
  unit('C', 'temperature', 1, 'c celsius centigrade centigrado centigrados'),
  unit('F', 'temperature', 5 / 9, 'f fahrenheit', -160 / 9),
  unit('minute', 'time', 1 / 1440, 'minute minutes minuto minutos mins'),
  unit('hour', 'time', 1 / 24, 'hour hours hora horas hrs'),
  unit('day', 'time', 1, 'day days dia dias'),
  unit('week', 'time', 7, 'week weeks semana semanas'),
  unit('month', 'time', 365.25 / 12, 'month months mes meses'),
  unit('year', 'time', 365.25, 'year years ano anos yr yrs yo'),
  unit('ml', 'volume', 1, 'ml milliliter milliliters millilitre millilitres mililitro mililitros cc'),
  unit('l', 'volume', 1000, 'l liter liters litre litres litro litros'),
  unit('cigarette', 'cigarettes', 1, 'cigarette cigarettes cigarrillo cigarrillos cigarro cigarros pitillo pitillos'),
  unit('pack', 'cigarettes', 20, 'pack packs paquete paquetes cajetilla cajetillas atado atados'),
];

const BY_WORD = new Map(UNITS.flatMap((one) => one.words.map((word): [string, Unit] => [word, one])));

export const unitOfWord = (word: string): Unit | undefined => BY_WORD.get(word);
export const unitById = (id: string): Unit | undefined => UNITS.find((one) => one.id === id);

/** Undefined between units that do not measure the same. */
export function convert(value: number, from: Unit, to: Unit): number | undefined {
  if (from.dimension !== to.dimension) return undefined;
  return (value * from.factor + from.offset - to.offset) / to.factor;
}

/** One letter is a unit only where it is marked as one: `(m)`, `°F`. */
const MARKED = /°\s?([cf])\b|\((kg|lbs?|cm|m|mm|g|mg|l|ml|f|c|ft|in)\)/;

/** The unit that a field wants its number in, where its words name one. */
export function unitOfField({ name, title = '', description = '' }: FormField): Unit | undefined {
  for (const text of [title, description]) {
    const folded = fold(text);
    const marked = MARKED.exec(folded);
    if (marked) return marked[2] === 'in' ? unitById('in') : unitOfWord(marked[1] ?? marked[2] ?? '');
    const named = /\b(?:in|en|grados?|degrees?)\s+(?:\w+\s+)?([a-z]+)\b/.exec(folded);
    const inWords = named && longUnit(named[1] ?? '');
    if (inWords) return inWords;
    // “per day” is a rate, and what is counted is something else.
    const words =
      folded.replaceAll(/\b(?:per|a|each|por|al|cada)\s+(?:day|week|month|year|dia|semana|mes|ano)\b/g, ' ').match(/[a-z]+/g) ?? [];
    const units = words.flatMap((word) => longUnit(word) ?? []);
    if (units[0]) return units[0];
  }
  return wordsOfName(name).flatMap((word) => longUnit(word) ?? [])[0];
}

const longUnit = (word: string): Unit | undefined => (word.length > 1 ? unitOfWord(word) : undefined);

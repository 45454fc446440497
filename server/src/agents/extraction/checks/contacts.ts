import { isPossiblePhoneNumber, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { numbersIn } from './numbers.ts';
import { fold, wordsOf } from './words.ts';

const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;
/** Where no country is known, a number of this country's length is one. */
const USUAL_COUNTRY = 'US';

export const isEmail = (value: string): boolean => value.length <= 254 && EMAIL.test(value);

export const isPhone = (value: string, country?: string): boolean =>
  /^[+(\d][\d\s().-]{4,30}$/.test(value) &&
  (isPossiblePhoneNumber(value, { defaultCountry: country && isSupportedCountry(country) ? country : USUAL_COUNTRY }) ||
    parsePhoneNumberFromString(value)?.isPossible() === true);

/** Also spelled out: “ana punto lopez arroba example punto com”. */
export function namesEmail(text: string, value: string): boolean {
  const written = fold(text);
  const spelled = written
    .replaceAll(/\s+(?:at|arroba)\s+/g, '@')
    .replaceAll(/\s+(?:dot|punto)\s+/g, '.')
    .replaceAll(/\s+(?:underscore|guion bajo)\s+/g, '_')
    .replaceAll(/\s+(?:dash|hyphen|guion)\s+/g, '-');
  const wanted = fold(value);
  return [written, spelled, spelled.replaceAll(' ', '')].some((form) => form.includes(wanted));
}

/** The same digits, in figures or in words; a country code may be on one side alone. */
export function namesDigits(text: string, value: string): boolean {
  const wanted = value.replaceAll(/\D/g, '');
  const written = text.replaceAll(/\D/g, '');
  const spoken = numbersIn(wordsOf(text))
    .flatMap(({ values }) => values.slice(0, 1))
    .join('');
  return [written, spoken].some(
    (digits) => digits.includes(wanted) || (digits.length >= 7 && wanted.length - digits.length <= 4 && wanted.endsWith(digits)),
  );
}

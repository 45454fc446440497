import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/** What people say about themselves before a chat, and pages about them. Nobody has proven any of it. */
export interface StatedDetails {
  name?: string;
  email?: string;
  /** E.164 where it can be read as a number of the tenant's country; else as it was written. */
  phone?: string;
  /** What else they answered, by the names of the questions. */
  answers?: Record<string, string>;
  /** What the page says of them. */
  attributes?: Record<string, AttributeValue>;
}

export type AttributeValue = string | number | boolean;

/** How they are called: as somebody has vouched for, else as they say themselves. */
export const calledName = ({ name, stated }: { name: string | null; stated: StatedDetails }): string | null => name ?? stated.name ?? null;

/** As it is kept. What is said later goes over what was said before; answers and attributes each as a whole. */
export function withStated(known: StatedDetails, said: StatedDetails, country: string | null): StatedDetails {
  const phone = said.phone === undefined ? {} : { phone: internationalNumber(said.phone, country) };
  return { ...known, ...said, ...phone };
}

function internationalNumber(written: string, country: string | null): string {
  const number = parsePhoneNumberFromString(written, country !== null && isSupportedCountry(country) ? country : undefined);
  return number?.isPossible() ? number.number : written;
}

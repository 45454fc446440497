import { readTheme } from '@foyer/contracts/widget-theme.ts';
import type { BootOptions } from '../loader/bridge.ts';

type Complain = (code: string, message: string) => void;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar: Check = (value) => ['string', 'number', 'boolean'].includes(typeof value);
const MAX_ATTRIBUTES = 50;

/** What each option has to be, and how that is said. */
const CHECKS: Readonly<Record<keyof BootOptions, readonly [Check, string]>> = {
  projectId: [isText, 'a text'],
  userToken: [isText, 'a signed token'],
  externalUserId: [isText, 'a text'],
  locale: [(value) => /^(en|es)\b/.test(String(value)), '"en" or "es"'],
  colorScheme: [(value) => /^(light|dark|auto)$/.test(String(value)), '"light", "dark" or "auto"'],
  theme: [isObject, 'an object'],
  form: [(value) => isObject(value) && isObject((value as { schema?: unknown }).schema), 'an object with a schema'],
  metadata: [isObject, 'an object'],
  attributes: [
    (value) => isObject(value) && Object.values(value as object).every(isScalar) && Object.keys(value as object).length <= MAX_ATTRIBUTES,
    `an object of at most ${MAX_ATTRIBUTES} texts, numbers and truth values`,
  ],
  position: [(value) => /^bottom-(right|left)$/.test(String(value)), '"bottom-right" or "bottom-left"'],
  isHidden: [(value) => typeof value === 'boolean', 'true or false'],
  hidden: [() => true, 'there or not'],
  container: [(value) => value instanceof HTMLElement, 'an element'],
};

/** What a page has said, without what makes no sense; that is named to the page. */
export function checkOptions(given: unknown, complain: Complain): BootOptions {
  if (!isObject(given)) {
    complain('INVALID_CALL', 'options must be an object');
    return {};
  }
  const sound = Object.entries(given as BootOptions).filter(([name, value]) => {
    if (value === undefined) return false;
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name as keyof BootOptions] : undefined;
    if (!check) complain('INVALID_CALL', `there is no option “${name}”`);
    else if (!check[0](value)) complain('INVALID_CALL', `${name} must be ${check[1]}`);
    return check?.[0](value);
  });
  const options: BootOptions = Object.fromEntries(sound);
  if (!options.theme) return options;
  const { theme, problems } = readTheme(options.theme);
  for (const { path, message } of problems) complain('INVALID_CALL', `theme.${path}: ${message}`);
  return { ...options, theme };
}

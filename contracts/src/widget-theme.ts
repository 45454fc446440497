/**
 * How a widget looks, as it stands in the `uiTheme` of an app's configuration. Every part may be left out. No Zod here: the widget itself
 * reads it.
 */
export interface WidgetTheme {
  /** Shown in the header; the app's name where it is left out. */
  readonly title?: string;
  /** One line below the title. */
  readonly subtitle?: string;
  /** `#rrggbb` or `#rgb`. What is written on it, and the shades that are derived from it, keep a contrast that people can read. */
  readonly primaryColor?: string;
  /** The colour scheme: `auto` follows the visitor's device. */
  readonly colorScheme?: 'light' | 'dark' | 'auto';
  /** Of corners, in CSS pixels, 0 to 28. */
  readonly radius?: number;
  readonly position?: 'bottom-right' | 'bottom-left';
  /** Distance of the launcher from the edges of the window, in CSS pixels, 0 to 200. */
  readonly offset?: { readonly horizontal?: number; readonly vertical?: number };
  readonly launcher?: {
    /** Words beside the picture. */
    readonly label?: string;
    readonly icon?: 'chat' | 'question' | 'heart' | 'hand';
    /** Left out: it is there. `hidden`: the page opens the widget itself. */
    readonly visibility?: 'shown' | 'hidden';
  };
  /** Address of a picture, https or a path of the installation. */
  readonly logoUrl?: string;
  /** A font of the page, by its CSS names; the device's own where it is left out. */
  readonly fontFamily?: string;
  /** Whether a tone is played for messages that come while the widget is closed; the visitor can switch it. */
  readonly sound?: boolean;
  /** Words that replace the widget's own, by language and by name. */
  readonly texts?: { readonly [language in 'en' | 'es']?: Readonly<Record<string, string>> };
  /** Questions that a visitor can begin with, by language. */
  readonly suggestions?: { readonly [language in 'en' | 'es']?: readonly string[] };
  /** What is asked before the chat begins. */
  readonly preChat?: { readonly fields: readonly PreChatField[] };
  /** Whether the visitor is asked at the end how it was; yes where it is left out. */
  readonly satisfaction?: boolean;
}

export interface PreChatField {
  /** `name`, `email` and `phone` become the contact's, unproven; others are kept with the session. */
  readonly name: string;
  readonly label: string | { readonly en?: string; readonly es?: string };
  readonly type: 'text' | 'email' | 'phone' | 'choice';
  readonly required?: boolean;
  /** Of a choice. */
  readonly options?: readonly string[];
}

/** What is wrong with a theme, and where: `launcher.icon`. */
export interface ThemeProblem {
  readonly path: string;
  readonly message: string;
}

/**
 * Keeps what a theme may have and tells what it may not: whatever is handed in, what comes out can be shown.
 * @param input as somebody has configured it or as a page has given it
 */
export function readTheme(input: unknown): { theme: WidgetTheme; problems: ThemeProblem[] } {
  const problems: ThemeProblem[] = [];
  return { theme: themeReader(input ?? {}, '', problems) ?? {}, problems };
}

/** What was read, or undefined and a problem noted. */
type Reader<T> = (value: unknown, path: string, problems: ThemeProblem[]) => T | undefined;

function refuse(path: string, problems: ThemeProblem[], message: string): undefined {
  problems.push({ path, message });
}

const UNPRINTABLE = /\p{Cc}|\p{Cs}/u;

function line(maxLength: number, pattern = /./, hint = ''): Reader<string> {
  return (value, path, problems) => {
    if (typeof value !== 'string' || !value.trim()) return refuse(path, problems, `Must be a text${hint}`);
    if (value.length > maxLength) return refuse(path, problems, `Must be at most ${maxLength} characters long`);
    if (UNPRINTABLE.test(value) || !pattern.test(value)) return refuse(path, problems, `Must be one line of text${hint}`);
    return value.trim();
  };
}

function oneOf<const T extends string>(...allowed: T[]): Reader<T> {
  return (value, path, problems) => allowed.find((one) => one === value) ?? refuse(path, problems, `Must be one of ${allowed.join(', ')}`);
}

function numberUpTo(max: number): Reader<number> {
  return (value, path, problems) =>
    typeof value === 'number' && value >= 0 && value <= max ? value : refuse(path, problems, `Must be a number from 0 to ${max}`);
}

const flag: Reader<boolean> = (value, path, problems) =>
  typeof value === 'boolean' ? value : refuse(path, problems, 'Must be true or false');

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function object<T extends object>(readers: { [Name in keyof T]-?: Reader<NonNullable<T[Name]>> }): Reader<T> {
  return (value, path, problems) => {
    if (!isObject(value)) return refuse(path, problems, 'Must be an object');
    const read: Partial<T> = {};
    for (const name of Object.keys(value)) {
      const at = path ? `${path}.${name}` : name;
      // Settings that are left empty by a form are none.
      if (value[name] === undefined || value[name] === null) continue;
      if (!Object.hasOwn(readers, name)) {
        refuse(at, problems, 'Is not part of a theme');
        continue;
      }
      const found = readers[name as keyof T](value[name], at, problems);
      if (found !== undefined) read[name as keyof T] = found;
    }
    return read as T;
  };
}

function list<T>(maxItems: number, read: Reader<T>): Reader<T[]> {
  return (value, path, problems) => {
    if (!Array.isArray(value)) return refuse(path, problems, 'Must be a list');
    if (value.length > maxItems) refuse(path, problems, `Must have at most ${maxItems} entries`);
    const items = value.slice(0, maxItems).map((item, index) => read(item, `${path}.${index}`, problems));
    return items.filter((item) => item !== undefined) as T[];
  };
}

const words: Reader<Readonly<Record<string, string>>> = (value, path, problems) => {
  if (!isObject(value)) return refuse(path, problems, 'Must be an object');
  const read = line(500);
  const entries = Object.entries(value).slice(0, 200);
  const kept = entries.map(([name, text]) => [name, /^[a-z]\w*$/i.test(name) ? read(text, `${path}.${name}`, problems) : undefined]);
  return Object.fromEntries(kept.filter(([, text]) => text !== undefined));
};

const color: Reader<string> = (value, path, problems) => {
  const hex = typeof value === 'string' ? /^#([\da-f]{3}|[\da-f]{6})$/i.exec(value.trim())?.[1] : undefined;
  if (!hex) return refuse(path, problems, 'Must be a colour such as #17595a');
  return `#${(hex.length === 3 ? hex.replace(/./g, '$&$&') : hex).toLowerCase()}`;
};

const pictureAddress: Reader<string> = (value, path, problems) => {
  const address = line(2_000)(value, path, []);
  // A path that begins with two slashes, or with a backslash for one, is another server's.
  if (address && /^\/(?![/\\])[^\s\\]*$/.test(address)) return address;
  const url = address && URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'https:' && !url.username) return url.href;
  return refuse(path, problems, 'Must be an https address or a path such as /logo.svg');
};

const labels = object<Exclude<PreChatField['label'], string>>({ en: line(200), es: line(200) });

const preChatField: Reader<PreChatField> = (value, path, problems) => {
  const field = object<Partial<PreChatField>>({
    name: line(60, /^[a-z]\w*$/i, ' of letters, digits and underscores'),
    label: (label, at, found) => (typeof label === 'string' ? line(200)(label, at, found) : labels(label, at, found)),
    type: oneOf('text', 'email', 'phone', 'choice'),
    required: flag,
    options: list(20, line(200)),
  })(value, path, problems);
  const { name, label, type, options } = field ?? {};
  if (!name || !label || !type) return refuse(path, problems, 'Must have a name, a label and a type');
  if (type === 'choice' && !options?.length) return refuse(`${path}.options`, problems, 'Must have something to choose from');
  return { ...field, name, label, type };
};

const suggestions = list(6, line(200));

const themeReader = object<WidgetTheme>({
  title: line(80),
  subtitle: line(140),
  primaryColor: color,
  colorScheme: oneOf('light', 'dark', 'auto'),
  radius: numberUpTo(28),
  position: oneOf('bottom-right', 'bottom-left'),
  offset: object<NonNullable<WidgetTheme['offset']>>({ horizontal: numberUpTo(200), vertical: numberUpTo(200) }),
  launcher: object<NonNullable<WidgetTheme['launcher']>>({
    label: line(40),
    icon: oneOf('chat', 'question', 'heart', 'hand'),
    visibility: oneOf('shown', 'hidden'),
  }),
  logoUrl: pictureAddress,
  // Names, quotes and commas: nothing that CSS could take for anything else.
  fontFamily: line(200, /^[\p{L}\d ,'"-]+$/u, ' of font names'),
  sound: flag,
  texts: object<NonNullable<WidgetTheme['texts']>>({ en: words, es: words }),
  suggestions: object<NonNullable<WidgetTheme['suggestions']>>({ en: suggestions, es: suggestions }),
  preChat: object<NonNullable<WidgetTheme['preChat']>>({ fields: list(8, preChatField) }),
  satisfaction: flag,
});

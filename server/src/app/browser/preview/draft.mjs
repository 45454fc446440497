// What is being edited: a configuration of an app that is no version yet. Everything here is pure.

/** @typedef {Record<string, unknown>} Json */

/**
 * @typedef {object} Draft
 * @property {Record<string, boolean>} features
 * @property {Json} uiTheme
 * @property {Json} llmConfig carried over as it is
 * @property {Json} voiceConfig carried over as it is
 */

/** @type {Draft} */
export const EMPTY_DRAFT = { features: { chat: true }, uiTheme: {}, llmConfig: {}, voiceConfig: {} };

/** @param {Json} version an app's configuration as the API tells it @returns {Draft} */
export function draftOf({ features = {}, uiTheme = {}, llmConfig = {}, voiceConfig = {} }) {
  return structuredClone(/** @type {Draft} */ ({ features, uiTheme, llmConfig, voiceConfig }));
}

/** @param {Draft} draft @param {boolean} isActive @returns {Json} the body that makes it a version */
export const versionOf = (draft, isActive) => ({ ...draft, isActive });

/** @param {unknown} theme @param {string} path such as `launcher.label` @returns {unknown} */
export function valueAt(theme, path) {
  return path.split('.').reduce((part, name) => (isObject(part) && Object.hasOwn(part, name) ? part[name] : undefined), theme);
}

/**
 * @param {Json} theme @param {string} path @param {unknown} value what is empty is left out, and so is an object that becomes empty
 * @returns {Json} another theme; the given one stays as it is
 */
export function withValueAt(theme, path, value) {
  const [name = '', ...rest] = path.split('.');
  const { [name]: before, ...others } = theme;
  const next = rest.length === 0 ? value : withValueAt(isObject(before) ? before : {}, rest.join('.'), value);
  return isEmpty(next) ? others : { ...theme, [name]: next };
}

/** @param {unknown} value @returns {boolean} */
function isEmpty(value) {
  if (value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

/** @param {unknown} value @returns {value is Json} */
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {string} text @returns {string[]} its lines that say something */
export const linesOf = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** @param {unknown} list @returns {string} */
export const linesFrom = (list) => (Array.isArray(list) ? list.map(String).join('\n') : '');

/**
 * Words by their names, one per line: `send = Send it`.
 * @param {string} text
 * @returns {{ words: Record<string, string>, wrong: string[] }} lines that are none
 */
export function wordsOf(text) {
  /** @type {Record<string, string>} */
  const words = {};
  const wrong = [];
  for (const line of linesOf(text)) {
    const [, name, said] = /^([a-z]\w*)\s*=\s*(.+)$/i.exec(line) ?? [];
    if (name !== undefined && said !== undefined) words[name] = said;
    else wrong.push(line);
  }
  return { words, wrong };
}

/** @param {unknown} words @returns {string} */
export const wordsFrom = (words) =>
  isObject(words)
    ? Object.entries(words)
        .map(([name, said]) => `${name} = ${said}`)
        .join('\n')
    : '';

/**
 * A draft as somebody has typed it as JSON.
 * @param {string} text @param {Draft} before what is not typed is taken from here
 * @returns {{ draft: Draft } | { problem: string }}
 */
export function readDraft(text, before) {
  /** @type {unknown} */
  let read;
  try {
    read = JSON.parse(text);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  if (!isObject(read)) return { problem: 'Must be an object with features and uiTheme' };
  const unknown = Object.keys(read).find((name) => name !== 'features' && name !== 'uiTheme');
  if (unknown !== undefined) return { problem: `“${unknown}” is neither features nor uiTheme` };
  const { features = {}, uiTheme = {} } = read;
  if (!isObject(features)) return { problem: 'features must be an object' };
  const wrong = Object.keys(features).find((name) => typeof features[name] !== 'boolean');
  if (wrong !== undefined) return { problem: `features.${wrong} must be true or false` };
  if (!isObject(uiTheme)) return { problem: 'uiTheme must be an object' };
  return { draft: { ...before, features: /** @type {Record<string, boolean>} */ (features), uiTheme } };
}

/** @param {Draft} draft @returns {string} */
export const written = ({ features, uiTheme }) => JSON.stringify({ features, uiTheme }, null, 2);

/**
 * What has to be begun anew in the frame: everything that was there when it began and is gone now. The rest can be laid over.
 * @param {Json} shown @param {Json} theme
 * @returns {boolean}
 */
export function hasLost(shown, theme) {
  return Object.entries(shown).some(([name, value]) => {
    if (!Object.hasOwn(theme, name)) return true;
    const now = theme[name];
    return isObject(value) && (!isObject(now) || hasLost(value, now));
  });
}

/**
 * How well words on the primary colour can be read, and which shade is really shown.
 * @param {unknown} primaryColor
 * @param {{ deriveColors: typeof import('@foyer/contracts/widget-theme-colors.ts').deriveColors,
 *   contrast: typeof import('@foyer/contracts/widget-theme-colors.ts').contrast }} colors
 */
export function contrastReport(primaryColor, { deriveColors, contrast }) {
  const theme = typeof primaryColor === 'string' ? { primaryColor } : {};
  return /** @type {const} */ (['light', 'dark']).map((scheme) => {
    const { primary, onPrimary } = deriveColors(theme, scheme);
    const isAdapted = typeof primaryColor === 'string' && primary.toLowerCase() !== primaryColor.toLowerCase();
    return { scheme, primary, onPrimary, ratio: Math.round(contrast(onPrimary, primary) * 10) / 10, isAdapted };
  });
}

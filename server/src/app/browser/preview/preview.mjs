// Signs in, chooses an app, and edits a configuration beside the widget that it makes.

import { followColorScheme } from '../parts/color-scheme.mjs';
import { element } from '../parts/element.mjs';
import { createApi, Refusal } from './api.mjs';
import { createControls, flag } from './controls.mjs';
import { draftOf, EMPTY_DRAFT, readDraft, versionOf, withValueAt, written } from './draft.mjs';

const FEATURES = ['chat', 'extraction', 'attachments', 'voice'];
/** The same functions as those of the server and the widget, from the same file. */
const [{ readTheme }, colors] = await Promise.all([
  /** @type {Promise<typeof import('@foyer/contracts/widget-theme.ts')>} */ (import(contract('widget-theme'))),
  /** @type {Promise<typeof import('@foyer/contracts/widget-theme-colors.ts')>} */ (import(contract('widget-theme-colors'))),
]);

const api = createApi();
const signIn = /** @type {HTMLFormElement} */ (byId('sign-in'));
const tenant = /** @type {HTMLSelectElement} */ (byId('tenant'));
const app = /** @type {HTMLSelectElement} */ (byId('app'));
const json = /** @type {HTMLTextAreaElement} */ (byId('json'));
const frame = /** @type {HTMLIFrameElement} */ (byId('frame'));

/** @type {(Record<string, unknown> & { id: string, projectId?: string })[]} */
let apps = [];
let draft = EMPTY_DRAFT;
let look = { locale: 'en', scheme: /** @type {'light' | 'dark'} */ ('light'), isOpen: true };
let isFrameReady = false;

const controls = createControls((path, value) => edit({ ...draft, uiTheme: withValueAt(draft.uiTheme, path, value) }), colors);
const features = FEATURES.map((name) =>
  flag(name, name, name === 'chat', (path, value) => edit({ ...draft, features: { ...draft.features, [path]: value === true } })),
);
byId('controls').append(
  ...controls.nodes,
  element('details', {}, [element('summary', {}, ['Features']), ...features.map(({ node }) => node)]),
);
followColorScheme(byId('scheme'), () => {});

signIn.addEventListener('submit', async (event) => {
  event.preventDefault();
  const given = new FormData(signIn);
  const [email, password, code] = ['email', 'password', 'code'].map((name) => String(given.get(name) ?? ''));
  await attempt(byId('sign-in-problem'), async () => {
    await api.signIn({ email: email ?? '', password: password ?? '', ...(code && { code }) });
    signIn.hidden = true;
    byId('choose').hidden = false;
    fill(tenant, await api.tenants());
    await enterTenant();
  });
});
tenant.addEventListener('change', () => void attempt(byId('saved'), enterTenant));
app.addEventListener('change', () => void attempt(byId('saved'), enterApp));
json.addEventListener('input', () => {
  const read = readDraft(json.value, draft);
  byId('json-problem').textContent = 'problem' in read ? read.problem : '';
  if ('draft' in read) edit(read.draft);
});
byId('save').addEventListener('click', () => void save(true));
byId('save-draft').addEventListener('click', () => void save(false));
addEventListener('message', ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== location.origin || data !== 'ready') return;
  isFrameReady = true;
  showFrame();
});
byId('anew').addEventListener('click', () => frame.contentWindow?.postMessage('begin anew', location.origin));
frame.contentWindow?.postMessage('are you ready?', location.origin);
press('data-size', (size) => {
  byId('device').className = `device device-${size}`;
});
press('data-colors', (scheme) => {
  look = { ...look, scheme: scheme === 'dark' ? 'dark' : 'light' };
  showFrame();
});
press('data-language', (locale) => {
  look = { ...look, locale };
  showFrame();
});

async function enterTenant() {
  api.enter(tenant.value);
  apps = await api.apps();
  fill(app, /** @type {import('./api.mjs').Named[]} */ (apps));
  byId('editor').hidden = apps.length === 0;
  if (apps.length === 0) throw new Error('This organisation has no app.');
  await enterApp();
}

async function enterApp() {
  const versions = await api.versions(app.value);
  const active = versions.find(({ isActive }) => isActive) ?? versions.at(-1);
  listVersions(versions);
  edit(active ? draftOf(active) : EMPTY_DRAFT);
}

/** @param {typeof EMPTY_DRAFT} next */
function edit(next) {
  draft = next;
  controls.show(draft.uiTheme);
  for (const control of features) control.show(draft.features);
  if (document.activeElement !== json) json.value = written(draft);
  const { problems } = readTheme(draft.uiTheme);
  const lines = problems.map(({ path, message }) => element('li', {}, [element('code', {}, [path || 'uiTheme']), ` ${message}`]));
  byId('problems').replaceChildren(
    ...(lines.length > 0 ? lines : [element('li', {}, ['None. Whatever has a problem is left out by the widget.'])]),
  );
  showFrame();
}

function showFrame() {
  const projectId = apps.find(({ id }) => id === app.value)?.projectId;
  if (!isFrameReady || projectId === undefined) return;
  const shown = { ...look, projectId, theme: readTheme(draft.uiTheme).theme, features: draft.features };
  frame.contentWindow?.postMessage(shown, location.origin);
}

/** @param {boolean} isActive @param {typeof EMPTY_DRAFT} [content] */
async function save(isActive, content = draft) {
  await attempt(byId('saved'), async () => {
    const { version } = await api.save(app.value, versionOf(content, isActive));
    listVersions(await api.versions(app.value));
    byId('saved').textContent = isActive ? `Version ${version} is in use now.` : `Version ${version} is kept as a draft.`;
  });
}

/** @param {(Record<string, unknown>)[]} versions from the first on */
function listVersions(versions) {
  const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
  const items = versions.toReversed().map((version) => {
    const load = element('button', { type: 'button', class: 'quiet', 'aria-label': `Load version ${version.version}` }, ['Load']);
    load.addEventListener('click', () => edit(draftOf(version)));
    const use = element('button', { type: 'button', class: 'quiet', 'aria-label': `Use version ${version.version}` }, ['Use']);
    use.addEventListener('click', () => void save(true, draftOf(version)));
    return element('li', { class: 'version' }, [
      element('span', {}, [`Version ${version.version}, ${date.format(new Date(String(version.createdAt)))}`]),
      version.isActive === true ? element('span', { class: 'badge' }, ['in use']) : use,
      load,
    ]);
  });
  byId('versions').replaceChildren(...items);
}

/** @param {HTMLElement} place where it is said what went wrong @param {() => Promise<void>} work */
async function attempt(place, work) {
  place.textContent = '';
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'SECOND_FACTOR_REQUIRED') byId('code-row').hidden = false;
    place.textContent = error instanceof Error ? error.message : String(error);
  }
}

/** @param {HTMLSelectElement} select @param {import('./api.mjs').Named[]} items */
function fill(select, items) {
  select.replaceChildren(...items.map(({ id, name }) => element('option', { value: id }, [name])));
}

/** @param {string} attribute @param {(value: string) => void} onPress */
function press(attribute, onPress) {
  const buttons = [...document.querySelectorAll(`[${attribute}]`)];
  for (const button of buttons) {
    button.addEventListener('click', () => {
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
      onPress(button.getAttribute(attribute) ?? '');
    });
  }
}

/** @param {string} id */
function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no “${id}”.`);
  return found;
}

/** @param {string} name */
function contract(name) {
  return `/preview/contracts/${name}.ts`;
}

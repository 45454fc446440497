import type { Signal } from '@preact/signals';
import type { ChatControl } from '../chat/create-chat.ts';
import type { BootOptions, LoaderBridge, WidgetConfig } from '../loader/bridge.ts';
import { checkOptions } from './page-options.ts';

/** What the page's commands change. */
export interface Commanded {
  readonly bridge: Pick<LoaderBridge, 'server' | 'complain'>;
  readonly control: ChatControl;
  readonly config: Signal<WidgetConfig>;
  readonly options: Signal<BootOptions>;
}

/** Commands whose argument is one option. */
const OPTIONS: Readonly<Record<string, keyof BootOptions>> = {
  setUser: 'userToken',
  setLocale: 'locale',
  setColorScheme: 'colorScheme',
  setAttributes: 'attributes',
};

/** Carries out what a page has said after it booted. */
export async function carryOut(commanded: Commanded, command: string, argument: unknown): Promise<void> {
  const { control, bridge } = commanded;
  const { complain } = bridge;
  const option = OPTIONS[command];
  if (option) await update(commanded, checkOptions({ [option]: argument ?? null }, complain));
  else if (command === 'update') await update(commanded, checkOptions(argument, complain));
  else if (command === 'reset') control.reset();
  else if (typeof argument !== 'string') complain('INVALID_CALL', `${command} needs a text`);
  else if (command === 'prefill') control.chat.setDraft(argument);
  else control.chat.send(argument.trim());
}

async function update({ bridge, control, config, options }: Commanded, { projectId, container, ...changes }: BootOptions): Promise<void> {
  if (projectId !== undefined || container) bridge.complain('INVALID_CALL', 'projectId and container are for boot');
  const { locale, ...others } = changes;
  const before = options.value;
  options.value = {
    ...before,
    ...others,
    ...(changes.attributes && { attributes: { ...before.attributes, ...changes.attributes } }),
    ...(changes.theme && { theme: { ...before.theme, ...changes.theme } }),
  };
  if (changes.userToken !== undefined) control.changeUser();
  if (locale === undefined) return;
  // Its texts come from the server; while that cannot be reached, those of before stay.
  const query = new URLSearchParams({ projectId: config.value.projectId, locale });
  const response = await fetch(`${bridge.server}/api/v1/widget/config?${query}`).catch(() => undefined);
  if (response?.ok) config.value = (await response.json()) as WidgetConfig;
  options.value = { ...options.value, locale };
}

/** The server has refused something that the page has said: it is left out, and the page is told. False where it was something else. */
export function mend({ bridge, options }: Pick<Commanded, 'bridge' | 'options'>, code: string, detail: string): boolean {
  const part = { INVALID_USER_TOKEN: 'userToken', INVALID_FORM_SCHEMA: 'form' }[code];
  if (!part) return false;
  bridge.complain(code, detail);
  options.value = Object.fromEntries(Object.entries(options.value).filter(([name]) => name !== part));
  return true;
}

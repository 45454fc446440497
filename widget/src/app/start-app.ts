import { computed, effect, signal } from '@preact/signals';
import { browserEnvironment } from '../chat/browser-environment.ts';
import { createChat } from '../chat/create-chat.ts';
import { claimsOf } from '../chat/session.ts';
import type { BootOptions, StartApp, WidgetConfig } from '../loader/bridge.ts';
import { renderWidget } from '../view/render-widget.tsx';
import { markTitle, playTone } from './attention.ts';
import { createFocus } from './focus-return.ts';
import { initBody } from './init-body.ts';
import { drawLauncher } from './launcher-face.ts';
import { tellPage } from './page-events.ts';
import { checkOptions } from './page-options.ts';
import { createSettings } from './settings.ts';

/** Puts the app together in the shadow root that the loader has made. */
export const startApp: StartApp = ({ server, options: given, config: read, host, setOpen, emit, complain }) => {
  const root = host.shadowRoot;
  if (!root) throw new Error('The launcher has no shadow root.');
  const environment = browserEnvironment(`foyer:${read.projectId}`);
  const config = signal(read);
  const options = signal<BootOptions>(checkOptions(given, complain));
  const userOf = ({ userToken }: BootOptions) => (userToken === undefined ? undefined : String(claimsOf(userToken).sub));
  const isLookedAt = () => settings.isOpen.value && !document.hidden;

  const control = createChat({
    server,
    environment,
    init: (answers) => {
      const { href: url, origin } = location;
      const page = { url, origin, referrer: document.referrer, userAgent: navigator.userAgent };
      return initBody(read.projectId, options.value.locale ?? config.value.locale, options.value, page, answers);
    },
    user: () => userOf(options.value),
    mend: (code, detail) => {
      const part = { INVALID_USER_TOKEN: 'userToken', INVALID_FORM_SCHEMA: 'form' }[code];
      if (!part) return false;
      complain(code, detail);
      options.value = Object.fromEntries(Object.entries(options.value).filter(([name]) => name !== part));
      return true;
    },
    asksFirst: () => !!settings.theme.value.preChat?.fields.length,
    form: computed(() => options.value.form),
    onMessage: ({ messageId, role, content, createdAt }, isHistory) => {
      emit('message', { messageId, role, content, at: createdAt, isHistory });
      if (!isHistory && role !== 'user' && !isLookedAt() && settings.isSoundOn.value) playTone();
    },
  });
  const { chat } = control;
  const settings = createSettings({ server, config, options, hasSession: control.hasSession, store: environment.store });

  const focus = createFocus(host);
  const look = () => chat.setVisible(isLookedAt());
  const setLocale = async (locale: string) => {
    options.value = { ...options.value, locale };
    const query = new URLSearchParams({ projectId: read.projectId, locale });
    const response = await environment.fetch(`${server}/api/v1/widget/config?${query}`).catch(() => undefined);
    if (response?.ok) config.value = (await response.json()) as WidgetConfig;
  };

  const update = (changes: BootOptions) => {
    const before = options.value;
    const { locale, ...others } = changes;
    options.value = {
      ...before,
      ...others,
      ...(changes.attributes && { attributes: { ...before.attributes, ...changes.attributes } }),
      ...(changes.theme && { theme: { ...before.theme, ...changes.theme } }),
    };
    if (changes.userToken !== undefined) control.changeUser();
    if (locale !== undefined) void setLocale(locale);
  };

  /** Commands whose argument is one option. */
  const OPTION: Readonly<Record<string, keyof BootOptions>> = {
    setUser: 'userToken',
    setLocale: 'locale',
    setColorScheme: 'colorScheme',
    setAttributes: 'attributes',
  };

  const run = (command: string, [argument]: readonly unknown[]) => {
    const option = OPTION[command];
    if (option) update(checkOptions({ [option]: argument ?? null }, complain));
    else if (command === 'update') update(checkOptions(argument, complain));
    else if (command === 'reset') control.reset();
    else if (typeof argument !== 'string') complain('INVALID_ARGUMENT', `${command} needs a text`);
    else if (command === 'prefill') chat.setDraft(argument);
    else chat.send(argument.trim());
  };

  const unmount = renderWidget(root, {
    chat,
    settings,
    commands: { close: () => setOpen(false), setLocale, setSound: settings.setSound },
  });
  const stops = [
    unmount,
    drawLauncher(root, settings, chat.unreadCount),
    tellPage(chat, emit),
    markTitle(chat.unreadCount),
    effect(() => {
      if (settings.isOpen.value && !settings.needsPreChat.value) void chat.open();
    }),
    control.stop,
    () => document.removeEventListener('visibilitychange', look),
  ];
  document.addEventListener('visibilitychange', look);
  control.changeUser();
  control.resume();

  return {
    run,
    setOpen: (isOpen) => {
      if (isOpen) focus.remember();
      settings.isOpen.value = isOpen;
      look();
      if (!isOpen) focus.giveBack();
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
};

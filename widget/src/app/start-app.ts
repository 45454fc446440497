import { computed, effect, signal } from '@preact/signals';
import { browserEnvironment } from '../chat/browser-environment.ts';
import { createChat } from '../chat/create-chat.ts';
import { claimsOf } from '../chat/session.ts';
import type { StartApp } from '../loader/bridge.ts';
import { renderWidget } from '../view/render-widget.tsx';
import { createFocus } from './focus-return.ts';
import { initBody } from './init-body.ts';
import { drawLauncher } from './launcher-face.ts';
import { markTitle } from './mark-title.ts';
import { tellPage } from './page-events.ts';
import { createSettings } from './settings.ts';

/** What most pages say: which project it is, and perhaps in which language. What others say is looked at before it is used. */
const PLAIN = /^(projectId|locale|hidden)$/;
const LOOKS = ['theme', 'position', 'colorScheme', 'isHidden'] as const;

/** Puts the app together in the shadow root that the loader has made. */
export const startApp: StartApp = async (bridge) => {
  const { server, options: given, config: read, host, setOpen, emit, complain } = bridge;
  const root = host.shadowRoot;
  const launcher = root?.querySelector<HTMLElement>('#launcher');
  if (!root || !launcher) throw new Error('There is no launcher.');
  const isPlain = Object.entries(given).every(([name, value]) => value === undefined || PLAIN.test(name));
  const environment = browserEnvironment(`foyer:${read.projectId}`);
  const config = signal(read);
  const options = signal(isPlain ? given : (await import('./page-options.ts')).checkOptions(given, complain));
  if (options.value.container) (await import('./fill-element.ts')).fillElement(root);

  const control = createChat({
    server,
    environment,
    init: (answers) => initBody(read.projectId, options.value.locale ?? config.value.locale, options.value, answers),
    user: () => options.value.userToken && String(claimsOf(options.value.userToken).sub),
    mend: (code, detail) =>
      import('./page-commands.ts').then(
        ({ mend }) => mend({ bridge, options }, code, detail),
        () => false,
      ),
    mayBegin: () => settings.isOpen.value && !settings.theme.value.preChat?.fields.length,
    form: computed(() => options.value.form),
    onMessage: ({ messageId, role, content, createdAt }, isHistory) => {
      emit('message', { messageId, role, content, at: createdAt, isHistory });
      const isNoticed = isHistory || role === 'user' || isLookedAt();
      if (!isNoticed && settings.isSoundOn.value)
        import('./play-tone.ts').then(
          ({ playTone }) => playTone(),
          () => {},
        );
    },
  });
  const { chat } = control;
  const settings = createSettings({ server, config, options, hasSession: control.hasSession, store: environment.store });
  const isLookedAt = () => settings.isOpen.value && !document.hidden;
  const look = () => chat.setVisible(isLookedAt());
  const focus = createFocus(host, launcher);

  /** Commands take effect in the order in which they were called, opening and closing among them. */
  let turn = Promise.resolve();
  const run = (command: string, argument: unknown) => {
    turn = turn
      .then(async () => (await import('./page-commands.ts')).carryOut({ bridge, control, config, options }, command, argument))
      .catch((error: unknown) => complain('NETWORK', `${command}: ${error}`));
  };

  const commands = { close: () => setOpen(false), setLocale: (locale: string) => run('setLocale', locale), setSound: settings.setSound };
  const isDressed = computed(() => LOOKS.some((name) => options.value[name] !== undefined));
  const stops = [
    renderWidget(root, { chat, settings, commands }),
    drawLauncher(launcher, settings, chat.unreadCount, isDressed),
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
    run: (command, [argument]) => run(command, argument),
    setOpen: (isOpen) => {
      if (isOpen) focus.remember();
      turn = turn.then(() => {
        settings.isOpen.value = isOpen || settings.isInline;
        look();
        if (!isOpen) focus.giveBack();
      });
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
};

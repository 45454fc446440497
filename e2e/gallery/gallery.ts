import { readTheme } from '@foyer/contracts/widget-theme.ts';
import { signal } from '@preact/signals';
import { renderWidget } from '../../widget/src/view/render-widget.tsx';
import { createFakeChat } from './fake-chat.ts';
import { SCENES } from './scenes.ts';
import type { GalleryState } from './states.ts';

/** Shows one state of the widget; see states.ts. `color`, `radius`, `rtl` and `closed` change the theme, the page and the window. */
const query = new URLSearchParams(location.search);
const name = (query.get('state') ?? 'welcome') as GalleryState;
const isInline = name === 'inline';

const host = document.createElement('div');
host.id = 'widget';
if (isInline) Object.assign(host.style, { height: '640px', margin: '0 2rem' });
document.querySelector(isInline ? 'main' : 'body')?.append(host);
if (query.has('rtl')) document.documentElement.dir = 'rtl';

const { chat, state, calls } = createFakeChat();
const color = query.get('color');
const radius = query.get('radius');
const theme = signal(
  readTheme({
    subtitle: 'Answers at once',
    ...(color && { primaryColor: color }),
    ...(radius && { radius: Number(radius) }),
    suggestions: {
      en: ['When are you open?', 'How do I prepare for my operation?', 'I would like an appointment'],
      es: ['¿Cuándo abren?', '¿Cómo me preparo para la operación?', 'Quisiera pedir cita'],
    },
  }).theme,
);
const needsPreChat = signal(false);
const locale = signal<'en' | 'es'>(query.get('locale') === 'es' ? 'es' : 'en');
const isOpen = signal(!query.has('closed'));
const isSoundOn = signal(false);
SCENES[name]({ state, theme, needsPreChat });

// Whoever looks at a state wants to see all of it at once; how parts come one after the other is seen in the journeys.
await Promise.all([
  import('../../widget/src/view/conversation/conversation.ts'),
  import('../../widget/src/view/ending/ended.tsx'),
  import('../../widget/src/view/fields/fields.ts'),
  import('../../widget/src/view/files.tsx'),
  import('../../widget/src/view/menu-items.tsx'),
  import('../../widget/src/view/pre-chat/pre-chat.tsx'),
]);

const WELCOME = {
  en: 'Hello! I can answer questions about your visit. What would you like to know?',
  es: '¡Hola! Puedo responder a preguntas sobre su visita. ¿Qué desea saber?',
};

renderWidget(host.attachShadow({ mode: 'open' }), {
  chat,
  settings: {
    isOpen,
    isInline,
    locale,
    colorScheme: signal((query.get('scheme') ?? 'auto') as 'light' | 'dark' | 'auto'),
    position: signal('bottom-right'),
    hasLauncher: signal(true),
    server: location.origin,
    theme,
    title: signal('Harbour Heart'),
    welcomeMessage: signal(WELCOME[locale.value]),
    features: signal({ attachments: true }),
    needsPreChat,
    isSoundOn,
  },
  commands: {
    close: () => {
      calls.push(['close']);
      isOpen.value = false;
    },
    setLocale: (wanted) => {
      locale.value = wanted;
    },
    setSound: (isOn) => {
      isSoundOn.value = isOn;
    },
  },
});
if (name === 'fields-sheet') openSheet();

function openSheet(): void {
  const button = host.shadowRoot?.querySelector<HTMLElement>('.fields-button');
  if (!button) requestAnimationFrame(openSheet);
  else if (button.ariaExpanded === 'false') button.click();
}

/** For tests: what the visitor did, and what there is to change. */
Object.assign(window, { gallery: { calls, state, isOpen, signal } });

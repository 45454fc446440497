import { effect, type ReadonlySignal } from '@preact/signals';
import type { WidgetSettings } from './parts.ts';

const CLOSE = 'M6 9l6 6 6-6';
const BADGE =
  '.unread{position:absolute;top:-4px;right:-4px;min-width:10px;padding:3px 6px;border-radius:11px;background:#b3161f;color:#fff;font:600 12px/16px system-ui;text-align:center}';
const MOST_SHOWN = 9;

const WORDS = {
  en: ['Open chat', 'Close chat', 'unread'],
  es: ['Abrir el chat', 'Cerrar el chat', 'sin leer'],
} as const;

/**
 * Draws the launcher from now on: what it shows changes with the conversation.
 * @param isChanged the page has said something about its looks @returns leaves it as it is
 */
export function drawLauncher(
  button: HTMLElement,
  settings: WidgetSettings,
  unreadCount: ReadonlySignal<number>,
  isChanged: ReadonlySignal<boolean>,
): () => void {
  const path = button.querySelector('path');
  const icon = path?.getAttribute('d') ?? '';
  const label = button.lastChild;
  const sheet = new CSSStyleSheet();
  const root = button.getRootNode() as ShadowRoot;
  sheet.replaceSync(BADGE);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const badge = document.createElement('span');
  badge.className = 'unread';

  return effect(() => {
    const isOpen = settings.isOpen.value;
    const [open, close, unread] = WORDS[settings.locale.value];
    const { launcher } = settings.theme.value;
    const count = isOpen ? 0 : unreadCount.value;
    const number = count > MOST_SHOWN ? `${MOST_SHOWN}+` : `${count}`;
    const word = isOpen ? '' : (launcher?.label ?? '');
    if (label) label.textContent = word;
    path?.setAttribute('d', isOpen ? CLOSE : icon);
    badge.textContent = number;
    if (count > 0) button.append(badge);
    else badge.remove();
    button.ariaLabel = [word, isOpen ? close : open, count > 0 && `${number} ${unread}`].filter(Boolean).join(', ');
    button.ariaExpanded = `${isOpen}`;
    if (isChanged.value)
      import('./launcher-looks.ts').then(
        ({ dressLauncher }) => dressLauncher(button, settings, isOpen),
        () => {},
      );
  });
}

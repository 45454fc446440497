import { LAUNCHER_ICONS } from '@foyer/contracts/launcher-icons.ts';
import { deriveColors } from '@foyer/contracts/widget-theme-colors.ts';
import { effect, type ReadonlySignal } from '@preact/signals';
import type { WidgetSettings } from './parts.ts';

const CLOSE = 'M6 9l6 6 6-6';
const BADGE =
  '#launcher .unread{position:absolute;top:-4px;right:-4px;box-sizing:border-box;min-width:22px;padding:3px 6px;border-radius:11px;background:#b3161f;color:#fff;font:600 12px/16px system-ui;text-align:center}';
const MOST_SHOWN = 9;
const OFFSET_PX = 20;

const WORDS = {
  en: { open: 'Open chat', close: 'Close chat', unread: 'unread' },
  es: { open: 'Abrir el chat', close: 'Cerrar el chat', unread: 'sin leer' },
};

/** Draws the launcher from now on: what it shows changes with the conversation. @returns leaves it as it is */
export function drawLauncher(root: ShadowRoot, settings: WidgetSettings, unreadCount: ReadonlySignal<number>): () => void {
  const button = root.querySelector<HTMLButtonElement>('#launcher');
  const path = button?.querySelector('path');
  const label = button?.lastChild;
  if (!button || !path || !label) return () => {};
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(BADGE);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const badge = document.createElement('span');
  badge.className = 'unread';

  const stopFace = effect(() => {
    const isOpen = settings.isOpen.value;
    const words = WORDS[settings.locale.value];
    const { launcher } = settings.theme.value;
    const count = isOpen ? 0 : unreadCount.value;
    const number = count > MOST_SHOWN ? `${MOST_SHOWN}+` : `${count}`;
    label.textContent = isOpen ? '' : (launcher?.label ?? '');
    path.setAttribute('d', isOpen ? CLOSE : LAUNCHER_ICONS[launcher?.icon ?? 'chat']);
    badge.textContent = number;
    if (count > 0) button.append(badge);
    else badge.remove();
    const unread = count > 0 && `${number} ${words.unread}`;
    button.ariaLabel = [label.textContent, isOpen ? words.close : words.open, unread].filter(Boolean).join(', ');
    button.ariaExpanded = `${isOpen}`;
  });

  const stopPlace = effect(() => {
    const { primaryColor, offset } = settings.theme.value;
    const scheme = settings.colorScheme.value === 'dark' ? 'dark' : 'light';
    const colors = deriveColors(primaryColor === undefined ? {} : { primaryColor }, scheme);
    const isLeft = settings.position.value === 'bottom-left';
    const distance = `${offset?.horizontal ?? OFFSET_PX}px`;
    Object.assign(button.style, {
      display: settings.hasLauncher.value ? 'flex' : 'none',
      backgroundColor: colors.primary,
      color: colors.onPrimary,
      left: isLeft ? distance : 'auto',
      right: isLeft ? 'auto' : distance,
      bottom: `calc(${offset?.vertical ?? OFFSET_PX}px + env(safe-area-inset-bottom))`,
    });
  });

  return () => {
    stopFace();
    stopPlace();
  };
}

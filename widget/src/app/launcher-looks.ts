import { LAUNCHER_ICONS } from '@foyer/contracts/launcher-icons.ts';
import { deriveColors } from '@foyer/contracts/widget-theme-colors.ts';
import type { WidgetSettings } from './parts.ts';

const OFFSET_PX = 20;

/** The launcher as a page has it that says something about its looks; without that it is as the server has said. */
export function dressLauncher(button: HTMLElement, settings: WidgetSettings, isOpen: boolean): void {
  const { primaryColor, offset, launcher } = settings.theme.peek();
  const scheme = settings.colorScheme.peek() === 'dark' ? 'dark' : 'light';
  const colors = deriveColors(primaryColor === undefined ? {} : { primaryColor }, scheme);
  const isLeft = settings.position.peek() === 'bottom-left';
  const distance = `${offset?.horizontal ?? OFFSET_PX}px`;
  if (!isOpen) button.querySelector('path')?.setAttribute('d', LAUNCHER_ICONS[launcher?.icon ?? 'chat']);
  Object.assign(button.style, {
    display: settings.hasLauncher.peek() ? 'flex' : 'none',
    backgroundColor: colors.primary,
    color: colors.onPrimary,
    left: isLeft ? distance : 'auto',
    right: isLeft ? 'auto' : distance,
    bottom: `calc(${offset?.vertical ?? OFFSET_PX}px + env(safe-area-inset-bottom))`,
  });
}

import type { WidgetTheme } from '@foyer/contracts/widget-theme.ts';
import { deriveColors } from '@foyer/contracts/widget-theme-colors.ts';

const DEFAULT_RADIUS_PX = 16;

/** Writes a theme as custom properties; the styles know nothing else of it. */
export function applyTheme(style: CSSStyleDeclaration, theme: WidgetTheme, scheme: 'light' | 'dark'): void {
  for (const [name, color] of Object.entries(deriveColors(theme, scheme))) style.setProperty(`--${name}`, color);
  style.setProperty('--radius', `${theme.radius ?? DEFAULT_RADIUS_PX}px`);
  style.setProperty('--horizontal', `${theme.offset?.horizontal ?? 20}px`);
  style.setProperty('--vertical', `${theme.offset?.vertical ?? 20}px`);
  style.setProperty('--font', theme.fontFamily ?? 'system-ui');
  style.colorScheme = scheme;
}

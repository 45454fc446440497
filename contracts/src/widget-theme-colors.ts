import type { WidgetTheme } from './widget-theme.ts';

/** Every colour of the widget, as `#rrggbb`. Each is written with what it is legible on. */
export interface WidgetColors {
  /** Filled parts: the header, buttons, the launcher. At least 3 : 1 on `surface`. */
  readonly primary: string;
  /** On `primary`, at least 4.5 : 1. */
  readonly onPrimary: string;
  /** Filled parts under the pointer; `onPrimary` stays legible. */
  readonly primaryActive: string;
  /** The primary colour as text and lines, at least 4.5 : 1 on `surface`, `raised` and `tint`. */
  readonly accent: string;
  /** A breath of the primary colour behind text. */
  readonly tint: string;
  readonly surface: string;
  /** Bubbles of the others, fields, quiet buttons. */
  readonly raised: string;
  readonly text: string;
  readonly mutedText: string;
  /** Borders of what can be typed into or pressed, at least 3 : 1. */
  readonly border: string;
  /** Lines that only please the eye. */
  readonly hairline: string;
  readonly danger: string;
  readonly onDanger: string;
  /** As text on `surface`, `raised` and `tint`, at least 4.5 : 1. */
  readonly dangerText: string;
  readonly successText: string;
  readonly warningText: string;
}

const DEFAULT_PRIMARY = '#17595a';
const WHITE = '#ffffff';
const INK = '#14120f';

const TEXT_CONTRAST = 4.5;
const PART_CONTRAST = 3;
const NEARLY_WHITE_CONTRAST = 2.2;

const NEUTRALS = {
  light: { surface: '#fffefc', raised: '#f4f2ed', text: '#23201c', mutedText: '#655f57', border: '#8b857b', hairline: '#e5e1d9' },
  dark: { surface: '#1b1a18', raised: '#292724', text: '#f3f0ea', mutedText: '#b3ada3', border: '#857f76', hairline: '#3a3733' },
};

/** The colours of a theme in one scheme. A primary colour that nobody could read is taken lighter or darker until one can. */
export function deriveColors(theme: Pick<WidgetTheme, 'primaryColor'>, scheme: 'light' | 'dark'): WidgetColors {
  const neutrals = NEUTRALS[scheme];
  const { surface, raised } = neutrals;
  const away = scheme === 'light' ? INK : WHITE;
  const wanted = theme.primaryColor ?? DEFAULT_PRIMARY;
  const visible = shadeUntil(wanted, away, (shade) => contrast(shade, surface) >= PART_CONTRAST);
  // A colour that white can nearly be read on becomes darker; bright ones stay closer to what they were and carry dark text.
  const wantsWhite = contrast(visible, WHITE) >= PART_CONTRAST && contrast(wanted, WHITE) >= NEARLY_WHITE_CONTRAST;
  const onPrimary = wantsWhite ? WHITE : INK;
  const primary = shadeUntil(visible, wantsWhite ? INK : WHITE, (shade) => contrast(shade, onPrimary) >= TEXT_CONTRAST);
  const tint = mix(surface, primary, scheme === 'light' ? 0.08 : 0.2);
  const readable = (color: string) =>
    shadeUntil(color, away, (shade) => [surface, raised, tint].every((ground) => contrast(shade, ground) >= TEXT_CONTRAST));
  return {
    ...neutrals,
    primary,
    onPrimary,
    primaryActive: mix(primary, onPrimary === WHITE ? INK : WHITE, 0.14),
    accent: readable(wanted),
    tint,
    danger: '#b3261e',
    onDanger: WHITE,
    dangerText: readable('#b3261e'),
    successText: readable('#1c6b3c'),
    warningText: readable('#8a5a00'),
  };
}

/** Contrast of two colours by WCAG 2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function shadeUntil(color: string, towards: string, isEnough: (shade: string) => boolean): string {
  for (let share = 0; share < 1; share += 0.02) {
    const shade = mix(color, towards, share);
    if (isEnough(shade)) return shade;
  }
  return towards;
}

const channels = (color: string) => [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));

function mix(color: string, other: string, share: number): string {
  const others = channels(other);
  const mixed = channels(color).map((channel, index) => Math.round(channel + ((others[index] ?? 0) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

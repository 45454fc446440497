import { keep, readKept } from './kept.mjs';

const KEPT = 'foyer-pages:scheme';
const DEVICE = matchMedia('(prefers-color-scheme: dark)');

/**
 * The button switches between light and dark; before it was used, the page follows the device.
 * @param {HTMLElement | null} button
 * @param {(scheme: 'light' | 'dark') => void} onChange also called at once
 */
export function followColorScheme(button, onChange) {
  let chosen = readKept(KEPT);
  const show = () => {
    const scheme = chosen === 'light' || chosen === 'dark' ? chosen : DEVICE.matches ? 'dark' : 'light';
    document.documentElement.dataset.scheme = scheme;
    button?.setAttribute('aria-pressed', String(scheme === 'dark'));
    onChange(scheme);
    return scheme;
  };
  show();
  DEVICE.addEventListener('change', show);
  button?.addEventListener('click', () => {
    chosen = document.documentElement.dataset.scheme === 'dark' ? 'light' : 'dark';
    keep(KEPT, chosen);
    show();
  });
}

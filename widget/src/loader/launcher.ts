import type { BootOptions, WidgetConfig } from './bridge.ts';

// The element's own rules win over those of the page. Nothing here takes part in the page's layout. The border that nobody sees is seen
// where a device forces its own colours.
const STYLES =
  ':host{all:initial!important;position:fixed!important;z-index:2147483000!important}' +
  '@media print{:host{display:none!important}}' +
  '#launcher{all:unset;box-sizing:border-box;position:fixed;border:2px solid #0000;align-items:center;gap:10px;height:56px;padding:0 14px;border-radius:28px;font:600 16px system-ui;cursor:pointer;box-shadow:0 4px 16px #0004}' +
  '#launcher:focus-visible{outline:3px solid;outline-offset:-6px}' +
  '#launcher svg{width:24px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}';

/** The button that opens the widget, alone in the shadow root of an element. */
export function createLauncher(
  { launcher: { backgroundColor, color, position, offset, label, iconPath, isHidden }, locale }: WidgetConfig,
  options: BootOptions,
  onClick: () => void,
): HTMLElement {
  const vector = (name: string) => document.createElementNS('http://www.w3.org/2000/svg', name);
  const host = document.createElement('foyer-widget');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  const button = document.createElement('button');
  const picture = vector('svg');
  const path = vector('path');
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  root.append(button);
  button.append(picture, label);
  picture.append(path);
  picture.setAttribute('viewBox', '0 0 24 24');
  path.setAttribute('d', iconPath);
  const isAway = options.container || (options.isHidden ?? (options.hidden != null || isHidden));
  button.style.cssText = `display:${isAway ? 'none' : 'flex'};background:${backgroundColor};color:${color};${(options.position ?? position).slice(7)}:${offset.horizontal}px;bottom:calc(${offset.vertical}px + env(safe-area-inset-bottom))`;
  button.id = 'launcher';
  button.ariaLabel = label || (/^es/.test(locale) ? 'Abrir el chat' : 'Open chat');
  button.ariaExpanded = 'false';
  button.onclick = onClick;
  return host;
}

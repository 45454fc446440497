import { effect } from '@preact/signals';
import { render } from 'preact';
import type { ViewParts } from '../app/parts.ts';
import { applyTheme } from '../theme/apply-theme.ts';
import { styles } from './styles/styles.ts';
import { watchSurroundings } from './surroundings.ts';
import { createView, ViewProvider } from './view.ts';
import { Widget } from './widget.tsx';

/**
 * Draws the conversation into a shadow root, beside what is there already.
 * @returns takes everything away again
 */
export function renderWidget(root: ShadowRoot, parts: ViewParts): () => void {
  const { settings } = parts;
  const container = document.createElement('div');
  container.className = settings.isInline ? 'foyer inline' : 'foyer floating';
  // Its languages are written from left to right, whatever the page's is.
  container.dir = 'ltr';
  root.append(container);

  const sheets = new Map<string, CSSStyleSheet>();
  const adopt = (text: string) => {
    if (sheets.has(text)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  };
  adopt(styles);

  const { surroundings, stop } = watchSurroundings(settings, container);
  const stopTheme = effect(() => {
    container.lang = settings.locale.value;
    container.dataset.position = settings.position.value;
    container.dataset.launcher = String(settings.hasLauncher.value);
    applyTheme(container.style, settings.theme.value, surroundings.scheme.value);
  });
  render(
    <ViewProvider value={createView(parts, { ...surroundings, adopt })}>
      <Widget />
    </ViewProvider>,
    container,
  );
  return () => {
    render(null, container);
    stopTheme();
    stop();
    container.remove();
    const ours = [...sheets.values()];
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !ours.includes(sheet));
  };
}

/** The widget takes the place of an element of the page instead of floating over it. Comes after the loader's sheet, and so wins. */
export function fillElement(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':host{position:relative!important;display:block!important;z-index:auto!important;height:100%!important}');
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

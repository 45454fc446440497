import type { Page } from 'playwright-core';

/** What a widget is made of; whatever else stands in its shadow roots came from content. */
const ELEMENTS =
  'a article aside b blockquote br button circle code dd del details dialog div dl dt em ellipse fieldset figcaption figure footer form g ' +
  'h1 h2 h3 h4 h5 h6 header hr img input label legend li line main nav ol optgroup option output p path polygon polyline pre progress q ' +
  'rect section select slot small span strong summary svg table tbody td textarea tfoot th thead time title tr ul';

const SCHEMES = 'http: https: mailto: tel: blob:';

/** @returns what stands in the shadow roots of a page and may not */
export function inspectWidget(page: Page): Promise<string[]> {
  return page.evaluate(
    ([elements, schemes]) => {
      const allowedElements = new Set(elements?.split(' '));
      const allowedSchemes = new Set(schemes?.split(' '));
      const problems: string[] = [];
      let count = 0;

      const check = (element: Element) => {
        count += 1;
        const name = element.localName;
        if (!allowedElements.has(name)) problems.push(`element <${name}>`);
        for (const attribute of element.attributes) {
          if (/^on/i.test(attribute.localName)) problems.push(`attribute ${attribute.localName} of <${name}>`);
          if (/^(srcdoc|formaction|action|ping|background|dynsrc)$/.test(attribute.localName))
            problems.push(`attribute ${attribute.localName}`);
          if (/^(href|src|poster|data)$/.test(attribute.localName)) {
            const { protocol } = new URL(attribute.value, location.href);
            if (!allowedSchemes.has(protocol)) problems.push(`${attribute.localName}=${attribute.value.slice(0, 80)}`);
            if (name === 'a' && /^https?:$/.test(protocol) && !/noopener/.test(element.getAttribute('rel') ?? '')) {
              problems.push(`a link without rel=noopener: ${attribute.value.slice(0, 80)}`);
            }
          }
        }
      };
      const walk = (root: ShadowRoot | Element) => {
        for (const element of root.querySelectorAll('*')) {
          check(element);
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      for (const host of document.querySelectorAll('*')) if (host.shadowRoot) walk(host.shadowRoot);
      if (count === 0) problems.push('no open shadow root was found');
      // What pollutes every object is seen in any.
      for (const key in {}) problems.push(`Object.prototype.${key}`);
      return [...new Set(problems)];
    },
    [ELEMENTS, SCHEMES],
  );
}

/** Pictures inside of what people and models wrote: there are none, whatever was written. */
export const picturesInMessages = (page: Page): Promise<number> => page.locator('[data-part="content"] img').count();

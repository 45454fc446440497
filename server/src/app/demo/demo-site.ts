/** The clinic's own site with the widget on it, and how to put the widget on another one. */
export const DEMO_SITE = {
  directory: new URL('../browser/demo/', import.meta.url),
  pages: { '/demo': { file: 'index.html' }, '/demo/embed': { file: 'embed.html' } },
  filesUnder: '/demo/',
};

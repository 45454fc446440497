/** The clinic's own site with the widget on it. */
export const DEMO_SITE = {
  directory: new URL('./site/', import.meta.url),
  pages: { '/demo': { file: 'index.html' } },
  filesUnder: '/demo/',
};

import { startLoader } from './loader.ts';

const script = document.currentScript as HTMLScriptElement | null;
if (script?.src && (!window.foyer || window.foyer.q)) startLoader(script);
// biome-ignore lint/suspicious/noConsole: the page's developers are told, and the first script goes on
else console.warn(`Foyer: ${script?.src ? 'already on this page' : 'not a script with src'}`);

/** Drawn for this widget, on a field of 20 by 20: what the window itself shows. */
export const CLOSE = 'M5 5l10 10M15 5L5 15';
export const MORE = 'M4 9.5h1v1h-1zM9.5 9.5h1v1h-1zM15 9.5h1v1h-1z';
export const SEND = 'M10 16V4.5M5 9.5l5-5 5 5';
export const ATTACH = 'M14.5 9.5l-5 5a3.2 3.2 0 0 1-4.6-4.6l6-6a2.2 2.2 0 0 1 3.1 3.1l-6 6a1.1 1.1 0 0 1-1.6-1.6l5-5';
export const ALERT = 'M10 3.5l7.5 13h-15zM10 8.5v3.5M10 14.4h.01';
export const CLOCK = 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6.5V10l2.5 1.5';
export const FORM = 'M5 3.5h10v13H5zM8 7.5h4M8 10.5h4M8 13.5h2';

/** Drawn for this widget, on a field of 20 by 20: what its later parts show. */
export const FILE = 'M6 3h5l3.5 3.5V17h-9V3zM11 3v4h3.5';
export const CHECK = 'M4.5 10.5l3.5 3.5 7.5-8';
export const CHECKS = 'M2.5 10.5L6 14l7-8M9.5 13l1 1 7-8';
export const PHONE = 'M5.5 3.5l2.3 3.6-1.6 1.8a9 9 0 0 0 4.9 4.9l1.8-1.6 3.6 2.3-.8 2.3C9.5 18.5 1.5 10.5 3.2 4.3z';
export const PENCIL = 'M4.5 15.5l.7-3L13 4.7l2.3 2.3-7.8 7.8z';
export const REMOVE = 'M6 6l8 8M14 6l-8 8';
export const DOWNLOAD = 'M10 4v8.5M6 9l4 4 4-4M4.5 16.5h11';
export const SOUND = 'M4 8v4h2.5L10 15V5L6.5 8zM13 7.5a3.5 3.5 0 0 1 0 5';
export const MUTE = 'M4 8v4h2.5L10 15V5L6.5 8zM13 8.2l3.6 3.6M16.6 8.2L13 11.8';
export const END = 'M8 4H4.5v12H8M11.5 6.5L15 10l-3.5 3.5M15 10H8';
export const DOWN = 'M10 4.5v11M5.5 11l4.5 4.5 4.5-4.5';
export const BACK = 'M12.5 4.5L7 10l5.5 5.5';
export const QUOTE = 'M5 7.5h10M5 11h6.5M5 14.5h3.5';

import type { WidgetTheme } from './widget-theme.ts';

type LauncherIcon = NonNullable<NonNullable<WidgetTheme['launcher']>['icon']>;

/** The pictures of the launcher: one line each on a field of 24 by 24, round at its ends. Sent to pages, so that they carry but one. */
export const LAUNCHER_ICONS: Readonly<Record<LauncherIcon, string>> = {
  chat: 'M5 4.5h14a2 2 0 0 1 2 2V14a2 2 0 0 1-2 2h-7l-4.5 4v-4H5a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2z',
  question: 'M8.5 9a3.6 3.6 0 1 1 5.1 3.3c-1 .5-1.6 1.2-1.6 2.6M12 18.9v.1',
  heart: 'M12 20s-8-4.8-8-10.6A4.4 4.4 0 0 1 12 7a4.4 4.4 0 0 1 8 2.4C20 15.2 12 20 12 20z',
  hand: 'M7.5 13V6.3a1.4 1.4 0 0 1 2.8 0V11 4.6a1.4 1.4 0 0 1 2.8 0V11 5.5a1.4 1.4 0 0 1 2.8 0V12 8.3a1.4 1.4 0 0 1 2.8 0V15a6 6 0 0 1-6 6c-2.3 0-3.9-.9-5-2.7L4 14.2c-.8-1.4 1.1-2.7 2.2-1.5z',
};

/**
 * How a widget looks, as it stands in the `uiTheme` of an app's configuration. Every part may be left out. No Zod here: the widget itself
 * reads it.
 */
export interface WidgetTheme {
  /** Shown in the header; the app's name where it is left out. */
  readonly title?: string;
  /** One line below the title. */
  readonly subtitle?: string;
  /** `#rrggbb` or `#rgb`. What is written on it, and the shades that are derived from it, keep a contrast that people can read. */
  readonly primaryColor?: string;
  /** The colour scheme: `auto` follows the visitor's device. */
  readonly colorScheme?: 'light' | 'dark' | 'auto';
  /** Of corners, in CSS pixels, 0 to 28. */
  readonly radius?: number;
  readonly position?: 'bottom-right' | 'bottom-left';
  /** Distance of the launcher from the edges of the window, in CSS pixels, 0 to 200. */
  readonly offset?: { readonly horizontal?: number; readonly vertical?: number };
  readonly launcher?: {
    /** Words beside the picture. */
    readonly label?: string;
    readonly icon?: 'chat' | 'question' | 'heart' | 'hand';
    /** Left out: it is there. `hidden`: the page opens the widget itself. */
    readonly visibility?: 'shown' | 'hidden';
  };
  /** Address of a picture, https or a path of the installation. */
  readonly logoUrl?: string;
  /** A font of the page, by its CSS names; the device's own where it is left out. */
  readonly fontFamily?: string;
  /** Whether a tone is played for messages that come while the widget is closed; the visitor can switch it. */
  readonly sound?: boolean;
  /** Words that replace the widget's own, by language and by name. */
  readonly texts?: { readonly [language in 'en' | 'es']?: Readonly<Record<string, string>> };
  /** Questions that a visitor can begin with, by language. */
  readonly suggestions?: { readonly [language in 'en' | 'es']?: readonly string[] };
  /** What is asked before the chat begins. */
  readonly preChat?: { readonly fields: readonly PreChatField[] };
  /** Whether the visitor is asked at the end how it was; yes where it is left out. */
  readonly satisfaction?: boolean;
}

export interface PreChatField {
  /** `name`, `email` and `phone` become the contact's, unproven; others are kept with the session. */
  readonly name: string;
  readonly label: string | { readonly en?: string; readonly es?: string };
  readonly type: 'text' | 'email' | 'phone' | 'choice';
  readonly required?: boolean;
  /** Of a choice. */
  readonly options?: readonly string[];
}

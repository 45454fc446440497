import type { WidgetTheme } from '@foyer/contracts/widget-theme.ts';

/** What the loader, a few lines on every page, and the app, which comes when it is needed, know of each other. */
export interface LoaderBridge {
  /** The installation's origin: where the loader came from. */
  readonly server: string;
  /** What the page has booted with; nobody has looked at it yet. */
  readonly options: BootOptions;
  readonly config: WidgetConfig;
  /**
   * The element in the page. Its open shadow root holds the launcher, a button with a picture and perhaps a word, which the app draws
   * from now on, besides all that it adds.
   */
  readonly host: HTMLElement;
  /** Opens or closes, as `show` and `hide` do. */
  setOpen(isOpen: boolean): void;
  /** Tells the page. */
  emit(event: string, data?: unknown): void;
  /** Says what is wrong, to the page's console and as its event `error`. */
  complain(code: string, message: string): void;
}

/** What the app gives back to the loader. */
export interface StartedApp {
  /** The page's commands that are not the loader's own, in the order in which they were called. */
  run(command: string, args: readonly unknown[]): void;
  /** The visitor or the page has opened or closed the widget. */
  setOpen(isOpen: boolean): void;
  /** Ends everything; what is stored stays. */
  stop(): void;
}

export type StartApp = (bridge: LoaderBridge) => Promise<StartedApp>;

/** `foyer('boot', …)`; everything may be left out. */
export interface BootOptions {
  projectId?: string;
  /** Who the visitor is, signed by the page's own server. */
  userToken?: string;
  /** An id of the page's own, unsigned: it opens nobody's history. */
  externalUserId?: string;
  locale?: string;
  colorScheme?: 'light' | 'dark' | 'auto';
  /** Goes over the configured theme, part by part. */
  theme?: WidgetTheme;
  /** What the conversation is to find out: a JSON Schema. */
  form?: { type?: string; schema: Record<string, unknown> };
  metadata?: Record<string, unknown>;
  attributes?: Record<string, string | number | boolean>;
  position?: 'bottom-right' | 'bottom-left';
  /** Without launcher: the page opens the widget itself. */
  isHidden?: boolean;
  /** `data-hidden` of the script's tag. */
  hidden?: string;
  /** Shown in this element instead of floating over the page. */
  container?: HTMLElement;
}

/** The answer of `GET /api/v1/widget/config`. */
export interface WidgetConfig {
  projectId: string;
  configVersion: number;
  locale: string;
  features: Record<string, boolean>;
  theme: WidgetTheme;
  launcher: {
    backgroundColor: string;
    color: string;
    position: 'bottom-right' | 'bottom-left';
    offset: { horizontal: number; vertical: number };
    label: string;
    iconPath: string;
    isHidden: boolean;
  };
  uiHints: { welcomeMessage: string; widgetTitle: string };
}

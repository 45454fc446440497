import type { WidgetTheme } from '@foyer/contracts/widget-theme.ts';
import type { ReadonlySignal } from '@preact/signals';
import type { Chat } from '../chat/chat.ts';

/** What the view is given. */
export interface ViewParts {
  readonly chat: Chat;
  readonly settings: WidgetSettings;
  readonly commands: WidgetCommands;
}

/** How the widget is to look and speak: the app's configuration, with what the page and the visitor have changed. */
export interface WidgetSettings {
  readonly isOpen: ReadonlySignal<boolean>;
  /** Fills an element of the page instead of floating over it: always open, without a way to close it. */
  readonly isInline: boolean;
  readonly locale: ReadonlySignal<'en' | 'es'>;
  readonly colorScheme: ReadonlySignal<'light' | 'dark' | 'auto'>;
  readonly position: ReadonlySignal<'bottom-right' | 'bottom-left'>;
  /** The launcher is on the page; the window keeps clear of it. */
  readonly hasLauncher: ReadonlySignal<boolean>;
  /** The installation's origin: a `logoUrl` that is a path begins there. */
  readonly server: string;
  /** As `readTheme` leaves it. */
  readonly theme: ReadonlySignal<WidgetTheme>;
  /** The app's own title in the visitor's language; `theme.title` goes first. */
  readonly title: ReadonlySignal<string>;
  /** Shown as the first bubble; it is no message and is stored nowhere. Empty where there is none. */
  readonly welcomeMessage: ReadonlySignal<string>;
  /** `attachments`, `extraction`, …: what is on. */
  readonly features: ReadonlySignal<Readonly<Record<string, boolean>>>;
  /**
   * There is no session yet and the theme has questions to be asked before: the view asks them instead of showing the chat, and calls
   * `chat.open(answers)`.
   */
  readonly needsPreChat: ReadonlySignal<boolean>;
  /** A tone for messages that come while nobody looks. */
  readonly isSoundOn: ReadonlySignal<boolean>;
}

export interface WidgetCommands {
  /** The focus goes back to where it was before the widget was opened. */
  close(): void;
  setLocale(locale: 'en' | 'es'): void;
  setSound(isOn: boolean): void;
}

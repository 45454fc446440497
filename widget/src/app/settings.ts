import type { WidgetTheme } from '@foyer/contracts/widget-theme.ts';
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Store } from '../chat/environment.ts';
import { storedSignal } from '../chat/stored-signal.ts';
import type { BootOptions, WidgetConfig } from '../loader/bridge.ts';
import type { WidgetSettings } from './parts.ts';

export interface SettingsParts {
  readonly server: string;
  readonly config: Signal<WidgetConfig>;
  readonly options: Signal<BootOptions>;
  readonly hasSession: ReadonlySignal<boolean>;
  readonly store: Store;
}

export interface Settings extends WidgetSettings {
  readonly isOpen: Signal<boolean>;
  setSound(isOn: boolean): void;
}

/** The app's configuration, with what the page has said over it and what the visitor has chosen over that. */
export function createSettings({ server, config, options, hasSession, store }: SettingsParts): Settings {
  const sound = storedSignal<boolean>(store, 'sound');
  const theme = computed(() => over(config.value.theme, options.value.theme));
  const isInline = options.peek().container !== undefined;
  const isHidden = computed(() => options.value.isHidden ?? (options.value.hidden !== undefined || config.value.launcher.isHidden));
  return {
    server,
    isInline,
    theme,
    isOpen: signal(false),
    locale: computed(() => ((options.value.locale ?? config.value.locale).startsWith('es') ? 'es' : 'en')),
    colorScheme: computed(() => options.value.colorScheme ?? theme.value.colorScheme ?? 'auto'),
    position: computed(() => options.value.position ?? theme.value.position ?? 'bottom-right'),
    hasLauncher: computed(() => !isInline && !isHidden.value),
    title: computed(() => config.value.uiHints.widgetTitle),
    welcomeMessage: computed(() => config.value.uiHints.welcomeMessage),
    features: computed(() => config.value.features),
    needsPreChat: computed(() => !hasSession.value && !!theme.value.preChat?.fields.length),
    isSoundOn: computed(() => sound.signal.value ?? theme.value.sound ?? false),
    setSound: sound.set,
  };
}

/** A theme with the parts of another over it; what a part leaves out stays. */
function over(theme: WidgetTheme, changes: WidgetTheme | undefined): WidgetTheme {
  const merged: Record<string, unknown> = { ...theme };
  for (const [name, value] of Object.entries(changes ?? {})) {
    const before = merged[name];
    merged[name] = isPart(before) && isPart(value) ? { ...before, ...value } : value;
  }
  return merged;
}

const isPart = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

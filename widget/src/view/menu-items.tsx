import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { MENU_TEXTS } from '../texts/menu.ts';
import { Icon, type IconName } from './icon.tsx';
import { downloadTranscript } from './transcript/download-transcript.ts';
import { useView, useWords } from './view.ts';

export function MenuItems({ close }: { close: () => void }) {
  const view = useView();
  const { chat, settings, commands } = view;
  const [asks, setAsks] = useState(false);
  const say = useWords(MENU_TEXTS);
  const isSoundOn = settings.isSoundOn.value;
  const canEnd = !chat.hasEnded.value && chat.timeline.value.length > 0;
  if (asks) {
    return (
      <div class="menu">
        <p class="menu-question">{say('endQuestion')}</p>
        <Item icon="end" isDangerous isFirst onClick={() => [chat.end(), close()]}>
          {say('endYes')}
        </Item>
        <Item icon="remove" onClick={close}>
          {say('cancel')}
        </Item>
      </div>
    );
  }
  return (
    <div class="menu">
      <Item icon="download" onClick={() => [downloadTranscript(view), close()]}>
        {say('downloadTranscript')}
      </Item>
      <Item icon={isSoundOn ? 'mute' : 'sound'} onClick={() => commands.setSound(!isSoundOn)}>
        {say(isSoundOn ? 'soundOff' : 'soundOn')}
      </Item>
      <fieldset class="languages">
        <legend class="unseen">{say('language')}</legend>
        {LANGUAGES.map(([language, name]) => (
          <button
            key={language}
            type="button"
            lang={language}
            aria-pressed={settings.locale.value === language}
            onClick={() => commands.setLocale(language)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      {canEnd && (
        <Item icon="end" isDangerous onClick={() => setAsks(true)}>
          {say('end')}
        </Item>
      )}
    </div>
  );
}

const LANGUAGES = [
  ['en', 'English'],
  ['es', 'Español'],
] as const;

const focusOn = (button: HTMLElement | null): void => button?.focus();

interface ItemProps {
  icon: IconName;
  isDangerous?: boolean;
  /** Takes the focus where a question replaces what was there. */
  isFirst?: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

function Item({ icon, isDangerous, isFirst, onClick, children }: ItemProps) {
  return (
    <button type="button" class={`menu-item ${isDangerous ? 'danger' : ''}`} onClick={onClick} {...(isFirst && { ref: focusOn })}>
      <Icon name={icon} />
      {children}
    </button>
  );
}

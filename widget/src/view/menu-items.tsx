import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { MENU_TEXTS } from '../texts/menu.ts';
import { Icon } from './icon.tsx';
import { DOWNLOAD, END, MUTE, REMOVE, SOUND } from './more-icons.ts';
import styles from './styles/menu.css?inline';
import { downloadTranscript } from './transcript/download-transcript.ts';
import { useView, useWords } from './view.ts';

export { styles };

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
        <Item icon={END} isDangerous isFirst onClick={() => [chat.end(), close()]}>
          {say('endYes')}
        </Item>
        <Item icon={REMOVE} onClick={close}>
          {say('cancel')}
        </Item>
      </div>
    );
  }
  return (
    <div class="menu">
      <Item icon={DOWNLOAD} onClick={() => [downloadTranscript(view), close()]}>
        {say('downloadTranscript')}
      </Item>
      <Item icon={isSoundOn ? MUTE : SOUND} onClick={() => commands.setSound(!isSoundOn)}>
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
        <Item icon={END} isDangerous onClick={() => setAsks(true)}>
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
  icon: string;
  isDangerous?: boolean;
  /** Takes the focus where a question replaces what was there. */
  isFirst?: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

function Item({ icon, isDangerous, isFirst, onClick, children }: ItemProps) {
  return (
    <button type="button" class={`menu-item ${isDangerous ? 'danger' : ''}`} onClick={onClick} {...(isFirst && { ref: focusOn })}>
      <Icon path={icon} />
      {children}
    </button>
  );
}

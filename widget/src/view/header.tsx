import { IconButton } from './icon.tsx';
import { CLOSE } from './icons.ts';
import { FieldsButton } from './later-parts.tsx';
import { Menu } from './menu.tsx';
import { logoAddress, useView } from './view.ts';

/** Whose chat this is, and who is there. */
export function Header() {
  const { chat, settings, commands, words, name } = useView();
  const hasForm = !!chat.form.value && !settings.needsPreChat.value;
  const logo = logoAddress(settings.theme.value, settings.server);
  return (
    <header class="header">
      <span class="avatar" aria-hidden="true">
        {logo ? <img src={logo} alt="" /> : [...name.value][0]}
      </span>
      <div class="heading">
        <h2 class="title" dir="auto">
          {name.value}
        </h2>
        <Presence />
      </div>
      {hasForm && <FieldsButton />}
      <Menu />
      {!settings.isInline && <IconButton icon={CLOSE} label={words.value('close')} onClick={commands.close} />}
    </header>
  );
}

function Presence() {
  const { chat, settings, words } = useView();
  const holder = chat.holder.value;
  const subtitle = settings.theme.value.subtitle;
  const say = words.value;
  const person = holder.kind === 'person' && (holder.name ? say('holderPerson', { name: holder.name }) : say('holderTeam'));
  return (
    <p class={`presence ${holder.kind}`} dir="auto">
      {person || (holder.kind === 'waiting' ? say('holderWaiting') : say('assistant'))}
      {holder.kind === 'agent' && subtitle && ` · ${subtitle}`}
    </p>
  );
}

import { useRef } from 'preact/hooks';
import { Composer } from './composer.tsx';
import { DropZone } from './drop-zone.tsx';
import { useOpening, useWholeScreen } from './focus.ts';
import { Header } from './header.tsx';
import { Announcer, Banners, EmergencyPanel, Ended, FieldsPanel, PreChat, Refused } from './later-parts.tsx';
import { Timeline } from './timeline.tsx';
import { useView } from './view.ts';

/** The window with the conversation. */
export function Widget() {
  const view = useView();
  const { chat, settings, commands, words, layout, name } = view;
  const panel = useRef<HTMLDivElement>(null);
  const isOpen = settings.isOpen.value || settings.isInline;
  const isPhone = layout.value === 'phone';
  useOpening(panel, isOpen);
  useWholeScreen(panel, isOpen && isPhone);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    if (view.isFieldsOpen.value && layout.value !== 'wide') view.isFieldsOpen.value = false;
    else if (!settings.isInline) commands.close();
  };
  const label = { 'aria-label': words.value('dialog', { name: name.value }) };
  const semantics = settings.isInline
    ? { role: 'region' as const, ...label }
    : { role: 'dialog' as const, 'aria-modal': isPhone, ...label };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a dialog closes by Escape, wherever the focus is in it
    <div
      ref={panel}
      class={`window ${layout.value} ${view.showsFields.value ? 'with-fields' : ''}`}
      {...semantics}
      data-connection={chat.connection.value}
      hidden={!isOpen}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <Conversation />
      {view.showsFields.value && <FieldsPanel />}
      <Announcer />
    </div>
  );
}

function Conversation() {
  const { chat, settings } = useView();
  if (chat.connection.value === 'refused') {
    return (
      <div class="conversation">
        <Header />
        <Refused />
      </div>
    );
  }
  if (settings.needsPreChat.value) {
    return (
      <div class="conversation">
        <Header />
        <PreChat />
      </div>
    );
  }
  return (
    <DropZone>
      <Header />
      <EmergencyPanel />
      <Banners />
      <Timeline />
      {chat.hasEnded.value ? <Ended /> : <Composer />}
    </DropZone>
  );
}

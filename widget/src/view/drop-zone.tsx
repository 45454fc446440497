import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { takesFiles } from './attaching.ts';
import { Icon } from './icon.tsx';
import { ATTACH } from './icons.ts';
import { useView } from './view.ts';

/** Takes files that are dropped anywhere on the conversation. */
export function DropZone({ children }: { children: ComponentChildren }) {
  const view = useView();
  const [isOver, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => takesFiles(view) && !!event.dataTransfer?.types.includes('Files');
  const onDrop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    view.chat.addFiles(event.dataTransfer?.files ?? []);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button to attach does the same by keyboard
    <div
      class="conversation"
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={onDrop}
    >
      {children}
      {isOver && (
        <p class="drop-hint">
          <Icon path={ATTACH} />
          {view.words.value('dropFiles')}
        </p>
      )}
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { takesFiles } from './attaching.ts';
import { Icon } from './icon.tsx';
import { ATTACH } from './icons.ts';
import { useView } from './view.ts';

/** Takes files that are dropped anywhere on the conversation. */
export function DropZone({ children }: { children: ComponentChildren }) {
  const view = useView();
  const [isOver, setOver] = useState(false);
  // Moving over what is within tells of entering and leaving once for each part.
  const depth = useRef(0);
  const hasFiles = (event: DragEvent) => takesFiles(view) && !!event.dataTransfer?.types.includes('Files');
  const enter = (step: 1 | -1) => (event: DragEvent) => {
    if (!hasFiles(event)) return;
    depth.current += step;
    setOver(depth.current > 0);
  };
  const onDrop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    view.chat.addFiles(event.dataTransfer?.files ?? []);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button to attach does the same by keyboard
    <div
      class="conversation"
      onDragEnter={enter(1)}
      onDragLeave={enter(-1)}
      onDragOver={(event) => hasFiles(event) && event.preventDefault()}
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

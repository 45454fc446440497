import { useRef } from 'preact/hooks';
import { SCROLLABLE } from './focus.ts';
import { Rows } from './later-parts.tsx';
import { useView } from './view.ts';
import { Welcome } from './welcome.tsx';

/** Messages and what happened between them. Silent by itself: the announcer says each finished message once. */
export function Timeline() {
  const { words } = useView();
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <div ref={scroller} class="timeline" role="log" aria-live="off" aria-label={words.value('messages')} {...SCROLLABLE}>
      <div class="rows">
        <Welcome />
        <Rows scroller={scroller} />
      </div>
    </div>
  );
}

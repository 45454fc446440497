import { effect, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { GrowingMarkdown } from '../../markdown/markdown.ts';

/** Markdown. @param growing text of an answer that is being written; it is read once per frame at most, however quickly tokens come */
export function Prose({ content, growing }: { content: string; growing: ReadonlySignal<string> | undefined }) {
  const [, redraw] = useState(0);
  const reader = useRef<GrowingMarkdown>(undefined);
  reader.current ??= new GrowingMarkdown();
  useEffect(() => {
    if (!growing) return;
    let frame = 0;
    const stop = effect(() => {
      growing.value;
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        redraw((count) => count + 1);
      });
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [growing]);
  const text = growing ? growing.peek() : content;
  if (growing && !text) return <Dots />;
  return (
    <div class={`prose ${growing ? 'growing' : ''}`} data-part="content" dir="auto">
      {reader.current.read(text)}
    </div>
  );
}

/** Somebody is writing. */
export function Dots({ label }: { label?: string }) {
  return (
    <span class="dots">
      <i />
      <i />
      <i />
      {label && <span class="unseen">{label}</span>}
    </span>
  );
}

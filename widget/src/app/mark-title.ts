import { effect, type ReadonlySignal } from '@preact/signals';

const MARK = /^\(\d+\) /;

/** The number of unread messages before the page's title, for those who are on another tab. @returns takes it away */
export function markTitle(unreadCount: ReadonlySignal<number>): () => void {
  const set = (count: number) => {
    const title = document.title.replace(MARK, '');
    const marked = count > 0 ? `(${count}) ${title}` : title;
    if (marked !== document.title) document.title = marked;
  };
  const stop = effect(() => set(unreadCount.value));
  return () => {
    stop();
    set(0);
  };
}

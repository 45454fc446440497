import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Nearer to the end than this counts as there. */
const NEAR_PX = 56;

interface StayAtEnd {
  readonly isAtEnd: boolean;
  /** Messages of the others that have come since the visitor scrolled up. */
  readonly unseen: number;
  toEnd(): void;
}

/**
 * Follows the conversation as it grows, unless the visitor has scrolled up to read.
 * @param ownKey of the visitor's last message: whoever has just sent one wants to see it
 * @param others how many messages there are that are not the visitor's
 */
export function useStayAtEnd(scroller: RefObject<HTMLElement | null>, ownKey: string | undefined, others: number): StayAtEnd {
  const [isAtEnd, setAtEnd] = useState(true);
  const [seen, setSeen] = useState(others);
  const follows = useRef(true);

  const toEnd = () => {
    const element = scroller.current;
    follows.current = true;
    if (element) element.scrollTop = element.scrollHeight;
    setAtEnd(true);
  };

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let lastTop = element.scrollTop;
    const onScroll = () => {
      // Hidden, it has no height, and its place means nothing.
      if (element.clientHeight === 0) return;
      const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
      // What came after the scrolling has taken the end away again: only upwards is the visitor's own wish.
      const isUp = element.scrollTop < lastTop;
      lastTop = element.scrollTop;
      follows.current = isNear || (follows.current && !isUp);
      setAtEnd(follows.current);
    };
    const follow = () => {
      if (follows.current) element.scrollTop = element.scrollHeight;
      lastTop = element.scrollTop;
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => {
      element.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, []);
  useLayoutEffect(() => {
    if (ownKey) toEnd();
  }, [ownKey]);
  useEffect(() => {
    if (isAtEnd) setSeen(others);
  }, [isAtEnd, others]);

  return { isAtEnd, unseen: Math.max(0, others - seen), toEnd };
}

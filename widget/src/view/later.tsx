import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useView } from './view.ts';

/** A part of the view with its styles, in a file of its own. */
export interface LaterPart<Props> {
  readonly View: ComponentType<Props>;
  readonly styles?: string;
}

const RETRY_MS = 3_000;

/** A part that not every conversation needs: it is loaded when it is to be seen first, and tried again where the network fails. */
export function later<Props extends object = object>(load: () => Promise<LaterPart<Props>>): ComponentType<Props> {
  let part: LaterPart<Props> | undefined;
  return function Later(props: Props) {
    const { adopt } = useView();
    const [, redraw] = useState(false);
    useEffect(() => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isGone = false;
      const attempt = () =>
        load().then(
          (loaded) => {
            part = loaded;
            if (!isGone) redraw(true);
          },
          () => {
            if (!isGone) timer = setTimeout(attempt, RETRY_MS);
          },
        );
      if (!part) void attempt();
      return () => {
        isGone = true;
        clearTimeout(timer);
      };
    }, []);
    if (!part) return null;
    if (part.styles) adopt(part.styles);
    return <part.View {...props} />;
  };
}

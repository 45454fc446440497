import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useView } from './view.ts';

type PropsOf<Part> = Part extends (props: infer Props extends object) => unknown ? Props : object;

const RETRY_MS = 3_000;

/**
 * A part that not every conversation needs: it is loaded when it is to be seen first, and tried again where the network fails.
 * @param load gives a file with several parts and their styles
 */
export function later<File extends { readonly styles: string }, Name extends keyof File>(
  load: () => Promise<File>,
  name: Name,
): ComponentType<PropsOf<File[Name]>> {
  let parts: File | undefined;
  return function Later(props: PropsOf<File[Name]>) {
    const { adopt } = useView();
    const [, redraw] = useState(false);
    useEffect(() => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isGone = false;
      const attempt = async () => {
        parts ??= await load().catch(() => undefined);
        if (isGone) return;
        if (parts) redraw(true);
        else timer = setTimeout(attempt, RETRY_MS);
      };
      void attempt();
      return () => {
        isGone = true;
        clearTimeout(timer);
      };
    }, []);
    if (!parts) return null;
    adopt(parts.styles);
    const Part = parts[name] as ComponentType<PropsOf<File[Name]>>;
    return <Part {...props} />;
  };
}

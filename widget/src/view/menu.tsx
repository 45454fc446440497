import { useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { MORE } from './icons.ts';
import { MenuItems } from './later-parts.tsx';
import { useView } from './view.ts';

/** What is needed seldom. Buttons under a button: it opens, and closes by Escape or when the focus leaves it. */
export function Menu() {
  const { words } = useView();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    close();
  };
  const onFocusOut = (event: FocusEvent) => {
    if (event.relatedTarget instanceof Node && !place.current?.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to what happens at the buttons within
    <div class="menu-place" ref={place} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button
        type="button"
        class="icon-button"
        aria-label={words.value('menu')}
        title={words.value('menu')}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon path={MORE} />
      </button>
      {isOpen && <MenuItems close={close} />}
    </div>
  );
}

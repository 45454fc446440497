/** @param path of `icons.ts` */
export function Icon({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}

/** A button that is a picture; its label says what it does. */
export function IconButton(props: { icon: string; label: string; onClick: () => void; class?: string; isOff?: boolean }) {
  return (
    <button
      type="button"
      class={`icon-button ${props.class ?? ''}`}
      aria-label={props.label}
      title={props.label}
      aria-disabled={props.isOff}
      onClick={() => !props.isOff && props.onClick()}
    >
      <Icon path={props.icon} />
    </button>
  );
}

/** Drawn for this widget, on a field of 20 by 20. */
const PATHS = {
  close: 'M5 5l10 10M15 5L5 15',
  more: 'M4 9.5h1v1h-1zM9.5 9.5h1v1h-1zM15 9.5h1v1h-1z',
  send: 'M10 16V4.5M5 9.5l5-5 5 5',
  attach: 'M14.5 9.5l-5 5a3.2 3.2 0 0 1-4.6-4.6l6-6a2.2 2.2 0 0 1 3.1 3.1l-6 6a1.1 1.1 0 0 1-1.6-1.6l5-5',
  file: 'M6 3h5l3.5 3.5V17h-9V3zM11 3v4h3.5',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  checks: 'M2.5 10.5L6 14l7-8M9.5 13l1 1 7-8',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6.5V10l2.5 1.5',
  alert: 'M10 3.5l7.5 13h-15zM10 8.5v3.5M10 14.4h.01',
  phone: 'M5.5 3.5l2.3 3.6-1.6 1.8a9 9 0 0 0 4.9 4.9l1.8-1.6 3.6 2.3-.8 2.3C9.5 18.5 1.5 10.5 3.2 4.3z',
  form: 'M5 3.5h10v13H5zM8 7.5h4M8 10.5h4M8 13.5h2',
  pencil: 'M4.5 15.5l.7-3L13 4.7l2.3 2.3-7.8 7.8z',
  remove: 'M6 6l8 8M14 6l-8 8',
  download: 'M10 4v8.5M6 9l4 4 4-4M4.5 16.5h11',
  sound: 'M4 8v4h2.5L10 15V5L6.5 8zM13 7.5a3.5 3.5 0 0 1 0 5',
  mute: 'M4 8v4h2.5L10 15V5L6.5 8zM13 8.2l3.6 3.6M16.6 8.2L13 11.8',
  end: 'M8 4H4.5v12H8M11.5 6.5L15 10l-3.5 3.5M15 10H8',
  down: 'M10 4.5v11M5.5 11l4.5 4.5 4.5-4.5',
  back: 'M12.5 4.5L7 10l5.5 5.5',
  quote: 'M5 7.5h10M5 11h6.5M5 14.5h3.5',
};

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** A button that is a picture; its label says what it does. */
export function IconButton(props: { icon: IconName; label: string; onClick: () => void; class?: string; isOff?: boolean }) {
  return (
    <button
      type="button"
      class={`icon-button ${props.class ?? ''}`}
      aria-label={props.label}
      title={props.label}
      aria-disabled={props.isOff}
      onClick={() => !props.isOff && props.onClick()}
    >
      <Icon name={props.icon} />
    </button>
  );
}
